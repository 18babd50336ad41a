"""The attachment note and the marks of attachments (GB/T 9704—2012 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.lines import lines, own
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Source, Span, Strength
from docproof.model.patterns import later

STANDARD = "GB/T 9704—2012"
NOTE = Source(STANDARD, "7.3.4", Strength.REQUIRED)
ATTACHMENT = Source(STANDARD, "7.3.7", Strength.REQUIRED)
LABEL = later(
    r"附[ \u3000]*件?[ \u3000]*(?P<n>[\d一二三四五六七八九十]{0,2})[ \u3000]*(?P<colon>[：:.．、]?)[ \u3000]*"
)
ITEM = later(
    r"[ \t\u3000]*(?:附[ \u3000]*件?[ \u3000]*[：:]?[ \u3000]*)?(?P<number>(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2}|[（(]\d{1,2}[）)]|[（(][一二三四五六七八九十][）)])(?P<mark>[.．、：: ]{0,2}))?(?P<name>[^\n]*?\S)(?P<end>[。；，、;,.]*)[ \t\u3000]*"
)
MARK = later(r"附[ \u3000]*(?:件|表)?[ \u3000]*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})?[ \u3000]*(?P<colon>[：:])?")
NAMED = later(r"《(?P<name>[^《》]+)》")
DRAFT = "沅泽县水利局关于做好春灌工作的通知\n各乡镇水利站：\n现就有关事项通知如下。\n{}\n沅泽县水利局\n2026年3月2日{}"
HAN = "一二三四五六七八九十"


@rule(
    "attachment-note.label",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=NOTE,
    fix=FixSafety.UNSAFE,
    bad=[
        DRAFT.format("⟦附：→附件：⟧春灌用水计划表", ""),
        DRAFT.format("⟦附件1：→附件：1.⟧春灌用水计划表\n　　　2.渠系图", ""),
    ],
    good=[DRAFT.format("附件：春灌用水计划表", ""), DRAFT.format("附件：1.春灌用水计划表\n　　　2.渠系图", "")],
)
def label(draft: Draft) -> Iterator[Hit]:
    """附件说明写作“附件：名称”；有几个附件的，写作“附件：1.××××”。"""
    for span in own(draft, ElementKind.ATTACHMENT_NOTE):
        found = [
            m
            for line in lines(draft.text, span.start, span.end)
            if (m := LABEL.match(draft.text, line.start, line.end))
        ]
        if not found:
            continue
        first = found[0]
        words = "".join(first.group().split())
        if first["n"] and first["n"] not in HAN and first["colon"]:
            several = len(found) > 1 or len(list(lines(draft.text, span.start, span.end))) > 1
            right = f"附件：{first['n']}." if several else "附件："
            yield hit(Span(*first.span()), f"附件说明写作“{right}××××”", right)
        elif words not in ("附件：", "附件:") and not first["n"] and first["colon"]:
            yield hit(Span(*first.span()), "附件说明以“附件：”开头", "附件：")


@rule(
    "attachment-note.numbers",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=NOTE,
    fix=FixSafety.UNSAFE,
    bad=[
        DRAFT.format("附件：⟦1、→1.⟧春灌用水计划表\n　　　⟦2、→2.⟧渠系图", ""),
        DRAFT.format("附件：⟦一、→1.⟧春灌用水计划表\n　　　⟦二、→2.⟧渠系图", ""),
        DRAFT.format("附件：⟦1.→⟧春灌用水计划表", ""),
    ],
    good=[DRAFT.format("附件：1.春灌用水计划表\n　　　2.渠系图", ""), DRAFT.format("附件：2026年春灌用水计划表", "")],
)
def numbers(draft: Draft) -> Iterator[Hit]:
    """几个附件用阿拉伯数字标顺序号，写作“1.”；只有一个附件的不编号。"""
    for span in own(draft, ElementKind.ATTACHMENT_NOTE):
        items = _items(draft, span)
        numbered = [m for m in items if m["number"]]
        if len(numbered) == 1 and len(items) == 1:
            m = numbered[0]
            if m["mark"] and m["n"] in ("1", "一"):
                yield hit(Span(*m.span("number")), "只有一个附件的，附件说明不编顺序号", "")
            continue
        for n, m in enumerate(numbered, 1):
            digits = m["n"].strip("（）()")
            right = f"{digits if digits.isdigit() else HAN.find(digits) + 1 or n}."
            if m["number"].rstrip() not in (right, right.replace(".", "．")) and (m["mark"] or not m["n"].isdigit()):
                yield hit(Span(*m.span("number")), "附件的顺序号用阿拉伯数字，写作“1.”", right)


@rule(
    "attachment-note.names",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=NOTE,
    fix=FixSafety.UNSAFE,
    bad=[
        DRAFT.format("附件：1.春灌用水计⟦划表；→划表⟧\n　　　2.渠系⟦图。→图⟧", ""),
        DRAFT.format("附件：⟦《春灌用水计划表》→春灌用水计划表⟧", ""),
    ],
    good=[DRAFT.format("附件：1.春灌用水计划表\n　　　2.渠系图", "")],
)
def names(draft: Draft) -> Iterator[Hit]:
    """附件名称后不加标点，名称不加书名号。"""
    for span in own(draft, ElementKind.ATTACHMENT_NOTE):
        for m in _items(draft, span):
            name = m["name"]
            if m["end"]:
                start = max(m.start("name"), m.end("name") - 2)
                yield hit(Span(start, m.end("end")), "附件名称后不加标点", draft.text[start : m.end("name")])
            if book := NAMED.fullmatch(name):
                yield hit(Span(*m.span("name")), "附件说明里的附件名称不加书名号", book["name"])


@rule(
    "attachment.mark",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ATTACHMENT,
    fix=FixSafety.UNSAFE,
    bad=[
        DRAFT.format("附件：春灌用水计划表", "\n\n⟦附件：→附件⟧\n春灌用水计划表\n渠系名称　水量"),
        DRAFT.format(
            "附件：1.春灌用水计划表\n　　　2.渠系图",
            "\n\n⟦附件一→附件1⟧\n春灌用水计划表\n渠系名称　水量\n⟦附件二→附件2⟧\n渠系图\n图略",
        ),
    ],
    good=[
        DRAFT.format(
            "附件：1.春灌用水计划表\n　　　2.渠系图", "\n\n附件1\n春灌用水计划表\n渠系名称　水量\n附件2\n渠系图\n图略"
        )
    ],
)
def mark(draft: Draft) -> Iterator[Hit]:
    """附件另起一面，左上角写“附件”和顺序号，不加冒号，顺序号用阿拉伯数字。"""
    for element in draft.all(ElementKind.ATTACHMENT):
        line = next(lines(draft.text, element.span.start, element.span.end), None)
        if line is None:
            continue
        m = MARK.fullmatch(draft.text, line.start, line.end)
        if m is None or not m.group().strip():
            continue
        n = m["n"] or ""
        digits = n if n.isdigit() or not n else str(HAN.find(n) + 1) if len(n) == 1 else n
        kind = "附表" if "表" in m.group() else "附件"
        right = f"{kind}{digits}"
        if "".join(m.group().split()) != right:
            yield hit(line, f"附件左上角写作“{right}”，不加冒号，顺序号用阿拉伯数字", right)


def _items(draft: Draft, span: Span) -> list[re.Match[str]]:
    """The lines of an attachment note, read as label, number, name and mark at the end."""
    found = (ITEM.fullmatch(draft.text, line.start, line.end) for line in lines(draft.text, span.start, span.end))
    return [m for m in found if m]
