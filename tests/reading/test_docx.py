"""What a Word file's text is."""

import pytest
from word import p, style

from docproof.model import Alignment, Part
from docproof.reading import read

TEXT_BOX = "<w:txbxContent>{}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def test_paragraphs_are_joined_by_line_ends_and_soft_breaks_are_not(docx):
    document = read(docx(p("甲", "<w:r><w:br/></w:r>", "乙") + p("丙")))
    assert document.text == "甲\u2028乙\n丙"
    assert [q.node for q in document.paragraphs] == [0, 1]


def test_tables_are_read_row_by_row_with_their_cells(docx):
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    table = f"<w:tbl>{row(cell(p('甲')) + cell(p('乙')))}{row(cell(p('丙')) + cell(p('丁') + p('戊')))}</w:tbl>"
    document = read(docx(p("前") + table + p("后")))
    assert document.text == "前\n甲\n乙\n丙\n丁\n戊\n后"
    assert [q.cell for q in document.paragraphs] == [None, (1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), (1, 2, 2), None]
    assert document.paragraphs[1].part is Part.TABLE


def test_a_text_box_follows_its_paragraph_and_is_read_once(docx):
    box = TEXT_BOX.format(p("框内"))
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(docx(p("锚点", both, "之后") + p("下一段")))
    assert document.text == "锚点之后\n框内\n下一段"
    assert document.paragraphs[1].part is Part.TEXT_BOX


def test_a_fallback_is_read_where_the_choice_is_empty(docx):
    alternate = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:t>备用</w:t></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    assert read(docx(p(alternate))).text == "备用"


def test_deletions_are_left_out_and_insertions_read(docx):
    deleted = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2"><w:r><w:t>增</w:t></w:r></w:ins>'
    moved = '<w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t>移来</w:t></w:r></w:moveTo>'
    assert read(docx(p("甲", deleted, inserted, moved, "乙"))).text == "甲增移来乙"


def test_a_deleted_paragraph_mark_joins_the_paragraphs(docx):
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    document = read(docx(p("前半", properties=mark) + p("后半") + p("末段")))
    assert document.text == "前半后半\n末段"
    assert [q.node for q in document.paragraphs] == [0, 2]


def test_a_field_shows_its_result_and_not_its_code(docx):
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>代码</w:t></w:r>"
    simple = '<w:fldSimple w:instr="DATE"><w:r><w:t>3月</w:t></w:r></w:fldSimple>'
    field = FIELD.format("begin") + code + FIELD.format("separate") + "<w:r><w:t>12</w:t></w:r>" + FIELD.format("end")
    assert read(docx(p("共", field, "页，", simple))).text == "共12页，3月"


def test_content_controls_and_hyperlinks_are_part_of_the_sentence(docx):
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>"
    link = "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
    block = f"<w:sdt><w:sdtContent>{p('块')}</w:sdtContent></w:sdt>"
    assert read(docx(p("甲", control, link, "乙") + block)).text == "甲控件链接乙\n块"


def test_hidden_text_is_not_what_a_reader_sees(docx):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>'
    assert read(docx(p("甲", hidden, shown))).text == "甲显"


VANISH, SHOWN = "<w:vanish/>", '<w:vanish w:val="0"/>'
BOLD, REGULAR = "<w:b/>", '<w:b w:val="0"/>'


def r(words, properties):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph_style(name, properties, based_on=""):
    return style(name, f"<w:rPr>{properties}</w:rPr>", based_on)


def character_style(name, properties):
    return style(name, f"<w:rPr>{properties}</w:rPr>", kind="character")


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("", ""),
        (SHOWN, "字"),
        ('<w:rStyle w:val="shown"/>', ""),
        ('<w:rStyle w:val="hidden"/>', "字"),  # the second toggle undoes the first: ECMA-376 17.7.3
        ('<w:rStyle w:val="hidden"/><w:vanish/>', ""),
    ],
)
def test_hiding_is_said_by_the_run_its_style_and_the_paragraphs_style(docx, run, text):
    styles = paragraph_style("p", VANISH) + character_style("hidden", VANISH) + character_style("shown", SHOWN)
    body = p("首") + p(r("字", run), properties='<w:pStyle w:val="p"/>')
    assert read(docx(body, styles=styles)).text == f"首\n{text}"


def test_a_style_shows_what_its_parent_hides(docx):
    styles = paragraph_style("p", VANISH) + paragraph_style("q", SHOWN, "p")
    assert read(docx(p("字", properties='<w:pStyle w:val="q"/>'), styles=styles)).text == "字"


@pytest.mark.parametrize(
    ("runs", "style_of_paragraph", "bold"),
    [
        ([r("字", BOLD), r("字", BOLD)], "plain", True),
        ([r("字", BOLD), "字"], "plain", False),
        ([r("字", BOLD), " ", r("隐", VANISH)], "plain", True),
        (["字"], "bold", True),
        (["字", r("字", REGULAR)], "bold", False),
        ([r("字", '<w:rStyle w:val="strong"/>')], "plain", True),
        ([r("字", '<w:rStyle w:val="strong"/>')], "bold", False),
        ([], "bold", False),
    ],
)
def test_a_paragraph_is_bold_when_all_its_words_are(docx, runs, style_of_paragraph, bold):
    styles = paragraph_style("plain", "") + paragraph_style("bold", BOLD) + character_style("strong", BOLD)
    body = p("首") + p(*runs, properties=f'<w:pStyle w:val="{style_of_paragraph}"/>')
    assert read(docx(body, styles=styles)).paragraphs[1].bold is bold


