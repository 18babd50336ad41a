"""The report format, version 1 (docs/report-format.md, schema in docproof/reporting/report-v1.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from docproof.model import Draft, Finding, Gate, Report, Summary
from docproof.reporting.where import where

VERSION = 1


def json_pieces(reports: Iterable[Report], counted: list[Summary]) -> Iterator[bytes]:
    """The UTF-8 text of one JSON object, a document at a time, so that no more than one report is held.

    A summary of each report is added to `counted`.
    """
    yield b'{"version": %d,\n "documents": [' % VERSION
    for n, report in enumerate(reports):
        yield (b",\n  " if n else b"\n  ") + msgspec.json.encode(document_data(report))
        counted.append(Summary.of([report]))
    yield b'],\n "summary": ' + msgspec.json.encode(_sum(counted)) + b"}\n"


def document_data(report: Report) -> dict[str, Any]:
    """One document of the report format."""
    draft = report.draft
    return {
        "path": report.path.replace("\\", "/"),
        "type": draft.type.value if draft and draft.type else None,
        "profile": draft.profile if draft else None,
        "as_of": draft.as_of.isoformat() if draft and draft.as_of else None,
        "characters": report.characters,
        "error": report.error,
        "gates": {g.value: v.value if (v := report.verdicts.get(g)) else None for g in Gate},
        "findings": [finding_data(f, draft) for f in report.findings] if draft else [],
    }


def finding_data(finding: Finding, draft: Draft) -> dict[str, Any]:
    """One finding of the report format; offsets in code points, line and column from 1."""
    line, column = draft.document.position(finding.span.start)
    return {
        "rule": finding.rule,
        "gate": finding.gate.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "source": str(finding.source),
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "line": line,
        "column": column,
        "where": where(draft, finding.span),
        "suggestions": list(finding.suggestions),
        "fix": finding.fix.value if finding.fix else None,
        "key": finding.key,
    }


def _sum(parts: list[Summary]) -> dict[str, int]:
    names = ("documents", "characters", "findings", "errors", "warnings", "hints")
    return {name: sum(getattr(p, name) for p in parts) for name in names}
