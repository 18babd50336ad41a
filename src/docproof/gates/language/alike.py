"""Which characters are written for one another: those that sound alike and those that look alike."""

from __future__ import annotations

from functools import cache

from docproof.engine import rules_root
from docproof.engine.yamlfiles import read


@cache
def are_alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, tones and near initials and finals put aside, or look alike."""
    return any(one in group and other in group for name in ("sounds", "shapes") for group in lines_of(f"{name}.txt"))


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a list under rules/language/, comments left out."""
    text = read(rules_root() / "language" / name)
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
