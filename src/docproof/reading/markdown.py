"""Markdown files: the text as it stands, with what is no prose marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from docproof.model import Document, Paragraph, Span
from docproof.reading.text import decode, lines_as_paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

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
NESTED = 1  # the level of the items of a list that stands in no other
ORDERED = re.compile(r"[ \t>]*\d{1,9}[.)][ \t]+")


def read_markdown(data: bytes) -> Document:
    """A Document of a Markdown file's bytes; offsets are those of the file. Raises ReadError.

    Code, HTML, front matter and link targets are opaque; heading and list markers stand before their paragraph. So do
    the numbers of lists that Markdown counts itself (1. 1. 1.) or that are written 1); others are the draft's own.
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
    for line in _counted_items(tokens):
        marker = ORDERED.match(text, paragraphs[line + skipped].start)
        if marker:
            opaque.append(Span(*marker.span()))
            paragraphs[line + skipped] = replace(paragraphs[line + skipped], start=marker.end())
    opaque += [Span(m.start(), m.end()) for m in INLINE.finditer(text)]
    paragraphs = [_without_marker(p, text, opaque) for p in paragraphs]
    return Document(text, tuple(paragraphs), format="markdown", opaque=tuple(sorted(set(opaque))))


def _counted_items(tokens: list[Token]) -> Iterator[int]:
    """The lines on which items of ordered lists begin whose numbers are only Markdown's."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info and lists:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            nested = any(item.level > NESTED for item in items)
            if nested or token.markup == ")" or (len(items) > 1 and len({item.info for item in items}) == 1):
                yield from (item.map[0] for item in items if item.map)


def _without_marker(paragraph: Paragraph, text: str, opaque: list[Span]) -> Paragraph:
    """The paragraph from behind its heading or list marker, which becomes opaque."""
    marker = MARKER.match(text, paragraph.start, paragraph.end)
    if not marker or marker.end() == paragraph.start:
        return paragraph
    opaque.append(Span(paragraph.start, marker.end()))
    return replace(paragraph, start=marker.end())
