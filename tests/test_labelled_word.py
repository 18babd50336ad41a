"""The labelled drafts set in Word: the letterhead in a text box or a table, headings by style."""

from collections import Counter
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
from labels import EDGES, f1, labelled
from word import abstract, instance, item, level, p, word_file

from docproof.model import ElementKind
from docproof.model.numbering import numbering_at
from docproof.outlining import outline
from docproof.reading import read_stream

FOLDER = Path(__file__).parent / "drafts"
DRAFTS = sorted(path for folder in ("office", "untidy") for path in (FOLDER / folder).glob("*.txt"))
TOP = {ElementKind.LETTERHEAD, ElementKind.DOCUMENT_NUMBER, ElementKind.SIGNATORY, ElementKind.COPY_NUMBER}
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in range(1, 5)
)
NUMBERING = abstract(
    0,
    level(0, "%1、", "chineseCounting", more='<w:suff w:val="nothing"/>'),
    level(1, "（%2）", "chineseCounting", more='<w:suff w:val="nothing"/>'),
    level(2, "%3.", more='<w:suff w:val="nothing"/>'),
    level(3, "（%4）", more='<w:suff w:val="nothing"/>'),
) + instance(1)


def plain(draft):
    return "".join(p(escape(line)) for line in lines(draft))


def in_text_box(draft):
    top, rest = parted(draft)
    content = "".join(p(escape(line)) for line in top)
    shape = f"<w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing>"
    box = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice></mc:AlternateContent></w:r>'
    first, *others = rest
    return p(*([box] if top else [])) + "".join(p(escape(line)) for line in (first, *others))


def in_table(draft):
    top, rest = parted(draft)
    rows = "".join(f"<w:tr><w:tc>{p(escape(line))}</w:tc></w:tr>" for line in top)
    return (f"<w:tbl>{rows}</w:tbl>" if rows else "") + "".join(p(escape(line)) for line in rest)


def styled(draft):
    """Titles centred, headings that stand alone in heading styles."""
    starts = {x.start: x for x in draft.labels}
    paragraphs, at = [], 0
    for line in draft.text.split("\n"):
        begins = at + len(line) - len(line.lstrip())
        label = starts.get(begins)
        inside = [x for x in draft.labels if x.kind is ElementKind.TITLE and x.start <= begins < x.end]
        properties = ""
        if inside:
            properties = '<w:jc w:val="center"/>'
        elif label and label.kind is ElementKind.HEADING and label.end >= at + len(line.rstrip(EDGES)):
            properties = f'<w:pStyle w:val="H{label.level}"/>'
        paragraphs.append(p(escape(line), properties=properties))
        at += len(line) + 1
    return "".join(paragraphs)


def numbered_by_word(draft):
    """Headings that stand alone numbered by Word, where its count is the number that was typed."""
    counts, paragraphs, at = [0, 0, 0, 0], [], 0
    ends = {x.start: (x.level, x.end) for x in draft.labels if x.kind is ElementKind.HEADING}
    for line in draft.text.split("\n"):
        begins = at + len(line) - len(line.lstrip())
        number = numbering_at(line, begins - at, len(line))
        level, _ = ends.get(begins, (0, 0))
        if number and number.level == level:
            if number.n == counts[level - 1] + 1:
                counts[level - 1 :] = [number.n] + [0] * (4 - level)
                paragraphs.append(item(escape(line[number.end :]), level - 1))
            else:
                paragraphs.append(p(escape(line)))
        else:
            paragraphs.append(p(escape(line)))
        at += len(line) + 1
    return "".join(paragraphs)


def lines(draft):
    return draft.text.split("\n")


def parted(draft):
    """The lines of the letterhead and what belongs to it, and those from the title on."""
    title = min((x.start for x in draft.labels if x.kind is ElementKind.TITLE), default=0)
    above = [x for x in draft.labels if x.kind in TOP and x.end <= title]
    cut = draft.text[:title].count("\n") if above else 0
    return lines(draft)[:cut], lines(draft)[cut:]


def words(text, kind, level, start, end):
    return kind, level, "".join(text[start:end].split()).strip(EDGES)


@pytest.mark.parametrize("layout", [plain, in_text_box, in_table, styled, numbered_by_word])
def test_elements_of_drafts_in_word(layout):
    counts, wrong = [0, 0, 0], []
    for path in DRAFTS:
        draft = labelled(path)
        document = read_stream(BytesIO(word_file(layout(draft), styles=STYLES, numbering=NUMBERING)))
        told = outline(document)
        wanted = Counter(words(draft.text, x.kind, x.level, x.start, x.end) for x in draft.labels)
        found = Counter(words(told.text, e.kind, e.level, e.span.start, e.span.end) for e in told.elements)
        for n, part in enumerate((wanted & found, wanted - found, found - wanted)):
            counts[n] += part.total()
        wrong += [f"{path.name} missed {k.value}{v or ''} {w[:40]}" for k, v, w in (wanted - found)]
        wrong += [f"{path.name} extra {k.value}{v or ''} {w[:40]}" for k, v, w in (found - wanted)]
    assert f1(*counts) >= 0.97, "\n".join(wrong)


def test_a_text_box_may_be_anchored_in_the_middle_of_a_title():
    content = p("青沅县人民政府文件") + p("青政〔2026〕15号")
    shape = f"<w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing>"
    box = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice></mc:AlternateContent></w:r>'
    body = (
        p(box, "青沅县人民政府")
        + p("关于做好春灌工作的通知")
        + p("各乡镇人民政府：")
        + p("为做好春灌工作，现通知如下。")
    )
    draft = outline(read_stream(BytesIO(word_file(body))))
    told = [(e.kind.value, e.span.of(draft.text)) for e in draft.elements]
    assert told == [
        ("标题", "青沅县人民政府"),
        ("发文机关标志", "青沅县人民政府文件"),
        ("发文字号", "青政〔2026〕15号"),
        ("标题", "关于做好春灌工作的通知"),
        ("主送机关", "各乡镇人民政府："),
        ("正文", "为做好春灌工作，现通知如下。"),
    ]