def test_the_size_is_that_of_the_first_words_in_points(docx):
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    styles = defaults + paragraph_style("p", '<w:sz w:val="44"/>') + character_style("c", '<w:sz w:val="28"/>')
    direct, by_style = r("字", '<w:rStyle w:val="c"/><w:sz w:val="32"/>'), r("字", '<w:rStyle w:val="c"/>')
    body = p("字") + p("字", direct, properties='<w:pStyle w:val="p"/>') + p(" ", direct, "字") + p(by_style) + p()
    assert [q.size for q in read(docx(body, styles=styles)).paragraphs] == [10.5, 22.0, 16.0, 14.0, None]


def test_sizes_and_weight_are_unknown_without_styles(docx):
    first = read(docx(p("字"))).paragraphs[0]
    assert (first.size, first.bold) == (None, False)


def test_body_text_in_a_heading_style_is_no_heading(docx):
    styles = style("h", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style(
        "body", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "h"
    )
    direct = p("一", properties='<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>')
    by_style = p("二", properties='<w:pStyle w:val="body"/>')
    moved = p("三", properties='<w:pStyle w:val="body"/><w:outlineLvl w:val="2"/>')
    assert [q.outline_level for q in read(docx(direct + by_style + moved, styles=styles)).paragraphs] == [None, None, 3]


def test_formulas_keep_a_place_and_ruby_its_base(docx):
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>pīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    assert read(docx(p("式", formula, ruby))).text == "式\ufffc拼"


def test_drawing_text_that_is_no_word_processing_is_left_out(docx):
    drawing = "<w:r><w:drawing><a:p><a:r><a:t>图中字</a:t></a:r></a:p></w:drawing></w:r>"
    assert read(docx(p("甲", drawing, "乙"))).text == "甲乙"


def test_notes_headers_and_footers_come_after_the_body_in_parts_of_their_own(docx):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/></w:sectPr>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("线")}</w:footnote><w:footnote w:id="1">{p("脚注一")}</w:footnote>'
    )
    path = docx(
        p("正文") + section,
        footnotes=notes,
        endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>',
        header=p("页眉"),
        footer=p("页脚"),
    )
    document = read(path)
    assert document.text == "正文\n脚注一\n尾注\n页眉\n页脚"
    parts = [Part.BODY, Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER]
    assert [q.part for q in document.paragraphs] == parts
    assert [q.member for q in document.paragraphs][:2] == ["word/document.xml", "word/footnotes.xml"]


def test_strict_files_read_like_transitional_ones(docx):
    assert read(docx(p("甲", "<w:r><w:tab/></w:r>", "乙"), strict=True)).text == "甲\t乙"


def test_style_level_and_alignment_come_from_the_style_and_its_parents(docx):
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="基准"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:basedOn w:val="base"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    styled = p("标题", properties='<w:pStyle w:val="h"/>')
    direct = p("右", properties='<w:pStyle w:val="h"/><w:jc w:val="right"/>')
    first, second = read(docx(styled + direct, styles=styles)).paragraphs
    assert (first.style, first.outline_level, first.alignment) == ("heading 1", 1, Alignment.CENTER)
    assert second.alignment is Alignment.END


@pytest.mark.parametrize("symbol", ["noBreakHyphen", "softHyphen", "cr", "ptab"])
def test_special_characters_take_one_place(docx, symbol):
    assert len(read(docx(p("甲", f"<w:r><w:{symbol}/></w:r>", "乙"))).text) == 3


def test_a_field_that_never_ends_hides_nothing(docx):
    broken = p("前", FIELD.format("begin"), "<w:r><w:instrText>IF</w:instrText></w:r>", "后")
    assert read(docx(broken + p("下一段"))).text == "前后\n下一段"


def test_what_stands_in_a_fields_code_is_no_text(docx):
    code = "<w:r><w:instrText>IF</w:instrText><w:tab/><w:sym/></w:r>"
    field = FIELD.format("begin") + code + FIELD.format("separate") + "<w:r><w:t>12</w:t></w:r>" + FIELD.format("end")
    assert read(docx(p("共", field, "份"))).text == "共12份"


def test_a_field_mark_in_hidden_text_counts(docx):
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'.format
    field = (
        hidden("begin") + "<w:r><w:t>码</w:t></w:r>" + hidden("separate") + "<w:r><w:t>果</w:t></w:r>" + hidden("end")
    )
    assert read(docx(p("甲", field, "乙"))).text == "甲果乙"


def test_breaks_of_drawings_are_no_breaks_of_the_text(docx):
    assert read(docx(p("甲", "<w:r><w:drawing><a:p><a:br/></a:p></w:drawing></w:r>", "乙"))).text == "甲乙"


def test_a_deleted_cell_is_left_out(docx):
    gone = "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("删") + "</w:tc>"
    row = f"<w:tr><w:tc>{p('甲')}</w:tc>{gone}<w:tc>{p('乙')}</w:tc></w:tr>"
    assert read(docx(f"<w:tbl>{row}</w:tbl>")).text == "甲\n乙"
