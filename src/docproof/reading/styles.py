"""What the styles of a Word file say of its paragraphs and runs."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docproof.model import Alignment
from docproof.reading.wordml import attribute, child, is_on, local, value

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


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph is set as: its style's name, outline level from 1, and alignment."""

    style: str = ""
    outline_level: int | None = None
    alignment: Alignment | None = None
    hidden: bool = False


class Styles:
    """The styles part, asked for paragraphs and runs; direct formatting goes before styles, styles before parents."""

    def __init__(self, root: etree._Element | None):
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in root if root is not None else ():
            if local(style) != "style":
                continue
            name = attribute(style, "styleId") or ""
            self._styles[name] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                self._default = name
        self._looks: dict[str, ParagraphLook] = {}

    def paragraph(self, properties: etree._Element | None) -> ParagraphLook:
        """The look of a paragraph with these `w:pPr`."""
        style = value(properties, "pStyle") or self._default
        base = self._looks.get(style)
        if base is None:
            base = self._looks[style] = self._of_style(style)
        if properties is None:
            return base
        level, alignment = _level(properties), _alignment(properties)
        return ParagraphLook(base.style, level or base.outline_level, alignment or base.alignment, base.hidden)

    def hides(self, properties: etree._Element | None) -> bool:
        """Whether a run with these `w:rPr` is hidden text."""
        if properties is None:
            return False
        direct = is_on(properties, "vanish")
        if direct is not None:
            return direct
        style = value(properties, "rStyle")
        return any(is_on(child(s, "rPr"), "vanish") for s in self._chain(style)) if style else False

    def _of_style(self, name: str) -> ParagraphLook:
        level = alignment = hidden = None
        for style in self._chain(name):
            properties = child(style, "pPr")
            level = level or _level(properties)
            alignment = alignment or _alignment(properties)
            hidden = is_on(child(style, "rPr"), "vanish") if hidden is None else hidden
        title = value(self._styles.get(name), "name") or ""
        return ParagraphLook(title, level, alignment, bool(hidden))

    def _chain(self, name: str) -> list[etree._Element]:
        """The style and its parents, nearest first."""
        chain: list[etree._Element] = []
        style = self._styles.get(name)
        while style is not None and len(chain) < MAX_PARENTS:
            chain.append(style)
            style = self._styles.get(value(style, "basedOn") or "")
        return chain


def _level(properties: etree._Element | None) -> int | None:
    """Outline level from 1; Word's level 9 is body text."""
    text = value(properties, "outlineLvl") or ""
    return int(text) + 1 if text.isascii() and text.isdigit() and int(text) < 9 else None


def _alignment(properties: etree._Element | None) -> Alignment | None:
    return ALIGNMENTS.get(value(properties, "jc") or "")
