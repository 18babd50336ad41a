"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import (
    ages,
    anniversaries,
    attachments,
    deadlines,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    thisyear,
    timespans,
)

MODULES = (
    ages,
    anniversaries,
    attachments,
    deadlines,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    thisyear,
    timespans,
)

__all__ = ["MODULES"]
