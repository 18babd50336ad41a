"""Published texts draw next to nothing."""

from collections import defaultdict

from docproof.checking import Settings, check_paths, shipped_rules
from docproof.model import Severity, Span

MOST_PER_10_000 = 0.3


def test_published_texts_are_quiet(corpora):
    known = defaultdict(list)
    for line in (corpora / "known.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, start, end, *_ = line.split("\t")
            known[name].append(Span(int(start), int(end)))
    characters, alarms = 0, []
    for report in check_paths([corpora / "clean"], Settings(), shipped_rules()):
        characters += report.characters
        name = report.path.replace("\\", "/").rpartition("/")[2]
        alarms += [
            f"{name} {f.rule} {f.text}"
            for f in report.findings
            if f.severity is not Severity.HINT and not any(f.span.overlaps(s) for s in known[name])
        ]
    assert characters > 1_000_000
    assert 10_000 * len(alarms) / characters <= MOST_PER_10_000, "\n".join(alarms)


def test_known_marks_are_found(corpora):
    """What the ledger knows to be real and a machine can tell, is told."""
    reports = {
        r.path.replace("\\", "/").rpartition("/")[2]: r
        for r in check_paths([corpora / "clean"], Settings(), shipped_rules())
    }
    found = missed = 0
    for line in (corpora / "known.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, start, end, *_ = line.split("\t")
            hit = any(f.span.overlaps(Span(int(start), int(end))) for f in reports[name].findings)
            found, missed = found + hit, missed + (not hit)
    assert found / (found + missed) >= 0.95
