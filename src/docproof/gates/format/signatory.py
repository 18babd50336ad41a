"""Who signs a draft for issue (签发人; GB/T 9704—2012 7.2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import top_lines
from docproof.gates.sources import clause
from docproof.model import Direction, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

CLAUSE = clause("7.2.6")
BETWEEN_NAMES = later(r"[、，,；;]")
HEADED = {ElementKind.LETTERHEAD, ElementKind.DOCUMENT_NUMBER, ElementKind.TITLE}
GAP = r"[ \t\u3000]*"
LABEL = later(
    rf"(?:签{GAP}发|签批|审签|核签|签字){GAP}(?:(?:人|者|领导){GAP}[：:；;]?|[：:；;]){GAP}(?=[^\W\d_]{{2,4}})"
)


def _request(number: str) -> str:
    return notice(
        number=number,
        title="沅泽县水利局关于修渠的请示",
        recipients="县人民政府：",
        body="妥否，请批示。",
    )


@rule(
    "signatory.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        _request("沅水〔2026〕8号　　　⟦签发：→签发人：⟧孟怀川"),
        _request("沅水〔2026〕8号　　　⟦签发人　→签发人：⟧孟怀川"),
    ],
    good=[_request("沅水〔2026〕8号　　　签发人：孟怀川")],
)
def form(draft: Draft) -> Iterator[Hit]:
    """签发人写作“签发人：×××”，用全角冒号。"""
    if not HEADED & {e.kind for e in draft.blocks}:
        return
    for line in draft.once(top_lines):
        m = LABEL.search(draft.text, line.start, line.end) if "签" in line.of(draft.text) else None
        if m and "".join(m.group().split()) != "签发人：":
            yield hit(Span(*m.span()), "签发人写作“签发人：×××”", "签发人：")


@rule(
    "signatory.names",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[_request("沅水〔2026〕8号　　　签发人：孟怀川⟦、→　⟧龚月华")],
    good=[_request("沅水〔2026〕8号　　　签发人：孟怀川　龚月华")],
)
def names(draft: Draft) -> Iterator[Hit]:
    """几个签发人的姓名之间空一字，不用标点。"""
    for element in draft.all(ElementKind.SIGNATORY):
        for m in BETWEEN_NAMES.finditer(draft.text, element.span.start, element.span.end):
            yield hit(Span(*m.span()), "签发人姓名之间空一字，不用标点", "　")


@rule(
    "signatory.downward",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[notice(number="沅水〔2026〕8号　　　⟦签发人：孟怀川⟧")],
    good=[_request("沅水〔2026〕8号　　　签发人：孟怀川")],
)
def downward(draft: Draft) -> Iterator[Hit]:
    """只有上行文标注签发人。"""
    named = draft.first(ElementKind.SIGNATORY)
    if named and draft.direction in (Direction.DOWN, Direction.ACROSS):
        yield hit(named.span, f"签发人只在上行文中标注，{draft.type.value if draft.type else '本文'}不标")
