"""From one value to another: the direction, and the growth that is told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.quantities import NUMBER, UNITS, counted_text, half_step, plain
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import MYRIADS, amount
from docproof.model.patterns import each, later, one_of

UP = "增加|增长|提高|上升|提升|扩大|上涨|增|升|涨"
DOWN = "减少|下降|降低|压缩|缩短|压减|缩减|回落|缩小|收窄|降|减"
TURNS = tuple(end + to for end in "加长高升大涨增少降低缩短减落小窄" for to in "到至为")  # 增加到, 降至
WHEN = r"(?:(?P<y{0}>\d{{4}})年(?:[底末初]|同期)?的?|[上去前今]年(?:[底末]|同期)?的?|目前的?|现在的?)?"
FROM = one_of("由从")
FROM_TO = later(
    rf"[由从](?P<lead>[^\d，。；：、\n由从]{{0,12}}?){WHEN.format(1)}(?P<a>{NUMBER})(?P<ua>{UNITS}|[%％])?"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))[到至为](?:了)?{WHEN.format(2)}(?P<b>{NUMBER})(?P<ub>{UNITS}|[%％])"
)
CHANGE = later(
    rf"[，、（]?(?P<how>[^\d，。；、（）\n]{{0,8}}?)(?:{UP}|{DOWN}|增幅|降幅|减幅)(?:了|达到?|为)?(?P<c>{NUMBER})(?P<uc>个百分点|[%％]|倍|{UNITS})"
)
SAME_SUBJECT = later(  # what may stand before 增长; any other word is a new subject
    r"(?:同比|环比|比?[上去]年同?期?|[较比]\d{4}年[底末初]?|净|共计?|累计|总共|总体|合计|实际|[两三四五六七八九十\d]+年间?|期间|又|再|整整|足足|年均|增幅|降幅|为)*"
)
RANKED = ("第", "-", "−", "负", "零下")
RANKS = "位名级类等度"
OTHER_PERIOD = later(r"年均|平均|每年|同比|环比|[上去]年|其中|约|近|超|季|可比|实际")
DEFLATED = later(r"生产总值|增加值|GDP|总产值|人均收入|可支配收入")
CONTEXT = 30  # code points before that tell of what the values are


class Change(msgspec.Struct, frozen=True):
    """Two values of one unit, and the change told behind them, if any."""

    text: str
    m: re.Match[str]

    @property
    def a(self) -> Decimal:
        """The first value; “由1.2增加到1.5万” means 1.2万."""
        value = amount(self.m["a"])
        scale = self.m["b"].lstrip("0123456789.,")
        if self.m["ua"] is None and scale and self.m["a"][-1] not in MYRIADS:
            return value * amount("1" + scale)
        return value

    @property
    def b(self) -> Decimal:
        return amount(self.m["b"])

    @property
    def sound(self) -> bool:
        """Whether the two can be compared: no ranks, no negative numbers, one unit."""
        ua, ub = self.m["ua"], self.m["ub"]
        before = self.text[max(0, self.m.start("a") - 2) : self.m.start("a")]
        return (ua is None or ua == ub) and not before.endswith(RANKED) and ub not in RANKS and self.a > 0


def _changes(draft: Draft) -> list[Change]:
    text = draft.once(counted_text)
    found = (Change(text, m) for at in each(FROM, text) if (m := FROM_TO.match(text, at.start())))
    return [change for change in found if change.sound]


@rule(
    "sums.direction",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    when=TURNS,
    bad=["合格率由⟦95.2%提高到93.5%⟧", "办理时限由⟦3天压缩到5天⟧", "由2024年的⟦1.2万户增加到8000户⟧"],
    good=[
        "合格率由93.5%提高到95.2%",
        "由第5位上升到第3位",
        "由8000户增加到1.2万户",
        "由-5%回落到3%",
        "由三级提高到二级",
    ],
)
def direction(draft: Draft) -> Iterator[Hit]:
    """“由……增加到……”后面的数应当更大，“减少到”后面的应当更小。"""
    for change in draft.once(_changes):
        m = change.m
        if (change.b < change.a) if m["up"] else (change.b > change.a):
            span = Span(m.start("a"), m.end())
            yield hit(span, f"“{m['up'] or m['down']}”与前后两个数不合，请核对")


@rule(
    "sums.growth",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=TURNS,
    bad=[
        "由120件增加到150件，⟦增长30%⟧。",
        "由2万户增加到6万户，⟦增长3倍⟧",
        "由120件增加到150件，⟦增加40件⟧",
        "由35%提高到40%，⟦提高5%→提高5个百分点⟧",
        "由35%提高到40%，⟦提高6个百分点⟧",
        "由900公斤降到300公斤，⟦减少了30%⟧",
        "由51.5%提高到56.2%，累计⟦提高4.7%→提高4.7个百分点⟧",
    ],
    good=[
        "由120件增加到150件，增长25%。",
        "由2万户增加到6万户，增长2倍",
        "由664亿元增加到4025亿元，年均增长43.4%",
        "地区生产总值由100亿元增加到110亿元，增长6%",
        "由35%提高到40%，提高5个百分点，由4.77万件增至5.31万件，增长11.4%",
        "由120件增加到150件，同比增长8%",
    ],
)
def growth(draft: Draft) -> Iterator[Hit]:
    """“由甲增加到乙”与其后的增长数要相符。

    按四舍五入留出余地。年均、同比、以不变价计算的（生产总值、增加值）不核。
    """
    text = draft.once(counted_text)
    for change in draft.once(_changes):
        told = CHANGE.match(text, change.m.end())
        if (
            told is None
            or not SAME_SUBJECT.fullmatch(told["how"])
            or _of_another_period(change, told)
            or told["c"].rstrip("万亿").startswith("0,")
        ):
            continue
        if DEFLATED.search(text[max(0, change.m.start() - CONTEXT) : change.m.start("a")]):
            continue
        start = told.start() + len(told.group()) - len(told.group().lstrip("，、（"))
        yield from _judged(change, told, Span(start + len(told["how"]), told.end()))


def _of_another_period(change: Change, told: re.Match[str]) -> bool:
    """Whether a change told is that of a year or of more years; a rate's points add up over all of them."""
    points = change.m["ub"] in "%％" and told["uc"] in "%％"
    return OTHER_PERIOD.search(told["how"].replace("累计", "") if points else told["how"]) is not None


