"""From a month to a month: the order, and how long it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import sentence_around
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import each, later, one_of

TO = one_of("至到—－～-", r"(?<=[月日起年底末初\d].)")
FROM_MONTH = later(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?(?:起|开始)?$")
TO_MONTH = later(r"[至到—－～-]{1,2}(?:(?P<y>(?:19|20)\d\d)年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?(?:底|末|止)?")
LASTS = later(
    r"(?P<what>连续|任职|任教|(?:挂职|服务|借调|培训|实习|整改|试点|试行|执行|驻村|帮扶|支教|学习|租用|使用)(?:时间|期限?|周期)|为期|任期|聘期|期限|合同期限?|合同有效期|服务期限?|试用期|有效期|租赁?期限?|借用期限?|挂职期限?|历时|时长|工期|建设期|周期|履行期限?|帮扶期限?|保质期|学制|培训期|试点期|整治期|共计?)(?:限|为|共|计|是|约|[：:])?"
    r"(?P<mark>(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<u>年半?|个月|个半月))(?![底末初度\d])"
)
BEGUN_AND_DONE = later(
    r"(?P<y>20\d\d)年(?P<m>1[0-2]|[1-9])月(?:\d{1,2}日)?(?:正式)?(?:开工|动工|启动|开始)[^。；\n\d]{0,12}(?:(?P<Y>20\d\d)年)?(?P<M>1[0-2]|[1-9])月(?:\d{1,2}日|[底末])?[^，。；\n\d]{0,6}(?:竣工|完工|建成|结束|完成|投用|投产)",
    given=("开工", "动工", "启动", "开始"),
)
YEARS_RANGE = one_of("—－～~至到-", r"(?:(?<=\d.)|(?<=年.))(?=[—-]?(?:19|20)\d\d)")
RANGE_OF_YEARS = later(r"(?P<a>(?:19|20)\d\d)年?[—－～~至到-]{1,2}(?P<b>(?:19|20)\d\d)年?")
SPAN = later(r"20\d\d年")
FAR = 30  # code points between a range of months and how long it is said to be
LONGEST = 12  # years of a range that is counted
ACTION = later(
    r"(?P<mark>(?P<n>[一二两三四五六七八九]|\d)年)(?:专项)?(?:行动|计划|攻坚|规划|滚动)[^，。；\n（]{0,14}[（(]$"
)
YEARS_BEHIND = later(r"[，]?(?:的|这)?(?P<mark>(?P<n>[一二两三四五六七八九十]|\d{1,2})年)(?:间|来|里|时间|期间)")
MONTH_BEHIND = later(r"\d{1,2}月")
BESIDE = 16  # code points between a count of years and its range
SLACK = 1  # month


class MonthSpan(msgspec.Struct, frozen=True):
    """From a month of a year to a month of a year, with days where they are told; `end` is what is wrong where they are
    the wrong way round.
    """

    span: Span
    end: Span
    first: tuple[int, int, int | None]
    last: tuple[int, int, int | None]

    @property
    def months(self) -> tuple[int, int]:
        """How many months it may be said to be: the last one counted or not; by the day where days are told."""
        whole = (self.last[0] - self.first[0]) * 12 + self.last[1] - self.first[1]
        if self.first[2] is None or self.last[2] is None:
            return (whole, whole + 1)
        more = self.last[2] - self.first[2]
        return (whole - (more < -15), whole + (more > 14))


def month_spans(draft: Draft) -> list[MonthSpan]:
    """The draft's 2024年1月至2026年12月 and 2026年5月—7月, in text order of their middles."""
    text = draft.view(Scope.PROSE)
    found = []
    for sign in each(TO, text):
        left = max(0, sign.start() - 16)
        a, b = FROM_MONTH.search(text[left : sign.start()]), TO_MONTH.match(text, sign.start())
        if a and b and 1 <= int(a["m"]) <= 12 and 1 <= int(b["m"]) <= 12:
            year = int(b["y"] or a["y"])
            first = (int(a["y"]), int(a["m"]), int(a["d"]) if a["d"] else None)
            last = (year, int(b["m"]), int(b["d"]) if b["d"] else None)
            whole = Span(left + a.start(), b.end())
            found.append(MonthSpan(whole, whole, first, last))
    for m in BEGUN_AND_DONE.finditer(text):
        first, last = (int(m["y"]), int(m["m"]), None), (int(m["Y"] or m["y"]), int(m["M"]), None)
        end = Span(m.start("Y" if m["Y"] else "M"), m.end("M") + 1)
        found.append(MonthSpan(Span(*m.span()), end, first, last))
    return sorted(found, key=lambda s: s.span)


