"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import (
    anniversaries,
    attachments,
    nothing_below,
    plans,
    references,
    sessions,
)

MODULES = (
    anniversaries,
    attachments,
    nothing_below,
    plans,
    references,
    sessions,
)

__all__ = ["MODULES"]
