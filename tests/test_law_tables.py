"""The tables of laws and organs: what they name exists, and dates follow each other."""

from datetime import date

import pytest

from docproof.checking import outline_text, shipped_rules
from docproof.engine.tables import load_rows
from docproof.gates.policy.names import LAWS, shortened
from docproof.gates.policy.organs import INSTITUTIONS, ORGANS

RULES = shipped_rules()


def rows(table):
    (file,) = RULES.tables.files[table.path]
    return load_rows(file, table.row)


def test_what_replaced_a_law_is_a_law_that_the_table_knows():
    laws = rows(LAWS)
    for law in laws.values():
        assert not law.new or law.new in laws, law.name
        assert bool(law.until) or not law.new, law.name


def test_a_law_ends_after_what_replaced_it_began_to_end_later():
    laws = rows(LAWS)
    for law in laws.values():
        new = laws.get(law.new)
        assert not (new and new.until) or law.until < new.until, law.name


def test_a_wrong_name_is_nobodys_right_name():
    laws = rows(LAWS)
    right = {name for law in laws.values() for name in (law.name, shortened(law.name), *law.also)}
    assert [(law.name, w) for law in laws.values() for w in law.wrong if w in right] == []


def test_an_organ_is_not_told_to_take_a_name_that_is_older():
    organs = rows(ORGANS)
    for organ in organs.values():
        for name in organ.new:
            then = organs.get(name)
            assert then is None or then.since is None or then.since > organ.since, organ.old


def test_no_institution_stands_for_another_that_is_gone():
    institutions = rows(INSTITUTIONS)
    assert [i.term for i in institutions.values() if institutions.keys() & set(i.new)] == []


@pytest.mark.parametrize(
    "rows",
    [
        "沅泽县河道条例\t2020-01-01\t沅泽县河道条例\n",
        "沅泽县河道条例\t2020-01-01\t沅泽县水域条例\n沅泽县水域条例\t2022-01-01\t沅泽县河道条例\n",
    ],
)
def test_a_law_made_anew_under_its_own_name_may_be_cited(tmp_path, rows):
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "laws.tsv").write_text(f"name\tuntil\tnew\n{rows}", encoding="utf-8")
    draft = outline_text("依据《沅泽县河道条例》第三条，制定本办法。", date(2026, 3, 2))
    assert [f.rule for f in RULES.extended(tmp_path).findings(draft)] == []