@rule(
    "consistency.month-order",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "工期为⟦2026年5月至3月⟧",
        "活动于⟦2026年9月至2026年4月⟧开展",
        "建设时间：⟦2026年8月—2025年12月⟧",
        "⟦2026年5月20日至4月10日⟧",
    ],
    good=[
        "工期为2026年3月至5月",
        "采暖期为2025年11月至3月",
        "2025年9月至次年6月",
        "2025年12月至2026年3月",
        "2026年3月12日至10日",
    ],
)
def month_order(draft: Draft) -> Iterator[Hit]:
    """起止的月份前后不能颠倒。没有写年份、跨年的（11月至3月）不报。"""
    text = draft.view(Scope.PROSE)
    for told in draft.once(month_spans):
        explicit = told.span.of(text).count("年") > 1
        reversed_ = told.last[:2] < told.first[:2]
        across = not explicit and told.first[1] >= 9
        if reversed_ and not across:
            yield hit(told.end, "起止月份前后颠倒，请核对")


@rule(
    "consistency.span-length",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "任期自2024年1月至2026年12月，为期⟦两年→三年⟧。",
        "合同期限⟦24个月→12个月⟧，从2025年7月1日至2026年6月30日。",
        "制定安全生产⟦三年→五年⟧行动方案（2024—2028年）。",
    ],
    good=[
        "任期自2024年1月至2026年12月，为期三年。",
        "合同期限12个月，从2025年7月1日至2026年6月30日。",
        "制定安全生产三年行动方案（2024—2026年），2025年6月至2025年9月，工期三个月",
    ],
)
def span_length(draft: Draft) -> Iterator[Hit]:
    """说的年数、月数与起止年月要相符。首尾两个月都算与只算一个都可以。"""
    text = draft.view(Scope.PROSE)
    for within in draft.once(month_spans):
        start, end = sentence_around(text, within.span.start)
        for m in LASTS.finditer(text, start, end):
            yield from _told(text, m, within)
    for near in each(YEARS_RANGE, text):
        yield from _years(text, near)


def _told(text: str, m: re.Match[str], within: MonthSpan) -> Iterator[Hit]:
    """What is wrong with a length of time in the sentence of a range of months, if anything."""
    behind = m.start() - within.span.end
    if m["what"].startswith("共") and not 0 <= behind <= 3:
        return
    if (
        behind > FAR
        or behind < -FAR - len(within.span)
        or SPAN.search(text, min(m.end(), within.span.end), max(m.start(), within.span.start))
    ):
        return
    low, high = within.months
    told = _months(m)
    if low > 0 and not low <= told <= high:
        years = next((n // 12 for n in (high, low) if n % 12 == 0), 0)
        right = _like(m["n"], years) + "年" if years and m["u"].startswith("年") else f"{_like(m['n'], high)}个月"
        severity = Severity.HINT if min(abs(told - low), abs(told - high)) <= SLACK else None
        yield hit(Span(*m.span("mark")), f"起止年月之间是{right}，请核对", right, severity=severity)


def _years(text: str, sign: re.Match[str]) -> Iterator[Hit]:
    """What is wrong with a count of years beside a range of years, if anything."""
    near = RANGE_OF_YEARS.match(text, sign.start() - 4 - (text[sign.start() - 1] == "年"))
    if near is None or MONTH_BEHIND.match(text, near.end()):
        return
    before = text[max(0, near.start() - 30) : near.start()]
    years = int(near["b"]) - int(near["a"])
    if action := ACTION.search(before):
        yield from _counted(
            action,
            near.start() - len(before),
            near,
            years,
            severity=Severity.HINT if whole_number(action["n"]) == years else None,
        )
        return
    if behind := YEARS_BEHIND.match(text, near.end()):
        yield from _counted(
            behind, 0, near, years, severity=Severity.HINT if whole_number(behind["n"]) == years else None
        )
        return
    start, end = sentence_around(text, near.start())
    start, end = max(start, near.start() - BESIDE), min(end, near.end() + BESIDE)
    for m in LASTS.finditer(text, start, end):
        if m["u"] == "年" and whole_number(m["n"]) != years:
            yield from _counted(m, 0, near, years)


def _counted(
    m: re.Match[str], offset: int, near: re.Match[str], years: int, severity: Severity | None = None
) -> Iterator[Hit]:
    """What is wrong with a count of years told at a match, which begins at `offset`."""
    if 0 < years < LONGEST and whole_number(m["n"]) != years + 1:
        right = f"{_like(m['n'], years + 1)}年"
        at = offset + m.start("mark")
        yield hit(Span(at, at + len(m["mark"])), f"{near.group()}是{right}，请核对", right, severity=severity)


def _months(m: re.Match[str]) -> float:
    n, half = whole_number(m["n"]), "半" in m["u"]
    return n * 12 + 6 * half if m["u"].startswith("年") else n + 0.5 * half


def _like(words: str, n: int) -> str:
    """A count in the form of another one."""
    if words.isdigit() or not 0 < n < 11:
        return str(n)
    return "一两三四五六七八九十"[n - 1]
