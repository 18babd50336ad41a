"""Words of a fixed wording that stand in a text with one character wrong, lost, doubled or swapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import eq

from ahocorasick_rs import AhoCorasick

from docproof.engine.segmentation import COMMON
from docproof.model import Span
from docproof.model.characters import is_han

Accepts = Callable[[str, str], bool]
Place = tuple[str, bool]  # a word, and whether the half that anchors it is its first


class NearWords:
    """Fixed words, to be found where a text writes them with one mistake.

    One mistake leaves one half of a word whole: both halves are looked for, in one pass, and around each the other half
    is compared. A half among `common` is looked for with the character next to it. `alike` says whether one character is likely to be written
    for another; with `long` characters lost, doubled or swapped count too, which only long words bear. `right` are
    wordings that are near a fixed one and no mistake.
    """

    def __init__(
        self,
        words: Iterable[str],
        alike: Accepts,
        common: Iterable[str] = (),
        right: Iterable[str] = (),
        long: bool = False,
    ):
        self._alike = alike
        self._long = long
        self._words = frozenset(words)
        self._right = self._words.union(right)
        frequent = frozenset(common)
        self._places: dict[str, list[Place]] = defaultdict(list)
        for word in sorted(self._words):
            size = max(3 if long else 2, (len(word) - 1) // 2)
            first, last = word[:size], word[-size:]
            self._places[word[: size + 1] if first in frequent else first].append((word, True))
            self._places[word[-size - 1 :] if last in frequent else last].append((word, False))
        self._swapped = {swapped: word for word in sorted(self._words) if long for swapped in _swaps(word)}
        self._halves = [*self._places, *sorted(self._swapped.keys() - self._places.keys())]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._halves)

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where a word stands with one mistake, and the word; in text order, of those that overlap the longest."""
        found: dict[Span, str] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            half = self._halves[index]
            for word, first in self._places.get(half, ()):
                span = self._after(word, text, start, end) if first else self._before(word, text, start, end)
                if span is not None and self._counts(span, word, text):
                    found.setdefault(span, word)
            if half in self._swapped and self._counts(Span(start, end), self._swapped[half], text):
                found.setdefault(Span(start, end), self._swapped[half])
        reached = 0
        for span in sorted(found, key=lambda s: (s.start, -s.end)):
            if span.start >= reached:
                reached = span.end
                yield span, found[span]

    def _after(self, word: str, text: str, start: int, end: int) -> Span | None:
        rest = word[end - start :]
        found = text[end : end + len(rest) + 1]
        if not self._may_slip(rest, found):
            return None
        length = self._slip(rest, found)
        return Span(start, end + length) if length else None

    def _before(self, word: str, text: str, start: int, end: int) -> Span | None:
        rest = word[start - end - 1 :: -1]
        found = text[max(0, start - len(rest) - 1) : start][::-1]
        if not self._may_slip(rest, found):
            return None
        length = self._slip(rest, found)
        return Span(start - length, end) if length else None

    def _may_slip(self, right: str, found: str) -> bool:
        """A quick look that spares most places the slow one: short words have exactly one character wrong."""
        if self._long:
            return not found.startswith(right)
        return sum(map(eq, right, found)) == len(right) - 1

    def _slip(self, right: str, found: str) -> int:
        """How many characters of `found`, counted from the half that stands, are `right` with one mistake; 0 if none.

        What is lost or doubled at the far end is no mistake that can be told.
        """
        size = len(right)
        wrong = [i for i, (a, b) in enumerate(zip(right, found, strict=False)) if a != b]
        if not wrong:
            return 0
        at = wrong[0]
        if len(wrong) == 1 and len(found) >= size:
            repeated = self._long and found[at] in (found[at - 1 : at] + found[at + 1 : at + 2])
            if repeated or self._alike(found[at], right[at]):
                return size
        if not self._long:
            return 0
        if at < size - 1 and found.startswith(right[:at] + right[at + 1 :]):
            return size - 1
        if found[: size + 1] == right[:at] + right[at - 1 : at] + right[at:]:
            return size + 1
        return 0

    def _counts(self, span: Span, word: str, text: str) -> bool:
        """Whether what stands there is neither right in its own way nor the ends of two words.

        The cut fails within a spoilt word, so an unspoilt end needs none.
        """
        found = span.of(text)
        if not all(map(is_han, found)) or found in self._right:
            return False
        cuts = COMMON.cuts_around(text, span.start, span.end)
        return span.start in cuts and (span.end in cuts or (self._long and found[-2:] == word[-2:]))


def _swaps(word: str) -> Iterator[str]:
    """The word with two neighbouring characters swapped, in every place where they differ."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
