"""Words of a fixed wording that stand in a text with one character wrong, lost, doubled or swapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from docproof.engine.segmentation import COMMON
from docproof.model import Span
from docproof.model.characters import is_han

Accepts = Callable[[str, str], bool]
SHORT = 20_000  # code points, in all, up to which it is quicker to index only the words that a text comes near


Next = tuple[str, str]  # what may go on from a half: the two characters next to it, and those that end a word
NOTHING: Next = ("", "")


class Side:
    """The words that go on from a half on one side, by the half and one of the two characters next to it, nearest first.

    Of these two at most one is wrong. `near` holds the words by the first of them, long words by the second too, for
    the first may be lost; `far` holds them by the second; `ends` those that have one more character, which may be any.
    """

    def __init__(self, long: bool) -> None:
        self._long = long
        self._near: dict[str, list[str]] = defaultdict(list)
        self._far: dict[str, list[str]] = defaultdict(list)
        self._ends: dict[str, list[str]] = defaultdict(list)
        self.next: dict[str, Next] = {}

    def add(self, word: str, half: str, rest: str) -> None:
        """A word that goes on from a half with `rest`, as read away from the half."""
        first, second, end = rest[:1], rest[1:2], ""
        if not second:
            self._ends[half].append(word)
            first, end = "", first
        elif self._long and first != second:
            first += second
        for char in first:
            self._near[half + char].append(word)
        for char in second:
            self._far[half + char].append(word)
        chars, ends = self.next.get(half, NOTHING)
        self.next[half] = (chars + rest[:2] if second else chars), ends + end

    def words(self, half: str, first: str, second: str) -> Sequence[str]:
        """The words that may go on from a half with these two characters, in order."""
        near, far, ends = self._near.get(half + first), self._far.get(half + second), self._ends.get(half)
        if (near and far) or ends:
            return sorted({*(near or ()), *(far or ()), *(ends or ())})
        return near or far or ()


class Halves:
    """The halves of words that a text is searched for, and what goes on from each to the right and to the left."""

    def __init__(self, words: Iterable[str], common: frozenset[str], long: bool):
        self.after, self.before = Side(long), Side(long)
        self.swapped: dict[str, str] = {}
        for word in words:
            size = max(3 if long else 2, (len(word) - 1) // 2)
            first = size + (word[:size] in common)
            last = size + (word[-size:] in common)
            self.after.add(word, word[:first], word[first:])
            self.before.add(word, word[-last:], word[:-last][::-1])
            if long:
                self.swapped |= dict.fromkeys(_swaps(word), word)
        self.halves = list(dict.fromkeys([*self.after.next, *self.before.next, *self.swapped]))
        right, left = self.after.next, self.before.next
        self.sides = [(*right.get(half, NOTHING), *left.get(half, NOTHING)) for half in self.halves]
        self.automaton = AhoCorasick(self.halves)


class NearWords:
    """Fixed words, to be found where a text writes them with one mistake.

    One mistake leaves one half of a word whole: both halves are looked for, in one pass, and around each the other half
    is compared. A half among `common` is looked for with the character next to it. `alike` says whether one character
    is likely to be written for another; with `long` characters lost, doubled or swapped count too, which only long
    words bear. `right` are wordings that are near a fixed one and no mistake.
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
        self._common = frozenset(common)
        self._words = sorted(set(words))
        self._right = frozenset(self._words).union(right)
        self._searched = 0

    @cached_property
    def _all(self) -> Halves:
        return Halves(self._words, self._common, self._long)

    def _halves(self, text: str) -> Halves:
        self._searched += len(text)
        if self._searched > SHORT:
            return self._all
        pairs = set(map(str.__add__, text, text[1:]))
        near = [word for word in self._words if word[:2] in pairs or word[-2:] in pairs]
        return Halves(near, self._common, self._long)

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where a word stands with one mistake, and the word; in text order, of those that overlap the longest."""
        halves = self._halves(text)
        found: dict[Span, str] = {}
        for index, start, end in halves.automaton.find_matches_as_indexes(text, overlapping=True):
            right, right_ends, left, left_ends = halves.sides[index]
            if right or right_ends:
                first, second = text[end : end + 1], text[end + 1 : end + 2]
                if first in right or second in right or (right_ends and self._may_end(first, right_ends)):
                    for word in halves.after.words(halves.halves[index], first, second):
                        span = self._after(word, text, start, end)
                        if span is not None and self._counts(span, word, text):
                            found.setdefault(span, word)
            if (left or left_ends) and start:
                first, second = text[start - 1], text[start - 2 : start - 1]
                if first in left or second in left or (left_ends and self._may_end(first, left_ends)):
                    for word in halves.before.words(halves.halves[index], first, second):
                        span = self._before(word, text, start, end)
                        if span is not None and self._counts(span, word, text):
                            found.setdefault(span, word)
            swapped = halves.swapped.get(halves.halves[index]) if self._long else None
            if swapped and self._counts(Span(start, end), swapped, text):
                found.setdefault(Span(start, end), swapped)
        reached = 0
        for span in sorted(found, key=lambda s: (s.start, -s.end)):
            if span.start >= reached:
                reached = span.end
                yield span, found[span]

    def _may_end(self, found: str, right: str) -> bool:
        """Whether a character may stand for one of those that end a word."""
        return found not in right and (self._long or any(self._alike(found, char) for char in right))

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
        return sum(a == b for a, b in zip(right, found, strict=False)) == len(right) - 1

    def _slip(self, right: str, found: str) -> int:
        """How many characters of `found`, counted from the half that stands, are `right` with one mistake; 0 if none.

        What is lost or doubled at the far end is no mistake that can be told.
        """
        size = len(right)
        wrong = [i for i, (a, b) in enumerate(zip(right, found, strict=False)) if a != b]
        if not wrong:
            return 0
        at = wrong[0]
        if self._long and found[: size + 1] == right[:at] + right[at - 1 : at] + right[at:]:
            return size + 1
        if len(wrong) == 1 and len(found) >= size:
            repeated = self._long and found[at] in (found[at - 1 : at] + found[at + 1 : at + 2])
            if repeated or self._alike(found[at], right[at]):
                return size
        lost = self._long and at < size - 1 and found.startswith(right[:at] + right[at + 1 :])
        return size - 1 if lost else 0

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
