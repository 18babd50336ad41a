"""Tables, in Word files and as lines of a text, with the numbers that stand in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from docproof.gates.language.quantities import half_step
from docproof.model import Draft, Part, Scope, Span
from docproof.model.numerals import amount
from docproof.model.patterns import later

BAR = later(r"[|｜]")
NUMBER = later(r"[-−]?\d[\d,]*(?:\.\d+)?(?=(?:万?亿?[元人户个件处项名家亩吨座所次台公里天%％]{0,3})?$)")
GAP = later(r"\t|[ \u3000]{2,}|\u3000|(?<=\S) (?=[\d—-])|(?<=\d) (?=\S)")
TOTAL = later(r"计(?<=[合总共小]计)|计(?<=[合总共小][ \u3000]计)")
RULED = later(r"[\s|｜:：—\-+]*")


class Cell(msgspec.Struct, frozen=True):
    """A cell's words without white space, where they stand, and the number that they are, if they are one."""

    words: str
    span: Span
    value: Decimal | None
    step: Decimal


Row = list[Cell]


def tables(draft: Draft) -> list[list[Row]]:
    """The draft's tables as rows of cells; in a text, lines whose cells bars, tabs or wide gaps set apart."""
    found = list(_word_tables(draft))
    return found or [t for t in _text_tables(draft.view(Scope.PROSE)) if len(t) > 2]


def _word_tables(draft: Draft) -> Iterator[list[Row]]:
    """The tables of a Word file; a cell of several paragraphs shows the first."""
    rows: dict[tuple[int, int], Row] = {}
    seen: set[tuple[int, int, int]] = set()
    for p in draft.paragraphs:
        if p.part is Part.TABLE and p.cell and p.cell not in seen:
            seen.add(p.cell)
            rows.setdefault(p.cell[:2], []).append(_cell(draft.text, p.start, p.end))
    tables: dict[int, list[Row]] = {}
    for (table, _), row in rows.items():
        tables.setdefault(table, []).append(row)
    yield from tables.values()


def _text_tables(text: str) -> Iterator[list[Row]]:
    """Runs of lines that are rows of two cells or more, one of them a total."""
    done = 0
    for m in TOTAL.finditer(text):
        at = text.rfind("\n", 0, m.start()) + 1
        if at < done or _row(text, at, _line(text, at)) is None:
            continue
        rows = [*_above(text, at), *_below(text, at)]
        done = rows[-1][-1].span.end
        yield rows


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)]


def _above(text: str, at: int) -> list[Row]:
    """The rows right above a line, in text order."""
    rows: list[Row] = []
    while at > 0:
        at = text.rfind("\n", 0, at - 1) + 1
        line = _line(text, at)
        row = _row(text, at, line)
        if row is None and not RULED.fullmatch(line):
            break
        rows += [row] if row else []
    return rows[::-1]


def _below(text: str, at: int) -> list[Row]:
    """The rows from a line on."""
    rows: list[Row] = []
    while at < len(text):
        line = _line(text, at)
        row = _row(text, at, line)
        if row is None and not RULED.fullmatch(line):
            break
        rows += [row] if row else []
        at += len(line) + 1
    return rows


def _row(text: str, at: int, line: str) -> Row | None:
    """The cells of a line; None where it is no row."""
    if not line.strip() or len(line) > 300 or "。" in line:
        return None
    barred = BAR.search(line) is not None
    cells: Row = []
    start = 0
    cuts = [m.span() for m in (BAR if barred else GAP).finditer(line)]
    for left, right in [*cuts, (len(line), len(line))]:
        if line[start:left].strip() or (start and barred):
            cells.append(_cell(text, at + start, at + left))
        start = right
    merged = _merged(cells)
    return merged if len(merged) > 1 and not RULED.fullmatch(line) else None


def _merged(cells: Row) -> Row:
    """合 计 that a space has cut in two is one cell again."""
    for i, (a, b) in enumerate(pairwise(cells)):
        if a.words in ("合", "总", "小", "共") and b.words == "计":
            both = Cell(a.words + b.words, Span(a.span.start, b.span.end), None, Decimal(0))
            return [*cells[:i], both, *cells[i + 2 :]]
    return cells


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end].strip()
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    m = NUMBER.match(words)
    value, step = (amount(m.group().lstrip("-−")), half_step(m.group().lstrip("-−"))) if m else (None, Decimal(0))
    if m and value is not None and m.group()[0] in "-−":
        value = -value
    return Cell(re.sub(r"\s", "", words), Span(at, at + len(words)), value, step)
