"""Word lists: TSV files beside the rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from docproof.engine.yamlfiles import complaint_of, read
from docproof.model import RuleError

REQUIRED = ("wrong", "right")
Row = TypeVar("Row", bound=msgspec.Struct)
COLUMNS = (*REQUIRED, "before", "after", "except", "requires", "until", "apart", "note")


class Entry(msgspec.Struct, frozen=True):
    """One line of a word list.

    `right` holds the replacements, the best first. `before` and `after` are companions of which one must stand on that
    side (`engine/companions.py`); `excepts` are longer words in which the wrong one is right;
    `requires` are words of which one must stand in the same paragraph; before `until` the word was right; with
    `apart` the word counts only where the segmentation cuts at both its ends.
    """

    wrong: str
    right: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    until: date | None = None
    apart: bool = False
    note: str = ""


def load_table(path: Path) -> list[Entry]:
    """The entries of a word list. Raises RuleError naming file and line.

    The first line names the columns (wrong, right, and any of before, after, except, requires, until, apart, note);
    cells are separated by tabs, alternatives by |; lines that begin with # are comments. A word may stand on several
    lines with different companions.
    """
    lines = read(path).split("\n")
    header = _cells(lines[0])
    unknown = [c for c in header if c not in COLUMNS]
    if unknown or any(c not in header for c in REQUIRED):
        raise RuleError(f"{path}:1：首行应写列名 {'、'.join(COLUMNS)}（前两列必需，用制表符分隔）")
    entries = []
    seen: dict[tuple[str, tuple[str, ...], tuple[str, ...]], int] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = _cells(line, header, f"{path}:{number}")
        entry = _entry(dict(zip(header, cells, strict=False)), f"{path}:{number}")
        same = (entry.wrong, entry.before, entry.after)
        if same in seen:
            raise RuleError(f"{path}:{number}：“{entry.wrong}”与第 {seen[same]} 行重复")
        seen[same] = number
        entries.append(entry)
    return entries


def _entry(cells: dict[str, str], where: str) -> Entry:
    wrong, right = cells.get("wrong", ""), _split(cells.get("right", ""))
    if not wrong or wrong in right:
        raise RuleError(f"{where}：wrong 不能为空，也不能与 right 相同")
    until = cells.get("until") or None
    return Entry(
        wrong,
        right,
        before=_split(cells.get("before", "")),
        after=_split(cells.get("after", "")),
        excepts=_split(cells.get("except", "")),
        requires=_split(cells.get("requires", "")),
        until=parse_date(until, where) if until else None,
        apart=cells.get("apart", "") == "yes",
        note=cells.get("note", ""),
    )


def _cells(line: str, header: list[str] | None = None, where: str = "") -> list[str]:
    """A line's cells without white space around them, and without the empty ones that a spreadsheet puts at its end."""
    cells = [cell.strip() for cell in line.split("\t")]
    while cells and not cells[-1]:
        del cells[-1]
    if header is not None and len(cells) > len(header):
        raise RuleError(f"{where}：有 {len(cells)} 列，首行只有 {len(header)} 列")
    return cells


def _split(cell: str) -> tuple[str, ...]:
    return tuple(w for w in map(str.strip, cell.split("|")) if w)


def parse_date(text: str, where: str) -> date:
    """A date written 2018-03-13. Raises RuleError that begins with `where`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError(f"{where}：日期“{text}”应写作 2018-03-13 的样子") from None


def load_rows(path: Path, kind: type[Row]) -> dict[object, Row]:
    """The lines of a TSV file as `kind`, a msgspec.Struct with a field for each column, by the cell of its first field.

    Columns stand in any order. Cells are converted to the types of the fields; those of a tuple are separated by |, an
    empty one is the default. Lines that begin with # are comments. Raises RuleError naming file and line.
    """
    lines = read(path).split("\n")
    fields = {f.encode_name: f for f in msgspec.structs.fields(kind)}
    key, *_ = fields
    at = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    header = _cells(lines[at])
    needed = [name for name, f in fields.items() if f.required or name == key]
    if any(c not in fields for c in header) or any(c not in header for c in needed):
        raise RuleError(f"{path}:{at + 1}：首行应写列名 {'、'.join(fields)}（{'、'.join(needed)} 必需，用制表符分隔）")
    if twice := next((c for n, c in enumerate(header) if c in header[:n]), ""):
        raise RuleError(f"{path}:{at + 1}：列名 {twice} 写了两次")
    rows: dict[object, Row] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[at + 1 :], at + 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = dict(zip(header, _cells(line, header, f"{path}:{number}"), strict=False))
        name = cells.get(key, "")
        if not name:
            raise RuleError(f"{path}:{number}：缺少必填项 {key}")
        if name in seen:
            raise RuleError(f"{path}:{number}：“{name}”与第 {seen[name]} 行重复")
        seen[name] = number
        typed = {c: _split(cell) if str(fields[c].type).startswith("tuple") else cell for c, cell in cells.items()}
        try:
            rows[name] = msgspec.convert({c: value for c, value in typed.items() if value}, kind, strict=False)
        except msgspec.ValidationError as e:
            raise RuleError(f"{path}:{number}：{complaint_of(e, kind)}") from None
    return rows
