"""Marked fragments and whole drafts for the five gates: what a check finds of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from cases import finds, unmark

from docproof.checking import Settings, check_text
from docproof.model import Gate, Severity

FOLDER = Path(__file__).parent / "cases" / "gates"
PLAIN = Settings()
GATES = {"punct": "language", "number": "language"}


@dataclass(frozen=True)
class Case:
    """A text for one gate with what is to be found in it; a `clean` one is to draw no warning of any gate.

    `mentions` are words of which a message of the gate must hold one.
    """

    id: str
    gate: Gate | None
    text: str
    spans: tuple
    wanted: tuple
    mentions: tuple = ()
    clean: bool = False
    settings: Settings = PLAIN


@dataclass
class Score:
    """Of the marks of some cases, how many were met, and how many at warning and above."""

    marks: int = 0
    met: int = 0
    firm: int = 0


def fragments(path):
    """The cases of a TSV file: gate, text with marks, suggestions, note."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            gate, marked, *rest = line.split("\t")
            text, spans = unmark(marked.replace("\\n", "\n"))
            wanted = tuple(w for w in (rest[0] if rest else "").split("|") if w)
            yield Case(
                f"{path.stem}-{number}", Gate(GATES.get(gate, gate)), text, tuple(spans), wanted, clean=not spans
            )


def drafts(path):
    """The cases of a YAML file of whole drafts."""
    for data in yaml.safe_load(path.read_text(encoding="utf-8")):
        text, spans = unmark(data["text"])
        day = data.get("date")
        settings = Settings(profile=data.get("profile"), as_of=date.fromisoformat(str(day)) if day else None)
        gate = Gate(GATES.get(data["gate"], data["gate"])) if data.get("gate") else None
        mentions = tuple(map(str, data.get("mentions") or ()))
        yield Case(data["id"], gate, text, tuple(spans), (), mentions, bool(data.get("clean")), settings)


def cases(path):
    """The cases of a file of either kind."""
    return fragments(path) if path.suffix == ".tsv" else drafts(path)


def scores(path):
    """What is found of a file's cases, by gate; sound ones left out."""
    found = defaultdict(Score)
    for case in cases(path):
        if case.clean:
            continue
        drawn = [f for f in check_text(case.text, case.settings).findings if f.gate is case.gate]
        met = [[f for f in drawn if finds(f, start, end, case.wanted, case.text)] for start, end in case.spans]
        if case.mentions:
            met.append([f for f in drawn if any(word in f.message for word in case.mentions)])
        score = found[case.gate]
        score.marks += len(met)
        score.met += sum(map(bool, met))
        score.firm += sum(any(f.severity is not Severity.HINT for f in fs) for fs in met)
    return found


def alarms(case):
    """The findings at warning and above of a case."""
    return [f for f in check_text(case.text, case.settings).findings if f.severity is not Severity.HINT]
