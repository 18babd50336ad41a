"""What Word generates stands in the text, is marked, and is never changed in place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word import abstract, instance, item, level, p, style, word_file

from docproof.checking import Settings, check_document, shipped_rules
from docproof.model import Document, FixSafety, Part, Span
from docproof.outlining import outline
from docproof.reading import read, read_stream
from docproof.reading.text import lines_as_paragraphs

NOTHING = '<w:suff w:val="nothing"/>'
LEVELS = [
    level(0, "%1、", "chineseCountingThousand", more=NOTHING),
    level(1, "（%2）", "chineseCountingThousand", more=NOTHING),
    level(2, "%3."),
    level(3, "（%4）", more=NOTHING),
]
LISTS = abstract(0, *LEVELS) + instance(1)


def generated(document):
    return [s.of(document.text) for s in document.generated]


def test_labels_are_marked_and_the_words_follow(docx):
    document = read(docx(p("序") + item("总体要求") + item("目标", 2), numbering=LISTS))
    assert document.text == "序\n一、总体要求\n1.\t目标"
    assert generated(document) == ["一、", "1.\t"]
    assert [q.node for q in document.paragraphs] == [0, 1, 2]
    assert document.paragraphs[1].span.of(document.text) == "一、总体要求"


def test_text_boxes_notes_and_headers_count_by_themselves(docx):
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{item('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
    notes = "".join(f'<w:footnote w:id="{n}">{item("注")}</w:footnote>' for n in (1, 2))
    body = item("甲") + p("锚", box) + item("乙") + p("锚", box) + section
    document = read(docx(body, footnotes=notes, header=item("眉"), numbering=LISTS))
    assert document.text.split("\n") == [
        "一、甲", "锚", "一、框", "二、乙", "锚", "二、框", "一、注", "二、注", "一、眉"
    ]  # fmt: skip
    assert document.paragraphs[2].part is Part.TEXT_BOX


def test_a_field_that_never_ends_does_not_count_twice(docx):
    broken = item('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>甲</w:t></w:r>')
    document = read(docx(item("前") + broken + item("后"), numbering=LISTS))
    assert document.text == "一、前\n二、甲\n三、后"
    assert generated(document) == ["一、", "二、", "三、"]


@pytest.mark.parametrize(
    ("levels", "extra", "styles"),
    [
        (level(0, "%1", "lowerLetter", 999_999_999), "", ""),
        (level(0, "%1", "upperRoman", 999_999_999), "", ""),
        (level(0, "%1", start="9" * 5000), "", ""),
        (level(12, "%1") + level(-3, "%1"), "", ""),
        (level(0, "%9%%0%"), "", ""),
        (level(0, "%1&#10;&#13;"), "", ""),
        ("", '<w:numStyleLink w:val="ls"/>', style("ls", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')),
        (level(0, "\U000f0000\ue000\uf0ff", "bullet"), "", ""),
        (level(0, "%1", '<w:numFmt w:val="custom" w:format="' + "0" * 100_000 + '1"/>'), "", ""),
    ],
)
def test_odd_definitions_are_survived(docx, levels, extra, styles):
    document = read(docx(item("文"), numbering=abstract(0, levels, more=extra) + instance(1), styles=styles))
    assert document.text.endswith("文")
    assert len(document.text) < 20
    assert "\n" not in document.text
    assert not any("\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" for c in document.text)


places = st.tuples(st.text("甲乙 ,。", max_size=4), st.integers(0, 4), st.integers(0, 3))


@given(st.lists(places, min_size=1, max_size=12))
def test_without_the_labels_the_text_is_that_of_the_file(paragraphs):
    body = p("首") + "".join(item(*place) for place in paragraphs)
    lists = LISTS + abstract(1, *LEVELS) + instance(2, 0, l0='<w:startOverride w:val="3"/>') + instance(3, 1)
    with_labels = read_stream(_file(body, numbering=lists))
    without = read_stream(_file(body))
    text = with_labels.text
    assert list(with_labels.generated) == sorted(with_labels.generated)
    assert {s.start for s in with_labels.generated} <= {q.start for q in with_labels.paragraphs}
    for span in reversed(with_labels.generated):
        text = text[: span.start] + text[span.end :]
    assert text == without.text
    assert [q.node for q in with_labels.paragraphs] == [q.node for q in without.paragraphs]


def _file(body, **parts):
    from io import BytesIO

    return BytesIO(word_file(body, **parts))


def test_headings_that_word_numbers_are_headings(docx):
    lines = ["总体要求", "指导思想。以提质为要。", "工作目标", "近期目标"]
    body = p("关于做好档案工作的通知") + p("各科室：") + "".join(item(w, n) for n, w in enumerate(lines)) + item("")
    draft = outline(read(docx(body, numbering=LISTS)))
    assert [(h.level, h.span.of(draft.text)) for h in draft.headings] == [
        (1, "一、总体要求"),
        (2, "（一）指导思想"),
        (3, "1.\t工作目标"),
        (4, "（1）近期目标"),
    ]


def test_an_attachment_note_whose_names_word_numbers(docx):
    lists = abstract(0, level(0, "%1.", start=2)) + instance(1)
    lines = [p("关于报送名单的通知"), p("各科室："), p("请按时报送。"), p("附件：1.名单"), item("样表"),
             p("临溪市档案局"), p("2026年3月2日")]  # fmt: skip
    draft = outline(read(docx("".join(lines), numbering=lists)))
    words = {e.kind.value: e.span.of(draft.text) for e in draft.elements}
    assert words["附件说明"] == "附件：1.名单\n2.\t样表"


def test_no_fix_is_offered_for_what_is_generated():
    text = "一、布署\n布署"
    rules = shipped_rules().only(["confusable.wrong-word"])
    editable = Document(text, lines_as_paragraphs(text))
    partly = Document(text, lines_as_paragraphs(text), generated=(Span(0, 3),))
    assert [f.fix for f in check_document(editable, "", Settings(), rules).findings] == [FixSafety.SAFE, FixSafety.SAFE]
    first, second = check_document(partly, "", Settings(), rules).findings
    assert (first.fix, first.suggestions, second.fix) == (None, ("部署",), FixSafety.SAFE)


def test_a_person_is_told_where_to_change_a_generated_label(docproof, docx):
    lists = abstract(0, level(0, "%1、")) + instance(1)
    path = docx(p("关于某事的通知") + p("各科室：") + item("指导思想") + p("各科室要布署，抓好落实。"), numbering=lists)
    printed = docproof("check", path).stdout
    assert "这是自动编号，请改编号格式　numbering.arabic-mark" in printed
    assert printed.count("请改编号格式") == 1
    assert "1、 指导思想 › 正文第2段" in printed


def test_a_number_more_above_renames_no_finding(docx):
    def keys(*lines):
        document = read(docx("".join(map(item, lines)), numbering=LISTS))
        return [f.key for f in check_document(document, "", Settings(), shipped_rules()).findings]

    assert keys("要布署到位") == keys("新加一段", "要布署到位") != []


@pytest.mark.parametrize(
    ("span", "editable"),
    [
        ((0, 2), False),
        ((1, 3), False),
        ((2, 3), True),
        ((2, 2), True),
        ((0, 0), False),
        ((3, 6), False),
        ((7, 8), True),
    ],
)
def test_which_spans_can_be_edited(span, editable):
    document = Document("一、甲\n二、乙", (), generated=(Span(0, 2), Span(4, 6)))
    assert document.is_editable(Span(*span)) is editable
