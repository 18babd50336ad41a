"""Days before the draft's own that it asks something for, and days after it that it tells of as past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.owndate import own_date
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.stated_days import StatedDay, date_in, stated_days
from docproof.gates.language.surroundings import on_line_after, on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, ElementKind, Gate, Scope, Severity, Span
from docproof.model.patterns import later

BY = later(r"(?:（[^（）]{1,8}）)?(?:[上下]午)?(?:\d{1,2}[:：时点](?:\d{2}|\d{1,2}分)?)?(?:下班)?(?:以?前|之前)")
ASKS = later(r"请|务必|务于|须|必须|应当?(?!对)|需|要(?!求)|望|责成|限|截止")
MEANS_HELD = later(
    r"(?:定于|拟于|将于|兹定于|决定于|计划于|预计于?|定在|安排在|会议时间[：:]?|培训时间[：:]?|报名时间[：:]?|报到时间[：:]?)$"
)
DONE = later(r"已|曾|了[，。；]|过[，。；]|以来|去年|上年|依法|根据|按照|《|〔")
PAST = later(r"(?:已经?|业已|均已|全部|曾)(?:于|在)?$")
AS_OF = later(r"截至到?(?:目前|今年|当前)?[（(，]?$", given=("截至",))
PAST_BEHIND = later(
    r"[，]?[^，。；\n]{0,12}?(?:已经?|业已|均已|累计|共计?|顺利|如期|正式|全面)(?:[^，。；\n将拟计预]{0,10}?)(?:完成|建成|开工|竣工|投入|印发|召开|举行|启动|通过|达到|实现|办理|收到|发放|排查|整改|受理|投用|报送|上报|拨付|到位|验收|通车|开通)"
    r"|[，]?[^，。；\n将拟计预]{0,16}(?:完成|建成|召开|举行|印发|开展|组织|作出|收到|通过|下达|拨付)了"
)
FUTURE = later(r"将|拟|计划|预计|争取|力争|确保|定于|目标|要|前[，完全]|之前|以前")
MONTH = later(r"(?P<y>20\d\d)年(?P<m>1[0-2]|0?[1-9])月(?!\d)(?:[底末]|[上中下]旬)?")
HALF_A_YEAR = 183  # days back for which a day without a year is of the draft's own year


@rule(
    "consistency.deadline-passed",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "关于报送材料的通知\n各股室：\n请于⟦3月1日⟧前将材料报送办公室。\n青禾县水利局\n2026年3月5日",
        "关于召开会议的通知\n各股室：\n定于⟦2026年3月2日⟧召开防汛工作会议。\n青禾县水利局\n2026年3月5日",
        "关于整改的通知\n各股室：\n各单位务必在⟦2025年3月31日⟧前完成整改。\n青禾县水利局\n2026年3月5日",
    ],
    good=[
        "关于报送材料的通知\n各股室：\n请于3月10日前将材料报送办公室。\n青禾县水利局\n2026年3月5日",
        "关于报送材料的通知\n各股室：\n按照要求，3月1日前已完成自查，请于1月10日前报送。\n青禾县水利局\n2026年12月25日",
    ],
)
def deadline_passed(draft: Draft) -> Iterator[Hit]:
    """要求完成的期限、将要开会的日期不能早于成文日期。"""
    today = own_date(draft)
    if today is None or draft.first(ElementKind.ISSUE_DATE) is None:
        return
    text = draft.view(Scope.PROSE)
    for stated in _of_body(draft):
        day = _day(stated, today)
        if day is None or day >= today:
            continue
        start, end = sentence_around(text, stated.span.start)
        before = (
            on_line_before(text, stated.span.start, 40)[-(stated.span.start - start) :]
            if stated.span.start > start
            else ""
        )
        asked = BY.match(text, stated.span.end) and ASKS.search(before + text[stated.span.end : end])
        if not (asked or MEANS_HELD.search(before)) or DONE.search(before + on_line_after(text, stated.span.end, 30)):
            continue
        sure = (asked and ("请" in before or "务" in before)) or MEANS_HELD.search(before)
        message = f"早于成文日期{today.year}年{today.month}月{today.day}日，请核对"
        yield hit(stated.span, message, severity=None if sure else Severity.HINT)


@rule(
    "consistency.future-as-past",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "关于进展情况的报告\n市水利局：\n该工程已于⟦2026年9月10日⟧竣工验收。\n青禾县水利局\n2026年5月5日",
        "关于进展情况的报告\n市水利局：\n截至⟦2026年6月30日⟧，已完成投资200万元。\n青禾县水利局\n2026年5月5日",
        "关于进展情况的报告\n市水利局：\n该工程已于⟦2026年9月⟧全面完工。\n青禾县水利局\n2026年5月5日",
    ],
    good=[
        "关于进展情况的报告\n市水利局：\n该工程已于2026年4月10日竣工验收，将于2026年9月10日投入使用。\n青禾县水利局\n2026年5月5日",
        "关于进展情况的报告\n市水利局：\n截至2026年4月30日，已完成投资200万元，2026年9月前全部完成。\n青禾县水利局\n2026年5月5日",
    ],
)
def future_as_past(draft: Draft) -> Iterator[Hit]:
    """成文日期以后的事不能写成已经发生。"""
    today = own_date(draft)
    if today is None or draft.first(ElementKind.ISSUE_DATE) is None:
        return
    text = draft.view(Scope.PROSE)
    ending = {d.span.start for d in draft.once(stated_days)}
    spans = [(s.span, s.date) for s in _of_body(draft)] + [
        (Span(*m.span()), date_in(int(m["y"]), int(m["m"]), 1)) for m in MONTH.finditer(text) if m.start() not in ending
    ]
    for span, day in sorted(spans, key=lambda pair: pair[0]):
        if day is None or day <= today:
            continue
        start, _ = sentence_around(text, span.start)
        before, behind = text[max(start, span.start - 24) : span.start], on_line_after(text, span.end, 40)
        told = PAST.search(before) or AS_OF.search(before) or PAST_BEHIND.match(behind)
        clause = before.rpartition("，")[2]
        ahead = FUTURE.search(clause) or (FUTURE.match(behind.lstrip("底末，")) and not PAST.search(before))
        if told and not ahead:
            message = f"晚于成文日期{today.year}年{today.month}月{today.day}日，不能写成已经发生，请核对"
            yield hit(span, message)


def _of_body(draft: Draft) -> list[StatedDay]:
    """The days that the body states, in text order."""
    body = draft.first(ElementKind.BODY)
    if body is None:
        return []
    days = sorted(draft.once(stated_days), key=lambda d: d.span)
    starts = [d.span.start for d in days]
    return days[bisect_left(starts, body.span.start) : bisect_left(starts, body.span.end)]


def _day(stated: StatedDay, today: date) -> date | None:
    """The day meant; one without a year is of the draft's own year, or of the next one where that is long past."""
    if stated.year:
        return stated.date
    day = date_in(today.year, stated.month, stated.day)
    return day if day and (today - day).days < HALF_A_YEAR else None
