"""Rule files, word lists and profiles: what is taken, and how a mistake is named."""

from datetime import date

import pytest

from docproof.checking import outline_text, shipped_rules
from docproof.engine import RuleSet, load_pack
from docproof.engine.tables import load_table
from docproof.model import RuleError, Severity

SOUND = """
- id: house.brand
  message: “{words}”应为“{right}”
  severity: warning
  source: {standard: 本单位用语规范}
  swaps:
    松屏水务: 松屏水务集团
  except: [松屏水务集团]
  bad:
    - '⟦松屏水务⟧的通知'
  good:
    - '松屏水务集团的通知'
"""


SWAPS = "  swaps:\n    松屏水务: 松屏水务集团\n  except: [松屏水务集团]\n"


@pytest.fixture
def pack(tmp_path):
    """A pack with one rule file of the given text."""

    def write(text, **tables):
        folder = tmp_path / "language"
        folder.mkdir(exist_ok=True)
        (folder / "house.yaml").write_text(text, encoding="utf-8")
        for name, table in tables.items():
            (folder / f"{name}.tsv").write_text(table, encoding="utf-8")
        return tmp_path

    return write


def test_a_users_rule_looks_like_a_shipped_one(pack):
    rules = RuleSet.load([pack(SOUND)])
    found = list(rules.findings(outline_text("松屏水务通知，松屏水务集团")))
    assert [(f.rule, f.text, f.suggestions) for f in found] == [("house.brand", "松屏水务", ("松屏水务集团",))]


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (
            ("severity: warning", "severity: grave"),
            4,
            "规则 house.brand 的 severity：取值“grave”不在允许的范围内，可用 error、warning、hint",
        ),
        (("  message: “{words}”应为“{right}”\n", ""), 2, "规则 house.brand：缺少必填项 message"),
        (("severity: warning", "severity: warning\n  sevrity: hint"), 2, "规则 house.brand：不认识的项 sevrity"),
        (("severity: warning", "severity: [a]"), 4, "规则 house.brand 的 severity：应为"),
        (
            ("  good:\n    - '松屏水务集团的通知'\n", "  good: []\n"),
            2,
            "规则 house.brand：bad 和 good 各至少要有一个例句",
        ),
        (("⟦松屏水务⟧", "⟦松屏水务"), 2, "不成对"),
        (("⟦松屏水务⟧的通知", "松屏水务的通知"), 2, "用 ⟦ ⟧ 标出错处"),
        (("id: house.brand", "id: House_Brand"), 2, "id 应为小写单词"),
        ((SWAPS, "  pattern: '('\n"), 2, "pattern 有误"),
        ((SWAPS, "  pattern: 'x*'\n"), 2, "匹配空文字"),
        ((SWAPS, ""), 2, "应写且只写一种"),
        ((SWAPS, "  table: none.tsv\n"), None, "none.tsv：读取失败"),
        (("message: “", "message: [“"), None, "YAML 写法有误"),
        ((SWAPS, "  pattern: '松屏水务'\n  except: [x]\n"), 2, "这种规则不用 except"),
        (("{words}”应为", "{wrod}”应为"), 2, "{wrod} 在 这种规则 中没有同名的组"),
        ((SWAPS, "  words: ['']\n"), 2, "不能有空词"),
        (("  bad:", "  when: [x]\n  bad:"), 2, "这种规则不用 when"),
        ((SWAPS, "  pattern: '松屏水务'\n  suggest: '{name}'\n"), 2, "{name} 在 pattern 中没有同名的组"),
        (("  source:", "  since: 2026年\n  source:"), 2, "应写作 2018-03-13 的样子"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_rule(pack, change, line, words):
    assert change[0] in SOUND
    with pytest.raises(RuleError) as error:
        load_pack(pack(SOUND.replace(*change)))
    message = str(error.value)
    assert words in message
    assert "\n" not in message
    assert (f"house.yaml:{line}：" if line else ("house.yaml" if "none" not in words else "none.tsv")) in message


def test_the_same_id_twice_is_named(pack):
    with pytest.raises(RuleError, match=r"house.yaml:12：规则 house.brand 在 .*中已有"):
        load_pack(pack(SOUND.strip() + "\n" + SOUND.strip() + "\n"))


def test_a_pack_without_rules_is_named(tmp_path):
    with pytest.raises(RuleError, match="规则包里没有规则"):
        RuleSet.load([tmp_path])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "coordination/matter.tsv",
            "matter.tsv：没有规则读取这张表；词表要由规则的 table 写明，可以换的表有 coordination/matters.tsv",
        ),
        ("language/names.tsv", "names.tsv：没有规则读取这张表"),
        ("language/more.yml", "more.yml：没有读取，文件名要以 .yaml 结尾"),
        ("profiles/harbour.yml", "harbour.yml：没有读取，文件名要以 .yaml 结尾"),
    ],
)
def test_a_file_that_nothing_reads_is_named(pack, name, words):
    folder = pack(SOUND)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    with pytest.raises(RuleError) as error:
        shipped_rules().extended(folder)
    assert words in str(error.value)


