"""The time of which a clause speaks: 1998年，铁道部… is narration, and so is 原国土资源局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum

from docproof.model import Draft, Span
from docproof.model.numerals import DIGITS
from docproof.model.patterns import later

SENTENCE_ENDS = later(r"[。；！？\n]")
REACH = 200  # code points on either side that a sentence is looked at
YEAR = later(
    r"(?<![\d〔\[【])(?P<y>(?:19|20)\d\d)(?:年(?:(?P<m>1[0-2]|0?[1-9])月)?|(?=[-—–~～至/][12]\d{3}年))"
    r"|(?P<han>[一二][〇零○九一二][〇零○一二三四五六七八九]{2})年|(?:上个?|19|20)世纪"
)
GOES_ON = later(r"(?:\d+日)?(?:以来|以后|之后|[后起至]|修[订正改]|版)")
FORMERLY = later(
    r"(?:(?:(?<![\u4e00-\u9fff])|(?<=[由经将向与和及的任在是对为该从被请报至以县市区省按照依据用]))[原旧]|时任|历任|曾任?|前身[是为]?|当时的?|不再保留|不再设立|撤销|取消|停征|免征|废止|废除)"
    r"(?:[\u4e00-\u9fff]{0,6}[省市县区州盟旗镇乡]|的|了|国家|“|《|中华人民共和国)*$",
    given=("原", "旧", "时任", "历任", "曾", "前身", "当时", "不再", "撤销", "取消", "停征", "免征", "废止", "废除"),
)
HELD_OFFICE = later(r"时任|历任|曾任|任过|当时|那时|昔日|旧称|旧社会|新中国成立初")
ENDED = later(
    r"(?:[^。；\n]{0,24}?(?:更名|改名|改称|改组|改制为|并入|划入|划转|划归|不再保留|不再设立|停止执行|失效|"
    r"(?:合并|整合|组建)(?:[为入到成后]|组建|成立)|与[^，。]{2,14}(?:合并|整合)|前身|旧址|（现|（今|，现[为改]|，今[为改]|改革前|成立前)"
    r"|》?的?(?:时期|时代|(?:施行|实施|有效|存续)期间)"
    r"|[^。；，\n]{0,8}?(?:撤销|取消|停征|废止|不再[使征]|合并|整合)(?=[，。；、）并前后时以]|的|之|$))"
)
CHANGED = later(
    r"职责.{0,80}(?:整合|划入|划转|归并)|(?:组建|重新组建)[^，。]{0,16}[部局委署]|更名为|改名为|改组为|前身|"
    r"》[^，。]{0,12}(?:同时|予以|已经?|即行|均)?(?:废止|失效|停止执行)|不再保留|新旧",
    given=("职责", "组建", "更名", "改名", "改组", "前身", "》", "不再", "新旧"),
)
REVISED = later(
    r"(?:废止|失效|修改|修订|清理)[^，。《]{0,12}(?:《[^》]*》[、和与及]?)*《?$",
    given=("废止", "失效", "修改", "修订", "清理"),
)
ADVERB = later(r"年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[初末底前]|[上下]半年|[春夏秋冬]季?)?，")
WRITTEN = later(r"(?<=〔)20\d\d(?=〕)|(?<![到至前底\d])20\d\d(?=年(?:\d{1,2}月|[，以度上初]))")
LATER = later(r"(?<![到至前底\d〔])20\d\d(?=年)")


class Time(Enum):
    """How what a clause tells stands to a change: before it, after it, or nobody can say."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


def told(draft: Draft, span: Span, since: date) -> Time:
    """Whether the clause around `span` speaks of a time before or after the change of that day.

    A word of the past (原, 时任, 更名, 废止) or a year in the sentence decides; else the draft's as-of date; else a
    year that shows when it was written.
    """
    start, end = sentence(draft, span)
    text = draft.text
    if (
        HELD_OFFICE.search(text, start, span.start)
        or FORMERLY.search(text, max(start, span.start - 14), span.start)
        or REVISED.search(text, max(start, span.start - 80), span.start)
        or ENDED.match(text, span.end, end)
        or CHANGED.search(text, start, end)
    ):
        return Time.BEFORE
    if year := _nearest_year(text, start, span, end):
        day, near = year
        if day < since:  # the year of the change may be told under either name
            return Time.BEFORE if near else Time.UNKNOWN
        return Time.AFTER
    if draft.as_of is not None:
        if draft.as_of < since:
            return Time.BEFORE
        line = draft.document.line_bounds(span.start)[0]
        past = _nearest_year(text, max(line, start - REACH), Span(start, start), start)
        return Time.UNKNOWN if past and past[0] < since else Time.AFTER
    shown = max(draft.once(_written), _latest(LATER.finditer(text, span.end, end)))
    return Time.AFTER if date(shown, 1, 1) >= since else Time.UNKNOWN


def sentence(draft: Draft, span: Span) -> tuple[int, int]:
    """Where the sentence around a span begins and ends, as far as it reaches within bounds."""
    text = draft.text
    start = max(0, span.start - REACH)
    for m in SENTENCE_ENDS.finditer(text, start, span.start):
        start = m.end()
    last = SENTENCE_ENDS.search(text, span.end, min(len(text), span.end + REACH))
    return start, last.start() if last else min(len(text), span.end + REACH)


def _nearest_year(text: str, start: int, span: Span, end: int) -> tuple[date, bool] | None:
    """The last year named before a span in its sentence, else the first in its clause, by its first day.

    Beside it, whether the clause is told of that year: it stands in the clause, or is the adverb of what follows
    (1998年，…), and not within an earlier clause (经2017年会议同意，…).
    """
    before = [(m, p) for m in YEAR.finditer(text, start, span.start) if (p := _period(m, text))]
    if before:
        year, day = before[-1]
        apart = text.find("，", year.end(), span.start) >= 0
        return day, not apart or not year["y"] or ADVERB.match(text, year.end("y")) is not None
    comma = text.find("，", span.end, end)
    after = YEAR.finditer(text, span.end, comma if comma >= 0 else end)
    return next(((p, True) for m in after if (p := _period(m, text))), None)


def _period(year: re.Match[str], text: str) -> date | None:
    if GOES_ON.match(text, year.end()):
        return None
    if year["y"] or year["han"]:
        y = int(year["y"] or "".join(DIGITS.get(c, "0") for c in year["han"]))
        return date(y, int(year["m"] or 1), 1)
    return date(1900, 1, 1)  # a decade of a century that is over


def _written(draft: Draft) -> int:
    """The latest year that a draft without a date shows to have come: of a document's number, of a day or a month."""
    return _latest(WRITTEN.finditer(draft.text))


def _latest(years: Iterator[re.Match[str]]) -> int:
    return max((int(m[0]) for m in years), default=1)
