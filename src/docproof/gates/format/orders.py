"""The form of orders (命令格式; GB/T 9704—2012 10.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.lines import bare, lines, own
from docproof.gates.parts import body
from docproof.gates.sources import clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.names import POST

CLAUSE = clause("10.2")
HEADS = (ElementKind.LETTERHEAD, ElementKind.TITLE)
ORDER_HEAD = later(r"(?!.*关于).{3,30}令")
NUMBER = later(r"第\s*0*(?P<n>[\d〇零一二三四五六七八九十百]+)\s*号")
NUMBER_WITHIN = 20  # code points behind the head
PADDED = later(r"第\s*(?P<n>0\d*)\s*号")
YEAR_NUMBER = later(r"20\d\d\s?年?\s?第?\s?0*(?P<n>\d{1,4})\s?号")
POSTS = later(POST)
COLON = "："


def _order(number: str, signature: str = "县长　孟怀川") -> str:
    return (
        f"沅泽县人民政府令\n{number}\n现公布《沅泽县河道管理办法》，自2026年5月1日起施行。\n{signature}\n2026年3月2日"
    )


@rule(
    "order.number",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        _order("第⟦08→8⟧号"),
        "沅泽县人民政府令⟦⟧\n现公布《沅泽县河道管理办法》，自2026年5月1日起施行。\n县长　孟怀川\n2026年3月2日",
        _order("⟦沅政〔2026〕8号→第8号⟧"),
        _order("⟦2026年第8号→第8号⟧"),
    ],
    good=[_order("第8号"), _order("第八号")],
)
def number(draft: Draft) -> Iterator[Hit]:
    """命令（令）的令号写作“第×号”，在发文机关标志之下。"""
    heads = [s for k in HEADS for s in own(draft, k) if ORDER_HEAD.fullmatch(bare(draft, s))]
    if draft.type is not DocumentType.ORDER or not heads:
        return
    numbers = own(draft, ElementKind.DOCUMENT_NUMBER)
    for span in numbers:
        words = span.of(draft.text)
        if m := PADDED.search(words):
            yield hit(Span(span.start + m.start("n"), span.start + m.end("n")), "令号不编虚位", m["n"].lstrip("0"))
        elif not NUMBER.search(words):
            serial = "".join(c for c in words.rpartition("〕")[2] if c.isdigit()).lstrip("0")
            yield hit(span, "令号写作“第×号”", *([f"第{serial}号"] if serial else []))
    below = _line_below(draft, heads[-1].end)
    if not numbers and (m := YEAR_NUMBER.fullmatch(below.of(draft.text))):
        yield hit(below, "令号写作“第×号”，不写年份", f"第{m['n']}号")
    elif not numbers and not NUMBER.search(draft.text, heads[0].start, heads[0].end + NUMBER_WITHIN):
        yield hit(Span(heads[-1].end, heads[-1].end), "缺令号，在发文机关标志之下写“第×号”")


@rule(
    "order.signer",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[
        _order("第8号", "⟦沅泽县人民政府⟧"),
        _order("第8号", "⟦孟怀川⟧"),
        _order("第8号", "⟦县长：孟怀川→县长　孟怀川⟧"),
    ],
    good=[_order("第8号")],
)
def signer(draft: Draft) -> Iterator[Hit]:
    """命令（令）由发布机关的负责人署名，写职务和姓名。"""
    signed = own(draft, ElementKind.SIGNATURE)
    if draft.type is not DocumentType.ORDER or not draft.once(body) or not signed:
        return
    for span in signed:
        words = span.of(draft.text)
        if COLON in words:
            yield hit(span, "签发人职务与姓名之间空一字，不用冒号", words.replace(COLON, "　"))
    if not any(POSTS.search(bare(draft, s)) for s in signed):
        yield hit(signed[0], "命令（令）由签发人署职务和姓名，如“县长　×××”")


def _line_below(draft: Draft, at: int) -> Span:
    """The first line below an offset; an empty span at the end where there is none."""
    return next(lines(draft.text, at, len(draft.text)), Span(len(draft.text), len(draft.text)))
