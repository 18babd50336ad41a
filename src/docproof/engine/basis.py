"""What code rules go by beside the draft: the profile that holds for it, and the tables of all packs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import msgspec

from docproof.engine.profiles import Profile
from docproof.engine.tables import load_rows

Row = TypeVar("Row", bound=msgspec.Struct)
Known = TypeVar("Known")


@dataclass(frozen=True, eq=False)
class Table(Generic[Row, Known]):
    """A table that code rules read, of which each pack may have one: `path` is its place in a pack.

    `row` is a msgspec.Struct whose fields are the columns, the first of them the key, wherever its column stands: a row
    of a later pack replaces one with the same key. `make` turns the rows into what rules ask for, once a rule set.
    """

    path: str
    row: type[Row]
    make: Callable[[Sequence[Row]], Known]


@dataclass(frozen=True, eq=False)
class Tables:
    """The tables of all packs. `files` are the places of each table, by its path in a pack, in the order of packs."""

    files: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    _known: dict[Table[Any, Any], Any] = field(default_factory=dict, repr=False)

    def extended(self, files: Mapping[str, Path]) -> Tables:
        """The tables with one more file each."""
        return Tables({**self.files, **{path: (*self.files.get(path, ()), file) for path, file in files.items()}})

    def given(self, table: Table[Row, Known], rows: Sequence[Row]) -> Tables:
        """The tables with these rows alone in one of them."""
        return Tables(self.files, {**self._known, table: table.make(rows)})

    def of(self, table: Table[Row, Known]) -> Known:
        """What a table knows. Raises RuleError naming file and line."""
        if table not in self._known:
            rows: dict[object, Row] = {}
            for file in self.files.get(table.path, ()):
                rows |= load_rows(file, table.row)
            self._known[table] = table.make(list(rows.values()))
        return cast(Known, self._known[table])


@dataclass(frozen=True, eq=False)
class Basis:
    """依据: what holds for a draft. A code rule of two parameters is given it as the second."""

    profile: Profile
    tables: Tables

    def of(self, table: Table[Row, Known]) -> Known:
        """What a table knows."""
        return self.tables.of(table)
