"""How the items of a list end: semicolons between them, a full stop behind the last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.language.enumerations import enumerations
from docproof.gates.language.numbered import Series, numbered_series
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.numbering import numbering_at
from docproof.model.patterns import later

STANDARD = "GB/T 15834—2011"
ASIDE = later(r"“[^“”]*”|（[^（）]*）")
FOLLOWING = later(r"\S[^\n]*")
HALF_WIDTH = {";": "；", ",": "，"}
UNEVEN = [{"；", "。"}, {"；", "，"}, {"；", ""}, {"。", "，"}]


@rule(
    "punctuation.semicolon-and-stop",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "A.5", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=[
        "一是加强领导。成立工作专班⟦；→。⟧二是压实责任⟦；→。⟧三是强化督导。",
        "（一）受理申请。当场登记⟦；→。⟧\n（二）组织核查⟦；→。⟧\n（三）公示结果。",
    ],
    good=[
        "一是加强领导；二是压实责任；三是强化督导。",
        "一是加强领导。成立工作专班。二是压实责任。",
        "一是加强领导（成立专班。）；二是压实责任。",
        "一是加强领导；二是压实责任。今后要长期坚持。",
    ],
)
def semicolon_and_stop(draft: Draft) -> Iterator[Hit]:
    """分项列举时有一项里用了句号，各项末尾不再用分号，改用句号。

    看相邻段落的“（一）”“1.”和句中的“一是”“第一，”。法规条文不报。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    for items in _lists(draft, text):
        if _any_holds("。", items, text):
            for end in (item.end - 1 for item in items if text[item.end - 1] in "；;"):
                yield hit(Span(end, end + 1), "有一项里已用句号，各项末尾不用分号，改用句号", "。")


@rule(
    "punctuation.uneven-items",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "4.6.3", Strength.GENERAL),
    fix=FixSafety.UNSAFE,
    bad=[
        "一是加强领导；二是压实责任⟦。→；⟧三是强化督导；四是严格考核。",
        "（一）受理申请；\n（二）组织核查⟦。→；⟧\n（三）公示结果；\n（四）拨付资金。",
        "（一）受理申请；\n（二）组织核查⟦→；⟧\n（三）公示结果。",
        "一是加强领导；二是压实责任⟦，→；⟧三是强化督导。",
    ],
    good=[
        "一是加强领导；二是压实责任；三是强化督导。",
        "（一）受理申请；\n（二）组织核查。\n需要延期的，另行批准。\n（三）公示结果。",
        "一是加强领导，成立专班；二是压实责任；三是强化督导。",
    ],
)
def uneven_items(draft: Draft) -> Iterator[Hit]:
    """分项列举的各项之间用一样的标点。

    多数项以分号隔开、个别项用了句号，或者多数用句号、个别用了分号的，报个别的；各占一半时以第一项为准。末项不算。法规条文只作提示。
    """
    text = draft.view(Scope.PROSE)
    severity = Severity.HINT if draft.type is DocumentType.STATUTE else None
    for items in _lists(draft, text):
        marks = [HALF_WIDTH.get(text[item.end - 1], text[item.end - 1]) for item in items]
        marks = [mark if mark in "；。，" else "" for mark in marks]
        usual = max(marks, key=lambda mark: (bool(mark), mark != "，", marks.count(mark), mark == marks[0]))
        if set(marks) not in UNEVEN or _any_holds("。", items, text):
            continue
        for item, mark in zip(items, marks, strict=True):
            if mark != usual:
                span = Span(item.end - len(mark), item.end)
                message = f"各项之间多用“{usual}”，这里{f'用了“{mark}”' if mark else '没有用'}"
                yield hit(span, message, usual, severity=severity)


