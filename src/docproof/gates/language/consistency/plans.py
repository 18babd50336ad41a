"""Five-year plans and the years that are said to be theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.knowntimes import Period, periods
from docproof.gates.language.consistency.owndate import own_date
from docproof.gates.language.surroundings import on_line_before
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import each, later, one_of

PLAN = one_of(
    "五",
    r"(?:(?<=“[八九十]五)(?!五)|(?<=“十[一二三四五六]五)(?!五)|(?<=[^第二三四五六七八九]十[一二三四五六]五(?=时期|规划|期间|末|收官|开局))|(?<=^十[一二三四五六]五(?=时期|规划|期间)))”?",
)
NAME = later(r"(?:十[一二三四五六]|[八九十])五$")
RANGE = later(
    r"(?:(?:时期|期间|规划期?内?|发展)?[（(，]?(?:即)?|[^，。；\d（()\n]{0,16}(?:规划|纲要|计划|方案)》?[（(])(?P<mark>(?P<a>(?:19|20)\d\d)年?[ ]?[—–－～~至到-]{1,2}[ ]?(?P<b>(?:19|20)\d\d)年?)"
)
SINCE = later(r"以来[（(，]?(?:即|自)?(?P<mark>(?P<y>(?:19|20)\d\d)年)(?:以来|至今|[—–～至]|起)")
END = later(
    r"(?:时期|期间|规划)?(?:实施)?的?(?P<point>期?末|收官之年|最后一年|初期?|开局之年|头一年|第一年)(?:是|为|，|的|，?即|[（(]即|[（(])?(?P<mark>(?P<y>(?:19|20)\d\d)年)(?![—–～至])"
)
DURING = later(
    r"(?:时期|期间)(?:的|，|（|[（(]如|，如|，?(?:截至|到|力争到?|争取到?|确保到?|计划到?|预计到?))?(?P<mark>(?P<y>(?:19|20)\d\d)年)(?![—–～至]|[^，。]{0,4}(?:远景|目标))"
)
FAR_AIMS = ("2035", "2050")  # years that plans aim at beyond themselves
YEAR_IS = later(
    r"(?:(?P<y>(?:19|20)\d\d)年(?:（[^）]{1,10}）)?|(?P<now>今年))[，]?(?:既|正|也|又|恰|同时|不仅|本|将)?(?:是|为|系)(?:我[国省市县区局校]|全[省市县区]|公司|集团)?(?:全面|深入)?(?:实施|推进|落实|完成|谋划|贯彻|收官)?“?$|(?P<Y>(?:19|20)\d\d)年，?“?$"
)
WHICH = later(
    r"(?:发展)?(?:规划|时期|期间)?(?:纲要)?(?:目标)?(?:任务)?的?(?:实施)?的?(?P<which>进入收官|迎来收官|收官|最后一年|决胜|末年|圆满收官|开局|起步|第一年|首年|头一年|第[二三四五]年|谋划|编制)?(?P<rest>[^，。；\n]{0,10}年)?"
)
FIRST = {"开局", "起步", "第一年", "首年", "头一年", "初", "初期", "开局之年"}
LAST = {"收官", "进入收官", "迎来收官", "最后一年", "决胜", "末年", "圆满收官", "末", "期末", "收官之年"}
NTH = {"第二年": 1, "第三年": 2, "第四年": 3, "第五年": 4}


@rule(
    "consistency.plan-years",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("国民经济和社会发展五年规划纲要", strength=Strength.PRACTICE),
    fix=FixSafety.UNSAFE,
    bad=[
        "“十四五”时期（⟦2021—2026年→2021—2025年⟧），全县新增耕地2000亩。",
        "到“十四五”末的⟦2024年→2025年⟧，城镇化率达到65%。",
        "⟦2026年→2025年⟧是“十四五”规划的收官之年。",
        "“十五五”期间的⟦2031年⟧，全市建成区面积达到80平方公里。",
        "今年是⟦“十四五”→“十五五”⟧开局之年。\n青禾县人民政府\n2026年3月5日",
    ],
    good=[
        "“十四五”时期（2021—2025年），全县新增耕地2000亩。",
        "到“十四五”末的2025年，城镇化率达到65%。“十四五”以来，较2020年增长5%。",
        "2025年是“十四五”规划的收官之年，也是谋划“十五五”的关键之年。",
        "《“十五五”规划和2035年远景目标纲要》，“十四五”前三年（2021—2023年）",
        "三十五人，第十五届，“十四五”期间，2021年至2025年投入2亿元。",
        "2025年是编制“十五五”规划之年，2020年是“十三五”规划收官之年、“十四五”规划谋划之年。",
    ],
)
def plan_years(draft: Draft) -> Iterator[Hit]:
    """五年规划（计划）与年份要相符。

    “十四五”是2021—2025年，“十五五”是2026—2030年；括注的起止年份、“末”“收官之年”“开局之年”所指的年份与此不合的报警告。
    """
    text = draft.view(Scope.PROSE)
    for m in each(PLAN, text):
        name = NAME.search(text, max(0, m.start() - 2), m.start() + 1)
        period = periods().get(("plan", name.group())) if name else None
        if name is None or period is None:
            continue
        yield from _behind(text, m.end(), name.group(), period)
        yield from _before(draft, text, m, name, period)


def _behind(text: str, at: int, name: str, period: Period) -> Iterator[Hit]:
    """What is wrong with the years behind a plan's name, if anything."""
    told = f"“{name}”是{period.first}—{period.last}年"
    if m := RANGE.match(text, at):
        a, b = int(m["a"]), int(m["b"])
        if (a not in period or b not in period) and b - a < 10:
            right = m["mark"].replace(m["a"], str(period.first)).replace(m["b"], str(period.last))
            right = right if a != b else f"{period.first}—{period.last}年"
            yield hit(Span(*m.span("mark")), f"{told}，请核对", right)
    elif m := END.match(text, at):
        year = period.first if m["point"] in FIRST else period.last
        baseline = m["point"].startswith("初") and int(m["y"]) == period.first - 1
        if int(m["y"]) != year and not baseline:
            yield hit(Span(*m.span("mark")), f"{told}，请核对", f"{year}年")
    elif (m := SINCE.match(text, at)) and int(m["y"]) != period.first:
        yield hit(Span(*m.span("mark")), f"{told}，请核对", f"{period.first}年")
    elif (m := DURING.match(text, at)) and int(m["y"]) not in period and m["y"] not in FAR_AIMS:
        yield hit(
            Span(*m.span("mark")), f"{told}，请核对", f"{period.last if int(m['y']) > period.last else period.first}年"
        )


