"""The laws and regulations that the table knows, by every name that they go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from docproof.engine import Table

COUNTRY = "中华人民共和国"


class Law(msgspec.Struct, frozen=True):
    """A row of laws.tsv: a law, a regulation, or rules of the Party.

    `also` are other names; `until` is the day from which it no longer holds, `new` what holds in its stead. `articles`
    counts the articles of the text that holds since `since`, `earlier` those of the text before; 0 where not known.
    """

    name: str
    also: tuple[str, ...] = ()
    until: date | None = None
    new: str = ""
    articles: int = 0
    since: date | None = None
    earlier: int = 0

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
    words: list[str]
    automaton: AhoCorasick

    @classmethod
    def of(cls, rows: Sequence[Law]) -> Laws:
        by_name = {name: law for law in rows for name in (*law.also, law.short, law.name)}
        words = sorted({n for law in rows for n in (law.short, *law.also)})
        return cls(by_name, words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest))


LAWS = Table("policy/laws.tsv", Law, Laws.of)