@rule(
    "punctuation.last-item",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "4.6.3", Strength.GENERAL),
    fix=FixSafety.UNSAFE,
    bad=["（一）受理申请；\n（二）组织核查；\n（三）公示结果⟦；→。⟧\n公示期不少于五日。"],
    good=[
        "（一）受理申请；\n（二）组织核查；\n（三）公示结果。",
        "（一）受理申请；\n（二）组织核查；\n公示结果；\n拨付资金。",
        "（一）受理申请；\n（二）组织核查；",
        "（一）两类补助：\n1.购机补助；\n2.作业补助；\n（二）贴息。",
    ],
)
def last_item(draft: Draft) -> Iterator[Hit]:
    """分号隔开的各项，末项末尾用句号。

    后面另起一段、不再是列举的才报；法规条文只作提示。
    """
    text = draft.view(Scope.PROSE)
    severity = Severity.HINT if draft.type is DocumentType.STATUTE else None
    for series in _paragraph_lists(draft, text):
        end = _trimmed(series[-1].words, text).end - 1
        behind = FOLLOWING.search(text, draft.paragraphs[series[-1].paragraph].end)
        following = behind.group().rstrip() if behind else ""
        is_sentence = following.endswith("。") and not numbering_at(following, 0, len(following))
        if is_sentence and all(text[_trimmed(item.words, text).end - 1] in "；;" for item in series):
            yield hit(Span(end, end + 1), "这是末项，末尾用句号", "。", severity=severity)


@rule(
    "punctuation.items-with-commas",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source(STANDARD, "4.6.3", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=["一是加强领导，成立专班⟦，→；⟧二是压实责任，签订责任书⟦，→；⟧三是强化督导。"],
    good=[
        "一是加强领导，二是压实责任，三是强化督导。",
        "一是加强领导，成立专班；二是压实责任，签订责任书。",
    ],
)
def items_with_commas(draft: Draft) -> Iterator[Hit]:
    """分项列举的各项里已用逗号，各项之间用分号。"""
    text = draft.view(Scope.PROSE)
    for items in _inline_lists(draft, text):
        if all(text[item.end - 1] in "，," for item in items) and _any_holds("，", items, text):
            for item in items:
                yield hit(Span(item.end - 1, item.end), "各项里已用逗号，各项之间改用分号", "；")


def _lists(draft: Draft, text: str) -> Iterator[list[Span]]:
    """The items of each list but the last, without the number: numbered paragraphs, enumerations in a paragraph."""
    for series in _paragraph_lists(draft, text):
        yield [_trimmed(item.words, text) for item in series[:-1]]
    yield from _inline_lists(draft, text)


def _paragraph_lists(draft: Draft, text: str) -> Iterator[Series]:
    """Series of numbered paragraphs that follow each other."""
    paragraphs = draft.paragraphs
    for series in draft.once(numbered_series):
        gaps = (text[paragraphs[a.paragraph].end : paragraphs[b.paragraph].start] for a, b in pairwise(series))
        adjoin = len(series) > 1 and all(not gap.strip() for gap in gaps)
        if adjoin and all(item.words.of(text).strip() for item in series):
            yield series


def _inline_lists(draft: Draft, text: str) -> Iterator[list[Span]]:
    """The items, but the last, of enumerations within one paragraph."""
    for members in draft.once(enumerations).families.values():
        items: list[Span] = []
        for before, member in pairwise(members):
            item = Span(before.span.end, max(before.span.end, member.span.start))
            if before.n == 1 or member.n != before.n + 1:
                yield from [items] if items else []
                items = []
            if (
                member.n == before.n + 1
                and (items or before.n == 1)
                and item.of(text).strip()
                and "\n" not in item.of(text)
            ):
                items.append(_trimmed(item, text))
        yield from [items] if items else []


def _any_holds(mark: str, items: list[Span], text: str) -> bool:
    """Whether the mark stands inside an item, quotations and brackets apart."""
    return any(
        text.find(mark, item.start, item.end - 1) >= 0 and mark in ASIDE.sub("", text[item.start : item.end - 1])
        for item in items
    )


def _trimmed(item: Span, text: str) -> Span:
    """The item without white space behind it; it holds at least one character."""
    return Span(item.start, item.start + len(item.of(text).rstrip()))