def _judged(change: Change, told: re.Match[str], span: Span) -> Iterator[Hit]:
    """What is wrong with a change told, if anything."""
    a, b, c = change.a, change.b, amount(told["c"])
    slack_a, slack_b, slack = half_step(change.m["a"]), half_step(change.m["b"]), half_step(told["c"])
    unit, percent = told["uc"].replace("％", "%"), change.m["ub"] in "%％"
    if unit == "个百分点" or unit == change.m["ub"].replace("％", "%") or unit == change.m["ub"]:
        off = abs(abs(b - a) - c)
        points = unit == "%" and percent
        if points and off <= slack:
            right = change.text[span.start : told.end("c")] + "个百分点"
            either = abs(abs(b - a) / a * 100 - c) < 1  # 由95%提高到98% is 3.2% of the first value, too
            yield hit(span, "百分数之差是百分点", right, severity=Severity.HINT if either else None)
        elif not points and off > slack_a + slack_b + slack and (percent or unit != "个百分点"):
            right = _with_number(change.text, span, told, plain(abs(b - a)))
            yield hit(span, f"前后相差{plain(abs(b - a))}{unit}，请核对", right)
        return
    if unit not in ("%", "倍") or percent:
        return
    scale = 100 if unit == "%" else 1
    low = (abs(b - a) - slack_a - slack_b) / (a + slack_a) * scale - slack
    high = (abs(b - a) + slack_a + slack_b) / max(a - slack_a, Decimal(1) / 1000) * scale + slack
    margin = Decimal("0.5") if unit == "%" and told["c"].isdigit() else Decimal("0.1")
    if not low - margin <= c <= high + margin:
        rate = abs(b - a) / a * scale
        decimals = len(told["c"].partition(".")[2])
        right = f"{rate:.{decimals}f}" if decimals else f"{rate:.1f}".removesuffix(".0")
        message = f"由{change.m['a']}到{change.m['b']}是{rate:.1f}{unit}，请核对"
        yield hit(span, message, _with_number(change.text, span, told, right))


def _with_number(text: str, span: Span, told: re.Match[str], number: str) -> str:
    """The words at a span with another number in place of the change told."""
    return text[span.start : told.start("c")] + number + text[told.end("c") : span.end]
