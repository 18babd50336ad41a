"""What every rule shows, whether it is data or a function."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from docproof.model import FixSafety, Gate, RuleError, Severity, Source, Span

MARKS = re.compile("([⟦⟧])")
EVERY = ".*"  # may stand behind a family's name


class Example(msgspec.Struct, frozen=True):
    """A text with what a rule finds in it.

    `marked` is the text as written, the wrong words in ⟦…⟧ or, with the first suggestion, ⟦wrong→right⟧; `text` is
    it without marks, `marks` their spans with the suggestion or None. `as_of` is the as-of date that it needs.
    """

    marked: str
    text: str
    marks: tuple[tuple[Span, str | None], ...]
    as_of: date | None = None

    @classmethod
    def parse(cls, marked: str, as_of: date | None = None) -> Example:
        """Raises RuleError where ⟦ and ⟧ do not pair."""
        text, marks, length = [], [], 0
        opened: int | None = None
        for piece in MARKS.split(marked):
            if (piece == "⟦") == (opened is not None) and piece in ("⟦", "⟧"):
                raise RuleError(f"例句的 ⟦ ⟧ 不成对：{marked}")
            if piece == "⟦":
                opened = length
            elif piece == "⟧":
                opened = None
            else:
                words, arrow, right = piece.partition("→") if opened is not None else (piece, "", "")
                if opened is not None:
                    marks.append((Span(length, length + len(words)), right if arrow else None))
                text.append(words)
                length += len(words)
        if opened is not None:
            raise RuleError(f"例句的 ⟦ ⟧ 不成对：{marked}")
        return cls(marked, "".join(text), tuple(marks), as_of)


@dataclass(frozen=True, slots=True)
class Rule:
    """The face of a rule: what its page shows and what its findings carry.

    A `general` rule gives way where a more specific one speaks of the same place. `file` is where a data rule stands.
    """

    id: str
    gate: Gate
    severity: Severity
    message: str
    source: Source
    fix: FixSafety | None
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    why: str = ""
    general: bool = False
    file: Path | None = None

    @property
    def title(self) -> str:
        """The message in general: the places for a draft's own words become an ellipsis."""
        return re.sub(r"\{\w+\}", "…", self.message)


def is_named(rule: str, name: str) -> bool:
    """Whether a name is a rule's id, or its family with or without `.*`."""
    name = name.removesuffix(EVERY)
    return rule == name or rule.startswith(f"{name}.")


def by_length(name: str) -> int:
    """A key that sorts families before what is in them."""
    return len(name.removesuffix(EVERY))