def _before(draft: Draft, text: str, plan: re.Match[str], name: re.Match[str], period: Period) -> Iterator[Hit]:
    """What is wrong with a year that is said to be one of a plan's, as in 2025年是“十四五”收官之年."""
    before = on_line_before(text, name.start(), 40)
    said, which = YEAR_IS.search(before), WHICH.match(text, plan.end())
    if said is None or which is None or which["which"] in ("谋划", "编制") or not (which["which"] or which["rest"]):
        return
    today = own_date(draft)
    if (said["now"] and today is None) or (said["Y"] and not (which["which"] or "").endswith("收官")):
        return
    stated = said["y"] or said["Y"]
    year = int(stated) if said["y"] else (today.year if today else 0)
    right = _year(which["which"], period)
    if year == right or (right is None and (year in period or not (which["rest"] or "").endswith(("之年", "一年")))):
        return
    told = f"“{name.group()}”是{period.first}—{period.last}年"
    if said["now"]:
        other = _plan_of(year, which["which"])
        span = Span(name.start() - (text[name.start() - 1 : name.start()] == "“"), plan.end())
        if year in period and which["which"]:
            yield hit(Span(*which.span("which")), f"{told}，今年是{year}年，请核对")
            return
        yield hit(
            span, f"{told}，今年是{year}年，请核对", *([span.of(text).replace(name.group(), other)] if other else [])
        )
    else:
        at = name.start() - len(before) + said.start("y" if said["y"] else "Y")
        yield hit(Span(at, at + 5), f"{told}，请核对", *([f"{right}年"] if right else []))


def _year(which: str | None, period: Period) -> int | None:
    """The year of a plan that a word means; None where it may be any."""
    if which in FIRST:
        return period.first
    return period.last if which in LAST else (period.first + NTH[which] if which in NTH else None)


def _plan_of(year: int, which: str | None) -> str | None:
    """The plan of which a year is what the word says."""
    return next((n for (kind, n), p in periods().items() if kind == "plan" and _year(which, p) == year), None)
