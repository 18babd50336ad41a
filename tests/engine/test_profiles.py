"""Profiles: extending one in a few lines, and how a mistake is named."""

from datetime import date
from pathlib import Path

import pytest

from docproof.checking import check_text, shipped_rules
from docproof.engine import RuleSet
from docproof.house import Settings
from docproof.model import DocumentType, ElementKind, Gate, RuleError, Severity

RULES = shipped_rules()


@pytest.fixture
def profile(tmp_path):
    """The shipped rules with one more profile of the given text."""

    def extended(text, name="harbour"):
        folder = tmp_path / "profiles"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return RULES.extended(tmp_path)

    return extended


def test_a_profile_takes_the_rest_from_the_one_that_it_extends(profile):
    rules = profile("""
id: harbour
name: 港务公司
extends: enterprise
elements:
  请示: [标题, 附注]
limits: {sentence: 90}
off: [confusable.variant]
""")
    own, base = rules.profiles["harbour"], rules.profiles["enterprise"]
    assert (own.types, own.limits.paragraph, own.gates) == (base.types, base.limits.paragraph, base.gates)
    assert own.limits.sentence == 90
    assert own.required(DocumentType.REQUEST) == (ElementKind.TITLE, ElementKind.NOTE)
    assert own.turns_off("confusable.variant")
    assert not base.turns_off("confusable.variant")


@pytest.mark.parametrize("written", ["confusable", "confusable.*", "confusable.variant"])
def test_a_profile_names_a_family_with_or_without_a_star(profile, written):
    own = profile(f"id: harbour\nname: 港务公司\noff: [{written}]\n").profiles["harbour"]
    assert own.turns_off("confusable.variant")
    assert not own.turns_off("punctuation.clash")


@pytest.mark.parametrize(
    "lines",
    ["  punctuation: error\n  punctuation.clash: hint\n", "  punctuation.clash: hint\n  punctuation.*: error\n"],
)
def test_a_longer_name_goes_before_its_family_in_any_order(profile, lines):
    own = profile(f"id: harbour\nname: 港务公司\nseverities:\n{lines}").profiles["harbour"]
    assert own.severity("punctuation.clash") is Severity.HINT
    assert own.severity("punctuation.half-width") is Severity.ERROR
    assert own.severity("confusable.variant") is None


def test_a_profile_does_not_raise_what_a_rule_is_less_sure_of(profile):
    rules = profile("id: harbour\nname: 港务公司\nseverities:\n  organ.*: error\n")
    text = "报县国土资源局审批。"
    told = [
        check_text(text, Settings(profile="harbour", as_of=day), rules).findings for day in (None, date(2026, 3, 2))
    ]
    assert [[(f.rule, f.severity) for f in found] for found in told] == [
        [("organ.renamed", Severity.HINT)],
        [("organ.renamed", Severity.ERROR)],
    ]


def test_a_profile_chooses_gates(profile):
    rules = profile("id: harbour\nname: 港务公司\ngates: [language]\n")
    report = check_text("建立台帐。", Settings(profile="harbour"), rules)
    assert [f.rule for f in report.findings] == ["confusable.variant"]
    assert [gate for gate, verdict in report.verdicts.items() if verdict] == [Gate.LANGUAGE]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id: port\nname: 港\n", ":1：id 应与文件名相同"),
        ("id: harbour\nname: 港\nextends: enterprse\n", ":3：没有名为 enterprse 的单位类型"),
        ("id: harbour\nname: 港\nextends: harbour\n", ":3：extends 绕成了圈"),
        (
            "id: harbour\nname: 港\ngates: [langage]\n",
            ":3：gates 取值“langage”不在允许的范围内，可用 format、language、policy、routing、coordination",
        ),
        ("id: harbour\nname: 港\ntypes: [请示, 汇报]\n", ":3：types 取值“汇报”不在允许的范围内，可用 通报、报告"),
        ("id: harbour\nname: 港\nelements:\n  汇报: [标题]\n", ":4：elements 里不认识文种“汇报”"),
        ("id: harbour\nname: 港\nelements:\n  请示: [抬头]\n", ":4：elements 取值“抬头”不在允许的范围内，可用 "),
        ("id: harbour\nname: 港\noff: [confusable.varant]\n", ":3：没有名为 confusable.varant 的规则"),
        ("id: harbour\nname: 港\nseverities:\n  numberng.*: hint\n", ":4：没有名为 numberng.* 的规则"),
        ("id: harbour\nname: 港\nlimits: {sentence: long}\n", ":3：limits.sentence 应为"),
        ("id: harbour\nname: 港\nseverities:\n  numbering: 警告\n", "，可用 error、warning、hint"),
        ("id: harbour\nname: 港\nrules: [x]\n", "不认识的项 rules"),
    ],
)
def test_a_mistake_in_a_profile_is_named_by_file_and_line(profile, text, words):
    with pytest.raises(RuleError) as error:
        profile(text)
    assert words in str(error.value)
    assert "harbour.yaml" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_that_is_no_gate_is_named(tmp_path):
    (tmp_path / "langage").mkdir()
    with pytest.raises(RuleError, match="langage：规则包里不认识这个文件夹"):
        RuleSet.load([tmp_path])


REQUEST = """沅泽港务集团关于修复青石码头的请示
县人民政府：
青石码头年久失修，拟于今冬修复。妥否，请批示。
沅泽港务集团
2026年3月2日
"""


def required(rules, text):
    found = check_text(text, Settings(profile="harbour"), rules).findings
    return [f.message for f in found if f.rule == "elements.required"]


@pytest.mark.parametrize(
    "kind", [k for k in ElementKind if k.value not in ("标题", "主送机关", "正文", "署名", "成文日期")]
)
def test_every_element_can_be_required(profile, kind):
    rules = profile(f"id: harbour\nname: 港务公司\nelements:\n  请示: [{kind.value}]\n")
    (message,) = required(rules, REQUEST)
    assert message.startswith(f"缺{kind.value}")


def test_elements_missing_at_one_place_are_told_together(profile):
    rules = profile("id: harbour\nname: 港务公司\nelements:\n  请示: [抄送机关, 印发机关和印发日期]\n")
    assert required(rules, REQUEST) == ["缺抄送机关；缺印发机关和印发日期"]


def test_the_example_of_the_page_is_sound(profile):
    page = (Path(__file__).parents[2] / "docs" / "gates.md").read_text(encoding="utf-8")
    rules = profile(page.partition("```yaml\n")[2].partition("```")[0])
    assert required(rules, REQUEST) == ["缺附注"]
    assert required(rules, f"{REQUEST}（联系人：孟怀川，电话：0000-0000001）\n") == []
    assert rules.profiles["harbour"].severity("coordination.enclosure") is Severity.WARNING
