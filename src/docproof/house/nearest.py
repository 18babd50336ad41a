"""The known name that a mistyped one probably means."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """“，是不是 X” for the end of a message, or "" where nothing is near."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    return f"，是不是 {close[0]}" if close else ""


def rule_names(ids: Iterable[str]) -> list[str]:
    """What can be named of rules: their ids and families."""
    every = sorted(ids)
    return [*every, *dict.fromkeys(i.rpartition(".")[0] for i in every)]
