"""The laws and regulations that the table knows, by every name that they go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from docproof.engine import Table

CLOSE = 0.75  # of the characters of two names that must be common, as difflib counts them
COUNTRY = "中华人民共和国"


class Law(msgspec.Struct, frozen=True):
    """A row of laws.tsv: a law, a regulation, or rules of the Party.

    `also` are other names, `wrong` ones that it is often called by mistake; `until` is the day from which it no longer holds, `new` what holds in its stead. `articles`
    counts the articles of the text that holds since `since`, `earlier` those of the text before; `revised` is the year
    in which that text was adopted. 0 where not known.
    """

    name: str
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    until: date | None = None
    new: str = ""
    articles: int = 0
    since: date | None = None
    earlier: int = 0
    revised: int = 0

    @property
    def short(self) -> str:
        """The name without the country's."""
        return shortened(self.name)


def shortened(name: str) -> str:
    """A law's name without the country's."""
    return name.removeprefix(COUNTRY)


@dataclass(frozen=True, eq=False)
class Laws:
    """All laws by their names, and an automaton that finds the names in a text, the longest at each place."""

    by_name: dict[str, Law]
    by_wrong: dict[str, Law]
    words: list[str]
    automaton: AhoCorasick

    @classmethod
    def of(cls, rows: Sequence[Law]) -> Laws:
        by_name = {name: law for law in rows for name in (*law.also, law.short, COUNTRY + law.short)}
        by_wrong = {name: law for law in rows for name in law.wrong if name not in by_name}
        words = sorted({n for law in rows for n in (law.short, *law.also)} | by_wrong.keys())
        return cls(by_name, by_wrong, words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest))

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        """The names by what is left of them without one of their characters, and by their characters in order."""
        near: dict[str, list[str]] = defaultdict(list)
        for name in self._shorts:
            for key in {name, "".join(sorted(name)), *_without_one(name)}:
                near[key].append(name)
        return near

    def alike(self, name: str) -> list[str]:
        """The names that differ from one that nothing bears by a character lost, added or wrong, or by the order."""
        keys = {name, "".join(sorted(name)), *_without_one(name)}
        near = {n for key in keys for n in self._spellings.get(key, ())}
        return sorted(n for n in near if sorted(n) == sorted(name) or _one_edit(n, name))

    def nearest(self, name: str) -> list[str]:
        """The name of the same ending that has most in common with one that nothing bears, if that is much."""
        return get_close_matches(name, {n for n in self._shorts if n[-1] == name[-1]}, 1, CLOSE)

    @cached_property
    def _shorts(self) -> set[str]:
        return {law.short for law in self.by_name.values()}


def _without_one(name: str) -> Iterator[str]:
    return (name[:i] + name[i + 1 :] for i in range(len(name)))


def _one_edit(a: str, b: str) -> bool:
    """Whether one character lost, added or replaced makes `b` of `a`."""
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + (len(a) >= len(b)) :] == b[at + (len(b) >= len(a)) :]


LAWS = Table("policy/laws.tsv", Law, Laws.of)
