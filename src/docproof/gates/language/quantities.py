"""Quantities as drafts state them: a number with its unit, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from docproof.model import Draft, Scope, Span
from docproof.model.numerals import amount
from docproof.model.patterns import later

NUMBER = r"\d[\d,]*(?:\.\d+)?[万亿]{0,2}"
UNITS = (
    "平方公里|平方千米|平方米|立方米|公里|千米|公斤|千克|公顷|小时|个月|个工作日|工作日|分钟|千瓦时|千瓦|"
    "人次|辆次|件次|批次|场次|班次|课时|美元|港元|欧元|[人名位户家个项件条起宗所座处台套辆头只株期场次篇份册本幅张吨斤亩元米天票分种类批栋间艘架支队对门年月倍岁度级枚粒箱袋瓶段孔口眼棵匹团班节堂封]"
)
QUANTITY = later(rf"(?<![\d.第年月:：〔\-—～~])(?P<n>{NUMBER})\s?(?P<u>{UNITS}|[%％]|个百分点)")
APPROXIMATE = later(r"(?:约|近|超|逾|过|足|上|到|多达|至少|余|不低于|不少于|以[上内下])$")
APPROXIMATE_BEHIND = later(r"[余多来几](?!种|云)|左右|上下|以[上内下]|[-—～~至到]\s?\d")
PERSONS = {"名": "人", "位": "人"}
PERCENT = "%％"
LARGEST = Decimal(10) ** 20  # beyond it nobody counts in 万亿
GROUPED = later(r"(?<![\d.,])\d{1,3}(?:[ \u2009\u202f]\d{3})+(?!\d)")
SPACES = later("[ \u2009\u202f]")
SPACED = later(r"[ \u2009\u202f](?<=\d.)(?=\d{3})")


def counted_text(draft: Draft) -> str:
    """The prose with 1 234 567 as 1,234,567 (GB/T 15835—2011 allows both), of the same length, offsets as they are."""
    text = draft.view(Scope.PROSE)
    return GROUPED.sub(lambda m: SPACES.sub(",", m.group()), text) if SPACED.search(text) else text


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit; `step` is how far it can be rounded, `exact` whether no word makes it a guess."""

    span: Span
    value: Decimal
    step: Decimal
    unit: str
    exact: bool

    def __str__(self) -> str:
        return f"{plain(self.value)}{self.unit}"


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities that stand between two offsets, in text order."""
    for m in QUANTITY.finditer(text, start, end):
        if m["u"] == "年" and len(m["n"]) == 4:
            continue
        try:
            value = amount(m["n"])
        except ValueError:
            continue
        before = text[max(start, m.start() - 4) : m.start()]
        exact = not APPROXIMATE.search(before) or before.endswith(("达到", "得到", "收到", "接到", "受到"))
        exact = exact and not APPROXIMATE_BEHIND.match(text, m.end("n")) and not APPROXIMATE_BEHIND.match(text, m.end())
        unit = "%" if m["u"] in PERCENT else PERSONS.get(m["u"], m["u"])
        yield Quantity(Span(*m.span()), value, half_step(m["n"]), unit, exact)


def half_step(number: str) -> Decimal:
    """How far a number can be rounded: 0.05 for 3.2, 5000 for 120万, 500 for 2万 (a round number), 0 for a count."""
    digits = number.rstrip("万亿")
    decimals = len(digits.partition(".")[2])
    if decimals == 0 and digits == number:
        return Decimal(0)
    if decimals == 0 and len(digits) < 3:
        decimals = 1
    return amount("1" + number[len(digits) :]) * 5 / Decimal(10) ** (decimals + 1)


def plain(value: Decimal) -> str:
    """A value as an office writes it: 2.2万 for 22000.0, 12亿, 30."""
    if value >= LARGEST:
        return _trimmed(value)
    for unit, worth in (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10_000))):
        if value >= worth and value % (worth / 10_000) == 0:
            return f"{_trimmed(value / worth)}{unit}"
    return _trimmed(value)


def _trimmed(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
