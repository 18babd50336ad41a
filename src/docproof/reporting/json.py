"""The report format, version 1 (docs/report-format.md, schema in docproof/reporting/report-v1.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from docproof.model import Draft, Finding, Gate, Report, Summary
from docproof.reporting.where import where

VERSION = 1
COUNTED = ("documents", "characters", "findings", "errors", "warnings", "hints")


def write_json(reports: Iterable[Report], out: BinaryIO) -> Summary:
    """Write one JSON object in UTF-8, a document at a time, so that no more than one report is held; returns the total."""
    total = Summary()
    out.write(b'{"version": %d,\n "documents": [' % VERSION)
    for n, report in enumerate(reports):
        out.write((b",\n  " if n else b"\n  ") + msgspec.json.encode(document_data(report)))
        total += Summary.of(report)
    counts = {name: getattr(total, name) for name in COUNTED}
    out.write(b'],\n "summary": ' + msgspec.json.encode(counts) + b"}\n")
    out.flush()
    return total


def document_data(report: Report) -> dict[str, Any]:
    """One document of the report format."""
    draft = report.draft
    return {
        "path": report.path,
        "type": draft.type.value if draft and draft.type else None,
        "profile": draft.profile if draft else None,
        "as_of": draft.as_of.isoformat() if draft and draft.as_of else None,
        "characters": report.characters,
        "error": report.error,
        "gates": {g.value: v.value if (v := report.verdicts.get(g)) else None for g in Gate},
        "findings": [finding_data(f, draft) for f in report.findings] if draft else [],
        "ignored": len(report.ignored),
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
