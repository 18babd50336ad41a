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
    members,
    names,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    tabletotals,
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
    members,
    names,
    nothing_below,
    partsofyear,
    plans,
    references,
    sessions,
    tabletotals,
    thisyear,
    timespans,
    titles,
)

__all__ = ["MODULES"]
