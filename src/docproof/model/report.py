"""The outcome of checking one draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields
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

    A verdict is None for a gate that did not run or has no rules. `ignored` are the findings that the draft or its house
    has put to rest, which count nowhere; `notes` are lines on how the draft is handled. `error` is the one line that says why a file
    could not be read; then there is no draft.
    """

    path: str
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    verdicts: dict[Gate, Verdict | None] = field(default_factory=dict)
    error: str | None = None
    ignored: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        path: str,
        draft: Draft,
        findings: Iterable[Finding],
        ran: Collection[Gate],
        ignored: tuple[Finding, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> Report:
        """The report of a draft that the gates `ran` have read."""
        ordered = tuple(sorted(findings, key=lambda f: (f.span, -f.severity.rank, f.rule)))
        worst: dict[Gate, int] = {}
        for f in ordered:
            worst[f.gate] = max(worst.get(f.gate, 0), f.severity.rank)
        verdicts = {g: _verdict(worst.get(g, 0)) if g in ran else None for g in Gate}
        return cls(path, draft, ordered, verdicts, None, ignored, notes)

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

    documents: int = 0
    characters: int = 0
    findings: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    unreadable: int = 0
    ignored: int = 0

    @classmethod
    def of(cls, report: Report) -> Summary:
        """The counts of one report."""
        severities = [f.severity for f in report.findings]
        return cls(
            documents=1,
            characters=report.characters,
            findings=len(severities),
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            hints=severities.count(Severity.HINT),
            unreadable=int(report.error is not None),
            ignored=len(report.ignored),
        )

    def __add__(self, other: Summary) -> Summary:
        return Summary(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def holds(self, severity: Severity) -> bool:
        """Whether something at or above a severity was found."""
        counts = {Severity.ERROR: self.errors, Severity.WARNING: self.warnings, Severity.HINT: self.hints}
        return any(n for s, n in counts.items() if s.rank >= severity.rank)
