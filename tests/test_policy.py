"""Formulations by the draft's date, persons' data, names: what the examples of the rules do not say."""

from datetime import date

import pytest
from cases import recall
from hypothesis import given
from hypothesis import strategies as st

from docproof.checking import outline_text, shipped_rules
from docproof.gates.policy.library import FORMULATIONS
from docproof.gates.policy.people import PEOPLE, Person
from docproof.gates.policy.personal_data import has_luhn_digit, is_identity_number
from docproof.gates.policy.persons import is_slip
from docproof.model import Gate

RULES = shipped_rules()
NOW = date(2026, 3, 1)


def drawn(family, text, as_of=NOW):
    findings = RULES.only([family]).findings(outline_text(text, as_of))
    return [
        f"{f.severity.value} {f.rule} {f.text} {f.suggestions[0] if f.suggestions else ''}".strip() for f in findings
    ]


GUIDED = "以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想{}为指导"


@pytest.mark.parametrize(
    ("rest", "as_of", "expected"),
    [
        ("、科学发展观、习近平新时代中国特色社会主义思想", NOW, []),
        ("、科学发展观", date(2014, 3, 5), []),
        ("", date(2008, 3, 5), []),
        ("、科学发展观", NOW, ["warning formulation.outdated"]),
        ("、科学发展观", None, ["hint formulation.outdated"]),
        ("、习近平新时代中国特色社会主义思想", NOW, ["warning formulation.missing"]),
    ],
)
def test_the_guiding_thought_is_judged_by_the_date(rest, as_of, expected):
    found = drawn("formulation", GUIDED.format(rest), as_of)
    assert [" ".join(f.split()[:2]) for f in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "加强经济建设、文化建设，丰富群众生活。",
        "促进科技创新、协调发展，扩大开放、共享成果。",
        "农村基层实行民主选举、民主决策、民主管理、民主监督。",
        "纠治“四风”特别是形式主义、官僚主义。",
        "坚持毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观，创立了习近平新时代中国特色社会主义思想。",
        "邓小平理论与马克思列宁主义、毛泽东思想一脉相承。",
        "完整、准确、全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。",
    ],
)
def test_members_in_another_sense_are_left_alone(text):
    assert drawn("formulation", text) == []


@given(st.permutations(["道路自信", "理论自信", "制度自信", "文化自信"]), st.sampled_from(["、", "，"]))
def test_whatever_is_out_of_order_is_put_right_by_the_suggestion(members, mark):
    text = f"坚定{mark.join(members)}。"
    for f in RULES.only(["formulation"]).findings(outline_text(text, NOW)):
        text = text[: f.span.start] + f.suggestions[0] + text[f.span.end :]
    assert text == f"坚定{mark.join(['道路自信', '理论自信', '制度自信', '文化自信'])}。"


@given(st.data())
def test_a_member_that_is_left_out_is_put_back(data):
    library = RULES.tables.of(FORMULATIONS)
    series = data.draw(st.sampled_from([s for s in library.series if s.versions[0].judged == "members"]))
    right = series.versions[0].right
    if len(right) < 4:
        return
    gone = data.draw(st.integers(0, len(right) - 1))
    text = "、".join([*right[:gone], *right[gone + 1 :]])
    found = [
        f for f in RULES.only(["formulation"]).findings(outline_text(text, NOW)) if f.rule == "formulation.missing"
    ]
    if found:  # what is left may be an older version, or hold the words of the member
        text = text[: found[0].span.start] + found[0].suggestions[0] + text[found[0].span.end :]
        assert text == "、".join(right)


def test_every_formulation_as_the_library_has_it_draws_nothing():
    for series in RULES.tables.of(FORMULATIONS).series:
        newest = series.versions[0]
        if newest.until is None:
            assert drawn("formulation.order", "、".join(newest.right)) == []
            assert drawn("formulation.missing", "、".join(newest.right)) == []


@pytest.mark.parametrize(
    ("digits", "sound"),
    [
        ("110101199003070011", True),
        ("11010119900307002X", True),
        ("110101199003070012", False),
        ("110101199013070011", False),
        ("990101199003070011", False),
        ("110101209003070011", False),
    ],
)
def test_identity_numbers(digits, sound):
    assert is_identity_number(digits, NOW) is sound


def test_the_check_digit_of_cards():
    assert has_luhn_digit("6222020000000000000")
    assert not has_luhn_digit("6222020000000000005")


def test_personal_data_are_a_hint_where_nobody_publishes_them():
    text = "现将孙某某的材料报上，身份证号110101199003070011。"
    assert drawn("personal", text) == ["hint personal.identity-number 110101199003070011 110***********0011"]
    assert drawn("personal", "公示" + text)[0].startswith("warning")


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("李建民", True),
        ("李明建", True),
        ("李建", True),
        ("李建建明", True),
        ("李大勇", False),
        ("李建明", False),
        ("王明", False),
    ],
)
def test_slips_in_a_name(words, is_one):
    assert is_slip(words, "李建明") is is_one


def test_a_person_counts_while_in_office():
    people = PEOPLE.make([Person("李建明", ("县长",), since=date(2025, 7, 1))])
    assert people.holders("县长", NOW)
    assert not people.holders("县长", date(2025, 6, 30))
    assert people.office_before("县长李建明", 2) == "县长"
    assert people.office_before("副县长李建明", 3) == ""


def test_paraphrases_are_met():
    marks, met, firm = recall("policy-words", Gate.POLICY)
    assert met / marks >= 0.98
    assert firm / marks >= 0.55
