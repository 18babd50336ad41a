"""Plans, congresses, terms and events of which everyone knows the year: rules/language/periods.tsv and events.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from docproof.engine import rules_root
from docproof.model import RuleError


class Period(msgspec.Struct, frozen=True):
    """From a year to a year, both belonging to it."""

    first: int
    last: int

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last


@lru_cache(maxsize=1)
def periods() -> dict[tuple[str, str], Period]:
    """Periods by kind (plan, congress, plenum, term) and name (十四五, 二十大, 二十届三中全会, 十四 of 十四届)."""
    return {(kind, name): Period(int(first), int(last)) for kind, name, first, last in rows("periods.tsv")}


@lru_cache(maxsize=1)
def events() -> dict[str, int]:
    """The years of events by the patterns of their names."""
    return {name: int(year) for name, year, *_ in rows("events.tsv")}


def rows(file: str) -> Iterator[list[str]]:
    """The rows below the header. Raises RuleError where the file cannot be read."""
    path = rules_root() / "language" / file
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as e:
        raise RuleError(f"{path}：读取失败（{e.strerror or e}）") from None
    for line in lines[1:]:
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\r").split("\t")
