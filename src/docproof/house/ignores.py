"""The list of findings that a house has put to rest (忽略清单): a table that can be committed and reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from docproof.house.globs import Glob
from docproof.house.places import relative, shown
from docproof.house.textfiles import read_text, write_text
from docproof.model import SettingsError

COLUMNS = ("编号", "规则", "文稿", "原文", "理由")
KEY = re.compile("[0-9a-f]{16}")


class Entry(msgspec.Struct, frozen=True):
    """A finding that is put to rest, by its key, in the drafts that `draft` names: a path or a glob from the list on.

    `rule`, `words` and `reason` are for people; `line` counts from 1.
    """

    key: str
    rule: str
    draft: str
    words: str
    reason: str
    line: int = 0


@dataclass(frozen=True, eq=False)
class Ignores:
    """A list that has been read."""

    path: Path
    entries: tuple[Entry, ...] = ()

    def of(self, draft: Path) -> tuple[list[Entry], list[Entry]]:
        """The entries that hold for a draft: those that name it, and those whose glob means it among others."""
        here = relative(draft, self.path.parent)
        named = self._named.get(here, [])
        return named, [e for e, glob in self._globs if glob.matches(here) and e not in named]

    @cached_property
    def _named(self) -> dict[str, list[Entry]]:
        named: dict[str, list[Entry]] = {}
        for entry in self.entries:
            named.setdefault(entry.draft, []).append(entry)
        return named

    @cached_property
    def _globs(self) -> list[tuple[Entry, Glob]]:
        globs = []
        for entry in self.entries:
            if any(c in entry.draft for c in "*?["):
                with suppress(ValueError):  # brackets that are only part of a name
                    globs.append((entry, Glob(entry.draft)))
        return globs


def load(path: Path) -> Ignores:
    """Read a list; one that does not exist is empty. Raises SettingsError, naming file and line."""
    if not path.exists():
        return Ignores(path)
    entries = []
    lines = read_text(path).split("\n")
    if any(line.strip() for line in lines) and tuple(lines[0].split("\t")) != COLUMNS:
        raise SettingsError(f"{shown(path)}:1：首行应写列名 {'、'.join(COLUMNS)}，用制表符分隔")
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        entries.append(_entry(line, number, f"{shown(path)}:{number}"))
    return Ignores(path, tuple(entries))


def _entry(line: str, number: int, where: str) -> Entry:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(COLUMNS):
        raise SettingsError(f"{where}：有 {len(cells)} 列，应为 {len(COLUMNS)} 列")
    key, rule, draft, words, reason = (*cells, *[""] * (len(COLUMNS) - len(cells)))
    if not KEY.fullmatch(key):
        raise SettingsError(f"{where}：编号“{key}”应为 16 位十六进制数，照 docproof check --keys 所示抄写")
    if not draft:
        raise SettingsError(f"{where}：文稿一栏不能为空；对全部文稿有效的写 *")
    return Entry(key, rule, draft, words, reason, number)


def add(path: Path, entries: Iterable[Entry]) -> None:
    """Add entries at the end of a list, which may not exist yet; what stands in it stays as it is."""
    text = read_text(path) if path.exists() else ""
    text = text or "\t".join(COLUMNS) + "\n"
    rows = "".join("\t".join(map(_cell, (e.key, e.rule, e.draft, e.words, e.reason))) + "\n" for e in entries)
    write_text(path, text + ("" if text.endswith("\n") else "\n") + rows)


def remove(path: Path, key: str) -> list[Entry]:
    """Take the entries of a key out of a list; returns them, none where the list has no such key."""
    gone = [e for e in load(path).entries if e.key == key]
    if gone:
        lines = read_text(path).split("\n")
        for entry in reversed(gone):
            del lines[entry.line - 1]
        write_text(path, "\n".join(lines))
    return gone


def _cell(words: str) -> str:
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in re.sub(r"\s+", " ", words))
