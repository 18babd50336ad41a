"""rjieba cuts as jieba does, and a house lexicon counts."""

from pathlib import Path

import jieba
import pytest

from docproof.engine.segmentation import COMMON, Vocabulary
from docproof.model import Span

SAMPLES = Path(__file__).parent.parent.parent / "samples"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_rjieba_cuts_the_samples_as_jieba_does(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        assert COMMON.segment(line) == tuple(jieba.cut(line, HMM=False))


@pytest.mark.parametrize(
    ("text", "word", "apart"),
    [
        ("按照职责分工做好工作", "工做", False),
        ("认真工做", "工做", True),
        ("社区服务需要", "务需", False),
        ("𠮷县布署任务", "布署", True),
    ],
)
def test_a_word_that_straddles_two_does_not_stand_apart(text, word, apart):
    at = text.index(word)
    assert COMMON.stands_apart(text, at, at + len(word)) is apart


def test_a_house_knows_words_of_its_own_and_others_do_not():
    house = Vocabulary(["苇渡枢纽", "荻桥镇"])
    assert "苇渡枢纽" in house.segment("建设苇渡枢纽工程")
    assert "苇渡枢纽" not in COMMON.segment("建设苇渡枢纽工程")
    assert "苇渡枢纽" not in Vocabulary(["荻桥镇"]).segment("建设苇渡枢纽工程")


@pytest.mark.parametrize(
    ("text", "words", "owned"),
    [
        ("荻桥工做坊的通知", "工做", True),
        ("荻桥工做坊", "荻桥工做坊", True),
        ("荻桥工做", "工做", False),
        ("在荻桥工做坊里", "坊里", False),
        ("工做坊", "工做坊", False),
    ],
)
def test_a_word_of_the_house_stands_around_all_of_a_span(text, words, owned):
    at = text.index(words)
    assert Vocabulary(["荻桥工做坊", "荻桥"]).owns(text, Span(at, at + len(words))) is owned
    assert not COMMON.owns(text, Span(at, at + len(words)))
