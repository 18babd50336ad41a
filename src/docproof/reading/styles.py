"""What the styles of a Word file say of its paragraphs and runs."""

from __future__ import annotations

import msgspec
from lxml import etree

from docproof.model import Alignment
from docproof.reading.wordml import OFF, attribute, child, local, tags, value

ALIGNMENTS = {
    "left": Alignment.START,
    "start": Alignment.START,
    "center": Alignment.CENTER,
    "right": Alignment.END,
    "end": Alignment.END,
    "both": Alignment.BOTH,
    "distribute": Alignment.BOTH,
}
MAX_PARENTS = 20
Facts = dict[str, "str | None"]
FACTS = {tag: name for name in ("vanish", "b", "sz", "rStyle") for tag in tags(name)}


class RunLook(msgspec.Struct, frozen=True):
    """What a run is set as; size in points."""

    hidden: bool = False
    bold: bool = False
    size: float | None = None


class ParagraphLook(msgspec.Struct, frozen=True):
    """What a paragraph is set as: its style's name and id, outline level from 1, alignment.

    `run` is the look of its runs that say nothing of their own.
    """

    style: str = ""
    style_id: str = ""
    outline_level: int | None = None
    alignment: Alignment | None = None
    run: RunLook = RunLook()


class _Said(msgspec.Struct, frozen=True):
    """What run properties say, or None where they are silent."""

    hidden: bool | None = None
    bold: bool | None = None
    size: float | None = None
    style: str = ""

    @classmethod
    def of(cls, facts: Facts) -> _Said:
        """The meaning of what stands in the file."""
        hidden, bold = (facts[n] not in OFF if n in facts else None for n in ("vanish", "b"))
        return cls(hidden, bold, _points(facts.get("sz")), facts.get("rStyle") or "")


class Styles:
    """The styles part, asked for paragraphs and runs; direct formatting goes before styles, styles before parents."""

    def __init__(self, root: etree._Element | None):
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._defaults: Facts = {}
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                self._defaults = _facts(child(child(element, "rPrDefault"), "rPr"))
            if local(element) != "style":
                continue
            name = attribute(element, "styleId") or ""
            self._styles[name] = element
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true", "on"}:
                self._default = name
        self._looks: dict[str, ParagraphLook] = {}
        self._runs: dict[tuple[object, ...], RunLook] = {}

    def paragraph(self, properties: etree._Element | None) -> ParagraphLook:
        """The look of a paragraph with these `w:pPr`."""
        style = value(properties, "pStyle") or self._default
        base = self._looks.get(style)
        if base is None:
            base = self._looks[style] = self._of_style(style)
        if properties is None:
            return base
        level, alignment = _level(properties), _alignment(properties)
        if level is None and alignment is None:
            return base
        return ParagraphLook(
            base.style,
            base.style_id,
            base.outline_level if level is None else level or None,
            alignment or base.alignment,
            base.run,
        )

    def run(self, properties: etree._Element | None, paragraph: ParagraphLook) -> RunLook:
        """The look of a run with these `w:rPr` in such a paragraph.

        What the run says itself goes first. Of toggles (hidden, bold) that a paragraph style and a character style
        both set, one undoes the other (ECMA-376 17.7.3).
        """
        if properties is None or not (facts := _facts(properties)):
            return paragraph.run
        key = (paragraph.style_id, *facts.items())
        if key not in self._runs:
            self._runs[key] = self._run(_Said.of(facts), paragraph.run)
        return self._runs[key]

    def element(self, name: str) -> etree._Element | None:
        """A style by its id, or None."""
        return self._styles.get(name)

    def chain(self, name: str) -> list[tuple[str, etree._Element]]:
        """The style and its parents with their ids, nearest first."""
        chain: list[tuple[str, etree._Element]] = []
        style = self._styles.get(name)
        while style is not None and len(chain) < MAX_PARENTS:
            chain.append((name, style))
            name = value(style, "basedOn") or ""
            style = self._styles.get(name)
        return chain

    def _of_style(self, name: str) -> ParagraphLook:
        level = alignment = None
        for _, style in self.chain(name):
            properties = child(style, "pPr")
            level = _level(properties) if level is None else level
            alignment = alignment or _alignment(properties)
        title = value(self._styles.get(name), "name") or ""
        said = _Said.of(self._defaults | self._facts_of(name))
        run = RunLook(bool(said.hidden), bool(said.bold), said.size)
        return ParagraphLook(title, name, level or None, alignment, run)

    def _run(self, said: _Said, base: RunLook) -> RunLook:
        style = _Said.of(self._facts_of(said.style))
        return RunLook(
            base.hidden ^ bool(style.hidden) if said.hidden is None else said.hidden,
            base.bold ^ bool(style.bold) if said.bold is None else said.bold,
            said.size or style.size or base.size,
        )

    def _facts_of(self, style: str) -> Facts:
        """What a style says of runs, its parents behind it."""
        facts: Facts = {}
        for _, element in self.chain(style):
            facts = _facts(child(element, "rPr")) | facts
        return facts


def _facts(properties: etree._Element | None) -> Facts:
    """The values of those run properties that are of interest."""
    if properties is None:
        return {}
    return {name: attribute(e, "val") for e in properties if (name := FACTS.get(e.tag))}


def _level(properties: etree._Element | None) -> int | None:
    """Outline level from 1; 0 for body text, which is Word's level 9; None where nothing is said."""
    text = value(properties, "outlineLvl") or ""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) + 1 if len(text) == 1 and text != "9" else 0


def _alignment(properties: etree._Element | None) -> Alignment | None:
    return ALIGNMENTS.get(value(properties, "jc") or "")


def _points(half_points: str | None) -> float | None:
    """A size of Word in points."""
    text = half_points or ""
    return int(text) / 2 if len(text) < 6 and text.isascii() and text.isdigit() and int(text) else None
