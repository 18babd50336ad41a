"""The order of the elements (GB/T 9704—2012 7.3, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, first_line, lines, own
from docproof.gates.format.naming import letterhead_organs, same_organ
from docproof.gates.format.signatures import titled
from docproof.gates.sources import clause
from docproof.model import Draft, ElementKind, Gate, Severity, Span
from docproof.outlining.names import is_organ

BEFORE = (
    (ElementKind.ATTACHMENT_NOTE, ElementKind.SIGNATURE, "附件说明应在正文之后、署名之前"),
    (ElementKind.ATTACHMENT, ElementKind.COPIES, "附件应在版记（抄送机关、印发机关和印发日期）之前"),
    (ElementKind.ATTACHMENT, ElementKind.IMPRINT, "附件应在版记（抄送机关、印发机关和印发日期）之前"),
    (ElementKind.COPIES, ElementKind.IMPRINT, "抄送机关应在印发机关和印发日期之上"),
)


@rule(
    "elements.order",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7"),
    bad=[
        notice(after="⟦附件：春灌用水计划表⟧\n抄送：县财政局。"),
        notice(after="沅泽县水利局办公室　2026年3月2日印发\n⟦抄送：县财政局。⟧"),
        notice(after="抄送：县财政局。\n沅泽县水利局办公室　2026年3月2日印发\n⟦附件1⟧\n春灌用水计划表\n渠系　水量"),
        notice(signature="", date="⟦2026年3月2日\n沅泽县水利局⟧"),
    ],
    good=[
        notice(
            attached="附件：春灌用水计划表",
            after="附件\n春灌用水计划表\n渠系　水量\n抄送：县财政局。\n沅泽县水利局办公室　2026年3月2日印发",
        ),
        notice(letterhead="", number="", after="（此件公开发布）\n县水利局办公室\n2026年3月5日"),
    ],
)
def order(draft: Draft) -> Iterator[Hit]:
    """要素依次是正文、附件说明、署名、成文日期、附注、附件、抄送机关、印发机关和印发日期。

    没有版头的文稿附件说明写在落款之后的，只作提示：网页把附件列在文末。
    """
    told: set[Span] = set()
    for kind, next_kind, message in BEFORE:
        following = own(draft, next_kind)
        late = [e for e in _all(draft, kind) if following and e.start > following[-1].start]
        for span in late[:1]:
            if span not in told:
                told.add(span)
                yield hit(first_line(draft, span), message, severity=_severity(draft, kind))
    if turned := _date_above_signature(draft):
        yield hit(turned, "署名应在成文日期之上")


def _all(draft: Draft, kind: ElementKind) -> list[Span]:
    """The elements of a kind, attachments among them."""
    return [e.span for e in draft.all(kind)] if kind is ElementKind.ATTACHMENT else own(draft, kind)


def _severity(draft: Draft, kind: ElementKind) -> Severity | None:
    headed = draft.first(ElementKind.LETTERHEAD) is not None
    return None if headed or kind is not ElementKind.ATTACHMENT_NOTE else Severity.HINT


def _date_above_signature(draft: Draft) -> Span | None:
    """The date and the issuer's name right below it, where nothing signs above."""
    dates = own(draft, ElementKind.ISSUE_DATE)
    if not dates or own(draft, ElementKind.SIGNATURE):
        return None
    line = next(lines(draft.text, dates[-1].end, len(draft.text)), None)
    name = bare(draft, line) if line else ""
    issuers = [*letterhead_organs(draft), *(n for n, _ in draft.once(titled))]
    if line is None or not is_organ(name):
        return None
    signs = any(same_organ(name, i) for i in issuers) or (not issuers and not draft.text[line.end :].strip())
    return Span(dates[-1].start, line.end) if signs else None
