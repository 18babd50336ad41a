"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import (
    abbreviations,
    ages,
    aliases,
    anniversaries,
    attachments,
    comparisons,
    complements,
    completion,
    deadlines,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    thisyear,
    timespans,
    titles,
)

MODULES = (
    abbreviations,
    ages,
    aliases,
    anniversaries,
    attachments,
    comparisons,
    complements,
    completion,
    deadlines,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    thisyear,
    timespans,
    titles,
)

__all__ = ["MODULES"]
