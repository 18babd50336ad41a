"""How an attachment is marked (GB/T 9704—2012 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, first_line
from docproof.gates.sources import clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

GAP = r"[ \t\u3000]*"
MARK = later(
    rf"[【（(]?附{GAP}(?P<kind>[件表])?{GAP}[：:]?{GAP}[（(]?(?P<n>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})?[）)]?{GAP}(?P<colon>[：:.．、])?[】）)]?"
)
WITH_TITLE = later(rf"(?P<mark>附{GAP}件{GAP}(?P<n>\d{{1,2}}){GAP}[：:])(?={GAP}\S)")
TWO = notice(
    attached="附件：1.春灌用水计划表\n　　　2.渠系图", after="{}\n春灌用水计划表\n渠系名称　水量\n{}\n渠系图\n图略"
)


@rule(
    "attachment.mark",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7.3.7"),
    fix=FixSafety.UNSAFE,
    bad=[
        notice(attached="附件：春灌用水计划表", after="⟦附件：→附件⟧\n春灌用水计划表\n渠系名称　水量"),
        TWO.format("⟦附件一→附件1⟧", "⟦附件二→附件2⟧"),
        TWO.format("⟦附表1→附件1⟧", "附件2"),
        TWO.format("⟦附件（1）→附件1⟧", "附件2"),
        TWO.format("⟦【附件1】→附件1⟧", "附件2"),
        TWO.format("⟦附件01→附件1⟧", "附件2"),
        notice(attached="附件：春灌用水计划表", after="⟦附件1：→附件1⟧春灌用水计划表\n渠系名称　水量"),
    ],
    good=[TWO.format("附件1", "附件2")],
)
def mark(draft: Draft) -> Iterator[Hit]:
    """附件另起一面，左上角写“附件”和顺序号，不加冒号，顺序号用阿拉伯数字。"""
    for element in draft.all(ElementKind.ATTACHMENT):
        line = first_line(draft, element.span)
        m = MARK.fullmatch(draft.text, line.start, line.end)
        if m is None:
            if named := WITH_TITLE.match(draft.text, line.start, line.end):
                right = f"附件{named['n']}"
                message = f"“{right}”单写一行，不加冒号，附件标题居中写在下面"
                yield hit(Span(*named.span("mark")), message, right, severity=Severity.HINT)
            continue
        right = f"附件{whole_number(m['n'] or '') or ''}"
        if bare(draft, line) != right:
            severity = Severity.HINT if m["kind"] == "表" else None
            yield hit(line, f"附件左上角写作“{right}”，不加冒号，顺序号用阿拉伯数字", right, severity=severity)


@rule(
    "attachment.sequence",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7.3.7"),
    fix=FixSafety.UNSAFE,
    bad=[TWO.format("附件1", "⟦附件3→附件2⟧")],
    good=[TWO.format("附件1", "附件2")],
)
def sequence(draft: Draft) -> Iterator[Hit]:
    """附件的顺序号前后相接，与附件说明一致。"""
    marks = [first_line(draft, e.span) for e in draft.all(ElementKind.ATTACHMENT)]
    matches = [(line, MARK.fullmatch(draft.text, line.start, line.end)) for line in marks]
    numbered = [(line, whole_number(m["n"])) for line, m in matches if m and m["n"]]
    for expected, (line, n) in enumerate(numbered, 1):
        if n != expected:
            yield hit(line, f"附件的顺序号不接，此处应为“附件{expected}”", f"附件{expected}")
            return
