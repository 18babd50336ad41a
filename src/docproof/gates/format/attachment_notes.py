"""The attachment note (附件说明; GB/T 9704—2012 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import lines, own
from docproof.gates.sources import clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.numbering import number_of
from docproof.model.patterns import later

CLAUSE = clause("7.3.4")
GAP = r"[ \t\u3000]*"
N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①②③④⑤⑥⑦⑧⑨⑩])"
LABEL = later(
    rf"附{GAP}(?:件(?:如下|目录|清单|名称)?|[表图后])?{GAP}(?P<n>{N}(?![\d年月]))?{GAP}(?P<colon>[：:.．、])?{GAP}"
)
ITEM = later(
    rf"(?P<label>附{GAP}(?:件(?:如下|目录|清单|名称)?|[表图后])?{GAP}[：:]{GAP}|附{GAP}件{GAP}(?=\d))?"
    rf"(?P<number>[（(]?(?P<n>{N})[）)]?(?P<mark>[.．、，,：: \u3000]{{0,2}}))?(?P<name>.*?[^\s。；，、;,.])(?P<end>[。；，、;,.]*)"
)
BRACKETED = later(r"《(?P<name>[^《》]+)》|“(?P<quoted>[^“”]+)”")
NO_NUMBER = later(r"\d{2,4}年|\d+[-—～%％个项条名月日]")  # 附件：2026年春灌用水计划表


@rule(
    "attachment-note.label",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(attached="⟦附：→附件：⟧春灌用水计划表"),
        notice(attached="⟦附件:→附件：⟧春灌用水计划表"),
        notice(attached="⟦附表：→附件：⟧春灌用水计划表"),
        notice(attached="⟦附件如下：→附件：⟧1.春灌用水计划表\n　　　2.渠系图"),
        notice(attached="⟦附件　→附件：⟧春灌用水计划表"),
        notice(attached="⟦附件→附件：⟧春灌用水计划表"),
        notice(attached="⟦附件1：→附件：1.⟧春灌用水计划表\n　　　2.渠系图"),
        notice(attached="⟦附件1：→附件：1.⟧春灌用水计划表\n⟦附件2：→2.⟧渠系图"),
    ],
    good=[
        notice(attached="附件：春灌用水计划表"),
        notice(attached="附件：1.春灌用水计划表\n　　　2.渠系图"),
        notice(attached="附　件：春灌用水计划表"),
    ],
)
def label(draft: Draft) -> Iterator[Hit]:
    """附件说明写作“附件：名称”；有几个附件的，写作“附件：1.××××”，以下各行只写“2.××××”。"""
    for span in own(draft, ElementKind.ATTACHMENT_NOTE):
        listed = list(lines(draft.text, span.start, span.end))
        for at, line in enumerate(listed):
            m = LABEL.match(draft.text, line.start, line.end)
            if m is None:
                continue
            written = "".join(m.group().split())
            if m["n"] and m["colon"]:
                number = number_of(m["n"])
                numbered = f"{number}." if len(listed) > 1 else ""
                right = f"附件：{numbered}" if at == 0 else numbered
                yield hit(Span(*m.span()), f"附件说明写作“{right}××××”", right)
            elif written != "附件：" and not m["n"] and (m["colon"] or m.end() < line.end):
                yield hit(Span(*m.span()), "附件说明以“附件：”开头", "附件：")


@rule(
    "attachment-note.numbers",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(attached="附件：⟦1、→1.⟧春灌用水计划表\n　　　⟦2、→2.⟧渠系图"),
        notice(attached="附件：⟦一、→1.⟧春灌用水计划表\n　　　⟦二、→2.⟧渠系图"),
        notice(attached="附件：⟦（1）→1.⟧春灌用水计划表\n　　　⟦（2）→2.⟧渠系图"),
        notice(attached="附件：⟦①→1.⟧春灌用水计划表\n　　　⟦②→2.⟧渠系图"),
        notice(attached="附件：⟦1→1.⟧春灌用水计划表\n　　　⟦2→2.⟧渠系图"),
        notice(attached="⟦附件：1.→附件：⟧春灌用水计划表"),
        notice(attached="附件：1.春灌用水计划表\n　　　⟦3.→2.⟧渠系图"),
    ],
    good=[
        notice(attached="附件：1.春灌用水计划表\n　　　2.渠系图"),
        notice(attached="附件：2026年春灌用水计划表"),
        notice(attached="附件：1.春灌用水计划表　2.渠系图"),
    ],
)
def numbers(draft: Draft) -> Iterator[Hit]:
    """几个附件用阿拉伯数字标顺序号，写作“1.”；只有一个附件的不编号。"""
    for span in own(draft, ElementKind.ATTACHMENT_NOTE):
        items = _items(draft, span)
        numbered = [m for m in items if m["number"] and not NO_NUMBER.match(draft.text, m.start("n"))]
        if len(items) == 1:
            yield from _needless(draft, numbered)
            continue
        counted = len(numbered) > 1 and [m["n"] for m in numbered] == [str(n) for n in range(1, len(numbered) + 1)]
        for at, m in enumerate(numbered, 1):
            right = f"{number_of(m['n'])}."
            if number_of(m["n"]) != at and number_of(numbered[0]["n"]) == 1 and m is numbered[-1]:
                yield hit(Span(*m.span("number")), f"附件的顺序号不连续，此处应为“{at}.”", f"{at}.")
                continue
            written = m["number"].rstrip()
            if written not in (right, right.replace(".", "．")) and (
                m["mark"] or written != m["n"] or counted or not m["n"].isdecimal()
            ):
                yield hit(Span(*m.span("number")), "附件的顺序号用阿拉伯数字，写作“1.”", right)


def _needless(draft: Draft, numbered: list[re.Match[str]]) -> Iterator[Hit]:
    """The number of an attachment that is the only one."""
    for m in numbered:
        if m["mark"].strip() and m["n"] in ("1", "一") and "2" not in m["name"]:
            label = (m["label"] or "").rstrip()
            span = Span(m.start("label") if label else m.start("number"), m.end("number"))
            yield hit(span, "只有一个附件的，附件说明不编顺序号", label)


@rule(
    "attachment-note.names",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(attached="附件：1.春灌用水计⟦划表；→划表⟧\n　　　2.渠⟦系图。→系图⟧"),
        notice(attached="附件：⟦《春灌用水计划表》→春灌用水计划表⟧"),
    ],
    good=[notice(attached="附件：1.春灌用水计划表\n　　　2.渠系图"), notice(attached="附件：《水法》宣传提纲")],
)
def names(draft: Draft) -> Iterator[Hit]:
    """附件名称后不加标点，名称不加书名号。"""
    for span in own(draft, ElementKind.ATTACHMENT_NOTE):
        for m in _items(draft, span):
            name = Span(*m.span("name"))
            if m["end"]:
                start = max(name.start, name.end - 2)
                yield hit(Span(start, m.end("end")), "附件名称后不加标点", draft.text[start : name.end])
            if book := BRACKETED.fullmatch(m["name"]):
                yield hit(name, "附件说明里的附件名称不加书名号、引号", book["name"] or book["quoted"])


def _items(draft: Draft, span: Span) -> list[re.Match[str]]:
    """The lines of an attachment note, read as label, number, name and mark at the end."""
    found = (ITEM.fullmatch(draft.text, line.start, line.end) for line in lines(draft.text, span.start, span.end))
    return [m for m in found if m]
