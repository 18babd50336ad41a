"""Elements, type, profile and as-of date of drafts as they come."""

from datetime import date
from pathlib import Path

import pytest
from word import p

from docproof.checking import outline_text
from docproof.model import DocumentType, ElementKind
from docproof.outlining import outline
from docproof.reading import read

SAMPLES = Path(__file__).parent.parent / "samples"
REQUEST = """青沅县人民政府文件
青政〔2026〕15号　　签发人：温砚秋
青沅县人民政府关于解决苇渡水库
除险加固资金缺口的请示
松屏市人民政府：
苇渡水库位于我县荻桥镇。现请示如下：
一、项目概况
工程概算4860万元。
（一）资金来源。中央补助2430万元。
二、请求事项
妥否，请批示。
附件：1.资金来源表
2.实施方案
青沅县人民政府
2026年5月12日
（联系人：骆闻舟）
附件1
资金来源表
抄送：市财政局。
青沅县人民政府办公室　2026年5月12日印发"""


def words(draft, kind):
    return [e.span.of(draft.text) for e in draft.all(kind)]


def test_a_request_with_everything():
    draft = outline_text(REQUEST)
    assert draft.type is DocumentType.REQUEST
    assert draft.profile == "party-government"
    assert draft.as_of == date(2026, 5, 12)
    assert words(draft, ElementKind.LETTERHEAD) == ["青沅县人民政府文件"]
    assert words(draft, ElementKind.DOCUMENT_NUMBER) == ["青政〔2026〕15号"]
    assert words(draft, ElementKind.SIGNATORY) == ["签发人：温砚秋"]
    title = "青沅县人民政府关于解决苇渡水库\n除险加固资金缺口的请示"
    assert words(draft, ElementKind.TITLE) == [title, "资金来源表"]
    assert words(draft, ElementKind.RECIPIENTS) == ["松屏市人民政府："]
    assert words(draft, ElementKind.HEADING) == ["一、项目概况", "（一）资金来源", "二、请求事项"]
    assert [h.level for h in draft.headings] == [1, 2, 1]
    assert words(draft, ElementKind.ATTACHMENT_NOTE) == ["附件：1.资金来源表\n2.实施方案"]
    assert words(draft, ElementKind.SIGNATURE) == ["青沅县人民政府"]
    assert words(draft, ElementKind.ISSUE_DATE) == ["2026年5月12日"]
    assert words(draft, ElementKind.NOTE) == ["（联系人：骆闻舟）"]
    assert words(draft, ElementKind.ATTACHMENT) == ["附件1\n资金来源表"]
    assert words(draft, ElementKind.COPIES) == ["抄送：市财政局。"]
    assert words(draft, ElementKind.IMPRINT) == ["青沅县人民政府办公室　2026年5月12日印发"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于开展防汛检查的通知", DocumentType.NOTICE),
        ("关于商请支持培训工作的函", DocumentType.LETTER),
        ("松屏市人民政府令", DocumentType.ORDER),
        ("松屏市人民政府第12次常务会议纪要", DocumentType.MINUTES),
        ("关于全市养老服务情况的调研报告", DocumentType.RESEARCH_REPORT),
        ("关于2025年工作情况的报告", DocumentType.REPORT),
        ("松屏市河道管理条例（草案）", DocumentType.STATUTE),
        ("关于《松屏市河道管理条例（草案）》的审议意见", DocumentType.REVIEW_OPINION),
        ("在全市经济工作会议上的讲话", DocumentType.SPEECH),
    ],
)
def test_the_type_is_the_end_of_the_title(title, expected):
    assert outline_text(f"{title}\n各县区人民政府：\n正文如下。").type is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("关于某事的通知\n各科室：\n请办理。\n某局\n二〇二六年三月二日", date(2026, 3, 2)),
        (
            "松屏市河道管理条例\n（2024年5月30日松屏市人民代表大会常务委员会第三次会议通过）\n第一条　为了管理河道。",
            date(2024, 5, 30),
        ),
        ("各位代表：\n一、2025年工作回顾\n过去一年。", date(2025, 12, 31)),
        ("请于2026年2月30日前报送。", None),
    ],
)
def test_the_as_of_date_follows_from_the_draft(text, expected):
    assert outline_text(text).as_of == expected


@pytest.mark.parametrize(
    ("issuer", "profile"),
    [
        ("松屏市人大常委会办公室", "people-congress"),
        ("松屏水务集团有限公司", "enterprise"),
        ("松屏市水利局", "party-government"),
    ],
)
def test_the_profile_follows_from_the_issuer(issuer, profile):
    assert outline_text(f"关于值班安排的通知\n各部门：\n请遵照执行。\n{issuer}\n2026年3月2日").profile == profile


def test_plain_text_has_no_elements():
    draft = outline_text("今天开会讨论了三个问题。")
    assert (draft.elements, draft.type, draft.profile) == ((), None, "plain")


