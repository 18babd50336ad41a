"""Fragments written by someone who had not seen the rules."""

import pytest
import yaml
from cases import FOLDER, recall

from docproof.model import Severity


@pytest.mark.parametrize(
    ("name", "firmly", "at_all"),
    [
        ("language", 0.97, 0.98),
        ("office", 0.95, 0.97),
        ("bureau", 0.97, 0.98),
        ("held-out", 0.88, 0.90),
        ("numbers", 0.88, 0.98),
        ("standards", 0.79, 0.97),
        ("standards-held-out", 0.58, 0.77),
        ("clauses", 0.64, 0.75),
    ],
)
def test_marks_are_found(name, firmly, at_all):
    """`firmly` is the least share that a warning meets, `at_all` that any finding does."""
    marks, met, firm = recall(name)
    assert firm / marks >= firmly
    assert met / marks >= at_all


@pytest.mark.parametrize(
    "case",
    [c for path in sorted(FOLDER.glob("*.yaml")) for c in yaml.safe_load(path.read_text("utf-8"))],
    ids=lambda c: c["id"],
)
def test_sound_fragments_draw_nothing(check, case):
    drawn = [f for f in check(case["text"]).findings if f.severity is not Severity.HINT]
    assert not drawn
