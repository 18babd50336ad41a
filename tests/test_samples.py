"""The samples: sound ones pass, flawed ones do not."""

from pathlib import Path

import pytest

from docproof.checking import Settings, check_path, shipped_rules
from docproof.model import Gate, Severity, Verdict

SAMPLES = Path(__file__).parent.parent / "samples"


def report_on(path):
    return check_path(path, Settings(), shipped_rules())


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*-合格.*")), ids=lambda p: p.name)
def test_a_sound_sample_passes(path):
    report = report_on(path)
    assert report.verdicts[Gate.LANGUAGE] is Verdict.PASS, [f.message for f in report.findings]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*-有错.*")), ids=lambda p: p.name)
def test_a_flawed_sample_does_not(path):
    report = report_on(path)
    assert report.verdicts[Gate.LANGUAGE] is not Verdict.PASS
    assert sum(f.severity is not Severity.HINT for f in report.findings) >= 3
