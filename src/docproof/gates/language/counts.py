"""How many are told, and how many are then listed: 三个方面：一是……二是……"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import on_line_after
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import count_like, han_numeral, whole_number
from docproof.model.patterns import each, later, one_of

TOLD = later(
    r"(?<![第〇零一二三四五六七八九十百千\d.])(?P<mark>(?P<n>[二两三四五六七八九十]{1,2}|\d{1,2})\s?(?:个(?:方面|问题|环节|重点|坚持|转变|关系|原因|特点|要点|步骤|阶段|部分|层面|关键)"
    r"|个(?=$)|对(?=关系|矛盾)|[步道场组](?=$|[^\d，。；：]{1,4}$)|方面|点|项|条|件(?:实?事|工作)|大(?:任务|行动|工程|举措|重点|问题)|种(?:情形|方式)|类(?:情形|问题)))"
    r"(?P<tail>[^，。；：、\n\d一二三四五六七八九十]{0,12})$"
)
OPENS_LIST = one_of("：。", r"\s*(?=[一（第1(])(?=一[是要、]|[（(][一1][）)]|第一[，是]|1[.．])")
LONGEST_LINE = 6_000  # code points of a list within one line that are looked at
LONGEST_LIST = 60_000  # and of one over many
NEAR = 30  # code points from a number told to the list
NOT_A_LIST = later(r"之[一二三]|[规约条]定|会议|中全会")
HAN = "一二三四五六七八九十"


class Style(msgspec.Struct, frozen=True):
    """A way to number items: the text that opens item `n`, and whether items may run on in one line."""

    before: str
    after: str
    han: bool = True

    def mark(self, n: int) -> str:
        return f"{self.before}{han_numeral(n) if self.han else n}{self.after}"


STYLES = (
    Style("", "是"), Style("", "要"), Style("（", "）"), Style("第", "，"), Style("", "、"), Style("（", "）", han=False),
    Style("", ".", han=False), Style("", "．", han=False), Style("第", "是"), Style("(", ")"), Style("(", ")", han=False),
)  # fmt: skip
OPENS = "。；：，\n \u3000"  # what may stand before an item


@rule(
    "sums.listed",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "主要有⟦三个方面→两个方面⟧的问题：一是认识不足；二是措施不实。",
        "要做好以下⟦两项→三项⟧工作：（一）排查隐患。（二）落实整改。（三）建立台账。",
        "主要任务有⟦两个→三个⟧：一是总结工作，二是表彰先进，三是部署任务。",
        "提出⟦四点→三点⟧意见：\n一、提高认识。\n要统一思想。\n二、落实责任。\n三、强化督导。",
    ],
    good=[
        "主要有三个方面的问题：一是认识不足；二是措施不实；三是保障不力。",
        "做好三项工作：一是抓排查，包括两类：一是房屋，二是道路；二是抓整改；三是抓督导。",
        "提出两点意见：\n一、提高认识。\n（一）统一思想。\n（二）压实责任。\n（三）抓好落实。\n二、强化督导。",
        "落实三项制度。一是报告制度。",
        "第三条 代表享有下列权利：（一）出席会议；（二）提出议案。",
        "新开线路15条，其中夜间线路3条。\n（1）增加班次。\n（2）优化站点。",
        "建设三个中心：一号中心、二号中心",
    ],
)
def told_and_listed(draft: Draft) -> Iterator[Hit]:
    """说有几个方面，就列几个方面。

    “三个方面：”“以下两项工作：”后面紧接着“一是”“（一）”“一、”的，核对列了几个。
    """
    text = draft.view(Scope.PROSE)
    for opener in each(OPENS_LIST, text):
        left = max(0, opener.start() - NEAR)
        m = TOLD.search(text[left : opener.start()])
        if m is None:
            continue
        n = whole_number(m["n"])
        style = next((s for s in STYLES if text.startswith(s.mark(1), opener.end())), None)
        if opener.group()[0] == "。" and (m["n"].isdigit() or m["mark"][-1] in "条件"):
            continue  # a count that ends a sentence, and a list that begins anew
        if style is None or not 2 <= n <= 20 or NOT_A_LIST.search(m["tail"]):
            continue
        listed = _listed(text, opener.end(), style)
        if listed >= 2 and listed != n:
            span = Span(left + m.start("mark"), left + m.end("mark"))
            right = count_like(m["n"], listed) + m["mark"].removeprefix(m["n"])
            yield hit(span, f"前面说“{m['mark']}”，后面列了{right}，请核对", right)


def _listed(text: str, at: int, style: Style) -> int:
    """How many items follow from `at`, where the first one opens; 0 where that cannot be told."""
    line = on_line_after(text, at, LONGEST_LINE)
    if any(line.find(o + style.mark(2)) > 0 for o in OPENS):
        return _run_on(line, style) if len(line) < LONGEST_LINE else 0
    n, end = 1, min(at + LONGEST_LIST, len(text))
    while (at := text.find("\n", at, end) + 1) > 0:
        opening = text[at : at + 12].lstrip(" \u3000")
        if opening.startswith(style.mark(n + 1)):
            n += 1
        elif opening.startswith(style.mark(1)) or _is_higher(opening, style):
            return n
    return n if end == len(text) else 0


def _run_on(line: str, style: Style) -> int:
    """How many items a line that begins with the first one holds; 0 where a second list begins within."""
    n, at = 1, 0
    while True:
        following = [p for o in OPENS if (p := line.find(o + style.mark(n + 1), at + 1)) >= 0]
        again = [p for o in OPENS if (p := line.find(o + style.mark(1), at + 1)) >= 0]
        if again and (not following or min(again) < min(following)):
            return 0
        if not following:
            return n
        n, at = n + 1, min(following)


def _is_higher(opening: str, style: Style) -> bool:
    """Whether a line is a heading above the items: 二、 or 第二章 above （一）, and that above 1."""
    if style.after == "、":
        return opening.startswith("第") and opening[2:3] in "章编"
    return re.match(rf"[{HAN}]{{1,3}}、|第[{HAN}]{{1,3}}[章节条]", opening) is not None
