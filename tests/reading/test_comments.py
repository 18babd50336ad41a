"""Comments of a Word file, and the words that they are anchored to."""

import pytest
from word import p

from docproof.reading import read

START, END = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
REFERENCE = '<w:r><w:commentReference w:id="{}"/></w:r>'


def comment(words, number=0):
    return f'<w:comment w:id="{number}" w:author="甲">{"".join(map(p, words.split("|")))}</w:comment>'


@pytest.fixture
def commented(docx):
    """What each comment of a body says, and of which words."""

    def read_comments(body, *words):
        document = read(docx(body, comments="".join(comment(w, n) for n, w in enumerate(words))))
        return [(c.text, c.span.of(document.text)) for c in document.comments]

    return read_comments


def test_a_comment_covers_the_words_that_it_is_anchored_to(commented):
    body = p("第一段") + p("请认真", START.format(0), "布署", END.format(0), REFERENCE.format(0), "工作")
    assert commented(body, "原文|如此") == [("原文\n如此", "布署")]


def test_a_comment_may_reach_over_paragraphs_and_tables(commented):
    cell = f"<w:tbl><w:tr><w:tc>{p('格', START.format(1), '内')}</w:tc></w:tr></w:tbl>"
    body = p("甲", START.format(0), "乙") + p("丙", END.format(0), "丁") + cell + p("后", END.format(1))
    assert commented(body, "一", "二") == [("一", "乙\n丙"), ("二", "内\n后")]


def test_anchors_may_stand_between_paragraphs(commented):
    assert commented(p("甲") + START.format(0) + p("乙") + END.format(0) + p("丙"), "一") == [("一", "乙\n")]
    assert commented(p("甲") + START.format(0) + p("乙") + END.format(0), "一") == [("一", "乙")]


def test_a_comment_without_a_range_is_of_its_paragraph(commented):
    assert commented(p("甲") + p("乙", REFERENCE.format(0), "丙"), "一") == [("一", "乙丙")]
    assert commented(p("甲", START.format(0), END.format(0), "乙"), "一") == [("一", "甲乙")]


def test_a_comment_without_any_anchor_is_left_out(commented):
    assert commented(p("甲"), "一") == []
    assert commented(p("甲", REFERENCE.format(5)), "一") == []


def test_ranges_hold_around_deletions_text_boxes_and_deleted_paragraph_marks(commented):
    deleted = '<w:del w:id="9"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框', START.format(1), '内')}</w:txbxContent></v:textbox></w:pict></w:r>"
    joined = p("甲", START.format(0), properties="<w:rPr><w:del/></w:rPr>") + p(deleted, box, "乙", END.format(0), "丙")
    assert commented(joined + p("末", END.format(1)), "一", "二") == [("一", "乙"), ("二", "内\n末")]


def test_a_comment_on_the_first_words_is_on_the_number_that_word_puts_before_them(docx):
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(START.format(0), "甲", END.format(0), "乙", START.format(1), "丙", END.format(1), properties=numbered)
    document = read(docx(body, numbering=numbering, comments=comment("一") + comment("二", 1)))
    assert [c.span.of(document.text) for c in document.comments] == ["1、\t甲", "丙"]
