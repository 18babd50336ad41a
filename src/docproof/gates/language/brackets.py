"""Half-width brackets in Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import (
    INTERVAL,
    References,
    after,
    before,
    in_foreign_sentence,
    is_chinese,
    on_line_after,
    on_line_before,
)
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.characters import has_han
from docproof.model.patterns import later

FULL = {"(": "（", ")": "）"}
HALF = later(r"[()]")
ANY = later(rf"{INTERVAL}|[()（）]")
NEAR = 40  # code points that tell a Chinese sentence where one half is missing


@rule(
    "punctuation.half-width-bracket",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "5.1.3", Strength.REQUIRED),
    fix=FixSafety.SAFE,
    general=True,
    bad=[
        "国内生产总值⟦(→（⟧GDP⟦)→）⟧稳步增长",
        "附件⟦(→（⟧共3份⟦)→）⟧",
        "青沅县（含开发区⟦)→）⟧",
        "⟦(→（⟧一⟦)→）⟧加强组织领导",
    ],
    good=[
        "函数 f(x) 的值，型号 A(2)，见 Smith (2020)",
        "API(v2)接口",
        "取值在[0,1)和(1,2]上",
        "国内生产总值（GDP）",
        "The elements of a draft (要素) are recognised before the rules run.",
    ],
)
def half_width_brackets(draft: Draft) -> Iterator[Hit]:
    """中文语句中的括号用全角。

    括号内有汉字，或括号外紧靠汉字、中文标点的半角圆括号。外文、型号、算式自己的括号（紧接在字母、数字之后，内中没有汉字）不报。
    """
    text = draft.view(Scope.PROSE)
    if not HALF.search(text):
        return
    references = References(text)
    for opening, closing in _pairs(draft, text):
        if (
            in_foreign_sentence(text, max(opening, closing))
            or references.hold(*draft.document.line_bounds(max(opening, closing)))
            or not _in_chinese(text, opening, closing)
        ):
            continue
        for at in (opening, closing):
            if at >= 0 and text[at] in FULL:
                yield hit(Span(at, at + 1), f"半角“{text[at]}”改为全角“{FULL[text[at]]}”", FULL[text[at]])


def _pairs(draft: Draft, text: str) -> Iterator[tuple[int, int]]:
    """Opening and closing offsets of brackets of which at least one is half-width; -1 for a missing half."""
    line_end = -1
    stack: list[int] = []
    for m in ANY.finditer(text):
        at = m.start()
        if at > line_end:
            yield from ((o, -1) for o in stack if text[o] == "(")
            stack, line_end = [], draft.document.line_bounds(at)[1]
        if len(m.group()) > 1:
            continue
        if m.group() in "(（":
            stack.append(at)
        else:
            opening = stack.pop() if stack else -1
            if m.group() == ")" or (opening >= 0 and text[opening] == "("):
                yield opening, at
    yield from ((o, -1) for o in stack if text[o] == "(")


def _in_chinese(text: str, opening: int, closing: int) -> bool:
    if opening < 0:  # a numbering such as "1)" has no opening half
        label = on_line_before(text, closing, NEAR)
        return has_han(label) or (label.strip().isdigit() and is_chinese(after(text, closing + 1)))
    inside = text[opening + 1 : closing] if closing >= 0 else on_line_after(text, opening + 1, NEAR)
    if has_han(inside) or is_chinese(inside[:1]):
        return True
    left = before(text, opening)
    if left.isascii() and left.isalnum() and text[opening - 1] == left:
        return False
    return is_chinese(left) or (closing >= 0 and is_chinese(after(text, closing + 1)))