def test_a_mark_of_secrecy_is_seen_without_other_elements():
    assert outline_text("秘密★5年\n今天开会。").classification is not None


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*-合格.txt")), ids=lambda p: p.stem)
def test_samples_have_the_type_in_their_name(path):
    name = path.stem.removesuffix("-合格")
    expected = {"国企通知": "通知", "领导讲话": "讲话", "工作总结": "总结"}.get(name, name)
    draft = outline(read(path))
    assert draft.type is not None
    assert draft.type.value == expected


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda p: p.stem)
def test_a_word_sample_is_its_text_sample(path):
    word, plain = outline(read(path)), outline(read(path.with_suffix(".txt")))
    assert word.text == plain.text.rstrip("\n")
    assert (word.type, word.as_of, word.elements) == (plain.type, plain.as_of, plain.elements)


def test_dates_in_tables_and_attachments_are_no_issue_dates(docx):
    cell = "<w:tbl><w:tr><w:tc>" + p("1998年5月1日") + "</w:tc></w:tr></w:tbl>"
    lines = ["关于报送名单的通知", "各科室：", "请按时报送。", "临溪市档案局", "2026年3月2日", "附件1：名单"]
    draft = outline(read(docx("".join(map(p, lines)) + cell)))
    assert draft.as_of == date(2026, 3, 2)
    assert words(draft, ElementKind.SIGNATURE) == ["临溪市档案局"]


@pytest.mark.parametrize("mark", ["机密★1年　特急", "绝密★启用前", "000012　机密★", "秘密　加急"])
def test_a_mark_of_secrecy_beside_something_else(mark):
    assert outline_text(f"{mark}\n关于某事的通知\n各科室：\n请办理。").classification is not None


def test_a_mark_of_secrecy_in_a_header(docx):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    assert outline(read(docx(p("今天开会。") + section, header=p("机密★1年")))).classification is not None


def test_words_about_secrecy_are_no_mark():
    assert outline_text("学习保守国家秘密法\n机密文件要妥善保管。").classification is None


@pytest.mark.parametrize("title", ["基层治理经验做法", "综合行政执法"])
def test_not_all_that_ends_in_fa_is_a_law(title):
    assert outline_text(f"{title}\n各科室：\n正文。").type is None


def test_a_closing_formula_is_no_signature():
    draft = outline_text("关于某事的通知\n各科室：\n请办理。\n特此通知\n临溪市档案局\n2026年3月2日")
    assert words(draft, ElementKind.SIGNATURE) == ["临溪市档案局"]


@pytest.mark.parametrize(
    "note",
    [
        "附件：1.渠系图；\n　　　2.用水表。",
        "附件1：渠系图\n附件2：用水表",
        "附件：1、渠系图；\n2、用水表；",
        "附件　渠系图",
        "附表：渠系图",
    ],
)
def test_an_attachment_note_is_seen_whatever_its_form(note):
    draft = outline_text(f"关于春灌的通知\n各站：\n请及早动手。\n{note}\n沅泽县水利局\n2026年3月2日")
    assert words(draft, ElementKind.ATTACHMENT_NOTE) == [note]
    assert words(draft, ElementKind.BODY) == ["请及早动手。"]


@pytest.mark.parametrize("written", ["2026.3.2", "2026-03-02", "2026年3月2号", "2026年3月", "三月二日", "20260302"])
def test_a_date_below_a_signature_dates_the_draft_whatever_its_form(written):
    draft = outline_text(f"关于春灌的通知\n各站：\n请及早动手。\n沅泽县水利局\n{written}")
    assert words(draft, ElementKind.SIGNATURE) == ["沅泽县水利局"]
    assert words(draft, ElementKind.ISSUE_DATE) == [written]


@pytest.mark.parametrize(
    "title",
    [
        "沅泽县水利局关于做好春灌工作",
        "沅泽县水利局关于做好春灌工作的通知。",
        "沅泽县水利局关于进一步加强全县中小型水库安全运行管理切实做好汛前检查和隐患排查整治以及应急物资储备等工作确保安全度汛的通知",
    ],
)
def test_a_title_above_the_recipients_is_seen_whatever_its_form(title):
    draft = outline_text(f"沅泽县水利局文件\n沅水〔2026〕8号\n{title}\n各站：\n请及早动手。")
    assert words(draft, ElementKind.TITLE) == [title]


def test_the_end_of_a_draft_alone_has_its_elements():
    draft = outline_text("沅泽县水利局\n2026年3月2日\n（此件公开发布）\n抄送：县财政局。")
    kinds = [ElementKind.SIGNATURE, ElementKind.ISSUE_DATE, ElementKind.NOTE, ElementKind.COPIES]
    assert [e.kind for e in draft.elements] == kinds
