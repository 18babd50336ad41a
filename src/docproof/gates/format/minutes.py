"""Minutes: who was there (GB/T 9704—2012 10.3), and what they are called (党政机关公文处理工作条例 article 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.format.lines import first_line, lines, own
from docproof.gates.parts import body, title
from docproof.gates.sources import TYPES, clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span, Strength
from docproof.model.patterns import later

CLAUSE = clause("10.3", Strength.GENERAL)
LABEL = later(r"(?P<label>[^\W\d_](?:[^\W\d_]|[ \u3000]){1,8}?)\s*(?P<colon>[：:])")
WITHOUT_COLON = later(
    r"(?P<label>(?:出\s?席|列\s?席|请\s?假|缺\s?席|参\s?加)(?:人\s?员|同\s?志)?)[ \u3000]+(?=[^\W\d_]{2,4}(?:[、，　 ]|$))|(?P<glued>出席)(?=[^\W\d_]{2,3}、[^\W\d_]{2,3}(?:[、。]|$))"
)
ORDER = ("出席", "请假", "列席")
CALLED_OTHERWISE = (
    ("出席", ("出席", "参加", "参会", "与会", "到会")),
    ("请假", ("请假", "缺席", "未到", "因事")),
    ("列席", ("列席", "邀请")),
)
WORDS_FOR_PRESENT = later(r"出席|参加(?:会议|人)|与会|参会")
NAMED_AFTER_MATTER = later(r"的\s*(?P<mark>会\s*议\s*纪\s*要)\s*$")
MINUTES = "沅泽县水利局局长办公会议纪要\n〔2026〕3号\n2026年3月2日，局长孟怀川主持召开会议。会议议定：\n会议要求抓好春灌。\n{}"


@rule(
    "minutes.label",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        MINUTES.format("⟦参加人员→出席⟧：孟怀川、龚月华。"),
        MINUTES.format("出席：孟怀川、龚月华。\n⟦缺席→请假⟧：卫小楼。"),
        MINUTES.format("⟦出席:→出席：⟧孟怀川、龚月华。"),
        MINUTES.format("⟦出席人员　→出席：⟧孟怀川、龚月华。"),
    ],
    good=[MINUTES.format("出席：孟怀川、龚月华。\n请假：卫小楼。\n列席：何舟。")],
)
def label(draft: Draft) -> Iterator[Hit]:
    """纪要的人员名单以“出席：”“请假：”“列席：”标出。"""
    for m, kind in draft.once(groups):
        written = "".join(m["label"].split())
        if written != kind:
            yield hit(Span(*m.span("label")), f"纪要中的“{written}”一般写作“{kind}”", kind)
        elif m["colon"] == ":":
            yield hit(Span(*m.span()), f"“{kind}”后面用全角冒号", f"{kind}：")
    for line in lines(draft.text, 0, len(draft.text)) if draft.type is DocumentType.MINUTES else ():
        if unmarked := WITHOUT_COLON.match(draft.text, line.start, line.end):
            kind = _kind("".join((unmarked["label"] or unmarked["glued"]).split()))
            yield hit(Span(*unmarked.span()), f"“{kind}”后面用全角冒号", f"{kind}：")


@rule(
    "minutes.order",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[MINUTES.format("出席：孟怀川、龚月华。\n列席：何舟。\n⟦请假：卫小楼。⟧")],
    good=[MINUTES.format("出席：孟怀川、龚月华。\n请假：卫小楼。\n列席：何舟。")],
)
def order(draft: Draft) -> Iterator[Hit]:
    """纪要的人员名单依次是出席、请假、列席。"""
    for (_, before), (m, kind) in pairwise(draft.once(groups)):
        if ORDER.index(kind) < ORDER.index(before):
            line = first_line(draft, Span(m.start(), len(draft.text)))
            yield hit(line, f"“{kind}”应排在“{before}”之前，依次是出席、请假、列席")
            return


@rule(
    "minutes.no-attendance",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[
        "沅泽县水利局局长办公会议纪要\n〔2026〕3号\n2026年3月2日，局长孟怀川主持召开会议。会议议定：\n会议要求抓好春灌。⟦⟧"
    ],
    good=[MINUTES.format("出席：孟怀川、龚月华。")],
)
def no_attendance(draft: Draft) -> Iterator[Hit]:
    """纪要一般在正文之后标注出席人员，需要时标注请假、列席人员。"""
    whole = draft.once(body)
    shown = {ElementKind.LETTERHEAD, ElementKind.DOCUMENT_NUMBER} & {e.kind for e in draft.blocks}
    if draft.type is not DocumentType.MINUTES or whole is None or not shown or draft.once(groups):
        return
    if not WORDS_FOR_PRESENT.search(draft.text):
        yield hit(Span(whole.end, whole.end), "纪要没有标注出席人员，一般在正文之后写“出席：”和名单")


@rule(
    "minutes.type",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=["沅泽县水利局关于春灌工作的⟦会议纪要→纪要⟧\n2026年3月2日，局长孟怀川主持召开会议。\n会议要求抓好春灌。"],
    good=["沅泽县水利局第3次局长办公会议纪要\n2026年3月2日，局长孟怀川主持召开会议。\n会议要求抓好春灌。"],
)
def named(draft: Draft) -> Iterator[Hit]:
    """文种是“纪要”，不是“会议纪要”；“×××会议”的纪要写作“×××会议纪要”。"""
    span = draft.once(title) if draft.type is DocumentType.MINUTES else None
    if span and (m := NAMED_AFTER_MATTER.search(draft.text[span.start : span.end])):
        at = Span(span.start + m.start("mark"), span.start + m.end("mark"))
        yield hit(at, "法定文种是“纪要”，标题末尾写“纪要”", "纪要")


def groups(draft: Draft) -> list[tuple[re.Match[str], str]]:
    """The labels of the lists of those who were there, each with the word that the standard has for it."""
    if draft.type is not DocumentType.MINUTES:
        return []
    found = []
    for span in own(draft, ElementKind.ATTENDANCE):
        m = LABEL.match(draft.text, span.start, span.end)
        written = "".join(m["label"].split()) if m else ""
        kind = _kind(written)
        if m and kind:
            found.append((m, kind))
    return found


def _kind(written: str) -> str:
    """The standard's word for a label, "" where it is another."""
    return next((k for k, words in CALLED_OTHERWISE if written.startswith(words)), "")
