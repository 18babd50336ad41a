"""The table of persons of a house: names, offices and their order are held to it."""

from pathlib import Path

import pytest

TABLE = "name\toffice\torder\n周立群\t县委书记\t1\n李建明\t县委副书记、县长\t2\n"
DRAFT = "县委书记周力群、县长李建明参加。\n李建明、周立群出席。"
NAME, ORDER = "warning person.name 周力群", "warning person.order 李建明、周立群"


def test_the_table_beside_the_settings_holds(office, found):
    office({"甲/.docproof.toml": "", "甲/people.tsv": TABLE, "甲/稿.txt": DRAFT, "乙/稿.txt": DRAFT})
    assert found(".") == {"甲/稿.txt": [NAME, ORDER], "乙/稿.txt": []}


def test_settings_name_a_table_elsewhere_which_is_no_draft(office, found):
    office({".docproof.toml": 'people = "名录/人员.txt"\n', "名录/人员.txt": TABLE, "稿.txt": DRAFT})
    assert found(".") == {"稿.txt": [NAME, ORDER]}


def test_two_houses_have_their_own_people(office, found):
    other = TABLE.replace("周立群", "周力群")
    office(
        {
            "甲/.docproof.toml": "",
            "甲/people.tsv": TABLE,
            "甲/稿.txt": DRAFT,
            "乙/.docproof.toml": "",
            "乙/people.tsv": other,
            "乙/稿.txt": DRAFT,
        }
    )
    assert found(".")["甲/稿.txt"] == [NAME, ORDER]
    assert NAME not in found(".")["乙/稿.txt"]


def test_the_table_goes_with_packs_and_levels(office, found):
    office(
        {".docproof.toml": '[rules]\n"person.order" = "off"\nperson = "hint"\n', "people.tsv": TABLE, "稿.txt": DRAFT}
    )
    assert found(".") == {"稿.txt": ["hint person.name 周力群"]}


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("姓名\t职务\n周立群\t县委书记\n", "people.tsv:1：首行应写列名 name、office、order"),
        ("name\torder\n周立群\t第一\n", "people.tsv:2：order "),
        ("name\tsince\n周立群\t去年\n", "people.tsv:2：since 应写作 2018-03-13 的样子"),
        ("name\n周立群\n# 调出\n周立群\n", "people.tsv:4：“周立群”与第 2 行重复"),
        ("name\toffice\n周立群\t县委书记\t1\n", "people.tsv:2：有 3 列，首行只有 2 列"),
    ],
)
def test_a_mistake_is_one_line_that_names_file_and_line(office, docproof, table, place):
    office({".docproof.toml": "", "people.tsv": table, "稿.txt": DRAFT})
    outcome = docproof("check", "稿.txt")
    assert (outcome.exit_code, outcome.stdout, outcome.stderr.count("\n")) == (2, "", 1)
    assert outcome.stderr.startswith(f"docproof：{place}")


def test_a_table_that_is_not_there_is_named_by_the_line_of_the_settings(office, docproof):
    office({".docproof.toml": 'profile = "plain"\npeople = "名录.tsv"\n', "稿.txt": DRAFT})
    assert ".docproof.toml:2：找不到人员名录 名录.tsv" in docproof("check", "稿.txt").stderr


def test_the_example_of_the_page_is_sound(office, found, docproof):
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    table = "name\toffice" + page.partition("```text\nname\toffice")[2].partition("```")[0]
    office({".docproof.toml": "", "people.tsv": table, "稿.txt": DRAFT})
    assert found("稿.txt")["稿.txt"] == [NAME, ORDER]
