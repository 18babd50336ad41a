"""Headings of the four levels: 一、 （一） 1. （1） (GB/T 9704—2012 7.3.3), and the chapters and sections of statutes."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum

import msgspec

from docproof.model import Element, ElementKind, Part, Span
from docproof.model.numbering import NUMBERING, level_of
from docproof.model.patterns import later
from docproof.outlining.lines import Line

NUMBERS = "一二三四五六七八九十百"
CHAPTER = later(rf"第[{NUMBERS}零〇]{{1,5}}(?P<unit>[编章节])(?![{NUMBERS}])")
DEEPEST = 4  # ① is an item
CHAPTER_LEVELS = {"编": 1, "章": 1, "节": 2}
LONGEST_HEADING = 40  # code points
LONGEST_STOPPED = 50
LONGEST_UNNUMBERED = 24
LONGEST_LABEL = 24
LONGEST_LEAD = 12  # code points of a heading that leads deeper numbers after ：
LONGEST_CAPTION = {1: 36, 2: 36, 3: 24, 4: 24}  # code points, of one with a comma in it
MOSTLY = 0.5
ADDRESSES = later(r"(?:原则)?(?:同意|请|你|我|该|此|本|各|凡|对于|根据|按照|《)|.*(?:以下简称|，请)")
UNMARKED_END = later("[。！？；：，、]$|[。：；！？]")
LISTS = later("[，；]|下列|如下|以下")
SENTENCE_END = later(r"[。！？；：]")


def heading_elements(lines: list[Line], taken: Collection[Span]) -> list[Element]:
    """The headings among the lines; what stands in `taken` (attachment notes, say) is none.

    A numbered line is one where it is short and ends without a mark, or where its first sentence is a caption. In a
    series whose members are mostly sentences or items of a list, a first sentence is no caption.
    """
    lines = [x for x in lines if x.paragraph.part is not Part.TABLE and not any(s.contains(x.span) for s in taken)]
    shapes = [_shape(line, lines[at + 1] if at + 1 < len(lines) else None) for at, line in enumerate(lines)]
    captioned = _captioned(shapes)
    numbered = [
        Element(ElementKind.HEADING, line.part(0, shape.length), shape.level)
        for at, (line, shape) in enumerate(zip(lines, shapes, strict=True))
        if shape.form is Form.LINE or (shape.form in {Form.CAPTION, Form.STOPPED} and at in captioned)
    ]
    return numbered if any(h.level == 1 for h in numbered) else [*numbered, *_unnumbered(lines)]


def _unnumbered(lines: list[Line]) -> list[Element]:
    """Short lines without a mark between running text, in a text whose headings carry no numbers: two or more.

    In Word a line that is all bold needs no running text around it.
    """
    found = [
        Element(ElementKind.HEADING, line.span, 1)
        for before, line, below in zip([None, *lines], lines, lines[1:], strict=False)
        if len(line.bare) <= LONGEST_UNNUMBERED
        and line.bare[0] >= "\u4e00"
        and not NUMBERING.match(line.text)
        and not UNMARKED_END.search(line.bare)
        and (line.paragraph.bold or _stands_between(before, below))
    ]
    return found if len(found) > 1 else []


def _stands_between(before: Line | None, below: Line) -> bool:
    """Whether a line without a mark has a sentence's end before it and running text or numbers below."""
    ended = before is None or before.text.endswith(("。", "！", "？", "："))
    return ended and ("。" in below.text or below.text.endswith("：") or numbering_level(below.text) > 0)


class Form(Enum):
    """What a line is among headings: none, a heading alone, a caption before its text, a heading that a full stop ends, or an item."""

    NONE = 0
    LINE = 1
    CAPTION = 2
    STOPPED = 3
    ITEM = 4


class _Shape(msgspec.Struct, frozen=True):
    form: Form
    level: int = 0
    length: int = 0  # code points of the heading
    number: str = ""


NO_HEADING = _Shape(Form.NONE)


def _shape(line: Line, below: Line | None) -> _Shape:
    text = line.text
    if chapter := CHAPTER.match(text):
        if len(text) > LONGEST_HEADING or SENTENCE_END.search(text):
            return NO_HEADING
        return _Shape(Form.LINE, CHAPTER_LEVELS[chapter["unit"]], len(text))
    match = NUMBERING.match(text)
    if match is None:
        level = line.paragraph.outline_level
        if level is None or len(text) > LONGEST_HEADING or SENTENCE_END.search(text):
            return NO_HEADING
        return _Shape(Form.LINE, min(level, 4), len(text))
    level, number = level_of(match), match[match.lastgroup or "n1"]
    end = SENTENCE_END.search(text, match.end())
    length = end.start() if end else len(text)
    form = _form(text, match.end(), end, length, level, below)
    return _Shape(form, level, length, number)


def _form(text: str, start: int, end: re.Match[str] | None, length: int, level: int, below: Line | None) -> Form:
    words = text[start:length]
    alone = end is not None and end.end() == len(text)
    longest = LONGEST_STOPPED if alone and level <= 2 else LONGEST_HEADING
    if level > DEEPEST or length > longest or not words.strip() or "\t" in words.strip():
        return Form.ITEM  # ①, a sentence, a number alone, a table's row
    if end is None:
        return Form.ITEM if text.endswith(("，", "、", ",")) else Form.LINE
    under = numbering_level(below.text) if below else level
    if end.group() == "；" and alone and under == 0:
        return Form.STOPPED if len(words) <= LONGEST_LABEL and "，" not in words else Form.ITEM
    if end.group() in "；！？" or ("，" in words and len(words) > LONGEST_CAPTION[level]):
        return Form.ITEM
    if end.group() == "：" and alone:
        leads = under == 0 or (level <= 2 and under > level and len(words) <= LONGEST_LEAD)
        return Form.STOPPED if leads and len(words) <= LONGEST_LABEL and not LISTS.search(words) else Form.ITEM
    if end.group() == "：":
        labels = level <= 2 and len(words) <= LONGEST_LABEL and "，" not in words
        return Form.CAPTION if labels else Form.ITEM
    if end.end() < len(text):
        return Form.ITEM if ADDRESSES.match(words) else Form.CAPTION
    return Form.STOPPED if under == 0 or under > level else Form.ITEM


def _captioned(shapes: list[_Shape]) -> set[int]:
    """The places of the members of series in which captions are the rule."""
    open_series: dict[int, list[int]] = {}
    closed: list[list[int]] = []
    for at, shape in enumerate(shapes):
        if not shape.level:
            continue
        if not shape.number:
            closed += open_series.values()
            open_series = {}
            continue
        for level in [n for n in open_series if n > shape.level or (n == shape.level and shape.number in {"一", "1"})]:
            closed.append(open_series.pop(level))
        open_series.setdefault(shape.level, []).append(at)
    return {
        at
        for series in [*closed, *open_series.values()]
        if sum(shapes[n].form is not Form.ITEM for n in series) >= MOSTLY * len(series)
        for at in series
    }


def numbering_level(text: str) -> int:
    """The level of the number that a line begins with, 1–4; 0 without one."""
    match = NUMBERING.match(text)
    return level_of(match) if match else 0
