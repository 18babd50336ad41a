"""The lists under rules/language/ that the gate's own code reads."""

from __future__ import annotations

from functools import cache

from docproof.engine import rules_root
from docproof.engine.yamlfiles import read


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a list, comments left out. Raises RuleError where the file cannot be read."""
    text = read(rules_root() / "language" / name)
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def rows_of(name: str) -> list[list[str]]:
    """The rows of a table below its header, cell by cell. Raises RuleError where the file cannot be read."""
    return [line.split("\t") for line in lines_of(name)[1:]]
