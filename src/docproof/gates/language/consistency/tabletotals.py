"""Totals in tables: 合计 under a column, 小计 and 合计 in a row, shares that make a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.tables import Cell, Row, tables
from docproof.gates.language.quantities import plain
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity
from docproof.model.patterns import later

TOTAL = later(r"(?:合计|总计|共计|总和|合计数|总数|全[县市镇]合计|累计)(?:[（(][^（）()]{1,8}[）)])?[:：]?$")
SUBTOTAL = later(r".{0,8}小计$")
PART = later(r"其中|^[—-]|^#")
NO_SUM = later(
    r"序号|编号|排[名位]|名次|单价|[均比率]|增长|增[幅减]|±|年份|年度|时间|日期|电话|号码|备注|标准|占|同比|%|面积单位"
)
ONE_IN_TWO = 0.5  # of the columns or rows that must agree for the others to be wrong


@rule(
    "consistency.table-total",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "| 乡镇 | 户数 | 人数 |\n| --- | --- | --- |\n| 白水镇 | 12 | 40 |\n| 青石镇 | 8 | 25 |\n| 合计 | 20 | ⟦75→65⟧ |",
        "乡镇\t任务数\t完成数\n白水镇\t120\t100\n青石镇\t80\t75\n合计\t⟦210→200⟧\t175",
        "| 单位 | 男 | 女 | 合计 |\n| 水利局 | 12 | 8 | 20 |\n| 财政局 | 10 | 9 | ⟦21→19⟧ |\n| 民政局 | 7 | 6 | 13 |",
    ],
    good=[
        "| 乡镇 | 户数 | 人数 |\n| 白水镇 | 12 | 40 |\n| 青石镇 | 8 | 25 |\n| 合计 | 20 | 65 |",
        "项目\t金额\n总投资\t120\n其中：设备\t80\n人工\t30\n占比\t25%",
    ],
)
def table_total(draft: Draft) -> Iterator[Hit]:
    """表中的合计、小计要等于各行（列）之和。

    有几列合计的，多数相符时报不相符的；只有一列的，也报。
    """
    for table in draft.once(tables):
        yield from _columns(table)
        yield from _rows(table)


def _columns(table: list[Row]) -> Iterator[Hit]:
    """What is wrong with the totals below, or above, the rows that they are of."""
    header = table[0]
    width = len(header)
    for at, row in enumerate(table):
        if not any(TOTAL.match(c.words) for c in row[:2]) or len(row) < 2:
            continue
        above = table[1:at] if at > 1 else []
        rows = [r for r in (above or table[at + 1 :]) if len(r) == len(row)]
        subtotals = [r for r in rows if any(SUBTOTAL.match(c.words) for c in r[:2])]
        rows = subtotals or rows
        if len(rows) < 2 or any(PART.match(c.words) for r in rows for c in r[:2]):
            continue
        judged = [
            (cell, [r[i] for r in rows])
            for i, cell in enumerate(row)
            if i and cell.value is not None and not (len(row) == width and NO_SUM.search(header[i].words))
        ]
        yield from _told([(cell, parts) for cell, parts in judged if _numbers(parts)])
        return


def _rows(table: list[Row]) -> Iterator[Hit]:
    """What is wrong with the totals at the end, or the beginning, of each row."""
    header = table[0]
    at = next((i for i, c in enumerate(header) if i and (TOTAL.match(c.words) or SUBTOTAL.match(c.words))), None)
    if at is None:
        return
    summed = [i for i, c in enumerate(header) if i and i != at and not NO_SUM.search(c.words)]
    judged = []
    for row in table[1:]:
        if len(row) != len(header) or row[at].value is None:
            continue
        parts = [row[i] for i in summed if row[i].value is not None]
        if len(parts) > 1:
            judged.append((row[at], parts))
    if len(judged) > 1:
        yield from _told(judged, most=True)


def _numbers(parts: list[Cell]) -> bool:
    """Whether a column holds numbers but for blanks and dashes, two of them at least."""
    values = [c for c in parts if c.value is not None]
    return len(values) > 1 and all(c.value is not None or c.words in ("", "—", "-", "/", "无") for c in parts)


def _told(judged: list[tuple[Cell, list[Cell]]], *, most: bool = False) -> Iterator[Hit]:
    """The totals that are not their sums, where the others are; a single one where it is near its sum."""
    wrong = [(cell, parts) for cell, parts in judged if _off(cell, parts)]
    if (most or len(judged) > 1) and len(wrong) > ONE_IN_TWO * len(judged):
        return
    for cell, parts in wrong:
        total = sum((c.value for c in parts if c.value is not None), Decimal(0))
        if cell.value and not Decimal("0.5") < total / cell.value < 2:
            continue
        words = f"{total:f}"
        yield hit(
            cell.span,
            f"各项相加是{plain(total)}，与表中的{cell.words}不符，请核对",
            cell.words.replace(_digits(cell.words), words),
        )


def _off(cell: Cell, parts: list[Cell]) -> bool:
    total = sum((c.value for c in parts if c.value is not None), Decimal(0))
    slack = sum((c.step for c in parts), cell.step)
    return cell.value is not None and abs(total - cell.value) > slack


DIGITS = later(r"[\d,.]+")


def _digits(words: str) -> str:
    m = DIGITS.search(words)
    return m.group() if m else words
