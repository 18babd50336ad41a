"""Amounts of money in capital numerals (大写): their characters, and the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.quantities import counted_text, plain
from docproof.gates.sources import EXAMINING, NUMERALS_STANDARD
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import amount, capital_amount
from docproof.model.patterns import later

CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟"
PLAIN = "〇一二三四五六七八九十百千"
RIGHT = dict(zip(PLAIN, CAPITALS, strict=True)) | {
    "两": "贰", "萬": "万", "億": "亿", "貳": "贰", "弍": "贰", "參": "叁", "叄": "叁", "陸": "陆", "０": "零", "○": "零",
}  # fmt: skip
RUN = later(
    rf"(?:[壹贰叁肆伍陆柒捌玖]|(?<!收)拾(?=[壹贰叁肆伍陆柒捌玖万]))[{CAPITALS}{''.join(RIGHT)}万亿]{{1,30}}[元圆](?:[{CAPITALS}{PLAIN}]角)?(?:[{CAPITALS}{PLAIN}]分)?[整正]?"
)
FIGURES = r"(?P<n>\d[\d,]*(?:\.\d+)?[万亿]{0,2})元?"
BESIDE_BEHIND = later(rf"[（(，,、]?\s?(?:小写|即|计)?[：:]?\s?(?:人民币|RMB)?\s?[¥￥]?\s?{FIGURES}")
BESIDE_BEFORE = later(rf"(?<![\d.,]){FIGURES}\s?[（(，,、]?\s?(?:人民币)?(?:大写)?[：:]?\s?(?:人民币)?\s?$")
LARGEST = 100_000_000  # yuan that are written out
NEAR = 40  # code points
SIGNS = "壹贰叁肆伍陆柒捌玖拾佰仟"


def _runs(draft: Draft) -> list[re.Match[str]]:
    text = draft.once(counted_text)
    return list(RUN.finditer(text)) if any(c in text for c in SIGNS) else []


@rule(
    "numerals.capital",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=["人民币⟦叁万五百元→叁万伍佰元⟧整", "大写：⟦壹仟贰百元→壹仟贰佰元⟧"],
    good=["人民币叁万伍佰元整", "大写：壹佰贰拾捌万陆仟元整", "三千五百元，收拾二百元"],
)
def capital_numerals(draft: Draft) -> Iterator[Hit]:
    """金额大写用“壹贰叁肆伍陆柒捌玖拾佰仟”，不夹小写的数字。"""
    for m in draft.once(_runs):
        words = re.sub(r"[整正]$", "", m.group())
        right = "".join(RIGHT.get(c, c) for c in words)
        if right != words:
            yield hit(Span(m.start(), m.start() + len(words)), f"金额大写写作“{right}”", right)


@rule(
    "sums.capital",
    gate=Gate.LANGUAGE,
    severity=Severity.ERROR,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "合同价为人民币⟦叁万元整→贰万元整⟧（¥20,000.00）",
        "总价1,286,000.00元（大写：⟦壹佰贰拾捌万元整→壹佰贰拾捌万陆仟元整⟧）",
        "总价1,030,500元（大写：⟦壹佰万元整→壹佰零叁万零伍佰元整⟧）",
        "补助5万元（大写：人民币⟦伍拾万元整⟧）",
    ],
    good=[
        "合同价为人民币叁万元整（¥30,000.00）",
        "总价1,286,000.00元（大写：壹佰贰拾捌万陆仟元整）",
        "1,234,567.89元（大写：壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分）",
    ],
)
def capital_at_odds(draft: Draft) -> Iterator[Hit]:
    """金额的大写与小写要一致。"""
    text = draft.once(counted_text)
    for m in draft.once(_runs):
        beside = BESIDE_BEHIND.match(text, m.end()) or BESIDE_BEFORE.search(text[max(0, m.start() - NEAR) : m.start()])
        if beside is None:
            continue
        try:
            capital = capital_amount("".join(RIGHT.get(c, c) for c in m.group()))
            figures = amount(beside["n"])
        except ValueError:
            continue
        if capital != figures:
            right = (capital_words(figures),) if figures == int(figures) and 0 < figures < LARGEST else ()
            yield hit(Span(*m.span()), f"大写是{plain(capital)}元，小写是{plain(figures)}元，请核对", *right)


def capital_words(value: Decimal) -> str:
    """A whole amount of yuan in capital numerals, as in 叁拾伍万元整; below a hundred million."""
    myriads, rest = divmod(int(value), 10_000)
    words = _section(myriads) + "万" if myriads else ""
    if rest:
        words += ("零" if myriads and rest < 1000 else "") + _section(rest)
    return words + "元整"


def _section(n: int) -> str:
    """A number below ten thousand in capital numerals, one 零 for zeros within."""
    words = ""
    for unit, worth in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
        digit, n = divmod(n, worth)
        if digit:
            words += CAPITALS[digit] + unit
        elif words and n and not words.endswith("零"):
            words += "零"
    return words
