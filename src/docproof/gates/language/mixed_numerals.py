"""Chinese and Arabic numerals in one number, and Chinese ones before units of measurement."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import MYRIADS, TENS, han_decimal, han_numeral, whole_number
from docproof.model.patterns import each, later, one_of

HAN = "一二三四五六七八九"
MEETS = (
    *one_of("千百十", r"(?:(?<=\d.)|(?=[\d零〇]))"),
    later(r"万(?<=\d万)(?=\d千)"),
    later(r"亿(?<=\d亿)(?=\d千万)"),
)
NEAR = 8  # code points of a number before the place where its two forms meet
COUNTED = "[多余几来个名人户家元万亿年天岁件项亩吨公里米次条，。；、]"
FORMS = (
    later(
        rf"(?<![\d.])\d{{1,6}}[千百十](?<!\d\.\d[千百十])[零〇]?(?:\d+[百十]?\d*|[{HAN}](?![个日月方次]))(?![米克瓦伏帕])"
    ),
    later(rf"(?<![\d.第年月至])[1-9]十(?![{HAN}\d])(?={COUNTED})"),
    later(r"(?<!\d)\d{1,6}万\d千(?!\d|[米克瓦伏帕卡])|(?<!\d)\d{1,6}亿\d千万"),
    later(rf"[{HAN}两][千百十][零〇]?\d+[千百十]?(?!年代|后|[.．\d]|%|月|日|时)(?={COUNTED})"),
)
NO_FORM = later(rf"\d+[千百](?:万|亿)|[{HAN}]十\d个")
TERM = later(rf"(\d+|[{HAN}两])([千百十万亿]*)")
SHORTENED = later(rf"[千百](?:\d|[{HAN}])$")
WORTH = TENS | MYRIADS
PARTS = later(r"分(?=之)(?<=[\d百千万二三四五六七八九十]分)")
FRACTION = later(
    r"(?P<whole>[百千万])分之(?P<share>\d+(?:\.\d+)?)|(?P<a>\d)分之(?P<b>[\d一二三四五六七八九])|(?P<c>[二三四五六七八九十])分之(?P<d>\d)"
)
SIGNS = {"百": "%", "千": "‰"}
POINT = later(rf"点(?<=[{HAN}十百零〇]点)(?=[{HAN}零〇])")
FIGURES = later(r"\d(?=公|千|[米吨亩升%个万亿元])")
DECIMAL_BEFORE = later(rf"(?<![{HAN}十百千第])(?P<n>[{HAN}十百千零〇]{{1,9}})$")
DECIMAL_BEHIND = later(
    rf"(?P<n>[{HAN}零〇]{{1,4}})(?=公[里斤顷]|千[米克瓦]|平方|立方|[厘毫]米|[米吨亩升克℃]|摄氏度|万[千平立吨亩公元人]|[亿倍]|元(?!旦)|小时|个百分点)"
)


def _written(words: str) -> str | None:
    """A number of both forms in Arabic ones: 108 for 1百零8; None where it cannot be told (1千2 is 1200, or 1002)."""
    if SHORTENED.search(words):
        return None
    return str(sum(whole_number(n) * prod(WORTH[u] for u in units) for n, units in TERM.findall(words)))


@rule(
    "numerals.han-units",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "共⟦1百零8→108⟧户，⟦1千2百→1200⟧人，⟦3万5千→35000⟧元",
        "走访⟦3十→30⟧户，培训⟦二十5→25⟧人",
        "存栏⟦2千零50→2050⟧头，共⟦两千3百→2300⟧人",
    ],
    good=[
        "共108户，一百零八户，1200人，3.5万元，3万多元",
        "第二十5号，三千5G基站，2024年十1月",
        "12千米，二十1日",
    ],
)
def both_forms(draft: Draft) -> Iterator[Hit]:
    """汉字数字与阿拉伯数字不混用。

    全用阿拉伯数字或全用汉字；“万”“亿”可以与阿拉伯数字连用。
    """
    text = draft.view(Scope.PROSE)
    reached = 0
    for place in sorted(each(MEETS, text), key=lambda m: m.start()):
        near = max(reached, place.start() - NEAR)
        for form in FORMS:
            m = next((m for m in form.finditer(text, near, place.end() + NEAR) if m.end() > place.start()), None)
            if m and m.start() <= place.start() and not NO_FORM.match(text, m.start()):
                reached = m.end()
                right = _written(m.group())
                yield hit(
                    Span(*m.span()),
                    f"“{m.group()}”汉字数字与阿拉伯数字混用，全用阿拉伯数字或全用汉字（“万”“亿”可以与阿拉伯数字连用）",
                    *([right] if right else []),
                )
                break


@rule(
    "numerals.fraction",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=["占⟦百分之30→30%⟧，完成⟦3分之1→三分之一⟧，剩余⟦三分之2→三分之二⟧"],
    good=["占30%，占百分之三十，三分之一，1/3，千分之五"],
)
def fraction(draft: Draft) -> Iterator[Hit]:
    """分数、百分数不混用汉字与阿拉伯数字。"""
    text = draft.view(Scope.PROSE)
    reached = 0
    for place in PARTS.finditer(text):
        m = FRACTION.match(text, place.start() - 1)
        if m is None or m.start() < reached:
            continue
        reached = m.end()
        if m["whole"]:
            right = m["share"] + SIGNS[m["whole"]] if m["whole"] in SIGNS else ""
        else:
            right = "分之".join(_in_han(n) for n in (m["a"] or m["c"], m["b"] or m["d"]))
        message = f"“{m.group()}”中汉字与阿拉伯数字混用，写作“三分之一”或“30%”的样子"
        yield hit(Span(*m.span()), message, *([right] if right else []))


def _in_han(number: str) -> str:
    return han_numeral(int(number)) if number.isascii() else number


@rule(
    "numerals.measured-han",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=["隧洞全长⟦三十六点五→36.5⟧公里，已完成投资1200万元", "提高⟦二点三→2.3⟧个百分点，其中3个县"],
    good=["全长36.5公里，上午九点一刻，提出三点五项，3处", "全长三十六点五公里"],
)
def measured(draft: Draft) -> Iterator[Hit]:
    """带计量单位的小数用阿拉伯数字。

    法规，以及多用汉字数字的文稿不报。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    places = list(POINT.finditer(text)) if "点" in text else []
    if not places or len(places) > len(FIGURES.findall(text)):
        return
    for m in places:
        before = DECIMAL_BEFORE.search(text, max(0, m.start() - NEAR), m.start())
        behind = DECIMAL_BEHIND.match(text, m.end())
        if before and behind:
            span = Span(before.start(), behind.end())
            right = han_decimal(span.of(text))
            yield hit(span, f"计量的数用阿拉伯数字，写作“{right}”", right)
