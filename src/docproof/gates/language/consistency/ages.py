"""Ages and years of service, beside the year of birth or of entry and the day of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.owndate import own_date
from docproof.gates.language.lists import sentence_around
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

COUNT = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})"
DAY = r"(?P<y>(?:19|20)\d\d)年(?:(?P<m>\d{1,2})月)?(?:\d{1,2}日)?"
BORN = later(
    rf"{DAY}(?:出生|[生](?=[，。；、（）]|于))|(?:出生于|生于|出生年月[：:为是]{{0,2}}|出生日期[：:为是]{{0,2}}){DAY.replace('<y>', '<Y>').replace('<m>', '<M>')}"
)
AGE = later(rf"(?:现年|今年|年龄为?[：:]?|年已|已|时年|，|（|现)(?P<mark>{COUNT}(?:周?岁))(?!以)")
AGE_THEN = later(
    rf"(?P<then>(?:19|20)\d\d)年(?:(?P<month>\d{{1,2}})月)?(?:\d{{1,2}}日)?[^，。；\n\d]{{1,12}}?，?(?:时年|年仅|年方|年满|年已|刚满|仅)(?P<mark>{COUNT}岁)"
)
AT_THE_TIME = later(r"时年|去世|逝世|牺牲|卒|享年|当时|退休时|入党时")
ENTERED = {
    "工龄": r"参加工作|入职",
    "工作年限": r"参加工作|入职",
    "党龄": r"入党|加入中国共产党",
    "教龄": r"从教|任教|参加工作",
    "军龄": r"入伍|参军",
    "警龄": r"从警|参加公安工作",
    "医龄": r"从医|行医",
}
SERVICE = later(rf"(?P<what>{'|'.join(ENTERED)})(?:已?[有达为满]?)?(?P<mark>{COUNT}年)")
WORK = later(r"(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:参加工作|入职|入伍|入党)")
YOUNGEST = 15  # years at which somebody starts to work


@rule(
    "consistency.age",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("出生", "生于", "年生", "月生", "参加工作", "岁", *ENTERED),
    bad=[
        "关于表彰的决定\n温砚秋，女，1975年6月出生，现年⟦45岁→50岁⟧，青禾镇卫生院医师。\n青禾县人民政府\n2026年3月5日",
        "骆闻舟1975年7月参加工作时年仅⟦18岁→15岁⟧，1960年2月出生于河东村。",
        "骆闻舟，1985年3月出生，⟦1995年⟧8月参加工作。",
        "关于表彰的决定\n戚望舒，1996年8月参加工作，工龄⟦20年→29年⟧。\n青禾县人民政府\n2026年3月5日",
    ],
    good=[
        "关于表彰的决定\n温砚秋，女，1975年6月出生，现年50岁，青禾镇卫生院医师。\n青禾县人民政府\n2026年3月5日",
        "关于表彰的决定\n戚望舒，1996年8月参加工作，工龄30年，生于1970年，1998年入党时28岁。\n青禾县人民政府\n2026年3月5日",
        "温砚秋，女，1975年6月出生，现年45岁，1998年参加工作。",
    ],
)
def age(draft: Draft) -> Iterator[Hit]:
    """年龄、工龄、党龄与出生、参加工作、入党的年份及成文日期要相符。"""
    text, today = draft.view(Scope.PROSE), own_date(draft)
    yield from _too_young(text)
    yield from _at_the_time(text)
    if today is None:
        return
    for m in BORN.finditer(text) if "出生" in text or "生于" in text or "年生" in text or "月生" in text else ():
        start, end = sentence_around(text, m.start())
        told = AGE.search(text, m.end(), min(end, m.end() + 60)) or _last(
            AGE, text, max(start, m.start() - 30), m.start()
        )
        born = BORN.search(text, m.end(), end)
        if told is None or (born and born.start() < told.start()) or AT_THE_TIME.search(text[start:end]):
            continue
        right = _years(m["y"] or m["Y"], m["m"] or m["M"], today)
        yield from _judged(told, right, "岁", f"{m.group()}，到{today.year}年", spare=1)
    for m in SERVICE.finditer(text) if any(word in text for word in ENTERED) else ():
        start, _ = sentence_around(text, m.start())
        entered = _last(re.compile(rf"{DAY}(?:{ENTERED[m['what']]})"), text, start, m.start())
        if entered:
            right = _years(entered["y"], entered["m"], today)
            yield from _judged(m, right, "年", f"{entered.group()}，到{today.year}年", spare=1)


def _too_young(text: str) -> Iterator[Hit]:
    """Years of entry into work at an age at which nobody works."""
    for m in BORN.finditer(text) if "参加工作" in text else ():
        _, end = sentence_around(text, m.start())
        began = WORK.search(text, m.end(), end)
        if began and int(began["y"]) - int(m["y"] or m["Y"]) < YOUNGEST:
            message = f"{m.group()}，参加工作时不满{YOUNGEST}岁，请核对"
            yield hit(Span(began.start("y"), began.start("y") + 5), message, severity=Severity.HINT)


def _at_the_time(text: str) -> Iterator[Hit]:
    """Ages told of a year, beside the year of birth in the same sentence."""
    for m in AGE_THEN.finditer(text) if "岁" in text else ():
        start, end = sentence_around(text, m.start())
        born = BORN.search(text, start, end)
        if born and not m.start() <= born.start() < m.end():
            year, month = born["y"] or born["Y"], born["m"] or born["M"]
            right = int(m["then"]) - int(year) - (bool(month and m["month"]) and int(m["month"] or 0) < int(month or 0))
            yield from _judged(m, right, "岁", f"{born.group()}，到{m['then']}年", spare=1)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match that ends before `end`."""
    return next(iter(reversed(list(pattern.finditer(text, start, end)))), None)


def _years(year: str, month: str | None, today: date) -> int:
    """Whole years from a month until today; a year alone counts from its beginning."""
    return today.year - int(year) - (month is not None and int(month) > today.month)


def _judged(told: re.Match[str], right: int, unit: str, since: str, spare: int) -> Iterator[Hit]:
    """What is wrong with a count of years, which may be off by one: the birthday, and counting in 虚岁."""
    n = whole_number(told["n"])
    if abs(n - right) > spare and right > 0:
        severity = Severity.HINT if abs(n - right) == spare + 1 else None
        yield hit(Span(*told.span("mark")), f"{since}是{right}{unit}，请核对", f"{right}{unit}", severity=severity)
