"""Chinese and Arabic numerals in one date."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import han_number, han_numeral
from docproof.model.patterns import later

HAN = "一二三四五六七八九十"
MIXED = (
    later(
        rf"年(?<=\d{{4}}年)(?P<mark>(?!三月三|二月二|五月五|六月六|七月七|九月九|十月革命)(?:十[一二]?|[一二三四五六七八九])月(?:[\d{HAN}]{{1,3}}日)?)"
    ),
    later(r"年(?<=[一二][〇○零一二三四五六七八九]{3}年)(?P<mark>\d{1,2}月(?:\d{1,2}日)?)"),
    later(rf"月(?<=\d月)(?P<mark>[{HAN}]{{1,3}}[日号])"),
    later(rf"月(?<=[^个][{HAN}]月)(?<!第.月)(?P<mark>\d{{1,2}}日)"),
)
DIGITS = later(r"\d+")
NUMERALS = later(rf"[{HAN}]+")


@rule(
    "dates.mixed",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "二〇二六年⟦3月5日→三月五日⟧，2026年⟦三月→3月⟧，3月⟦五日→5日⟧，于三月⟦5日→五日⟧报送",
        "2026年⟦十二月十五日→12月15日⟧",
    ],
    good=[
        "二〇二六年三月五日，2026年3月5日，2026年三月三歌圩，2026年六七月间，农历三月十五，第三月5日内，三个月5日一报",
    ],
)
def mixed_date(draft: Draft) -> Iterator[Hit]:
    """同一日期中不混用汉字与阿拉伯数字。"""
    text = draft.view(Scope.PROSE)
    for pattern in MIXED:
        for m in pattern.finditer(text):
            span = Span(*m.span("mark"))
            right = _like(span.of(text), in_han=not text[m.start() - 1].isdigit())
            yield hit(span, f"同一日期中汉字与阿拉伯数字混用，这里写作“{right}”", right)


def _like(words: str, *, in_han: bool) -> str:
    """The rest of a date in the form in which it begins."""
    if in_han:
        return DIGITS.sub(lambda n: han_numeral(int(n.group())), words)
    return NUMERALS.sub(lambda n: str(han_number(n.group())), words)
