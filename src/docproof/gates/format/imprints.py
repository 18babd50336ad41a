"""Who printed a draft and when (印发机关和印发日期; GB/T 9704—2012 7.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.dates import ANY_FORM, written_date
from docproof.gates.format.example import notice
from docproof.gates.format.lines import lines, lines_behind, own
from docproof.gates.sources import clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.dates import dates_in
from docproof.outlining.names import is_organ

CLAUSE = clause("7.4.3")
DATE = (
    r"(?:(?:\d{2,4}|[〇零○一二三四五六七八九]{4})\s?[年.．/\-]\s?)?[\d一二三四五六七八九十]{1,3}\s?[月.．/\-]"
    r"(?:\s?[\d一二三四五六七八九十]{1,3}\s?[日号]?)?"
)
DATE_FIRST = later(rf"(?P<date>{DATE})[ \t\u3000]+(?P<organ>[^\W\d_]{{3,40}}?)\s?印\s?发[。．.]?")
GAP = r"[ \t\u3000]*"
WORD = r"印\s?发|印\s?制|打\s?印|印\s?刷|制\s?发|编\s?印|签\s?发|发\s?文|发\s?布|发\s?出|印|发"
LINE = later(
    rf"(?P<label>印\s?发(?:机关|单位)?\s?[：:]{GAP})?(?P<organ>[^\W\d_]{{3,40}}?)?{GAP}(?P<before>印\s?发)?(?:(?:印发)?(?:日期|时间)[：:])?{GAP}"
    rf"(?P<date>{DATE}){GAP}(?P<word>{WORD})?(?P<stop>[。．.])?"
)
LAST_LINES = 3


@rule(
    "imprint.word",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="沅泽县水利局办公室　2026年3月2日⟦印制→印发⟧"),
        notice(after="沅泽县水利局办公室　⟦2026年3月2日→2026年3月2日印发⟧"),
        notice(after="沅泽县水利局办公室　2026年3月2日⟦印发。→印发⟧"),
    ],
    good=[notice(after="沅泽县水利局办公室　2026年3月2日印发"), notice(after="沅泽县水利局办公室\n2026年3月2日印发")],
)
def word(draft: Draft) -> Iterator[Hit]:
    """印发日期后加“印发”二字，末尾不加标点。"""
    for m in draft.once(imprints):
        written = "".join((m["word"] or "").split())
        if m["label"] or m["before"]:
            continue
        if not written:
            yield hit(Span(*m.span("date")), "印发日期后加“印发”二字", f"{_right(m, draft) or m['date']}印发")
        elif written != "印发":
            yield hit(Span(*m.span("word")), f"“{written}”改为“印发”", "印发")
        elif m["stop"]:
            yield hit(Span(m.start("word"), m.end("stop")), "印发日期末尾不加标点", "印发")


@rule(
    "imprint.date",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="沅泽县水利局办公室　⟦2026年03月02日→2026年3月2日⟧印发"),
        notice(after="沅泽县水利局办公室　⟦二〇二六年三月二日→2026年3月2日⟧印发"),
        notice(after="抄送：县财政局。\n沅泽县水利局办公室　⟦3月2日⟧印发", number=""),
    ],
    good=[notice(after="沅泽县水利局办公室　2026年3月2日印发")],
)
def date(draft: Draft) -> Iterator[Hit]:
    """印发日期用阿拉伯数字标全年、月、日，不编虚位。"""
    for m in draft.once(imprints):
        right = _right(m, draft)
        if not m["word"] or right == "".join(m["date"].split()):
            continue
        span = Span(*m.span("date"))
        if right:
            yield hit(span, f"印发日期用阿拉伯数字标全，月、日不编虚位，写作“{right}”", right)
        else:
            yield hit(span, "印发日期要标全年、月、日")


@rule(
    "imprint.turned",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="沅泽县水利局办公室　⟦印发2026年3月2日→2026年3月2日印发⟧"),
        notice(after="抄送：县财政局。\n⟦2026年3月2日　沅泽县水利局办公室印发→沅泽县水利局办公室　2026年3月2日印发⟧"),
        notice(after="⟦印发：⟧沅泽县水利局办公室　2026年3月2日"),
    ],
    good=[notice(after="沅泽县水利局办公室　2026年3月2日印发")],
)
def turned(draft: Draft) -> Iterator[Hit]:
    """印发机关在左，印发日期在右，“印发”二字在日期之后。"""
    for m in draft.once(imprints):
        if m["label"]:
            right = f"{m['organ'] or '×××'}　{m['date']}印发"
            yield hit(Span(*m.span("label")), f"印发机关和印发日期写作“{right}”，不用“印发：”开头")
        elif m["before"]:
            right = f"{_right(m, draft) or m['date']}印发"
            yield hit(Span(m.start("before"), m.end("date")), f"“印发”写在日期之后：{right}", right)
    for line in draft.once(tail):
        if first := DATE_FIRST.fullmatch(draft.text, line.start, line.end):
            right = f"{first['organ']}　{first['date']}印发"
            yield hit(line, f"印发机关在左、印发日期在右，写作“{right}”", right)


@rule(
    "imprint.organ",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    bad=[notice(after="抄送：县财政局。\n⟦2026年3月2日印发⟧")],
    good=[notice(after="抄送：县财政局。\n沅泽县水利局办公室　2026年3月2日印发")],
)
def organ(draft: Draft) -> Iterator[Hit]:
    """印发机关居左、印发日期居右，写在一行，不能缺印发机关。"""
    for m in draft.once(imprints):
        if m["organ"] is None and m["word"] and not is_organ(_above(draft, m.start())):
            yield hit(Span(m.start("date"), m.end("word")), "缺印发机关，写在印发日期左边")


@rule(
    "imprint.early",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    bad=[notice(after="沅泽县水利局办公室　⟦2026年3月1日⟧印发")],
    good=[
        notice(after="沅泽县水利局办公室　2026年3月2日印发"),
        notice(after="沅泽县水利局办公室　2026年3月3日印发"),
    ],
)
def early(draft: Draft) -> Iterator[Hit]:
    """印发日期不早于成文日期。"""
    signed = own(draft, ElementKind.ISSUE_DATE)
    issued = [d for s in signed for d in dates_in(s.of(draft.text))]
    for m in draft.once(imprints):
        printed = dates_in(m["date"])
        if issued and printed and printed[0] < max(issued):
            yield hit(Span(*m.span("date")), f"印发日期早于成文日期（{signed[-1].of(draft.text)}），请核对")


def imprints(draft: Draft) -> list[re.Match[str]]:
    """The lines that say who printed the draft and when, whatever their form, among the last ones."""
    found = own(draft, ElementKind.IMPRINT) or draft.once(tail)
    signed = [s for k in (ElementKind.SIGNATURE, ElementKind.ISSUE_DATE) for s in own(draft, k)]
    places = [line for span in found for line in lines(draft.text, span.start, span.end)]
    matches = [LINE.fullmatch(draft.text, line.start, line.end) for line in places]
    return [
        m for m in matches if m and (m["organ"] or m["word"]) and not any(s.start == m.start("date") for s in signed)
    ]


def tail(draft: Draft) -> list[Span]:
    """The lines among which an imprint stands that is not recognised: behind the copies, or the last behind the date."""
    dates = own(draft, ElementKind.ISSUE_DATE)
    behind = lines_behind(draft, ElementKind.COPIES)
    return behind or (list(lines(draft.text, dates[-1].end, len(draft.text)))[-LAST_LINES:] if dates else [])


def _right(m: re.Match[str], draft: Draft) -> str:
    """The date of an imprint as the standard writes it, "" where a part of it is missing."""
    given = ANY_FORM.fullmatch("".join(m["date"].split()))
    return written_date(given, draft) if given else ""


def _above(draft: Draft, at: int) -> str:
    """The line above the one that begins at an offset, without white space."""
    return "".join(draft.text[:at].rstrip().rpartition("\n")[2].split())
