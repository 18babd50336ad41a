"""The numbers that paragraphs begin with, of five levels: 一、 （一） 1. （1） ① (GB/T 15834—2011 B.3.8)."""

from __future__ import annotations

import re

import msgspec

from docproof.model.numerals import whole_number
from docproof.model.span import Span

HAN_NUMERAL = "(?:[一二三四五六七八九]?[十百][一二三四五六七八九十]{0,3}|[一二三四五六七八九])"  # not 一九九七
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMBERING = re.compile(
    rf"(?P<n1>{HAN_NUMERAL})[、，,.．：:](?!{HAN_NUMERAL}(?:[、，级类等线期批审组号楼队班社村]|年级|季度|产业|标段|中学|小学))"
    rf"|[（(](?P<n2>{HAN_NUMERAL})[）)](?![、和至][（(])"
    r"|(?P<n3>\d{1,3})(?:[.．、](?!\d)|，)"
    r"|[（(]?(?P<n4>\d{1,3})[）)]"
    rf"|(?P<n5>[{CIRCLED}])"
)


class Numbering(msgspec.Struct, frozen=True):
    """A number at a place of a text: its level from 1 to 5, what it counts, where it and where its words begin.

    `span` is the number without brackets and marks; `end` is behind the bracket or the mark that goes with it.
    """

    level: int
    n: int
    span: Span
    end: int


def numbering_at(text: str, start: int, end: int) -> Numbering | None:
    """The number that stands at `start`, within `[start, end)`; None where there is none."""
    m = NUMBERING.match(text, start, end)
    if m is None or m.lastgroup is None:
        return None
    return Numbering(level_of(m), number_of(m[m.lastgroup]), Span(*m.span(m.lastgroup)), m.end())


def level_of(match: re.Match[str]) -> int:
    """The level, 1–5, of a match of NUMBERING."""
    return int((match.lastgroup or "n1")[1])


def number_of(words: str) -> int:
    """What a number counts, in digits, Chinese numerals or circles. Raises ValueError for anything else."""
    if words in CIRCLED:
        return CIRCLED.index(words) + 1
    return whole_number(words)
