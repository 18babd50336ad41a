"""The lists that a Word file defines, and which of them a paragraph belongs to (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree
from msgspec.structs import replace

from docproof.reading.bullets import BULLET, bullet
from docproof.reading.numberformats import WITH_ZEROS
from docproof.reading.styles import Styles
from docproof.reading.wordml import attribute, child, is_on, local, value

LEVELS = 9
SUFFIXES = {"space": " ", "nothing": ""}
WHOLE_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
LINE_ENDS = re.compile(r"[\r\n]")
FONTS = ("ascii", "hAnsi", "eastAsia", "cs")


class Level(msgspec.Struct, frozen=True):
    """One level of a list. A paragraph of a level below `restart` starts it anew; `style` is linked with it."""

    format: str = "decimal"
    text: str = ""
    start: int = 0
    suffix: str = "\t"
    restart: int = 0
    all_decimal: bool = False
    hidden: bool = False
    style: str = ""


class WordList(msgspec.Struct, frozen=True):
    """A numbering instance (`w:num`). Those of one abstract numbering, `counted_with`, share their counters.

    `restarts` are the numbers at which it begins anew, by level.
    """

    id: str
    counted_with: str
    levels: dict[int, Level]
    restarts: dict[int, int]

    def start(self, level: int) -> int:
        return self.restarts.get(level, self.levels[level].start if level in self.levels else 1)

    def linked(self, style: str) -> int | None:
        """The level that is linked with a paragraph style."""
        return next((n for n, level in self.levels.items() if level.style == style), None)


Place = tuple[WordList, int]


class Numbering:
    """The numbering part, asked for the list and the level of paragraphs."""

    def __init__(self, root: etree._Element, styles: Styles):
        self._styles = styles
        self._abstract = {attribute(e, "abstractNumId"): e for e in root if local(e) == "abstractNum"}
        self._instances = {attribute(e, "numId"): e for e in root if local(e) == "num"}
        self._lists: dict[str, WordList | None] = {}
        self._places: dict[tuple[str | None, str | None, str], Place | None] = {}

    def place(self, properties: etree._Element | None, style: str) -> Place | None:
        """List and level of a paragraph with these `w:pPr` and this style's id, or None."""
        direct = child(properties, "numPr")
        key = (value(direct, "numId"), value(direct, "ilvl"), style)
        if key not in self._places:
            self._places[key] = self._place(*key)
        return self._places[key]

    def _place(self, instance: str | None, level: str | None, style: str) -> Place | None:
        """What the paragraph does not say, its style does: first by a link of the list, then by a level of its own."""
        inherited = [(name, child(child(e, "pPr"), "numPr")) for name, e in self._styles.chain(style)]
        instance = instance or next((v for _, e in inherited if (v := value(e, "numId"))), None)
        found = self._list(instance) if instance else None
        if found is None:
            return None
        wanted = _whole(level)
        for name, properties in inherited:
            wanted = found.linked(name) if wanted is None else wanted
            wanted = _whole(value(properties, "ilvl")) if wanted is None else wanted
        # A level that is not defined is set like the one above it.
        defined = [n for n in found.levels if n <= (wanted or 0)]
        return (found, max(defined)) if defined else None

    def _list(self, instance: str) -> WordList | None:
        if instance not in self._lists:
            self._lists[instance] = self._read_list(instance)
        return self._lists[instance]

    def _read_list(self, instance: str, links: int = 3) -> WordList | None:
        """An instance with its overrides, also through a numbering style; None for 0 and what does not exist."""
        element = self._instances.get(instance)
        abstract = self._abstract.get(value(element, "abstractNumId"))
        if element is None or abstract is None:
            return None
        style = self._styles.element(value(abstract, "numStyleLink") or "")
        via = value(child(child(style, "pPr"), "numPr"), "numId")
        base = self._read_list(via, links - 1) if via and via != instance and links else None
        levels = dict(base.levels if base else _levels(abstract))
        restarts = dict(base.restarts if base else {})
        for override in element:
            number = _whole(attribute(override, "ilvl"))
            if local(override) != "lvlOverride" or number is None or number >= LEVELS:
                continue
            if (level := child(override, "lvl")) is not None:
                # Word heeds no lvlRestart here ([MS-OI29500] on lvlRestart).
                restart = levels[number].restart if number in levels else number
                levels[number] = replace(_level(level, number), restart=restart)
            if (start := _whole(value(override, "startOverride"))) is not None:
                restarts[number] = start
        counted_with = base.counted_with if base else attribute(abstract, "abstractNumId") or ""
        return WordList(instance, counted_with, dict(sorted(levels.items())), restarts)


def _levels(abstract: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in abstract:
        number = _whole(attribute(element, "ilvl")) if local(element) == "lvl" else None
        if number is not None and number < LEVELS:
            yield number, _level(element, number)


def _level(element: etree._Element, number: int) -> Level:
    kind = _format(element)
    text = LINE_ENDS.sub(" ", value(element, "lvlText") or "")
    if kind == "bullet":
        text = BULLET if child(element, "lvlPicBulletId") is not None else bullet(text, _font(element))
    restart = _whole(value(element, "lvlRestart"))
    return Level(
        kind,
        text,
        _whole(value(element, "start")) or 0,
        SUFFIXES.get(value(element, "suff") or "", "\t"),
        number if restart is None else min(restart, number),
        is_on(element, "isLgl") or False,
        is_on(child(element, "rPr"), "vanish") or False,
        value(element, "pStyle") or "",
    )


def _format(level: etree._Element) -> str:
    """The number format; of alternatives the first that is known here: 001 is, other formats of one's own are not."""
    alternatives = child(level, "AlternateContent")
    for place in (level, *(alternatives if alternatives is not None else ())):
        element = child(place, "numFmt")
        if element is None:
            continue
        kind = attribute(element, "val") or "decimal"
        if kind != "custom":
            return kind
        sample = (attribute(element, "format") or "").partition(",")[0]
        if len(sample) < LEVELS and WITH_ZEROS.fullmatch(sample):
            return sample
    return "decimal"


def _font(level: etree._Element) -> str:
    fonts = child(child(level, "rPr"), "rFonts")
    return next((f for a in FONTS if (f := attribute(fonts, a))), "") if fonts is not None else ""


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and WHOLE_NUMBER.fullmatch(text) else None
