"""The outcome of checking one draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import Enum

from docproof.model.draft import Draft
from docproof.model.finding import Finding, Gate, Severity


class Verdict(str, Enum):
    """A gate's conclusion: 通过, 待核, 不通过."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Report:
    """The findings of one draft in text order, and a verdict per gate.

    A verdict is None for a gate that did not run or has no rules. `error` is the one line that says why a file
    could not be read; then there is no draft.
    """

    path: str
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    verdicts: dict[Gate, Verdict | None] = field(default_factory=dict)
    error: str | None = None

    @classmethod
    def of(cls, path: str, draft: Draft, findings: Iterable[Finding], ran: Collection[Gate]) -> Report:
        """The report of a draft that the gates `ran` have read."""
        ordered = tuple(sorted(findings, key=lambda f: (f.span, -f.severity.rank, f.rule)))
        worst: dict[Gate, int] = {}
        for f in ordered:
            worst[f.gate] = max(worst.get(f.gate, 0), f.severity.rank)
        verdicts = {g: _verdict(worst.get(g, 0)) if g in ran else None for g in Gate}
        return cls(path, draft, ordered, verdicts)

    @classmethod
    def unreadable(cls, path: str, error: str) -> Report:
        """The report of a file that could not be read."""
        return cls(path, verdicts=dict.fromkeys(Gate), error=error)

    @property
    def characters(self) -> int:
        """Code points of the draft's text."""
        return len(self.draft.text) if self.draft else 0


def _verdict(rank: int) -> Verdict:
    return (Verdict.PASS, Verdict.WARN, Verdict.FAIL)[rank]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over reports."""

    documents: int
    characters: int
    findings: int
    errors: int
    warnings: int
    hints: int
    unreadable: int

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Summary:
        reports = list(reports)
        severities = [f.severity for r in reports for f in r.findings]
        return cls(
            documents=len(reports),
            characters=sum(r.characters for r in reports),
            findings=len(severities),
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            hints=severities.count(Severity.HINT),
            unreadable=sum(r.error is not None for r in reports),
        )
