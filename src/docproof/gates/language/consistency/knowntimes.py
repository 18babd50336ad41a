"""Plans, congresses, terms and events of which everyone knows the year: rules/language/periods.tsv and events.tsv."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from docproof.gates.language.shelf import rows_of


class Period(msgspec.Struct, frozen=True):
    """From a year to a year, both belonging to it."""

    first: int
    last: int

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last


@lru_cache(maxsize=1)
def periods() -> dict[tuple[str, str], Period]:
    """Periods by kind (plan, congress, plenum, term) and name (十四五, 二十大, 二十届三中全会, 十四 of 十四届)."""
    return {(kind, name): Period(int(first), int(last)) for kind, name, first, last in rows_of("periods.tsv")}


@lru_cache(maxsize=1)
def events() -> dict[str, int]:
    """The years of events by the patterns of their names."""
    return {name: int(year) for name, year, *_ in rows_of("events.tsv")}
