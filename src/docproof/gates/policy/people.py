"""An office's own table of persons (人员名录), and where a draft names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from docproof.engine import Table
from docproof.model import Draft, Scope, Span

FORMER = ("原", "前", "时任", "曾任", "历任", "兼", "副", "代", "代理")
COMRADE = "同志"


class Person(msgspec.Struct, frozen=True):
    """A row of people.tsv.

    `office` are a person's offices, the first for a suggestion; `order` the rank in lists; the row holds from `since`
    until the day before `until`. `organ` is for the reader of the table; no rule looks at it.
    """

    name: str
    office: tuple[str, ...] = ()
    order: int | None = None
    since: date | None = None
    until: date | None = None
    organ: str = ""

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices one by one; “县委副书记、县长” are two."""
        return tuple(o for cell in self.office for o in cell.split("、") if o)

    def serves(self, day: date | None) -> bool:
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day < self.until))


class Mention(msgspec.Struct, frozen=True):
    """A person's name in a draft, and the office from the table that stands before it, if any."""

    person: Person
    span: Span
    office: str

    @property
    def whole(self) -> Span:
        """The office with the name."""
        return Span(self.span.start - len(self.office), self.span.end)


@dataclass(frozen=True, eq=False)
class People:
    """The persons of a table."""

    all: tuple[Person, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(p.name for p in self.all)

    @cached_property
    def offices(self) -> re.Pattern[str]:
        """An office of the table; the longest that stands at a place."""
        every = {o for p in self.all for o in p.offices}
        return re.compile("|".join(map(re.escape, sorted(every, key=len, reverse=True))) or r"(?!)")

    def holders(self, office: str, day: date | None) -> list[Person]:
        """Who holds an office on a day."""
        return [p for p in self.all if office in p.offices and p.serves(day)]

    def office_before(self, text: str, at: int) -> str:
        """The office of the table that ends at `at`, unless a word before it makes it another or a former one."""
        before = text[max(0, at - 24) : at]
        for start in range(len(before)):
            m = self.offices.match(before, start)
            if m and m.end() == len(before):
                return "" if before[:start].endswith(FORMER) else m.group()
        return ""


PEOPLE: Table[Person, People] = Table("policy/people.tsv", Person, lambda rows: People(tuple(rows)))


def mentions(draft: Draft, people: People) -> list[Mention]:
    """Where the table's names stand in a draft, in its order."""
    text = draft.view(Scope.PROSE)
    return sorted(_mentions(text, people.all, people), key=lambda m: m.span)


def _mentions(text: str, persons: Sequence[Person], people: People) -> Iterator[Mention]:
    for person in persons:
        at = text.find(person.name)
        while at >= 0:
            yield Mention(person, Span(at, at + len(person.name)), people.office_before(text, at))
            at = text.find(person.name, at + 1)
