"""The wordings that the rules of numbers were widened for; a hint is enough."""

from pathlib import Path

import pytest
from cases import finds, load

from docproof.model import Gate

CASES = Path(__file__).parent / "cases" / "number-variants.tsv"


@pytest.mark.parametrize(("text", "spans", "wanted"), list(load(CASES)))
def test_each_mark_is_found_with_what_to_write(check, text, spans, wanted):
    findings = [f for f in check(text).findings if f.gate is Gate.LANGUAGE]
    for start, end in spans:
        assert any(finds(f, start, end, wanted, text) for f in findings), text[start:end]
