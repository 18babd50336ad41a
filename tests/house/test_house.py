"""Given these folders, this holds for each draft."""

import io
import os

import pytest
from house_pack import PACK

from docproof.checking import House, Settings, check_paths, shipped_rules
from docproof.house import settingsfile
from docproof.model import DocproofError

WORD, MARK = "error confusable.wrong-word 布署", "warning punctuation.half-width ,"
DRAFT = "各地要布署,落实。"


def test_the_nearest_settings_hold_and_those_above_do_not(office, found):
    office(
        {
            ".docproof.toml": '[rules]\npunctuation = "off"\n',
            "甲/稿.txt": DRAFT,
            "乙/.docproof.toml": '[rules]\n"confusable.*" = "hint"\n',
            "乙/丙/稿.txt": DRAFT,
        }
    )
    assert found(".") == {"甲/稿.txt": [WORD], "乙/丙/稿.txt": ["hint confusable.wrong-word 布署", MARK]}
    assert found(".", "--no-config") == {"甲/稿.txt": [WORD, MARK], "乙/丙/稿.txt": [WORD, MARK]}
    assert found("--config", "乙/.docproof.toml", "甲")["甲/稿.txt"] == ["hint confusable.wrong-word 布署", MARK]


def test_settings_are_found_from_the_draft_and_not_from_the_current_folder(office, found, monkeypatch):
    root = office({"甲/.docproof.toml": '[rules]\npunctuation = "off"\n', "甲/稿.txt": DRAFT, "乙/x.txt": "好。"})
    monkeypatch.chdir(root / "乙")
    assert found("../甲") == {"../甲/稿.txt": [WORD]}


def test_standard_input_follows_the_current_folder(office, found, monkeypatch):
    office({".docproof.toml": '[rules]\npunctuation = "off"\n'})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    assert found("-") == {"-": [WORD]}


def test_a_longer_name_goes_before_its_family_in_any_order(office, found):
    draft = {"稿.txt": "各地,要“落实。。"}
    for lines in (
        '"punctuation.clash" = "error"\npunctuation = "off"',
        'punctuation = "off"\n"punctuation.clash" = "error"',
    ):
        office(draft | {".docproof.toml": f"[rules]\n{lines}\n"})
        assert found(".")["稿.txt"] in ([], ["error punctuation.clash 。。"], ["error punctuation.doubled 。。"])
        assert all(f.startswith("error") for f in found(".")["稿.txt"])


def test_some_files_have_rules_and_a_profile_of_their_own(office, docproof, found):
    office(
        {
            ".docproof.toml": '[rules]\npunctuation = "hint"\n[[files]]\nmatch = ["讲话/**", "*-讲话.txt"]\n'
            'profile = "enterprise"\nrules = {confusable = "off"}\n'
            '[[files]]\nmatch = "讲话/旧/"\nrules = {punctuation = "error"}\n',
            "稿.txt": DRAFT,
            "讲话/稿.txt": DRAFT,
            "讲话/旧/稿.txt": DRAFT,
            "他处/市长-讲话.txt": DRAFT,
        }
    )
    half = "punctuation.half-width ,"
    assert found(".") == {
        "稿.txt": [WORD, f"hint {half}"],
        "讲话/稿.txt": [f"hint {half}"],
        "讲话/旧/稿.txt": [f"error {half}"],
        "他处/市长-讲话.txt": [f"hint {half}"],
    }
    assert "企业" in docproof("check", "讲话/稿.txt").stdout
    assert "企业" not in docproof("check", "稿.txt").stdout
    assert "单位类型　企业" in docproof("outline", "讲话/稿.txt").stdout


def test_the_command_line_goes_before_the_file(office, docproof, found):
    office({".docproof.toml": 'profile = "enterprise"\n[rules]\n"punctuation.half-width" = "off"\n', "稿.txt": DRAFT})
    assert "企业" in docproof("check", "稿.txt").stdout
    assert "人大机关" in docproof("check", "--profile", "people-congress", "稿.txt").stdout
    assert "普通文字" in docproof("check", "--profile", "auto", "稿.txt").stdout
    assert found("稿.txt")["稿.txt"] == [WORD]
    assert found("--rule", "punctuation.half-width", "稿.txt")["稿.txt"] == [MARK]
    assert found("--rule", "punctuation", "稿.txt")["稿.txt"] == []


