"""The words that close a draft, against its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.gates.parts import body, ending, is_official
from docproof.gates.sources import TYPES
from docproof.model import DocumentType, Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

END_MARKS = "。！？!?；：，、”’）)》 \u3000"
ASKS = later(r"请|盼|望|批[示准复转]|审[批定核]|[妥当可]否|指示")
LONGEST_REST = 12
LONGEST_CLOSING = 45  # code points: a longer sentence has more to say than to close


class Closing(msgspec.Struct):
    """A line of closings.tsv: words that close a draft, the types in which they may, the usual ones of the first."""

    closing: str
    types: tuple[DocumentType, ...]
    standard: str = ""


@dataclass(frozen=True, eq=False)
class Closings:
    """The closing words, the longest first, and the usual ones of a type."""

    rows: tuple[Closing, ...]
    usual: dict[DocumentType, str]


def _closings(rows: Sequence[Closing]) -> Closings:
    longest_first = sorted(rows, key=lambda r: -len(r.closing))
    return Closings(tuple(longest_first), {r.types[0]: r.standard for r in rows if r.standard})


CLOSINGS: Table[Closing, Closings] = Table("routing/closings.tsv", Closing, _closings)


@rule(
    "routing.closing",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    reads=[CLOSINGS],
    bad=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n青石渠年久失修，拟于今冬修复。\n⟦特此报告→妥否，请批示⟧。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于商借测绘设备的函\n沅泽县自然资源局：\n因工作需要，拟借用设备一台。\n⟦妥否，请批示→特此函告⟧。\n沅泽县水利局\n2026年3月2日",
        "沅泽县公安局关于禁止燃放烟花爆竹的通告\n为确保安全，现通告如下。\n⟦特此公告→特此通告⟧。\n沅泽县公安局\n2026年1月5日",
    ],
    good=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n青石渠年久失修，拟于今冬修复。\n妥否，请批示。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于青石渠塌方的通知\n各乡镇水利站：\n请将特此报告、特此请示等结束语用准。\n特此通知。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于商借测绘设备的复函\n沅泽县自然资源局：\n你局来函收悉，同意借用。\n此复。\n沅泽县水利局\n2026年3月2日",
    ],
)
def closing(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """结束语要与文种相符。

    请示以“妥否，请批示”一类作结，报告用“特此报告”，函用“特此函告”“请函复”，批复用“此复”，通知用“特此通知”。
    """
    kind = draft.type
    if kind is None or not is_official(draft):
        return
    known = basis.of(CLOSINGS)
    if kind not in {t for row in known.rows for t in row.types}:
        return
    for sentence in draft.once(ending):
        found = _closing_in(sentence, draft, known)
        if found is None:
            continue
        row, span = found
        if kind in row.types or (kind is DocumentType.REPORT and DocumentType.REQUEST in row.types):
            continue  # what a report must not ask is told by routing.request-in-report
        usual = known.usual.get(kind, "")
        advice = f"，可用“{usual}”" if usual else ""
        message = f"“{row.closing}”是{'、'.join(t.value for t in row.types)}的结束语，与文种“{kind.value}”不符{advice}"
        yield hit(span, message, *([usual] if usual else []))


@rule(
    "routing.unasked-request",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n青石渠年久失修，拟于今冬修复。⟦⟧\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n青石渠年久失修，恳请县人民政府批准今冬修复。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于青石渠的报告\n县人民政府：\n青石渠年久失修，拟于今冬修复。\n沅泽县水利局\n2026年3月2日",
    ],
)
def unasked_request(draft: Draft) -> Iterator[Hit]:
    """请示要有请求的话。

    请示用于请求指示、批准，末尾应明确提出请求，通常写“妥否，请批示”。
    """
    whole = draft.once(body)
    if draft.type is not DocumentType.REQUEST or not is_official(draft) or whole is None or not draft.issuers:
        return
    if not any(ASKS.search(s.of(draft.text)) for s in draft.once(ending)):
        yield hit(Span(whole.end, whole.end), "请示没有写明请求，末尾应有“妥否，请批示”一类的话")


def _closing_in(sentence: Span, draft: Draft, known: Closings) -> tuple[Closing, Span] | None:
    """The closing words that a short sentence ends with, and their span to the sentence's end without its mark."""
    words = sentence.of(draft.text)
    bare = words.rstrip(END_MARKS)
    if len(bare) > LONGEST_CLOSING:
        return None
    found = [(at, row) for row in known.rows if (at := words.rfind(row.closing)) >= 0 and _closes(bare[at:], row)]
    if not found:
        return None
    at, row = min(found, key=lambda f: (f[0], -len(f[1].closing)))
    return row, Span(sentence.start + at, sentence.start + len(bare))


def _closes(rest: str, row: Closing) -> bool:
    """Whether what begins with closing words has little more to say: 特此批复，请遵照执行; an asking one may name what is asked."""
    tail = rest[len(row.closing) :]
    if len(tail) > LONGEST_REST or "、" in tail:
        return False
    return (
        not tail or row.closing.startswith("请") or row.closing.endswith(("否", "妥")) or tail.startswith(("，", ","))
    )
