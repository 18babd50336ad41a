"""Consistency within whole drafts: what no single sentence shows."""

import pytest
from docx import Document as WordDocument

from docproof.checking import Settings, check_path, check_text, shipped_rules
from docproof.gates.language.consistency.knowntimes import events, periods

NOTICE = """青禾县水利局关于开展2026年水库安全检查的通知
各镇人民政府：
定于4月10日至4月20日开展水库安全检查，检查标准见附件1，登记表见附件2。
附件：1.检查标准
2.问题登记表
青禾县水利局
2026年4月2日
附件1
检查标准
附件2
问题登记表
"""


def rules_of(text: str) -> set[str]:
    return {f.rule for f in check_text(text, Settings(), shipped_rules()).findings if f.rule.startswith("consistency.")}


def test_a_sound_notice_is_consistent():
    assert rules_of(NOTICE) == set()


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("见附件1，", "见附件3，", "consistency.attachment-reference"),
        ("附件2\n问题登记表", "附件2\n问题统计表", "consistency.attachment-title"),
        ("附件2\n问题登记表\n", "", "consistency.attachment-missing"),
        ("附件1\n检查标准\n附件2\n问题登记表", "附件1\n问题登记表\n附件2\n检查标准", "consistency.attachment-order"),
        ("附件1\n检查标准", "附件\n检查标准", "consistency.attachment-single"),
        ("2026年4月2日", "2026年4月12日", "consistency.deadline-passed"),
    ],
)
def test_one_change_is_found(right, wrong, rule):
    assert rules_of(NOTICE.replace(right, wrong)) == {rule}


def test_a_total_in_a_word_table(tmp_path):
    document = WordDocument()
    rows = [("乡镇", "户数", "人数"), ("白水镇", "12", "40"), ("青石镇", "8", "25"), ("合计", "20", "75")]
    table = document.add_table(len(rows), 3)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    path = tmp_path / "表.docx"
    document.save(str(path))
    found = [f for f in check_path(path, Settings(), shipped_rules()).findings if f.rule == "consistency.table-total"]
    assert [(f.text, f.suggestions) for f in found] == [("75", ("65",))]


def test_known_times_are_in_order():
    assert all(p.first <= p.last for p in periods().values())
    plans = [p for (kind, _), p in periods().items() if kind == "plan"]
    assert {p.last - p.first for p in plans} == {4}
    assert all(1800 < year < 2100 for year in events().values())
