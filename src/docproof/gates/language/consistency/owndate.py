"""The day that a draft is of: what 今年 and 昨天 mean in it."""

from __future__ import annotations

from datetime import date

from docproof.model import Draft, ElementKind

DATED = (ElementKind.ISSUE_DATE, ElementKind.ADOPTION_NOTE, ElementKind.IMPRINT)


def own_date(draft: Draft) -> date | None:
    """The as-of date, where it is the day of the draft and not the end of a year that it looks back on."""
    as_of = draft.as_of
    if as_of and (as_of.month, as_of.day) == (12, 31) and not any(draft.first(kind) for kind in DATED):
        return None
    return as_of
