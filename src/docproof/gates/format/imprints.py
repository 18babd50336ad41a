"""Who printed a draft and when (印发机关和印发日期; GB/T 9704—2012 7.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.dates import ANY_FORM, written_date
from docproof.gates.format.example import notice
from docproof.gates.format.lines import lines, lines_behind, own
from docproof.gates.format.standard import clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.dates import dates_in
from docproof.outlining.names import is_organ

CLAUSE = clause("7.4.3")
DATE = r"(?:\d{2,4}|[〇零○一二三四五六七八九]{4})\s?[年.．/\-]\s?[\d一二三四五六七八九十]{1,3}\s?[月.．/\-]\s?[\d一二三四五六七八九十]{1,3}\s?[日号]?"
LINE = later(
    rf"(?P<label>印\s?发(?:机关|单位)?\s?[：:][ \u3000]*)?(?P<organ>[^\W\d_]{{3,40}})?[ \t\u3000]*(?P<date>{DATE})[ \t\u3000]*"
    r"(?P<word>印\s?发|印\s?制|打\s?印|印\s?刷|制\s?发|编\s?印|签\s?发|发\s?文|发\s?布|发\s?出|印|发)?(?P<stop>[。．.])?"
)
LAST_LINES = 3


@rule(
    "imprint.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="沅泽县水利局办公室　2026年3月2日⟦印制→印发⟧"),
        notice(after="沅泽县水利局办公室　⟦2026年3月2日→2026年3月2日印发⟧"),
        notice(after="沅泽县水利局办公室　⟦2026年03月02日→2026年3月2日⟧印发"),
        notice(after="沅泽县水利局办公室　⟦二〇二六年三月二日→2026年3月2日⟧印发"),
        notice(after="沅泽县水利局办公室　2026年3月2日⟦印发。→印发⟧"),
        notice(after="⟦印发：⟧沅泽县水利局办公室　2026年3月2日"),
    ],
    good=[notice(after="沅泽县水利局办公室　2026年3月2日印发"), notice(after="沅泽县水利局办公室\n2026年3月2日印发")],
)
def form(draft: Draft) -> Iterator[Hit]:
    """印发日期用阿拉伯数字标全年、月、日，不编虚位，后加“印发”二字，末尾不加标点。"""
    for m in draft.once(imprints):
        if m["label"] and m["organ"]:
            right = f"{m['organ']}　{m['date']}印发"
            yield hit(Span(*m.span("label")), f"印发机关和印发日期写作“{right}”，不用“印发：”开头")
            continue
        date, word = Span(*m.span("date")), "".join((m["word"] or "").split())
        given = ANY_FORM.fullmatch("".join(m["date"].split()))
        right = written_date(given, draft) if given else ""
        if not word:
            yield hit(date, "印发日期后加“印发”二字", f"{right or m['date']}印发")
            continue
        if right and right != "".join(m["date"].split()):
            yield hit(date, f"印发日期用阿拉伯数字标全，月、日不编虚位，写作“{right}”", right)
        if word != "印发":
            yield hit(Span(*m.span("word")), f"“{word}”改为“印发”", "印发")
        elif m["stop"]:
            yield hit(Span(m.start("word"), m.end("stop")), "印发日期末尾不加标点", "印发")


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
    found = own(draft, ElementKind.IMPRINT)
    dates = own(draft, ElementKind.ISSUE_DATE)
    signed = [*own(draft, ElementKind.SIGNATURE), *dates]
    if not found and dates:
        found = list(lines(draft.text, dates[-1].end, len(draft.text)))[-LAST_LINES:]
    elif not found:
        found = lines_behind(draft, ElementKind.COPIES)
    places = [line for span in found for line in lines(draft.text, span.start, span.end)]
    matches = [LINE.fullmatch(draft.text, line.start, line.end) for line in places]
    return [
        m for m in matches if m and (m["organ"] or m["word"]) and not any(s.start == m.start("date") for s in signed)
    ]


def _above(draft: Draft, at: int) -> str:
    """The line above the one that begins at an offset, without white space."""
    return "".join(draft.text[:at].rstrip().rpartition("\n")[2].split())
