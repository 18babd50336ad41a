"""The time of which a clause speaks decides whether a name is an old one."""

from datetime import date

import pytest

from docproof.checking import outline_text
from docproof.gates.policy.told import Time, told
from docproof.model import Span

SINCE = date(2019, 1, 1)
NAME = "环保局"


def time_of(text, as_of=None):
    at = text.index(NAME)
    return told(outline_text(text, as_of), Span(at, at + len(NAME)), SINCE)


@pytest.mark.parametrize(
    "text",
    [
        "2016年，县环保局立案查处",
        "2016年5月，县环保局立案查处",
        "二〇一六年，县环保局立案查处",
        "20世纪90年代，县环保局成立",
        "2015—2017年，县环保局每年检查两次",
        "原县环保局批准的项目",
        "由原青禾县环保局批准的项目",
        "时任县政府副县长、环保局局长",
        "县环保局更名为县生态环境局",
        "撤销县环保局",
        "将县环保局的职责划入县生态环境局",
    ],
)
def test_what_is_told_of_the_past_may_bear_its_names(text):
    assert time_of(text, date(2025, 6, 1)) is Time.BEFORE


@pytest.mark.parametrize(
    "text",
    [
        "2024年，县环保局立案查处",
        "2016年以来，县环保局加强检查",
        "请县环保局于2025年底前办结",
        "根据临政发〔2016〕5号文件，县环保局负责",
        "县环保局撤销了该项许可",
        "由平原县环保局负责",
        "县环保局在冬春时期加强检查",
    ],
)
def test_a_later_year_or_date_tells_of_a_time_after_the_change(text):
    assert time_of(text, date(2025, 6, 1)) is Time.AFTER


def test_without_any_date_nobody_can_say():
    assert time_of("由县环保局负责") is Time.UNKNOWN


def test_a_paragraph_that_began_in_the_past_leaves_it_open():
    assert time_of("该案发生在2016年。县环保局随后立案。", date(2025, 6, 1)) is Time.UNKNOWN


def test_a_year_within_an_earlier_clause_leaves_it_open():
    assert time_of("经2017年县政府会议同意，由县环保局负责", date(2025, 6, 1)) is Time.UNKNOWN


def test_an_older_draft_writes_the_names_of_its_day():
    assert time_of("由县环保局负责", date(2018, 6, 1)) is Time.BEFORE


def test_the_number_of_a_document_shows_when_an_undated_draft_was_written():
    assert time_of("根据临政发〔2024〕5号文件，由县环保局负责") is Time.AFTER
