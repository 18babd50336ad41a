"""Where a draft names laws: the longest name, in its own words, whole or short, with or without book marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docproof.checking import outline_text, shipped_rules
from docproof.gates.policy.citations import citations, is_basis
from docproof.gates.policy.names import LAWS

KNOWN = shipped_rules().tables.of(LAWS)


def names(text):
    return [(c.name, c.law.short if c.law else None) for c in citations(outline_text(text), KNOWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("根据《合同法》", [("合同法", "合同法")]),
        ("根据《中华人民共和国合同法》", [("中华人民共和国合同法", "合同法")]),
        ("根据合同法第五十二条", [("合同法", "合同法")]),
        ("根据劳动合同法第三条", [("劳动合同法", "劳动合同法")]),
        ("根据《劳动合同法实施条例》", [("劳动合同法实施条例", "劳动合同法实施条例")]),
        ("根据《保密法》", [("保密法", "保守国家秘密法")]),
        ("《公司法（2018修正）》", [("公司法", "公司法")]),
        ("合同法律关系，英国合同法，《〈合同法〉释义》", [("〈合同法〉释义", None)]),
        ("《青禾县消防条例》", [("青禾县消防条例", None)]),
    ],
)
def test_names_are_found_as_they_are_meant(text, found):
    assert names(text) == found


@pytest.mark.parametrize("text", ["根据《预算法》", "依照《会计法》《预算法》", "《预算法》第三条", "《预算法》的规定"])
def test_a_law_is_a_basis_where_a_draft_rests_on_it(text):
    last = citations(outline_text(text), KNOWN)[-1]
    assert is_basis(text, last)


@pytest.mark.parametrize("text", ["学习《预算法》", "《预算法》修改以来"])
def test_a_law_that_is_only_mentioned_is_none(text):
    assert not is_basis(text, citations(outline_text(text), KNOWN)[0])


@given(st.sampled_from(sorted(KNOWN.by_name)), st.data())
def test_a_name_that_lost_a_character_is_known_again(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    lost = name[:at] + name[at + 1 :]
    if lost not in KNOWN.by_name and not name.startswith("中华人民共和国"):
        short = KNOWN.by_name[name].short
        assert short != name or short in KNOWN.alike(lost)
