"""Which files a pattern means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docproof.house.globs import Glob


@pytest.mark.parametrize(
    ("pattern", "meant", "others"),
    [
        ("归档/**", ["归档/a.txt", "归档/b/c.txt", "归档/"], ["a/归档/a.txt", "归档2/a.txt", "归档"]),
        ("归档/", ["归档/a.txt", "归档", "甲/归档/a.txt"], ["归档2/a.txt"]),
        ("*.txt", ["a.txt", "甲/乙/a.TXT"], ["a.txt.docx"]),
        ("讲话/*.txt", ["讲话/a.txt"], ["讲话/b/a.txt", "甲/讲话/a.txt"]),
        ("**/讲话/*.txt", ["讲话/a.txt", "甲/乙/讲话/a.txt"], ["讲话/b/a.txt"]),
        ("./甲/**/丁.txt", ["甲/丁.txt", "甲/乙/丙/丁.txt"], ["丁.txt"]),
        ("第?稿.docx", ["第2稿.docx"], ["第12稿.docx", "第/稿.docx"]),
        ("第[一二]稿", ["第一稿", "甲/第二稿"], ["第三稿"]),
        ("第[!一二]稿", ["第三稿"], ["第一稿", "第/稿"]),
        ("a+b(1).txt", ["a+b(1).txt"], ["aab1.txt"]),
    ],
)
def test_a_pattern_means_files(pattern, meant, others):
    assert [p for p in meant if not Glob(pattern).matches(p)] == []
    assert [p for p in others if Glob(pattern).matches(p)] == []


@pytest.mark.parametrize("pattern", ["", "./", "/归档", "C:/归档", "../归档", "甲/../乙", "甲\\乙", "[甲", "[z-a]"])
def test_what_is_no_pattern_is_refused(pattern):
    with pytest.raises(ValueError, match=r"[\u4e00-\u9fff]"):
        Glob(pattern)


@given(st.text("ab*?[]!^-/甲&~|", max_size=12), st.text("ab/甲-", max_size=12))
def test_a_pattern_is_understood_or_refused(pattern, path):
    try:
        glob = Glob(pattern)
    except ValueError:
        return
    assert glob.matches(path) in (True, False)
