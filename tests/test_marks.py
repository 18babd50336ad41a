"""Punctuation and numbering by fragments: every mark is found, hints included, and sound ones draw nothing at all."""

from pathlib import Path

import pytest
import yaml
from cases import finds, load

from docproof.model import Gate

FOLDER = Path(__file__).parent / "cases"
MARKED = list(load(FOLDER / "marks.tsv"))
SOUND = yaml.safe_load((FOLDER / "marks-sound.yaml").read_text("utf-8"))


def language(report):
    """What the language gate found."""
    return [f for f in report.findings if f.gate is Gate.LANGUAGE]


@pytest.mark.parametrize(("text", "spans", "wanted"), MARKED, ids=range(1, len(MARKED) + 1))
def test_every_mark_is_found_and_nothing_else(check, text, spans, wanted):
    report = check(text)
    told = [
        *language(report),
        *(f for f in report.findings if f.gate is Gate.FORMAT),
    ]  # which tells the form of elements
    for start, end in spans:
        assert any(finds(f, start, end, wanted, text) for f in told)
    elsewhere = [f for f in language(report) if not any(f.span.start <= e and s <= f.span.end for s, e in spans)]
    assert not elsewhere


@pytest.mark.parametrize("case", SOUND, ids=lambda c: c["id"])
def test_sound_fragments_draw_nothing_at_all(check, case):
    assert not language(check(case["text"]))
