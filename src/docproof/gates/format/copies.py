"""Who gets copies (抄送机关; GB/T 9704—2012 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import lines, own
from docproof.gates.parts import NO_OFFICIAL, body, copied
from docproof.gates.sources import ELEMENTS, PRACTICE, clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

CLAUSE = clause("7.4.2")
STOPS = "。，；、．.,;"
LAST_LINES = 4  # among which the 版记 stands
TAIL = 600  # code points within which they are
LABEL = later(
    r"(?P<label>[抄超]\s?[送报发呈](?:单位|机关|部门)?|报\s?送|分\s?送|发\s?送|印\s?送)(?P<colon>\s?[：:；;])?[ \u3000]*(?=[^\W\d_])"
)
SEPARATOR = later(r"[；;,。]|(?<=[^\s，、])[ \u3000]+(?=[^\s，、])")
WITHOUT_COLON = later(r"(?P<mark>抄\s?送)[ \u3000]*(?=[^\W\d_]{2}[^\n]{0,60}。?$)")
SET_APART = later(r"(?P<mark>抄\s?送)[ \u3000]+(?=[^\W\d_]{2}[^\n]{0,60}。?$)")
OFF = later(r"抄送(?:给|至|到|范围|的|件)")


@rule(
    "copies.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="⟦抄报→抄送⟧：市水利局。"),
        notice(after="⟦抄送→抄送：⟧市水利局，县财政局。\n沅泽县水利局办公室　2026年3月2日印发"),
        notice(after="⟦分送→抄送⟧：市水利局。"),
        notice(after="⟦抄送单位：→抄送：⟧市水利局。"),
        notice(after="⟦抄送:→抄送：⟧市水利局。"),
    ],
    good=[notice(after="抄送：市水利局，县财政局。")],
)
def form(draft: Draft) -> Iterator[Hit]:
    """抄送机关写作“抄送：×××，×××。”

    不论上级、平级、下级都用“抄送”，不用“抄报”“抄发”。
    """
    found = own(draft, ElementKind.COPIES)
    for span in found:
        m = LABEL.match(draft.text, span.start, span.end)
        if m is None:
            continue
        label = "".join(m["label"].split())
        if draft.type in NO_OFFICIAL:  # a bulletin is reported (抄报) upward
            continue
        if label in ("抄报", "抄发", "抄呈"):
            yield hit(Span(*m.span("label")), f"“{label}”改为“抄送”，对上级、平级、下级都用“抄送”", "抄送")
        elif not label.startswith(("抄", "超")):
            if draft.type is not DocumentType.MINUTES:
                yield hit(Span(*m.span("label")), f"“{label}”一般写作“抄送”", "抄送", severity=Severity.HINT)
        elif label != "抄送" or (m["colon"] or "").strip() != "：":
            yield hit(Span(m.start(), m.end("colon" if m["colon"] else "label")), "抄送机关以“抄送：”开头", "抄送：")
    for line in [] if found else list(lines(draft.text, max(0, len(draft.text) - TAIL), len(draft.text)))[-LAST_LINES:]:
        m = (WITHOUT_COLON if line.start >= _body_end(draft) else SET_APART).match(draft.text, line.start, line.end)
        if m and not OFF.match(draft.text, line.start, line.end):
            yield hit(Span(*m.span("mark")), "“抄送”后面用全角冒号", "抄送：")
            return


@rule(
    "copies.stop",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="抄送：市水利局，县财⟦政局→政局。⟧"),
        notice(after="抄送：市水利局，县财⟦政局；→政局。⟧"),
    ],
    good=[notice(after="抄送：市水利局，县财政局。"), notice(after="抄送：县委各部门（不含垂直管理单位）。")],
)
def stop(draft: Draft) -> Iterator[Hit]:
    """抄送机关末尾用句号。"""
    for span in own(draft, ElementKind.COPIES):
        words = span.of(draft.text).rstrip()
        if words.startswith(("抄", "超", "主")) and not words.endswith("。"):
            names = words.rstrip(STOPS + "：: \u3000")
            start = span.start + max(0, len(names) - 2)
            yield hit(Span(start, span.start + len(words)), "抄送机关末尾用句号", f"{names[-2:]}。")


@rule(
    "copies.separators",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=PRACTICE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="抄送：市水利局⟦　→，⟧县财政局。"),
        notice(after="抄送：市水利局⟦；→，⟧县财政局。"),
    ],
    good=[notice(after="抄送：市水利局，县财政局、县审计局。"), notice(after="抄送：市水利局，\n　　　县财政局。")],
)
def separators(draft: Draft) -> Iterator[Hit]:
    """抄送机关之间用逗号隔开，同一类的之间可用顿号。"""
    for span in own(draft, ElementKind.COPIES):
        label = LABEL.match(draft.text, span.start, span.end)
        for m in SEPARATOR.finditer(draft.text, label.end(), span.end) if label else ():
            if m.end() < span.end:
                yield hit(Span(*m.span()), "抄送机关之间用逗号“，”隔开，同一类的之间可用顿号", "，")


@rule(
    "copies.twice",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[
        notice(recipients="县财政局，各乡镇水利站：", after="抄送：市水利局，⟦县财政局⟧。"),
        notice(after="抄送：市水利局，县财政局，⟦市水利局⟧。"),
    ],
    good=[notice(recipients="县财政局，各乡镇水利站：", after="抄送：市水利局，县审计局。")],
)
def twice(draft: Draft) -> Iterator[Hit]:
    """抄送机关是主送机关以外的机关，不与主送机关重复，自身也不重复。"""
    sent = {"".join(r.split()) for r in draft.recipients}
    seen: set[str] = set()
    for name, span in copied(draft):
        if name in sent:
            yield hit(span, f"“{name}”已是主送机关，不再抄送")
        elif name in seen:
            yield hit(span, f"“{name}”在抄送机关中重复")
        seen.add(name)


def _body_end(draft: Draft) -> int:
    whole = draft.once(body)
    return whole.end if whole else 0
