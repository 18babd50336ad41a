"""Write each samples/*.txt as a .docx laid out as GB/T 9704—2012 asks: python scripts/make_samples.py"""

from datetime import datetime
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from docproof.model import Draft, ElementKind, Paragraph
from docproof.outlining import outline
from docproof.reading import read

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CENTRED = {ElementKind.LETTERHEAD, ElementKind.DOCUMENT_NUMBER, ElementKind.TITLE, ElementKind.ADOPTION_NOTE}
HEADING_FONTS = {1: "黑体", 2: "楷体_GB2312"}
RED = RGBColor(0xFF, 0, 0)


def write_docx(source: Path) -> None:
    """One sample, its paragraphs set by the elements that are recognised in it."""
    draft = outline(read(source))
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for paragraph in draft.paragraphs:
        if paragraph.end > paragraph.start:
            _add(document, draft, paragraph)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "docproof"
    properties.created = properties.modified = datetime(2026, 1, 1)
    document.save(str(source.with_suffix(".docx")))


def _add(document: "docx.document.Document", draft: Draft, paragraph: Paragraph) -> None:
    kinds = {e.kind: e for e in draft.elements if e.span.contains(paragraph.span)}
    heading = next((e for e in draft.headings if paragraph.span.contains(e.span)), None)
    font, size, colour = "仿宋_GB2312", 16.0, None
    added = document.add_paragraph(draft.text[paragraph.start : paragraph.end])
    style = added.paragraph_format
    style.line_spacing, style.space_after = Pt(28.95), Pt(0)
    if CENTRED & kinds.keys():
        added.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif {ElementKind.SIGNATURE, ElementKind.ISSUE_DATE} & kinds.keys():
        added.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        style.right_indent = Pt(4 * size)
    elif {ElementKind.BODY, ElementKind.ATTACHMENT_NOTE, ElementKind.NOTE} & kinds.keys():
        style.first_line_indent = Pt(2 * size)
    if ElementKind.TITLE in kinds:
        font, size = "方正小标宋简体", 22.0
    elif ElementKind.LETTERHEAD in kinds:
        font, size, colour = "方正小标宋简体", 36.0, RED
        style.line_spacing = Pt(48)
    elif heading is not None and heading.level in HEADING_FONTS:
        font = HEADING_FONTS[heading.level]
    for run in added.runs:
        run.font.name, run.font.size = "Times New Roman", Pt(size)
        run.font.color.rgb = colour
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


if __name__ == "__main__":
    for path in sorted(SAMPLES.glob("*.txt")):
        write_docx(path)
