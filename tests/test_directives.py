"""What a draft says to docproof itself, as outlining finds it."""

import pytest
from word import p

from docproof.checking import outline_text
from docproof.model import DocumentType, ElementKind, Verb
from docproof.outlining import outline
from docproof.reading import read


@pytest.mark.parametrize(
    ("written", "verb", "rules"),
    [
        ("<!-- docproof: off -->", "off", ()),
        ("<!-- docproof: off punctuation.clash -->", "off", ("punctuation.clash",)),
        ("<!--docproof:off punctuation.*, confusable-->", "off", ("punctuation", "confusable")),
        ("<!-- docproof：off punctuation.clash，wording、numbering -原文如此- -->", "off",
         ("punctuation.clash", "wording", "numbering")),
        ("<!-- Docproof: OFF punctuation.clash wording.repeated-word 引文 -->", "off",
         ("punctuation.clash", "wording.repeated-word")),
        ("<!-- docproof: off 原文如此 -->", "off", ()),
        ("<!-- docproof: on -->", "on", ()),
        ("<！—— docproof：on numbering ——>", "on", ("numbering",)),
        ("<!-- docproof off -->", "off", ()),
        ("<!-- docproof: of x -->", "unknown", ()),
        ("<!-- docproof: -->", "unknown", ()),
    ],
)  # fmt: skip
def test_a_directive_is_understood_as_people_type_it(written, verb, rules):
    (found,) = outline_text(f"各地{written}要抓好落实。").directives
    assert (found.verb.value, found.rules) == (verb, rules)
    assert found.span.of(f"各地{written}") == written


@pytest.mark.parametrize("written", ["<!-- docproof 的报告 -->", "docproof: off", "<!-- off -->", "<!-- docproof: off"])
def test_other_words_are_none(written):
    assert outline_text(f"各地{written}要抓好落实。").directives == ()


def test_a_directive_is_no_element_and_no_part_of_one():
    draft = outline_text(
        "<!-- docproof: off -->\n关于做好档案工作的通知 <!-- docproof: on -->\n各科室：\n请抓好落实。\n"
        "松屏市档案局\n2026年3月2日 <!-- docproof: off numbering -->"
    )
    assert draft.first(ElementKind.TITLE).span.of(draft.text) == "关于做好档案工作的通知"
    assert draft.first(ElementKind.ISSUE_DATE).span.of(draft.text) == "2026年3月2日"
    assert draft.type is DocumentType.NOTICE


def test_in_markdown_a_directive_shown_as_code_is_none(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "<!-- docproof: off numbering -->\n\n正文 `<!-- docproof: off -->`\n\n```\n<!-- docproof: off -->\n```\n\n"
        "- 列表 <!-- docproof: on -->\n\n<div>\n<!-- docproof: off wording -->\n</div>\n",
        encoding="utf-8",
    )
    found = outline(read(path)).directives
    assert [(d.verb.value, d.rules) for d in found] == [("off", ("numbering",)), ("on", ()), ("off", ("wording",))]


def test_in_word_a_comment_is_a_directive_and_text_is_none(docx):
    body = p("各地", '<w:commentRangeStart w:id="1"/>', "布署", '<w:commentRangeEnd w:id="1"/>')
    comments = "".join(
        f'<w:comment w:id="{n}">{p(words)}</w:comment>'
        for n, words in enumerate(["请核", "docproof：off confusable 原文"])
    )
    document = read(docx(body + p("&lt;!-- docproof: off --&gt;"), comments=comments))
    (found,) = outline(document).directives
    assert (found.verb, found.rules, found.reach.of(document.text)) == (Verb.OFF, ("confusable",), "布署")
