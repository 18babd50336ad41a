"""Straight quotes in Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import is_chinese, on_line_before
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.characters import has_han, is_han
from docproof.model.patterns import later

QUOTE = later(r"[\"＂']")
NEAR = 60  # code points back to an opening half
CURLY = {'"': "“”", "＂": "“”", "'": "‘’"}


@rule(
    "punctuation.straight-quotes",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "4.8.2", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    general=True,
    bad=[
        '深入开展⟦"→“⟧扫黄打非⟦"→”⟧行动',
        "推进⟦'→‘⟧放管服⟦'→’⟧改革",
        '落实⟦"→“⟧3+1⟦"→”⟧机制',
    ],
    good=[
        '该机屏幕为15.6"，公司名为 "Blue Sky" Ltd.',
        "China's economy 一词见附注，北纬24°52'30\"",
    ],
)
def straight_quotes(draft: Draft) -> Iterator[Hit]:
    """中文语句中的引号用弯引号。

    成对的直引号，里面有汉字，或外面紧靠汉字、中文标点的。角分秒、英寸、英文所有格和外文语句中的不报。
    """
    text = draft.view(Scope.PROSE)
    opened: dict[str, int] = {}
    line_end = -1
    for m in QUOTE.finditer(text):
        at, mark = m.start(), m.group()
        if at > line_end:
            yield from _alone(opened, text)
            opened, line_end = {}, draft.document.line_bounds(at)[1]
        if _is_sign(text, at, mark, mark in opened):
            continue
        opening = opened.pop(mark, None)
        if opening is None:
            opened[mark] = at
        elif _in_chinese(text, opening, at):
            for place, side, curly in ((opening, "前", CURLY[mark][0]), (at, "后", CURLY[mark][1])):
                yield hit(Span(place, place + 1), f"直引号改为中文{side}引号", curly)
    yield from _alone(opened, text)


def _alone(opened: dict[str, int], text: str) -> Iterator[Hit]:
    """Quotes without a partner on their line; beside an open “ only ” can be meant."""
    for mark, at in opened.items():
        if is_chinese(text[at - 1 : at]) or is_chinese(text[at + 1 : at + 2]):
            line = on_line_before(text, at, NEAR)
            curly = CURLY[mark]
            closes = line.count(curly[0]) > line.count(curly[1])
            yield hit(Span(at, at + 1), "直引号不成对，请补全并改为中文引号", *(curly[1:] if closes else curly))


def _is_sign(text: str, at: int, mark: str, is_open: bool) -> bool:
    """Feet, inches, minutes, seconds, or an apostrophe."""
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    if left.isdigit() and (mark == "'" or not is_han(right)):
        return not is_open
    return mark == "'" and left.isascii() and left.isalpha()


def _in_chinese(text: str, opening: int, closing: int) -> bool:
    if has_han(text[opening:closing]):
        return True
    return is_chinese(text[opening - 1 : opening]) and (
        is_chinese(text[closing + 1 : closing + 2]) or closing + 1 == len(text)
    )
