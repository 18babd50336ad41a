"""One mistake, one finding, also where two gates see it."""

import pytest

from docproof.checking import check_text
from docproof.model import Gate

DRAFT = """沅泽县水利局文件
{number}
沅泽县水利局关于做好春灌工作的通知
各乡镇水利站{colon}
请各站及早动手。
附件：{first}春灌用水计划表
　　　2.渠系图
沅泽县水利局
{date}"""
SOUND = {"number": "沅水〔2026〕8号", "colon": "：", "first": "1.", "date": "2026年3月2日"}


@pytest.mark.parametrize(
    ("part", "words", "rule"),
    [
        ("number", "沅水[2026]8号", "document-number.form"),
        ("number", "沅水〔2026〕第8号", "document-number.form"),
        ("colon", ":", "recipients.colon"),
        ("first", "1、", "attachment-note.numbers"),
        ("date", "2026年03月02日", "issue-date.form"),
        ("date", "2026.3.2", "issue-date.form"),
        ("date", "2026年2月30日", "issue-date.form"),
    ],
)
def test_the_form_of_an_element_is_told_once_by_the_format_gate(part, words, rule):
    found = check_text(DRAFT.format(**{**SOUND, part: words})).findings
    assert [f.rule for f in found if f.gate in (Gate.FORMAT, Gate.LANGUAGE)] == [rule]


def test_the_language_gate_tells_marks_elsewhere_and_words_anywhere():
    found = check_text("沅泽县水利局关于做好春灌工作的通知\n各乡镇水利站：\n各站要布署春灌,抓好落实（沅政[2025]3号）。")
    assert {f.gate for f in found.findings} == {Gate.LANGUAGE}
    assert len(found.findings) == 3


def test_the_structure_of_numbers_is_told_beside_each_number():
    found = check_text(
        "沅泽县水利局关于做好春灌工作的通知\n各站：\n一、查渠\n（1）主渠。\n（2）支渠。\n二、清淤\n三月完成。"
    )
    assert {f.rule for f in found.findings if f.gate is Gate.FORMAT} == {"headings.levels"}
    assert [f.rule for f in found.findings if f.gate is Gate.LANGUAGE] == ["numbering.level-skipped"] * 2


def test_a_long_paragraph_hides_nothing_in_it():
    text = (
        "关于做好档案工作的通知\n各科室：\n" + "请各科室认真整理档案,按时移交。" * 60 + "\n松屏市档案局\n2026年3月2日"
    )
    found = [f.rule for f in check_text(text).findings]
    assert "style.long-paragraph" in found
    assert found.count("punctuation.half-width") == 60