def test_a_walk_passes_over_what_is_excluded_and_a_named_draft_is_checked(office, found):
    office(
        {
            ".docproof.toml": 'exclude = ["归档/**", "*-旧稿.txt"]\nlexicon = "用语.txt"\n',
            "用语.txt": "荻桥镇\n",
            "稿.txt": DRAFT,
            "归档/稿.txt": DRAFT,
            "归档/深/稿.txt": DRAFT,
            "甲/稿-旧稿.txt": DRAFT,
        }
    )
    assert list(found(".")) == ["稿.txt"]
    assert list(found("归档/稿.txt")) == ["归档/稿.txt"]
    assert len(found(".", "--no-config")) == 5


def test_an_excluded_folder_is_not_even_opened(office, found, monkeypatch):
    office({".docproof.toml": 'exclude = ["归档"]\n', "稿.txt": DRAFT, "归档/甲/稿.txt": DRAFT})
    opened = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: opened.append(str(path)) or real(path))
    found(".")
    assert not any("归档" in path for path in opened)


def test_packs_stand_beside_the_settings(office, found):
    office(
        {
            "单位/.docproof.toml": 'packs = ["我们的/"]\n[rules]\n"house.word" = "error"\n',
            "单位/我们的/language/a.yaml": PACK,
            "单位/稿.txt": "搞好工作。",
            "别处/稿.txt": "搞好工作。",
        }
    )
    assert found(".") == {"单位/稿.txt": ["error house.word 搞好"], "别处/稿.txt": []}
    assert found("--pack", "单位/我们的", "别处") == {"别处/稿.txt": ["warning house.word 搞好"]}
    assert found("--pack", "单位/我们的", "单位") == {"单位/稿.txt": ["error house.word 搞好"]}


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("severity: warning", "severity: grave"), "a.yaml:3", "取值“grave”"),
        (("  words:", "  wrods:"), "a.yaml:1", "不认识的项 wrods"),
        (("words: [搞好]", "pattern: '('"), "a.yaml:1", "pattern 有误"),
        (("message: 不", "message: [不"), "a.yaml:", "YAML 写法有误"),
        (("words: [搞好]", "table: a.tsv"), "a.tsv:3", "有 3 列，首行只有 2 列"),
        (("words: [搞好]", "table: b.tsv"), "b.tsv:3", "“搞好”与第 2 行重复"),
        (("house.word", "punctuation.clash"), "a.yaml:1", "punctuation.clash 在自带的规则或其他规则包中已有"),
    ],
)
def test_a_broken_pack_stops_a_check_with_one_line(office, docproof, change, place, words):
    office(
        {
            ".docproof.toml": 'packs = ["我们的"]\n',
            "我们的/language/a.yaml": PACK.replace(*change),
            "我们的/language/a.tsv": "wrong\tright\n搞好\t做好\n搞成\t做成\tx\n",
            "我们的/language/b.tsv": "wrong\tright\n搞好\t做好\n搞好\t做成\n",
            "稿.txt": DRAFT,
        }
    )
    for command in (["check", "稿.txt"], ["rules", "test", "我们的"], ["rules", "list"]):
        outcome = docproof(*command)
        assert (outcome.exit_code, outcome.stdout, outcome.stderr.count("\n")) == (2, "", 1)
        assert outcome.stderr.startswith(f"docproof：我们的/language/{place}")
        assert words in outcome.stderr


