"""False alarms and marks found, as the README states them: python benchmarks/accuracy.py [CORPORA]

CORPORA holds clean/ (published texts) and known.tsv (what in them is really wrong); without it only the fragments of
tests/cases are counted.
"""

import os
import sys
from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from cases import finds, ledger, load  # noqa: E402

from docproof.checking import Settings, check_paths, check_text, shipped_rules  # noqa: E402
from docproof.model import Gate, Severity  # noqa: E402

CORPORA = Path(os.environ.get("DOCPROOF_CORPORA", ROOT.parent / "shared" / "corpora"))
CASES = ROOT / "tests" / "cases"


def false_alarms(corpora):
    """Findings per 10,000 characters of published texts, beside what is known to be real, and the rules behind them."""
    known = ledger(corpora / "known.tsv")
    characters, rules, hints = 0, Counter(), 0
    for report in check_paths([corpora / "clean"], Settings(), shipped_rules()):
        characters += report.characters
        for f in report.findings:
            if any(f.span.overlaps(s) for s in known[Path(report.path).name]):
                continue
            if f.severity is Severity.HINT:
                hints += 1
            else:
                rules[f.rule] += 1
    firm = sum(rules.values())
    print(f"published texts: {characters} characters; per 10,000 beside what is known to be real:")
    print(f"  warning and above  {10_000 * firm / characters:.3f}  {dict(rules.most_common())}")
    print(f"  hint and above     {10_000 * (firm + hints) / characters:.3f}")


def marks_found(name):
    """How many marks of a file of fragments are found."""
    marks = firm = any_severity = 0
    for text, spans, wanted in load(CASES / f"{name}.tsv"):
        findings = [f for f in check_text(text).findings if f.gate is Gate.LANGUAGE]
        for start, end in spans:
            met = [f for f in findings if finds(f, start, end, wanted, text)]
            marks += 1
            any_severity += bool(met)
            firm += any(f.severity is not Severity.HINT for f in met)
    print(f"{name}: {any_severity} of {marks} marks found ({any_severity / marks:.3f}), {firm} at warning and above")


def sound_passed(name):
    """How many sound fragments draw no warning."""
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    passed = sum(all(f.severity is Severity.HINT for f in check_text(c["text"]).findings) for c in cases)
    print(f"{name}: {passed} of {len(cases)} sound fragments draw no warning")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA
    if folder.is_dir():
        false_alarms(folder)
    for fragments in sorted(CASES.glob("*.tsv")):
        marks_found(fragments.stem)
    for fragments in sorted(CASES.glob("*.yaml")):
        sound_passed(fragments.stem)
