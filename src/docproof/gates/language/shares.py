"""Shares of one whole: they make a hundred, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.quantities import counted_text
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import each, later, one_of

SHARE = later(r"占比?(?:为|达到?)?(?P<n>\d+(?:\.\d+)?)[%％]")
NAME = later(r"[^\d，。；：、\n占]{1,16}$")
JOIN = later(r"(?:[、，]|和)[^\d，。；：、\n占]{1,16}")
OVERLAPPING = later(r"党员|团员|女|少数民族|以[上下]|学历|职称|青年|岁|男|其中|改为|调整|各占|分别|选择|多选")
ANSWER_WORDS = (
    r"(?:(?:非常|很|比较|基本|不太|不)?满意|(?:基本|不)?合格|优秀|良好|(?:基本|不)?称职|一般|不了解|不清楚|弃权)"
    r"(?![率度])"
)
ANSWER = later(rf"(?P<name>{ANSWER_WORDS})(?:的|者|票|等次){{0,2}}[为是有]?(?P<n>\d+(?:\.\d+)?)[%％]")
NEGATIVE = later(r"不(?=(?:满意|合格|称职)(?:的|者|票|等次){0,2}[为是有]?\d)")
NEAR = 80  # code points of a list of answers before and behind the negative one
ANSWERS = later(
    rf"{ANSWER_WORDS}(?:的|者|票|等次){{0,2}}[为是有]?\d+(?:\.\d+)?[%％]"
    rf"(?:[、，；]\s?(?:表示|认为)?{ANSWER_WORDS}(?:的|者|票|等次){{0,2}}[为是有]?\d+(?:\.\d+)?[%％]){{2,5}}"
)
ALL = later(r"[，。；]?[^，。；\n\d]{0,6}(?:合计|共同构成|构成[了全]|加起来|[三四五]者|[三四五]类)")
PAIR = 2  # men and women are the whole
REST = later(r"不(?:合格|称职|满意|达标)|其[他它余]|其余")
SOURCES = later(
    r"(?:来源|构成|组成|结构|权重|分担|分摊|承担|出资)(?:比例|情况)?[^\d，。；\n]{0,8}[为是：由][^\d，。；：、\n占]{0,12}?(?P<list>\d+(?:\.\d+)?[%％](?:[、，]?(?:和|及)?[^\d，。；：、\n占由降升到至]{1,12}\d+(?:\.\d+)?[%％]){1,6})(?=[。；，\n]|$)"
)
RESPECTIVELY = later(
    r"(?:占(?:比|[^\d，。；\n]{0,8}比[重例])?分别|分别占比?)[为是达到]{0,2}(?P<list>\d+(?:\.\d+)?[%％](?:[、和]\d+(?:\.\d+)?[%％]){1,5})(?!以)"
)
KINDS = later(r"[党团]员|女|少数民族|以[上下]|学历|职称|青年|多选|[率度]分别")  # of people, which overlap
NEAR_SUBJECT = 20  # code points before shares that name what they are of
PERCENT = later(r"\d+(?:\.\d+)?")
CONTEXT = 44  # code points before the first of three numbers
COLON = one_of(":：∶", r"(?<=\d.)(?=\s?\d[\d.]{0,5}\s?[:：∶]\s?\d)")
RATIO = later(
    r"(?:产业|增加值|投资|收入|支出|结构)[^，。；\n\d]{0,12}(?:结构|比例?|比重)[^，。；\n\d]{0,12}"
    r"(?P<mark>(?P<a>\d+(?:\.\d+)?)\s?[:：∶]\s?(?P<b>\d+(?:\.\d+)?)\s?[:：∶]\s?(?P<c>\d+(?:\.\d+)?)(?![\d.:：∶]))"
)


@rule(
    "sums.structure",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=["三次产业结构比为⟦8.1:42.3:50.6⟧"],
    good=["三次产业结构比为8.1:42.3:49.6", "三次产业比例调整为3:4:3", "投资比例为1:2:1"],
)
def structure(draft: Draft) -> Iterator[Hit]:
    """构成比各项之和是100。"""
    text = draft.once(counted_text)
    for colon in each(COLON, text):
        m = RATIO.search(text, max(0, colon.start() - CONTEXT), colon.end() + CONTEXT)
        if m is None or m.end("a") > colon.start() or m.start("b") < colon.start():
            continue
        total = sum((Decimal(m[g]) for g in "abc"), Decimal(0))
        if Decimal(90) < total < Decimal(110) and abs(total - 100) > Decimal("0.2"):
            yield hit(Span(*m.span("mark")), f"各项相加是{total}，不是100，请核对")


@rule(
    "sums.hundred",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("%", "％"),
    bad=[
        "资金来源中，中央补助占30%、省级配套占45%、市县自筹占⟦35%⟧。",
        "水田占45%、旱地占38%、水浇地占⟦12%→17%⟧，三类合计构成全部耕地。",
        "测评结果：满意78%、基本满意15%、不满意⟦9%⟧。",
        "资金来源为省级补助40%、市级配套30%、县级自筹⟦40%⟧。",
        "认为“很好”“较好”“一般”的分别占52.3%、31.2%、⟦18.5%⟧。",
        "表示满意的71%，基本满意的22%，不满意的⟦4%⟧",
    ],
    good=[
        "满意78%、基本满意15%、不满意7%，满意率98%、合格率97%",
        "中央补助占30%、省级配套占40%、市县自筹占30%。",
        "党员占60%、女性占45%",
        "党员和女性分别占62%、45%",
        "工业占全省的60%、农业占全省的50%",
    ],
)
def hundred(draft: Draft) -> Iterator[Hit]:
    """一个整体的各部分占比之和不超过100%。

    “满意、基本满意、不满意”之类的测评结果列全了的，应当恰好是100%。
    """
    text = draft.once(counted_text)
    yield from _answers(text)
    yield from _sources(text)
    yield from _respectively(text)
    run: list[re.Match[str]] = []
    for m in SHARE.finditer(text):
        if run and not JOIN.fullmatch(text[run[-1].end() : m.start()]):
            yield from _too_much(run, text)
            run = []
        run.append(m)
    yield from _too_much(run, text)


def _respectively(text: str) -> Iterator[Hit]:
    """What is wrong with shares that are told together, if anything: 占比分别为12.5%、41.3%、46.2%."""
    for m in RESPECTIVELY.finditer(text):
        shares = PERCENT.findall(m["list"])
        total = sum((Decimal(n) for n in shares), Decimal(0))
        whole = "产业" in text[max(0, m.start() - NEAR_SUBJECT) : m.start()]
        if KINDS.search(text, max(0, m.start() - NEAR_SUBJECT), m.start()):
            continue
        if total > Decimal("100.5") or (whole and len(shares) > 2 and abs(total - 100) > Decimal("0.5")):
            at = m.end("list") - len(m["list"].split("、")[-1].split("和")[-1])
            yield hit(Span(at, m.end("list")), f"各部分占比相加是{total}%，不是100%，请核对")


def _sources(text: str) -> Iterator[Hit]:
    """What is wrong with the shares of sources or parts that are listed without 占."""
    for m in SOURCES.finditer(text):
        total = sum((Decimal(n) for n in PERCENT.findall(m["list"])), Decimal(0))
        if abs(total - 100) > Decimal("0.5") and total > 80 and not OVERLAPPING.search(m["list"]):
            at = m.start("list") + m["list"].rfind(PERCENT.findall(m["list"])[-1])
            right = 100 - total + Decimal(PERCENT.findall(m["list"])[-1])
            message = f"各部分相加是{total}%，不是100%，请核对"
            yield hit(Span(at, m.end("list")), message, *([f"{right}%"] if right > 0 else []))


def _too_much(run: list[re.Match[str]], text: str) -> Iterator[Hit]:
    """What is wrong with shares in a row, if anything."""
    total = sum((Decimal(m["n"]) for m in run), Decimal(0))
    if len(run) > 1 and (total > Decimal("100.5") or (80 < total < Decimal("99.5") and _is_whole(run, text))):
        name = NAME.search(text[max(0, run[0].start() - 16) : run[0].start()])
        span = Span(run[0].start() - len(name.group() if name else ""), run[-1].end())
        names = span.of(text).removeprefix("其中")
        if not OVERLAPPING.search(names) or ("男" in names and "女" in names and len(run) == PAIR):
            last = Span(run[-1].start("n"), run[-1].end())
            right = 100 - total + Decimal(run[-1]["n"])
            message = f"各部分占比相加是{total}%，{'超过' if total > 100 else '不足'}100%，请核对"
            yield hit(last, message, *([f"{right}%"] if right > 0 else []))


def _is_whole(run: list[re.Match[str]], text: str) -> bool:
    """Whether the last share is that of the rest: 不合格, 其他."""
    rest = REST.search(text, run[-2].end(), run[-1].start()) or ALL.match(text, run[-1].end())
    return len(run) > 2 and rest is not None


def _answers(text: str) -> Iterator[Hit]:
    """What is wrong with the shares of answers to one question, where all of them are listed without 占."""
    lists = (ANSWERS.search(text, max(0, no.start() - NEAR), no.end() + NEAR) for no in NEGATIVE.finditer(text))
    for m in {m.span(): m for m in lists if m}.values():
        shares = list(ANSWER.finditer(text, m.start(), m.end()))
        total = sum((Decimal(s["n"]) for s in shares), Decimal(0))
        names = [s["name"] for s in shares]
        if (
            len(set(names)) == len(names)
            and any(n.startswith("不") for n in names)
            and abs(total - 100) > Decimal("0.5")
        ):
            right = 100 - total + Decimal(shares[-1]["n"])
            span = Span(shares[-1].start("n"), m.end())
            yield hit(span, f"各项相加是{total}%，不是100%，请核对", *([f"{right}%"] if right > 0 else []))
