"""Tables that code rules read: of all packs together, each row strictly typed."""

from datetime import date

import msgspec
import pytest

from docproof.checking import outline_text
from docproof.engine import RuleSet, Table, hit, rule
from docproof.engine.tables import load_rows
from docproof.gates.policy.organs import Organ
from docproof.gates.policy.slogans import Slogan
from docproof.model import Gate, RuleError, Severity, Source, Span


class Landing(msgspec.Struct):
    old: str
    new: str = ""
    names: tuple[str, ...] = ()
    since: date | None = None


LANDINGS: Table[Landing, dict[str, Landing]] = Table(
    "policy/landings.tsv", Landing, lambda rows: {r.old: r for r in rows}
)


@rule(
    "landing.renamed",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=Source("码头名录"),
    bad=["⟦旧码头⟧"],
    good=["新码头"],
    reads=[LANDINGS],
)
def renamed(draft, basis):
    """码头已改名。"""
    for old, landing in basis.of(LANDINGS).items():
        if (at := draft.text.find(old)) >= 0:
            yield hit(Span(at, at + len(old)), "已改名", landing.new)


@pytest.fixture
def pack(tmp_path):
    def write(table, name="a"):
        folder = tmp_path / name / "policy"
        folder.mkdir(parents=True)
        (folder / "landings.tsv").write_text(table, encoding="utf-8")
        return tmp_path / name

    return write


def suggestions(rules, text):
    return [f.suggestions for f in rules.findings(outline_text(text))]


def test_a_row_of_a_later_pack_replaces_one_of_the_same_key(pack):
    packs = [pack("old\tnew\n东码头\t一号码头\n西码头\t二号码头\n"), pack("old\tnew\n东码头\t三号码头\n", "b")]
    rules = RuleSet.load(packs, [renamed])
    assert suggestions(rules, "东码头") == [("三号码头",)]
    assert suggestions(rules, "西码头") == [("二号码头",)]


def test_cells_are_converted_and_may_be_left_empty(pack):
    rules = RuleSet.load([pack("# 码头\nold\tnames\tsince\n东码头\t一号|二号\t2024-05-01\n西码头\n")], [renamed])
    known = rules.tables.of(LANDINGS)
    assert known["东码头"] == Landing("东码头", "", ("一号", "二号"), date(2024, 5, 1))
    assert known["西码头"] == Landing("西码头")


def test_the_key_is_the_first_field_wherever_its_column_stands(pack):
    packs = [pack("old\tnew\n东码头\t一号码头\n"), pack("new\told\n三号码头\t东码头\n", "b")]
    assert suggestions(RuleSet.load(packs, [renamed]), "东码头") == [("三号码头",)]


def test_white_space_and_empty_cells_of_a_spreadsheet_do_not_count(pack):
    rules = RuleSet.load([pack("old\tnew\tnames\n东码头 \t 一号码头\t|\t\t\r\n西码头\t\t甲 | 乙\t\n")], [renamed])
    assert rules.tables.of(LANDINGS) == {
        "东码头": Landing("东码头", "一号码头"),
        "西码头": Landing("西码头", "", ("甲", "乙")),
    }


def test_a_cell_that_is_no_choice_is_named_with_the_choices(tmp_path):
    path = tmp_path / "organs.tsv"
    path.write_text("old\tseverity\tstands\n东旧局\t警告\n", encoding="utf-8")
    with pytest.raises(
        RuleError, match=r"organs.tsv:2：severity 取值“警告”不在允许的范围内，可用 error、warning、hint"
    ):
        load_rows(path, Organ)


@pytest.mark.parametrize("cell", ["", "|", " | "])
def test_a_cell_that_must_hold_words_is_not_empty(tmp_path, cell):
    path = tmp_path / "slogans.tsv"
    path.write_text(f"name\tverbs\n四个自信\t{cell}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"slogans.tsv:2：缺少必填项 verbs"):
        load_rows(path, Slogan)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("old\tnew\tgate\n东码头\t一号码头\tx\n", ":1：首行应写列名 old、new、names、since（old 必需"),
        ("new\n东码头\n", ":1：首行应写列名"),
        ("old\tnew\n东码头\t一号码头\tx\n", ":2：有 3 列，首行只有 2 列"),
        ("old\tsince\n东码头\t去年\n", ":2：since 应写作 2018-03-13 的样子"),
        ("old\tnew\n东码头\t一号码头\n\n东码头\t二号码头\n", ":4：“东码头”与第 2 行重复"),
        ("new\told\n一号码头\t东码头\n二号码头\t 东码头\n", ":3：“东码头”与第 2 行重复"),
        ("old\tnew\tnew\n东码头\t一号码头\n", ":1：列名 new 写了两次"),
        ("new\told\n一号码头\t\n", ":2：缺少必填项 old"),
    ],
)
def test_a_broken_row_is_named_by_file_and_line(pack, table, words):
    with pytest.raises(RuleError) as error:
        RuleSet.load([pack(table)], [renamed])
    assert f"landings.tsv{words}" in str(error.value)
    assert "\n" not in str(error.value)
