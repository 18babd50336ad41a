"""The library of standard formulations (规范表述库): sequences of fixed members, and the versions that each has had."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from docproof.engine import Table

JOINERS = "、，；和与及"
EITHER = "/"


class Formulation(msgspec.Struct, frozen=True):
    """A row of formulations.tsv.

    A member may have several forms, the best first, separated by /. `names` are what the sequence is called. Rows with
    one `series` are versions of one formulation, each right from `since` until the day before `until`. Where it is
    judged by `name`, its members are common words, and nothing is told without its name in the sentence; by `order`,
    parts of it are used alone, and only what is out of place is told.
    """

    name: str
    members: tuple[str, ...]
    names: tuple[str, ...] = ()
    series: str = ""
    since: date | None = None
    until: date | None = None
    judged: Literal["members", "name", "order"] = "members"
    basis: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """The members, each in its best form."""
        return tuple(m.partition(EITHER)[0] for m in self.members)

    def holds(self, day: date | None) -> bool:
        """Whether this version is right on a day; the last one is where the day is unknown."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, eq=False)
class Series:
    """The versions of one formulation, the newest first, and how their members are recognised."""

    versions: tuple[Formulation, ...]

    @cached_property
    def forms(self) -> dict[str, str]:
        """What each form of a member stands for."""
        return {f: m.partition(EITHER)[0] for v in self.versions for m in v.members for f in m.split(EITHER)}

    @cached_property
    def member(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.forms, key=len, reverse=True))))

    @cached_property
    def names(self) -> re.Pattern[str]:
        """What the formulation is called, in any of its versions."""
        names = {n for v in self.versions for n in (v.name.partition("（")[0], *v.names)}
        return re.compile("|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)))

    @cached_property
    def affixes(self) -> tuple[str, str]:
        """What all members of the newest version begin and end with; "" where nothing."""
        members = self.versions[0].right
        return _alike(members), _alike([m[::-1] for m in members])[::-1]

    def version(self, day: date | None) -> Formulation | None:
        """The version that is right on a day."""
        return next((v for v in self.versions if v.holds(day)), None)


def _alike(words: Sequence[str]) -> str:
    """What all words begin with."""
    same = takewhile(lambda chars: len(set(chars)) == 1, zip(*words, strict=False))
    return "".join(chars[0] for chars in same)


@dataclass(frozen=True, eq=False)
class Library:
    """All series, and where in a text one of their members stands joined to something."""

    series: tuple[Series, ...]

    @cached_property
    def _joined(self) -> list[tuple[Series, str]]:
        return [(s, form) for s in self.series for form in s.forms]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick([form + j for _, form in self._joined for j in JOINERS], matchkind=MatchKind.Standard)

    def candidates(self, text: str) -> list[tuple[int, Series]]:
        """Where a member with a joiner behind it begins, in text order."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted(((start, self._joined[i // len(JOINERS)][0]) for i, start, _ in found), key=lambda c: c[0])


def _library(rows: Sequence[Formulation]) -> Library:
    series: dict[str, list[Formulation]] = {}
    for row in rows:
        series.setdefault(row.series or row.name, []).append(row)
    newest_first = (sorted(versions, key=lambda v: v.since or date.min, reverse=True) for versions in series.values())
    return Library(tuple(Series(tuple(versions)) for versions in newest_first))


FORMULATIONS: Table[Formulation, Library] = Table("policy/formulations.tsv", Formulation, _library)
