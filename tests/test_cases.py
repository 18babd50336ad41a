"""Fragments written by someone who had not seen the rules."""

from pathlib import Path

import pytest
import yaml
from cases import finds, load

from docproof.model import Gate, Severity

FOLDER = Path(__file__).parent / "cases"


def cases_in(name):
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "recall"),
    [("language", 0.97), ("office", 0.95), ("bureau", 0.97), ("held-out", 0.88), ("numbers", 0.88)],
)
def test_marks_are_found(check, name, recall):
    found, missed = 0, []
    for text, spans, wanted in load(FOLDER / f"{name}.tsv"):
        findings = [f for f in check(text).findings if f.gate is Gate.LANGUAGE and f.severity is not Severity.HINT]
        for start, end in spans:
            if any(finds(f, start, end, wanted, text) for f in findings):
                found += 1
            else:
                missed.append(f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}")
    assert found / (found + len(missed)) >= recall, "\n".join(missed)


@pytest.mark.parametrize(
    "case",
    [c for name in ("near-misses", "office-sound", "bureau-sound", "numbers-sound") for c in cases_in(name)],
    ids=lambda c: c["id"],
)
def test_sound_fragments_draw_nothing(check, case):
    drawn = [f for f in check(case["text"]).findings if f.severity is not Severity.HINT]
    assert not drawn
