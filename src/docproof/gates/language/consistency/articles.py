"""The articles (条) of a statute, a contract or a set of rules, with their clauses (款) and items (项)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from docproof.model import Draft, Scope
from docproof.model.numerals import han_number, whole_number
from docproof.model.patterns import later

ARTICLE = later(
    r"(?m)^[ \t\u3000]*第(?P<n>[零〇一二三四五六七八九十百千]{1,7}|\d{1,3})条(?P<sub>之[一二三四五六七八九十])?(?=[ \t\u3000]|【|[^的规所和至中款之第或、，。])",
    given="条",
)
ITEM = later(r"[ \t\u3000]*[（(](?P<n>[一二三四五六七八九十]{1,3})[）)]")
DIVISION = later(r"[ \t\u3000]*第[一二三四五六七八九十百]{1,4}[编章节]")
HOLDS_FROM = later(r"自[^，。\n]{2,20}施行|起施行|负责解释")
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles up to `last` between two offsets.

    `items` is how many items an article has, where they stand in one list; `clauses` are the offsets at which the
    clauses of all articles begin, and `heads` those at which an article begins.
    """

    start: int
    end: int
    last: int
    items: dict[int, int]
    heads: list[int]
    clauses: list[int] = field(default_factory=list)

    def clauses_before(self, at: int) -> int | None:
        """How many clauses of its article stand before the clause that an offset is in; None in none."""
        article = bisect_right(self.heads, at) - 1
        if article < 0:
            return None
        return bisect_right(self.clauses, at) - bisect_right(self.clauses, self.heads[article])


def articles(draft: Draft) -> Articles | None:
    """The draft's articles, where three at least are counted from one on without a break, or an excerpt goes on to the
    last one, which says from when it holds; else None.
    """
    text = draft.view(Scope.PROSE)
    found = [m for m in ARTICLE.finditer(text) if not m["sub"]]
    numbers = [whole_number(m["n"]) for m in found]
    whole = len(numbers) >= FEWEST and numbers == list(range(1, len(numbers) + 1))
    if not whole and not _is_end_of_excerpt(text, found, numbers):
        return None
    heads = [m.start() for m in found]
    items: dict[int, int] = {}
    clauses: list[int] = []
    for n, start, end in zip(numbers, heads, [*heads[1:], len(text)], strict=True):
        last, lists = 0, 0
        at = start
        for line in text[start:end].split("\n"):
            item = ITEM.match(line)
            if item:
                value = han_number(item["n"])
                lists += value == 1
                last = max(last, value)
            elif line.strip() and not DIVISION.match(line):
                clauses.append(at)
            at += len(line) + 1
        if lists == 1:
            items[n] = last
    return Articles(heads[0], len(text), numbers[-1], items, heads, clauses)


def _is_end_of_excerpt(text: str, found: list[re.Match[str]], numbers: list[int]) -> bool:
    rising = bool(numbers) and all(a < b for a, b in pairwise(numbers))
    return rising and HOLDS_FROM.search(text, found[-1].end()) is not None
