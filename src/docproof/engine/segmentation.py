"""Which words there are and where they begin and end: jieba's dictionary, cut by rjieba, and a house's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from docproof.model import Span
from docproof.model.characters import is_han

WINDOW = 40  # code points on either side that a cut can depend on


class Vocabulary:
    """The words of jieba's dictionary and, beside them, `words` that a house calls its own."""

    def __init__(self, words: Sequence[str] = ()):
        self.words = tuple(words)
        self._longest = max(map(len, self.words), default=0)
        self._cut_run = lru_cache(maxsize=4096)(self.segment)

    def segment(self, text: str) -> tuple[str, ...]:
        """The words of a text, in order, by dictionary alone; joined they are the text again.

        Without guesses at unknown words (HMM), which would glue a wrong word to its neighbours.
        """
        return tuple(self._dictionary.cut(text, False))

    def cuts_around(self, text: str, start: int, end: int) -> set[int]:
        """The offsets at which words begin or end in the run of Han characters around `[start, end)`."""
        left, right = start, end
        while left > max(0, start - WINDOW) and is_han(text[left - 1]):
            left -= 1
        while right < min(len(text), end + WINDOW) and is_han(text[right]):
            right += 1
        cuts, at = {left}, left
        for word in self._cut_run(text[left:right]):
            at += len(word)
            cuts.add(at)
        return cuts

    def stands_apart(self, text: str, start: int, end: int) -> bool:
        """Whether words begin and end at the bounds of `[start, end)`, so that it straddles none."""
        if not (is_han(text[start - 1 : start]) or is_han(text[end : end + 1])):
            return True
        cuts = self.cuts_around(text, start, end)
        return start in cuts and end in cuts

    def owns(self, text: str, span: Span) -> bool:
        """Whether a word of the house stands in the text around all of a span."""
        if not self.words or len(span) > self._longest:
            return False
        left = max(0, span.start - self._longest)
        found = self._own.find_matches_as_indexes(text[left : span.end + self._longest], overlapping=True)
        return any(left + start <= span.start and span.end <= left + end for _, start, end in found)

    @cached_property
    def _own(self) -> AhoCorasick:
        return AhoCorasick(self.words)

    @cached_property
    def _dictionary(self) -> Any:
        """rjieba itself where no words are added, for what is added to it stays for all that use it."""
        import rjieba

        if not self.words:
            return rjieba
        dictionary = rjieba.Jieba()
        for word in self.words:
            dictionary.add_word(word, None, None)
        return dictionary


COMMON = Vocabulary()
