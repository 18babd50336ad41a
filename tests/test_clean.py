"""Published texts draw next to nothing."""

from pathlib import Path

from cases import ledger

from docproof.checking import Settings, check_paths, shipped_rules
from docproof.model import Severity

MOST_PER_10_000 = 0.5


def test_published_texts_are_quiet(corpora):
    known = ledger(corpora / "known.tsv")
    characters, alarms = 0, []
    for report in check_paths([corpora / "clean"], Settings(), shipped_rules()):
        characters += report.characters
        name = Path(report.path).name
        alarms += [
            f"{name} {f.rule} {f.text}"
            for f in report.findings
            if f.severity is not Severity.HINT and not any(f.span.overlaps(s) for s in known[name])
        ]
    assert characters > 1_000_000
    assert 10_000 * len(alarms) / characters <= MOST_PER_10_000, "\n".join(alarms)


def test_known_marks_are_found(corpora):
    """What the ledger knows to be real and a machine can tell, is told."""
    reports = {Path(r.path).name: r for r in check_paths([corpora / "clean"], Settings(), shipped_rules())}
    met = [
        any(f.span.overlaps(span) for f in reports[name].findings)
        for name, spans in ledger(corpora / "known.tsv").items()
        for span in spans
    ]
    assert sum(met) / len(met) >= 0.95
