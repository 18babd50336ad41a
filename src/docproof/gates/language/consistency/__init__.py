"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import (
    ages,
    anniversaries,
    attachments,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    timespans,
)

MODULES = (
    ages,
    anniversaries,
    attachments,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    timespans,
)

__all__ = ["MODULES"]
