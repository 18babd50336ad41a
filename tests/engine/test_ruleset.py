"""Selecting rules, profiles, and one finding a place."""

import pytest

from docproof.checking import Settings, check_text, outline_text, selected, shipped_rules
from docproof.engine import RuleSet, hit, load_profiles
from docproof.engine.settling import settled
from docproof.model import Gate, RuleError, Severity, Span, UsageError, Verdict

PROFILE = "id: enterprise\nname: 企业\noff: [placeholders.*]\nseverities:\n  confusable.variant: hint\n"


def test_a_gate_without_rules_or_that_did_not_run_has_no_verdict():
    report = check_text("各地要布署。")
    assert report.verdicts[Gate.LANGUAGE] is Verdict.FAIL
    assert report.verdicts[Gate.ROUTING] is None
    rules = shipped_rules().only([], [Gate.FORMAT])
    assert check_text("各地要布署。", rules=rules).verdicts[Gate.LANGUAGE] is None


def test_rules_are_chosen_by_id_or_family():
    rules = shipped_rules()
    assert set(rules.only(["punctuation.clash"]).rules) == {"punctuation.clash"}
    assert {i.split(".")[0] for i in rules.only(["confusable"]).rules} == {"confusable"}
    with pytest.raises(UsageError, match="没有名为 nope 的规则"):
        rules.only(["nope"])


def test_a_profile_turns_rules_off_and_weighs_them(tmp_path):
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "enterprise.yaml").write_text(PROFILE, encoding="utf-8")
    shipped = shipped_rules()
    rules = RuleSet(shipped.data, shipped.code, load_profiles(tmp_path, {}))
    found = check_text("建立台帐，地点：待定。", Settings(profile="enterprise"), rules).findings
    assert [(f.rule, f.severity) for f in found] == [("confusable.variant", Severity.HINT)]


def test_a_profile_is_named_as_its_file(tmp_path):
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "a.yaml").write_text(PROFILE, encoding="utf-8")
    with pytest.raises(RuleError, match="id 应与文件名相同"):
        load_profiles(tmp_path, {})


def test_a_profile_that_does_not_exist_is_refused():
    with pytest.raises(UsageError, match="没有名为 club 的单位类型"):
        selected(shipped_rules(), Settings(profile="club"))


def test_keys_name_a_finding_across_versions():
    first = check_text("各地要布署，抓好落实。").findings[0]
    moved = check_text("新加的一段。\n各地 要布署，抓好落实。").findings[0]
    other = check_text("省里已经布署完毕，不必重复。").findings[0]
    assert first.key == moved.key
    assert first.key != other.key


def test_of_two_rules_of_a_family_on_one_span_the_graver_stays():
    rules = shipped_rules().rules
    request, indirect = rules["punctuation.request-question"], rules["punctuation.indirect-question"]
    pairs = [(indirect, hit(Span(5, 6), "…", "。")), (request, hit(Span(5, 6), "…", "。"))]
    assert [rule.id for rule, _ in settled(pairs)] == ["punctuation.request-question"]


def test_verdicts_follow_the_gravest_finding():
    assert check_text("抓好落实。").verdicts[Gate.LANGUAGE] is Verdict.PASS
    assert check_text("抓好,落实。").verdicts[Gate.LANGUAGE] is Verdict.WARN
    assert check_text("药品成份").verdicts[Gate.LANGUAGE] is Verdict.PASS


def test_findings_do_not_depend_on_the_day_of_the_run():
    assert outline_text("3月12日（星期五）开会").as_of is None
    assert check_text("3月12日（星期五）开会").findings == ()


def test_gates_that_have_no_rules_are_refused_with_those_that_do(tmp_path):
    shipped = shipped_rules()
    language = RuleSet([r for r in shipped.data if r.face.gate is Gate.LANGUAGE], (), shipped.profiles)
    with pytest.raises(UsageError, match="--gate 所选的关里还没有规则，现有规则的关是 language"):
        selected(language, Settings(gates=(Gate.FORMAT,)))


def test_a_house_weighs_rules_over_their_profile(tmp_path):
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "enterprise.yaml").write_text(PROFILE, encoding="utf-8")
    shipped = shipped_rules()
    rules = RuleSet(shipped.data, shipped.code, load_profiles(tmp_path, {})).weigh(
        {"confusable.variant": Severity.ERROR, "placeholders.pending": Severity.WARNING, "punctuation.clash": None}
    )
    found = check_text("建立台帐，地点：待定。。", Settings(profile="enterprise"), rules).findings
    assert [(f.rule, f.severity) for f in found if not f.rule.startswith("punctuation")] == [
        ("confusable.variant", Severity.ERROR),
        ("placeholders.pending", Severity.WARNING),
    ]
    assert "punctuation.clash" not in rules.rules
