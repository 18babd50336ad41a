"""Word files (.docx): the text in reading order, over zip and lxml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from lxml import etree

from docproof.model import Document, Part, ReadError
from docproof.reading.comments import comments
from docproof.reading.formats import DAMAGED, NO_WORD_FILE, size_in_words
from docproof.reading.numbering import Numbering
from docproof.reading.package import TOO_DEEP, Package
from docproof.reading.story import Story, TextTooLongError
from docproof.reading.styles import Styles
from docproof.reading.wordml import attribute, local, tags

NOTE_PARTS = (("footnotes", "footnote", Part.FOOTNOTE), ("endnotes", "endnote", Part.ENDNOTE))
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read_docx(file: BinaryIO, max_size: int) -> Document:
    """A Document of a Word file: body, then footnotes, endnotes, headers and footers.

    `max_size` bounds the text in bytes. Raises ReadError.
    """
    with Package(file, max_size) as package:
        named = next((n for kind, n in package.relations().values() if kind == "officeDocument"), "")
        main = named or "word/document.xml"
        root = package.xml(main)
        if root is None:
            raise ReadError(DAMAGED if named or package.is_word else NO_WORD_FILE)
        bodies = [e for e in root if local(e) == "body"]
        if not bodies:
            raise ReadError("Word 文档里没有正文，请在 Word 中打开确认后另存为 .docx")
        relations = package.relations(main)
        styles = Styles(_part(package, relations, "styles"))
        numbering = _part(package, relations, "numbering")
        story = Story(styles, Numbering(numbering, styles) if numbering is not None else None, max_size)
        try:
            for body in bodies:
                story.read(body, Part.BODY, main)
            for name, note, part, number in _notes(package, relations):
                story.read(note, part, name, number)
            for name, element, part, number in _headers_and_footers(package, root, relations):
                story.read(element, part, name, number)
        except RecursionError:
            raise ReadError(TOO_DEEP) from None
        except TextTooLongError:
            raise ReadError(f"文字超过 {size_in_words(max_size)}的上限；请拆分文稿，或用 --max-size 放宽") from None
        remarks = _part(package, relations, "comments") if story.anchors.places else None
    if not story.text.strip():
        raise ReadError("Word 文档里没有文字（可能只有图片），请确认文件")
    document = Document(story.text, tuple(story.paragraphs), "docx", generated=tuple(story.generated))
    return replace(document, comments=comments(remarks, story.anchors.places, document))


def _part(package: Package, relations: dict[str, tuple[str, str]], kind: str) -> etree._Element | None:
    name = next((n for k, n in relations.values() if k == kind), None)
    return package.xml(name) if name else None


def _notes(package: Package, relations: dict[str, tuple[str, str]]) -> Iterator[tuple[str, etree._Element, Part, int]]:
    for kind, tag, part in NOTE_PARTS:
        for name in (n for k, n in relations.values() if k == kind):
            root = package.xml(name)
            notes = (
                [e for e in root if local(e) == tag and attribute(e, "type") not in SEPARATORS]
                if root is not None
                else []
            )
            for number, note in enumerate(notes, 1):
                yield name, note, part, number


def _headers_and_footers(
    package: Package, root: etree._Element, relations: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, etree._Element, Part, int]]:
    """Each header, then each footer, once, in the order in which the sections refer to them."""
    for kind, part in (("header", Part.HEADER), ("footer", Part.FOOTER)):
        used = [r for e in root.iter(*tags(f"{kind}Reference")) if (r := attribute(e, "id"))]
        names = dict.fromkeys(relations[r][1] for r in used if relations.get(r, ("",))[0] == kind)
        for number, name in enumerate(names, 1):
            element = package.xml(name)
            if element is not None:
                yield name, element, part, number