def test_files_that_an_editor_leaves_behind_are_passed_over(pack):
    folder = pack(TABLE_RULE, names=NAMES)
    (folder / "language" / "~$names.tsv").write_text("", encoding="utf-8")
    assert "house.words" in shipped_rules().extended(folder).rules


def test_a_pack_that_is_no_folder_is_named(tmp_path):
    with pytest.raises(RuleError, match="规则包应是一个文件夹"):
        load_pack(tmp_path / "none")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wrong\tcorrect\n", ":1：首行应写列名"),
        ("wrong\tright\n布署\t部署\tx\n", ":2：有 3 列"),
        ("wrong\tright\n布署\t部署\n布署\t部署\n", ":3：“布署”与第 2 行重复"),
        ("wrong\tright\n部署\t部署\n", ":2：wrong 不能为空，也不能与 right 相同"),
        ("wrong\tright\tuntil\n卫生部\t国家卫生健康委员会\t2018\n", ":2：日期“2018”应写作"),
    ],
)
def test_a_word_list_with_a_mistake_is_named_by_line(tmp_path, text, words):
    path = tmp_path / "a.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_table(path)
    assert words in str(error.value)


TABLE_RULE = """
- id: house.words
  message: “{words}”已改为“{right}”
  severity: error
  source: {standard: 机构改革方案, strength: 规定}
  table: names.tsv
  bad:
    - {text: '报⟦卫生部⟧', date: 2020-01-01}
  good:
    - '国家卫生健康委员会'
"""
NAMES = "wrong\tright\texcept\trequires\tuntil\tapart\n卫生部\t国家卫生健康委员会\t卫生部门\t\t2013-03-14\t\n工做\t工作\t\t\t\tyes\n苹果\t平果\t\t县|市\t\t\n"


@pytest.fixture
def named(pack):
    rules = RuleSet.load([pack(TABLE_RULE, names=NAMES)])

    def findings(text, as_of=None):
        return [(f.text, f.severity) for f in rules.findings(outline_text(text, as_of))]

    return findings


def test_columns_of_a_word_list_are_conditions(named):
    assert named("由卫生部门办理", date(2020, 1, 1)) == []
    assert named("我在平果县买苹果") == [("苹果", Severity.ERROR)]
    assert named("我买苹果") == []
    assert named("分工做好，工做要细") == [("工做", Severity.ERROR)]


def test_a_name_was_right_until_its_date(named):
    assert named("报卫生部", date(2020, 1, 1)) == [("卫生部", Severity.ERROR)]
    assert named("报卫生部", date(2010, 1, 1)) == []
    assert named("报卫生部") == [("卫生部", Severity.HINT)]


def test_other_peoples_words_are_left_alone(named):
    assert named("《卫生部关于某事的通知》") == []
    assert named("通知指出：“卫生部负责”") == []
    assert named("“卫生部”", date(2020, 1, 1)) == [("卫生部", Severity.ERROR)]
