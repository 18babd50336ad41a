"""Wrong words of office drafts: each is told at warning or above, with the right word; near misses are not."""

from pathlib import Path

import pytest
from cases import finds, load

from docproof.model import Severity

CASES = Path(__file__).parent / "cases" / "words.tsv"


@pytest.mark.parametrize(("text", "spans", "wanted"), list(load(CASES)))
def test_a_wrong_word_is_told(check, text, spans, wanted):
    findings = [f for f in check(text).findings if f.severity is not Severity.HINT]
    for start, end in spans:
        assert any(finds(f, start, end, wanted, text) for f in findings), text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        "要以知促行，年满60岁未参保的人员由社区登记。",
        "请按市环报〔2026〕3号、云科计〔2026〕12号文件办理，对种、管、卖各环节从种到卖全程服务。",
        "古戏台正梁上墨书“大清光緒三年重建”八字。",
        "参会人员：王建國、李國強。",
        "水源地保护、有计划地推进管网改造，工地井然有序。",
        "网格员挨家挨户地走访，按时的答复占八成。",
        "请审计部门联系会议工作人员。",
    ],
)
def test_a_near_miss_is_not(check, text):
    assert not [f for f in check(text).findings if f.severity is not Severity.HINT]
