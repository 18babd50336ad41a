"""Patterns that are compiled when they are first used."""

import re
import sys

from docproof.checking import shipped_rules
from docproof.model.patterns import later


def test_nothing_is_compiled_for_a_text_without_the_words_given():
    broken = later("附件(", given=("附件", "附表"))
    assert broken.search("请认真贯彻执行。") is None
    assert list(broken.finditer("请认真贯彻执行。")) == []
    assert broken.fullmatch("附件1", 2) is None


def test_a_pattern_finds_what_it_finds_between_two_offsets():
    pattern = later("附(?=件)", given="附")
    assert [m.start() for m in pattern.finditer("附件1、附件2", 1)] == [4]
    assert pattern.search("附件", 1) is None


def test_each_match_of_a_shipped_pattern_holds_one_of_the_words_given():
    texts = [e.text for r in shipped_rules().rules.values() for e in (*r.bad, *r.good)]
    kind = type(later(""))
    modules = [module for name, module in sys.modules.items() if name.startswith("docproof.")]
    patterns = {
        id(p): p
        for module in modules
        for value in vars(module).values()
        for p in (value if isinstance(value, tuple | list) else [value])
        if isinstance(p, kind) and p._given
    }
    assert patterns
    for pattern in patterns.values():
        compiled = re.compile(pattern._source, pattern._flags)
        for text in texts:
            for m in compiled.finditer(text):
                assert any(word in m.group() for word in pattern._given), (pattern._source, m.group())
