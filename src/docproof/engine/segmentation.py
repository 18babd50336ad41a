"""Where words begin and end: jieba's dictionary, cut by rjieba."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from docproof.engine.yamlfiles import read
from docproof.model import RuleError
from docproof.model.characters import is_han

WINDOW = 40  # code points on either side that a cut can depend on


def segment(text: str) -> list[str]:
    """The words of a text, in order, by dictionary alone; joined they are the text again.

    Without guesses at unknown words (HMM), which would glue a wrong word to its neighbours.
    """
    import rjieba

    return list(rjieba.cut(text, False))


def cuts_around(text: str, start: int, end: int) -> set[int]:
    """The offsets at which words begin or end in the run of Han characters around `[start, end)`."""
    left, right = start, end
    while left > max(0, start - WINDOW) and is_han(text[left - 1]):
        left -= 1
    while right < min(len(text), end + WINDOW) and is_han(text[right]):
        right += 1
    cuts, at = {left}, left
    for word in _segment_run(text[left:right]):
        at += len(word)
        cuts.add(at)
    return cuts


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether words begin and end at the bounds of `[start, end)`, so that it straddles none."""
    cuts = cuts_around(text, start, end)
    return start in cuts and end in cuts


def add_words(path: Path) -> int:
    """Teach the segmentation a house lexicon in jieba's format (word, frequency and tag separated by spaces).

    Returns how many words it holds. Raises RuleError naming file and line.
    """
    import rjieba

    count = 0
    for number, line in enumerate(read(path).split("\n"), 1):
        cells = line.split()
        if not cells or line.startswith("#"):
            continue
        if len(cells) > 3 or (len(cells) > 1 and not (cells[1].isdigit() or len(cells) == 2)):
            raise RuleError(f"{path}:{number}：每行写“词 词频 词性”，后两项可省，用空格分隔")
        frequency = int(cells[1]) if len(cells) > 1 and cells[1].isdigit() else None
        rjieba.add_word(cells[0], frequency, cells[-1] if len(cells) == 3 else None)
        count += 1
    _segment_run.cache_clear()
    return count


@lru_cache(maxsize=4096)
def _segment_run(run: str) -> tuple[str, ...]:
    return tuple(segment(run))
