"""Markdown files: the text as it stands, with what is no prose marked."""

import re
from dataclasses import replace

from docproof.model import Document, Paragraph, Span
from docproof.reading.text import decode, lines_as_paragraphs

BLOCKS_OF_CODE = {"fence", "code_block", "html_block"}
FRONT_MATTER = re.compile(r"\A---\n.*?\n---(?=\n|\Z)", re.S)
INLINE = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]+(?P=ticks)(?!`))"
    r"|(?P<comment><!--(?:[^-]|-(?!->)){0,4000}-->)"
    r"|(?P<tag></?[A-Za-z][^<>\n]*>)"
    r"|(?P<target>\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"
    r"|(?P<definition>(?m:^)\[[^\]\n^][^\]\n]*\]:[ \t]*\S+[^\n]*)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<emphasis>\*+|(?<![\w])_+(?=\w)|(?<=\w)_+(?!\w)|~~)",
    re.S,
)
MARKER = re.compile(r"[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+|[-*+][ \t]+)?(?:\*\*|__)?")


def read_markdown(data: bytes) -> Document:
    """A Document of a Markdown file's bytes; offsets are those of the file. Raises ReadError.

    Code, HTML, front matter and link targets are opaque; heading and list markers stand before their paragraph.
    """
    from markdown_it import MarkdownIt

    text = decode(data)
    front = FRONT_MATTER.match(text)
    paragraphs = list(lines_as_paragraphs(text))
    opaque = [Span(0, front.end())] if front else []
    skipped = text.count("\n", 0, front.end()) + 1 if front else 0
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() + 1 :] if front else text)
    for token in tokens:
        if token.map is None:
            continue
        first, last = token.map[0] + skipped, min(token.map[1] + skipped, len(paragraphs)) - 1
        if token.type in BLOCKS_OF_CODE:
            opaque.append(Span(paragraphs[first].start, paragraphs[last].end))
        elif token.type == "heading_open":
            paragraphs[first] = replace(paragraphs[first], outline_level=int(token.tag[1]))
    opaque += [Span(m.start(), m.end()) for m in INLINE.finditer(text)]
    paragraphs = [_without_marker(p, text, opaque) for p in paragraphs]
    return Document(text, tuple(paragraphs), format="markdown", opaque=tuple(sorted(set(opaque))))


def _without_marker(paragraph: Paragraph, text: str, opaque: list[Span]) -> Paragraph:
    """The paragraph from behind its heading or list marker, which becomes opaque."""
    marker = MARKER.match(text, paragraph.start, paragraph.end)
    if not marker or marker.end() == paragraph.start:
        return paragraph
    opaque.append(Span(paragraph.start, marker.end()))
    return replace(paragraph, start=marker.end())
