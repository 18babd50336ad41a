"""Which characters are written for one another: those that sound alike and those that look alike."""

from __future__ import annotations

from functools import cache

from docproof.gates.language.shelf import lines_of


@cache
def are_alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, tones and near initials and finals put aside, or look alike."""
    return any(one in group and other in group for name in ("sounds", "shapes") for group in lines_of(f"{name}.txt"))
