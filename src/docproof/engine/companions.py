"""Words beside a word, which decide whether it is wrong there."""

from __future__ import annotations

import re
from functools import cache

GAP = "…"  # in a table: the companion may stand some way off
REACH = 8  # code points between a word and a companion written with GAP
STOP = r"(?:。|\s*(?:\n|\Z))"  # a full stop, which headings and entries of lists leave out
CLAUSE = rf"[^，。；：！？\n\ufffc]{{0,{REACH}}}"  # what may stand between them: the same clause


def follow(companions: tuple[str, ...], text: str, end: int) -> bool:
    """Whether one of the companions stands right behind `end` or, written …词, up to eight code points behind it."""
    return _following(companions).match(text, end) is not None


def precede(companions: tuple[str, ...], text: str, start: int) -> bool:
    """Whether one of the companions stands right before `start` or, written 词…, up to eight code points before it."""
    pattern, longest = _preceding(companions)
    return pattern.search(text[max(0, start - longest - REACH) : start]) is not None


@cache
def _following(companions: tuple[str, ...]) -> re.Pattern[str]:
    beside = [STOP if c == "。" else re.escape(c) for c in companions if not c.startswith(GAP)]
    apart = [re.escape(c.removeprefix(GAP)) for c in companions if c.startswith(GAP)]
    return re.compile("|".join([*beside, f"{CLAUSE}(?:{'|'.join(apart)})"] if apart else beside))


@cache
def _preceding(companions: tuple[str, ...]) -> tuple[re.Pattern[str], int]:
    beside = [re.escape(c) for c in companions if not c.endswith(GAP)]
    apart = [re.escape(c.removesuffix(GAP)) for c in companions if c.endswith(GAP)]
    branches = [*beside, f"(?:{'|'.join(apart)}){CLAUSE}"] if apart else beside
    return re.compile(rf"(?:{'|'.join(branches)})\Z"), max(map(len, companions))
