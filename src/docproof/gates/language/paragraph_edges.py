"""Marks at the beginnings and ends of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.model import Draft, ElementKind, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.characters import is_han
from docproof.model.numbering import numbering_at
from docproof.model.patterns import later

STANDARD = "GB/T 15834—2011"
BEGINS = later(r"(?m)^[ \t\u3000]*(?P<mark>[，。、；：？！]+|(?P<half>[”’）》〉】〕])(?!\d|(?P=half)))")
ENDS = later(r"(?m)(?P<mark>[，、（《“‘〈【〔])[ \t\u3000]*$")
SENTENCE_ENDS = "。！？；：…”’）》"
SHORT = 8  # code points of a line that is a shred of a broken text
LONG = 12  # code points of a line that a stray mark ends
SENTENCE = 30  # code points of a paragraph that is a sentence
MOST = 2  # more such places: the text was broken into lines, and they say nothing
LISTS = {  # what is set on several lines
    ElementKind.TITLE,
    ElementKind.RECIPIENTS,
    ElementKind.ATTACHMENT_NOTE,
    ElementKind.ATTENDANCE,
    ElementKind.SIGNATORY,
    ElementKind.COPIES,
    ElementKind.IMPRINT,
}
NO_SENTENCES = LISTS | {
    ElementKind.SIGNATURE,
    ElementKind.HEADING,
    ElementKind.ADOPTION_NOTE,
    ElementKind.NOTE,
    ElementKind.LETTERHEAD,
}


class _Edge(msgspec.Struct, frozen=True):
    """A mark at the end of a line, and the lines before and behind it.

    `apart`: another paragraph surely begins behind; `numbered`: both are numbered paragraphs.
    """

    span: Span
    line: str
    other: str
    apart: bool
    numbered: bool


@rule(
    "punctuation.line-start",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "5.1.1、5.1.3", Strength.REQUIRED),
    bad=["各单位要压实责任\n⟦，⟧抓好落实。", "各单位要落实“一岗双责\n⟦”⟧要求。", "⟦。⟧各单位要压实责任。"],
    good=["各单位要压实责任，抓好落实。", "……\n’97香港回归", "法律\n、\n法规\n，决议\n、决定\n，命令"],
)
def mark_at_line_start(draft: Draft) -> Iterator[Hit]:
    """段首不用点号，也不用引号、括号、书名号的后一半。

    多半是误按了回车。全文处处如此的，是转换时断行所致，不报。
    """
    text = draft.view(Scope.PROSE)
    if draft.once(_is_broken):
        return
    for m in BEGINS.finditer(text):
        before = text[: m.start()].rstrip("\n ")[-SHORT:].rpartition("\n")[2] if m.start() else ""
        shred = len(before) < SHORT and before[-1:] not in tuple(SENTENCE_ENDS) and bool(before)
        if not shred and (m.start() or m["mark"] in "，。、；："):
            yield hit(Span(*m.span("mark")), f"段首不用“{m['mark']}”，请看前一段末尾是不是误按了回车")


@rule(
    "punctuation.line-end",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "5.1.3", Strength.REQUIRED),
    bad=[
        "各单位要压实责任，抓好落实⟦，⟧\n\n二、强化督导",
        "各级各部门要加强领导、压实责任、狠抓落实⟦、⟧\n（二）强化督导",
        "要认真学习贯彻⟦《⟧\n档案法》，抓好落实。",
    ],
    good=[
        "各单位要压实责任，抓好落实。\n二、强化督导",
        "某市水务局关于印发防汛预案、\n抗旱预案的通知",
        "春种一粒粟，\n秋收万颗子。",
    ],
)
def mark_at_line_end(draft: Draft) -> Iterator[Hit]:
    """段末不用逗号、顿号，也不用引号、括号、书名号的前一半。

    后面接着另一段的才报；下一行接着写的只作提示；全文处处如此的，是转换时断行所致，不报。
    """
    if draft.once(_is_broken):
        return
    edges = [e for e in _ends(draft, ENDS) if len(e.line) >= LONG or e.line[-1] not in "，、" or e.numbered]
    edges = [e for e in edges if not e.line.endswith("如下，")]  # another rule's
    edges = [e for e in edges if not _is_element(draft, e.span, LISTS)]
    going_on = sum(not e.apart for e in edges)
    for edge in edges:
        if edge.line[-1] not in "，、":
            yield hit(edge.span, f"段末不用“{edge.line[-1]}”，请看是不是误按了回车")
        elif edge.apart or (going_on <= MOST and len(edge.other) >= SHORT):
            severity = None if edge.apart else Severity.HINT
            message = f"段末不用“{edge.line[-1]}”，改用句号，或者补全后面的话"
            yield hit(edge.span, message, "。", severity=severity)


@rule(
    "punctuation.no-end",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source(STANDARD, strength=Strength.GENERAL),
    bad=[
        "各单位要压实责任。要健全会商机制，每周调度一次，及时通报情况，确保各项措施落到实⟦处→处。⟧\n\n二、强化督导",
    ],
    good=[
        "各单位要压实责任。要健全会商机制，每周调度一次，及时通报情况。\n\n二、强化督导",
        "列席：李平，王安，市财政局、市住房和城乡建设局主要负责同志，各区县分管负责同志",
    ],
)
def no_end_mark(draft: Draft) -> Iterator[Hit]:
    """成句的段落，末尾要有句号等点号。

    段内已有句号、末尾是汉字，后面又另起一段的才报；全文处处如此的，是转换时断行所致，不报。
    """
    text = draft.view(Scope.PROSE)
    found = []
    for paragraph in draft.paragraphs:
        if paragraph.end - paragraph.start >= SENTENCE and is_han(text[paragraph.end - 1]):
            edge = _edge(draft, Span(paragraph.end - 1, paragraph.end), paragraph.end)
            if "。" in edge.line[:-6] and not _is_element(draft, edge.span, NO_SENTENCES):
                found.append(edge)
    for edge in found if len(found) <= MOST else ():
        if edge.apart or len(edge.other) >= SHORT:
            yield hit(edge.span, "这一段末尾没有标点", f"{edge.line[-1]}。")


def _is_broken(draft: Draft) -> bool:
    """Whether lines of the text are broken off here and there, as in what is copied from a web page."""
    text = draft.view(Scope.PROSE)
    starts = sum(1 for _ in BEGINS.finditer(text))
    return starts + sum(m["mark"] not in "，、" for m in ENDS.finditer(text)) > MOST


def _ends(draft: Draft, pattern: re.Pattern[str]) -> Iterator[_Edge]:
    """The ends of lines that a pattern finds."""
    for m in pattern.finditer(draft.view(Scope.PROSE)):
        yield _edge(draft, Span(*m.span("mark")), m.end())


def _edge(draft: Draft, span: Span, end: int) -> _Edge:
    """The edge at the end of a line, with what follows."""
    text = draft.view(Scope.PROSE)
    start = draft.document.line_bounds(span.start)[0]
    behind = text[end : end + 80]
    other = behind.lstrip().partition("\n")[0]
    lead = behind[: len(behind) - len(behind.lstrip())]
    numbered = numbering_at(other, 0, len(other)) is not None
    apart = not other or lead.count("\n") > 1 or lead[-1:] in (" ", "\u3000", "\t") or numbered
    line = text[start : span.end].lstrip()
    return _Edge(span, line, other, apart, numbered and numbering_at(line, 0, len(line)) is not None)


def _is_element(draft: Draft, span: Span, kinds: set[ElementKind]) -> bool:
    return any(e.kind in kinds and e.span.overlaps(span) for e in draft.elements)
