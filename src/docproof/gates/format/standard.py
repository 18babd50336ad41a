"""The sources of the format gate, and from when on they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docproof.engine import CodeRule
from docproof.model import Source, Strength

STANDARD = "GB/T 9704—2012"
REGULATIONS = "党政机关公文处理工作条例"
IN_FORCE = date(2012, 7, 1)  # both
ELEMENTS = Source(REGULATIONS, "第九条", Strength.REQUIRED)
PRACTICE = Source("公文写作惯例", "", Strength.PRACTICE)


def clause(number: str, strength: Strength = Strength.REQUIRED) -> Source:
    """A clause of GB/T 9704—2012."""
    return Source(STANDARD, number, strength)


def since_in_force(rule: CodeRule) -> CodeRule:
    """The rule, silent about drafts dated before the standard: theirs was another one."""
    check = rule.check
    return replace(rule, check=lambda draft, basis: iter(()) if _is_older(draft.as_of) else check(draft, basis))


def _is_older(day: date | None) -> bool:
    return day is not None and day < IN_FORCE
