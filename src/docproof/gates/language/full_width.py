"""Full-width digits and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

WIDE = later(r"[０-９Ａ-Ｚａ-ｚ]+(?:[．，][０-９]+)*[％℃]?(?![一二三四五六七八九〇零])")
HALF_DIGIT = later(r"\d", re.ASCII)
HAN_DIGITS = "一二三四五六七八九〇零○"
HABIT = 20  # so many runs, more than there are half-width digits, are the draft's way of writing


@rule(
    "characters.full-width",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.SAFE,
    bad=["共⟦１２３→123⟧户，⟦２０２６→2026⟧年，⟦ＡＢ→AB⟧两区", "满⟦１→1⟧年", "增长⟦５．２％→5.2%⟧"],
    good=["共123户，2026年，A区", "参数Ｘ待定", "二００一年"],
)
def full_width(draft: Draft) -> Iterator[Hit]:
    """数字和字母用半角。

    只有一个全角数字的提示；单个全角字母不报。全文的数字都是全角的，只在第一处提示。
    """
    text = draft.view(Scope.PROSE)
    runs = list(WIDE.finditer(text))
    if len(runs) > HABIT and len(runs) > len(HALF_DIGIT.findall(text)):
        yield _narrow(runs[0], Severity.HINT)
        return
    for m in runs:
        if text[m.start() - 1 : m.start()] in tuple(HAN_DIGITS) or text[m.end() : m.end() + 1] in tuple(HAN_DIGITS):
            continue  # a year in Chinese, 二００一年
        if len(m.group()) > 1:
            yield _narrow(m, None)
        elif m.group() <= "９":
            yield _narrow(m, Severity.HINT)


def _narrow(m: re.Match[str], severity: Severity | None) -> Hit:
    right = normalize("NFKC", m.group())
    return hit(Span(*m.span()), f"数字、字母用半角，写作“{right}”", right, severity=severity)
