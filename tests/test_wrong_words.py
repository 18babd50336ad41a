"""Wrong words that their surroundings, their fixed wording or their characters give away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docproof.checking import check_text, shipped_rules
from docproof.engine.companions import follow, precede
from docproof.gates.language.alike import are_alike
from docproof.gates.language.fixed_phrases import phrases
from docproof.gates.language.near import SHORT, NearWords
from docproof.gates.language.organ_names import names
from docproof.gates.language.traditional import simplified


@pytest.mark.parametrize(
    ("companions", "behind", "stands"),
    [
        (("严峻",), "严峻", True),
        (("严峻",), "依然严峻", False),
        (("…严峻",), "依然严峻", True),
        (("…严峻",), "好转，但仍严峻", False),
        (("…严峻",), "在这一时期之内总体上严峻", False),
        (("。",), "\n二、任务", True),
        (("。",), "", True),
    ],
)
def test_a_companion_follows_at_once_or_in_the_same_clause(companions, behind, stands):
    assert follow(companions, f"形式{behind}", 2) is stands


def test_a_companion_precedes_at_once_or_in_the_same_clause():
    assert precede(("公民",), "公民权力", 2)
    assert precede(("公民…",), "公民的合法权力", 5)
    assert not precede(("公民",), "公民的权力", 3)
    assert not precede(("公民…",), "对公民负责，权力", 6)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县人民代大会", "人民代表大会"),
        ("县人民代表表大会", "人民代表大会"),
        ("县人民表代大会", "人民代表大会"),
        ("县交通输运局", "交通运输局"),
        ("县市场监管管理局", "市场监督管理局"),
        ("县人力资源和社会保障障局", "人力资源和社会保障局"),
        ("国务院办公听", "国务院办公厅"),
    ],
)
def test_a_name_with_one_mistake_is_recognised(text, name):
    assert [found for _, found in names().find(text)] == [name]


@given(
    st.sampled_from(["再接再厉", "徇私舞弊", "人民代表大会", "市场监督管理局"]),
    st.text("会大民监督私再，厂", max_size=8),
)
def test_the_right_wording_is_never_a_mistake(word, around):
    for near in (phrases(), names()):
        for span, _ in near.find(around + "，" + word + "。" + around):
            assert not (span.start < len(around) + 1 + len(word) and span.end > len(around) + 1)


@given(st.text("统筹酬安排推进再接励厉招标带代理人民代表表大会议", max_size=16))
def test_a_short_text_is_searched_as_thoroughly_as_a_long_one(text):
    for words, long in (
        (["统筹安排", "统筹推进", "再接再厉", "招标代理"], False),
        (["人民代表大会", "人民代表会议"], True),
    ):
        brief, full = (NearWords(words, are_alike, ["推进"], long=long) for _ in range(2))
        list(full.find("，" * (SHORT + 1)))
        assert list(brief.find(text)) == list(full.find(text))


def test_of_two_words_on_one_place_the_longer_is_meant():
    near = NearWords(["市场监督管理", "市场监督管理局"], are_alike, long=True)
    assert [(span.start, word) for span, word in near.find("市场监督督管理局")] == [(0, "市场监督管理局")]


def test_characters_alike_by_sound_or_by_shape():
    assert are_alike("徇", "循")
    assert are_alike("拔", "拨")
    assert not are_alike("山", "水")


def test_no_standard_character_is_called_traditional():
    assert not set(simplified()) & set(map(ord, simplified().values()))


def test_a_whole_traditional_paragraph_is_one_finding():
    text = "全縣農業農村經濟發展穩中向好，糧食產量再創新高。\n各單位要抓好落實。\n"
    found = [f for f in check_text(text).findings if f.rule == "characters.traditional"]
    assert [f.text for f in found] == ["縣農業農村經濟發展穩中向好，糧食產量再創", "單", "實"]


def test_every_pair_is_told_both_ways():
    rules = shipped_rules().only(["confusable.collocation", "confusable.collocation-questionable"])
    pairs = {(e.wrong, r) for rule in rules.data for e in rule.entries for r in e.right}
    for one, other in [
        ("权利", "权力"),
        ("形式", "形势"),
        ("泄露", "泄漏"),
        ("考察", "考查"),
        ("中止", "终止"),
        ("盈利", "营利"),
    ]:
        assert {(one, other), (other, one)} <= pairs
