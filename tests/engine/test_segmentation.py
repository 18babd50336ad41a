"""rjieba cuts as jieba does, and a house lexicon counts."""

from pathlib import Path

import jieba
import pytest

from docproof.engine.segmentation import add_words, segment, stands_apart
from docproof.model import RuleError

SAMPLES = Path(__file__).parent.parent.parent / "samples"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_rjieba_cuts_the_samples_as_jieba_does(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        assert segment(line) == list(jieba.cut(line, HMM=False))


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
    assert stands_apart(text, at, at + len(word)) is apart


def test_a_house_lexicon_in_jiebas_format(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("# 本单位用语\n苇渡枢纽 1000 nz\n荻桥镇\n", encoding="utf-8")
    assert "苇渡枢纽" not in segment("建设苇渡枢纽工程")
    assert add_words(path) == 2
    assert "苇渡枢纽" in segment("建设苇渡枢纽工程")


def test_a_lexicon_with_a_mistake_is_named_by_line(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("苇渡 1 nz x\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"words.txt:1：每行写"):
        add_words(path)