def test_a_failing_example_of_a_pack_is_named_by_file_and_line(office, docproof):
    office({"我们的/language/a.yaml": PACK.replace("⟦搞好⟧", "⟦抓好⟧").replace("做好", "搞好")})
    outcome = docproof("rules", "test", "我们的")
    assert outcome.exit_code == 1
    assert outcome.stdout.startswith("我们的/language/a.yaml:7：house.word：例句“⟦抓好⟧工作”没有报“抓好”")
    assert "a.yaml:9：house.word：例句“搞好工作”误报：搞好" in outcome.stdout
    assert outcome.stdout.endswith("1 条规则，2 个例句，2 个不符\n")


def test_the_rules_commands_follow_the_settings(office, docproof):
    office(
        {
            ".docproof.toml": 'packs = ["我们的"]\n[rules]\n"punctuation.clash" = "off"\n"house.word" = "hint"\n',
            "我们的/language/a.yaml": PACK,
        }
    )
    listed = docproof("rules", "list").stdout
    assert "punctuation.clash　关　文字关" in listed
    assert "house.word　提示　文字关" in listed
    assert "级别　提示\n" in docproof("rules", "show", "house.word").stdout
    assert "（设置文件中已关）" in docproof("rules", "show", "punctuation.clash").stdout
    assert docproof("rules", "test", "我们的").stdout == "1 条规则，2 个例句，0 个不符\n"
    assert "house.word" not in docproof("rules", "list", "--no-config").stdout
    assert "house.word　警告" in docproof("rules", "list", "--no-config", "--pack", "我们的").stdout


def test_a_thousand_drafts_read_their_settings_and_rules_once(office, monkeypatch):
    root = office({".docproof.toml": '[rules]\npunctuation = "off"\n[[files]]\nmatch = "甲*"\nprofile = "plain"\n'})
    for n in range(1000):
        (root / f"{'甲' if n % 2 else '乙'}{n}.txt").write_text(DRAFT, encoding="utf-8")
    loads = []
    real = settingsfile.load
    monkeypatch.setattr(settingsfile, "load", lambda path: loads.append(path) or real(path))
    house = House(shipped_rules())
    rules = {id(house.at(root / f"{name}.txt", Settings())[1]) for name in ("甲1", "甲3", "乙2", "乙4")}
    reports = list(check_paths([root], Settings(), house))
    assert len(loads) == 1
    assert len(rules) == 1
    assert {tuple(f.text for f in r.findings) for r in reports} == {("布署",)}


def test_a_mistake_where_nothing_else_is_to_be_checked_comes_before_all(office):
    root = office({"乙/.docproof.toml": "x = 1\n", "乙/稿.txt": DRAFT, "乙/二稿.txt": DRAFT})
    with pytest.raises(DocproofError, match="不认识的项 x"):
        check_paths([root], Settings(), House(shipped_rules()))


def test_what_a_rule_is_unsure_of_stays_low_when_a_house_raises_it(office, found):
    dated = PACK.replace("  words:", "  since: 2020-01-01\n  words:")
    office(
        {".docproof.toml": 'packs = ["p"]\n[rules]\nhouse = "error"\n', "p/language/a.yaml": dated, "a.txt": "搞好。"}
    )
    assert found("a.txt")["a.txt"] == ["hint house.word 搞好"]
    assert found("--as-of", "2026-01-01", "a.txt")["a.txt"] == ["error house.word 搞好"]


def test_of_packs_the_later_one_holds_for_each_house(office, found):
    def profile(level):
        return f"id: harbour\nname: 港务公司\nseverities: {{confusable: {level}}}\n"

    office(
        {
            "一/profiles/harbour.yaml": profile("hint"),
            "二/profiles/harbour.yaml": profile("warning"),
            "甲/.docproof.toml": 'profile = "harbour"\npacks = ["../一", "../二"]\n',
            "乙/.docproof.toml": 'profile = "harbour"\npacks = ["../二", "../一"]\n',
            "甲/稿.txt": "各地要布署。",
            "乙/稿.txt": "各地要布署。",
        }
    )
    assert found("甲", "乙") == {
        "甲/稿.txt": ["warning confusable.wrong-word 布署"],
        "乙/稿.txt": ["hint confusable.wrong-word 布署"],
    }
