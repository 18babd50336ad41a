"""What the title names, and how the text below writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.quantities import counted_text, quantities
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Scope, Severity, Span
from docproof.model.characters import is_han
from docproof.model.patterns import later

FORMULA = later(
    r"^.*?关于(?:印发|转发|批转|下发|发布)?|的?(?:通知|请示|报告|批复|函|复函|通报|意见|决定|公告|通告|纪要|方案|汇报|申请|公示)$"
)
NOT_A_SLIP = "全国我本各该反的和与及了在对为有等第是（）《》“”、，·强大快进好展行动化"
NUMERALS = "一二三四五六七八九十百〇零上下前后东西南北中大小新老甲乙丙丁正副省市县区镇乡村"
BEFORE_NAMES = (
    "省市县区镇乡村州旗局厅委院校司于施展好强快理决置设立办请建对将在和与同意开推进实做"  # a name begins behind them
)
ANCHOR = 4  # characters behind one that differs which must agree; one before it, too
MATTER = 4  # characters behind a year that tell what it is the year of
YEAR_AND_MATTER = later(r"(?P<y>20\d\d)年度?(?P<matter>[\u4e00-\u9fff]{3,8})")
ASKED = later(r"下达|安排|拨付|申请|解决|补助|批准|同意|恳请|追加|划拨|核定|调剂|借用|购置|出资|资金")
LEAD = later(r"现[就将把]|(?:通知|请示|报告|通报|函告|公告|公示|汇报)如下|决定|定于")


@rule(
    "consistency.title-name",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "关于解决苇渡水库除险加固工程资金的请示\n市水利局：\n我县⟦苇度水库除险→苇渡水库除险⟧加固工程于去年开工。\n青禾县水利局\n2026年3月5日",
        "关于云溪河生态修复项目用地的函\n县自然资源局：\n云⟦溪生态修复→溪河生态修复⟧项目位于青石镇。\n青禾县水利局\n2026年3月5日",
    ],
    good=[
        "关于解决苇渡水库除险加固工程资金的请示\n市水利局：\n我县苇渡水库除险加固工程于去年开工。\n青禾县水利局\n2026年3月5日",
        "关于加强学校食堂管理的通知\n各学校：\n要加大学校食堂管理力度。\n青禾县教育局\n2026年3月5日",
    ],
)
def title_name(draft: Draft) -> Iterator[Hit]:
    """标题写到的名称，正文的写法要一致。

    正文中与标题只差一个字（换、漏、多）的，提示。
    """
    title = draft.first(ElementKind.TITLE)
    if title is None or draft.type is DocumentType.STATUTE:
        return
    text = draft.text
    matter = FORMULA.sub("", "".join(title.span.of(text).split()))
    for i in range(1, len(matter) - ANCHOR):
        anchor = matter[i + 1 : i + 1 + ANCHOR]
        if not all(is_han(c) for c in matter[i - 1 : i + 1] + anchor) or matter[i] in NOT_A_SLIP:
            continue
        at = text.find(anchor, title.span.end)
        while at >= 0:
            if start := _slip(text, at, matter[:i], matter[i]):
                span = Span(start, at + ANCHOR)
                wanted = matter[i - (text[start] == matter[i - 1]) : i + 1] + anchor
                yield hit(span, f"标题写作“{wanted}”，此处写作“{span.of(text)}”，请核对", wanted)
            at = text.find(anchor, at + 1)


def _slip(text: str, at: int, before: str, char: str) -> int | None:
    """Where words begin of which one character, right before `at`, is another one or lost; None for no slip."""
    here, left = text[at - 1 : at], text[at - 2 : at - 1]
    if here == char or char == before[-1]:
        return None
    begins = before[-1] in BEFORE_NAMES and here not in BEFORE_NAMES and char not in BEFORE_NAMES
    if begins and is_han(here) and here not in NOT_A_SLIP and here not in NUMERALS and left != char:
        return at - 1
    if left == before[-1] and is_han(here) and here not in NOT_A_SLIP and not (here in NUMERALS and char in NUMERALS):
        return at - 2
    return at - 1 if left + here == before[-2:] and char not in NUMERALS else None


@rule(
    "consistency.title-year",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "关于做好2026年防汛备汛工作的通知\n各股室：\n现就做好⟦2025年→2026年⟧防汛备汛工作有关事项通知如下。\n一、压实责任。\n青禾县水利局\n2026年3月5日",
    ],
    good=[
        "关于做好2026年防汛备汛工作的通知\n各股室：\n2025年防汛备汛工作取得成效。现就做好2026年防汛备汛工作有关事项通知如下。\n一、压实责任。\n青禾县水利局\n2026年3月5日",
    ],
)
def title_year(draft: Draft) -> Iterator[Hit]:
    """标题写的年份，正文引出事项的那一句要一致。

    别处写了另一年的同一事项的，可能是回顾，不报。
    """
    title = draft.first(ElementKind.TITLE)
    if title is None:
        return
    text = draft.view(Scope.PROSE)
    for told in YEAR_AND_MATTER.finditer("".join(title.span.of(text).split())):
        matter = told["matter"][:MATTER]
        for m in re.finditer(rf"(?P<y>20\d\d)年度?{matter}", text[title.span.end :]):
            start, end = sentence_around(text, title.span.end + m.start())
            sentence = text[start:end]
            at = title.span.end + m.start()
            if m["y"] != told["y"] and LEAD.search(sentence) and told["y"] not in sentence:
                yield hit(Span(at, at + 5), f"标题写的是{told['y']}年，请核对", f"{told['y']}年")


@rule(
    "consistency.title-amount",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "关于下达农村公路养护资金120万元的通知\n县交通运输局：\n现下达你局农村公路养护资金⟦132万元→120万元⟧，用于小修保养。\n青禾县财政局\n2026年5月20日",
    ],
    good=[
        "关于下达农村公路养护资金120万元的通知\n县交通运输局：\n现下达你局农村公路养护资金120万元，其中小修80万元、保养40万元。\n青禾县财政局\n2026年5月20日",
        "关于申请补助资金120万元的请示\n市财政局：\n工程总投资500万元，已落实380万元。现申请补助120万元。\n青禾县水利局\n2026年5月20日",
    ],
)
def title_amount(draft: Draft) -> Iterator[Hit]:
    """标题写的金额、数量，正文要有同样的数。

    标题写明一个数而正文没有出现这个数的，报正文引出事项的那一句里的数；有几个数或者只在别处的，报第一个并作提示。
    """
    title, body = draft.first(ElementKind.TITLE), draft.first(ElementKind.BODY)
    if title is None or body is None:
        return
    text = draft.once(counted_text)
    told = [
        q for q in quantities(text, title.span.start, title.span.end) if q.unit not in ("年", "月", "期", "批次", "%")
    ]
    below = list(quantities(text, body.span.start, body.span.end)) if told else []
    for wanted in told:
        same = [q for q in below if q.unit == wanted.unit]
        if not same or any(q.value == wanted.value for q in same):
            continue
        led = [
            q
            for q in same
            if ASKED.search(text[max(body.span.start, q.span.start - 40) : q.span.start].rpartition("。")[2])
        ]
        found = led[0] if led else same[0]
        sure = len(led) == 1 and wanted.unit == "元"
        message = f"标题写的是{wanted}，正文没有这个数，请核对"
        yield hit(found.span, message, wanted.span.of(text), severity=None if sure else Severity.HINT)
