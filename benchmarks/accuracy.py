"""False alarms and marks found, as the README states them: python benchmarks/accuracy.py [CORPORA]

CORPORA holds clean/ (published texts) and known.tsv (what in them is really wrong); without it only the fragments of
tests/cases are counted.
"""

import os
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import gatecases  # noqa: E402
from cases import FOLDER, ledger, planted, recall, sound  # noqa: E402

from docproof.checking import Settings, check_paths, shipped_rules  # noqa: E402
from docproof.model import Severity  # noqa: E402

CORPORA = Path(os.environ.get("DOCPROOF_CORPORA", ROOT.parent / "shared" / "corpora"))


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


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA
    if folder.is_dir():
        false_alarms(folder)
    for name in sorted(path.stem for path in FOLDER.glob("*.tsv")):
        marks, met, firm = recall(name)
        print(f"{name}: {met} of {marks} marks found ({met / marks:.3f}), {firm} at warning and above")
    for path in sorted(gatecases.FOLDER.iterdir()):
        for gate, score in gatecases.scores(path).items():
            share = score.met / score.marks
            print(
                f"{path.name} {gate.value}: {score.met} of {score.marks} ({share:.3f}), {score.firm} at warning and above"
            )
        clean = [case for case in gatecases.cases(path) if case.clean]
        if clean:
            print(
                f"{path.name}: {sum(not gatecases.alarms(c) for c in clean)} of {len(clean)} sound ones draw no warning"
            )
    met, marks = planted(ROOT / "samples", ROOT / "docs" / "samples.md")
    print(f"samples: {met} of {marks} planted mistakes found")
    passed, total = sound()
    print(f"{passed} of {total} sound fragments draw no warning")
