"""The elements that a draft must carry (党政机关公文处理工作条例 article 9)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import own
from docproof.gates.format.recipients import unmarked_recipients
from docproof.gates.parts import NO_OFFICIAL, body, head, title
from docproof.gates.sources import ELEMENTS
from docproof.model import Direction, DocumentType, Draft, ElementKind, Gate, Severity, Span
from docproof.model.patterns import later

PUBLIC = ("公开发布", "主动公开")
MOVED = ("主送", "主 送", "分送", "发送")  # recipients in the 版记
SIGNED = (
    DocumentType.REQUEST,
    DocumentType.REPLY,
    DocumentType.LETTER,
    DocumentType.PUBLIC_NOTICE,
    DocumentType.ANNOUNCEMENT,
)  # which a title and a signature show to be whole
ADDRESSES = later(r"你们|你[局县市区镇乡校单]|贵[局县市区镇乡校单公]")
DOCUMENT_LETTERHEAD = "文件"
UNSURE = (
    ElementKind.SIGNATORY,
    ElementKind.TITLE,
)  # routing tells of the one; a 决定书 or 答复书 is named in its own way
ADVICE = {
    ElementKind.TITLE: "缺标题，由发文机关名称、事由和文种组成",
    ElementKind.RECIPIENTS: "缺主送机关，写在标题之下、正文之前，末尾用冒号",
    ElementKind.DOCUMENT_NUMBER: "缺发文字号，写作“沅水〔2026〕8号”的样子",
    ElementKind.SIGNATORY: "缺签发人，上行文在发文字号同一行右侧标“签发人：×××”",
    ElementKind.SIGNATURE: "缺发文机关署名，写在成文日期之上",
    ElementKind.ISSUE_DATE: "缺成文日期，写在署名之下，标全年、月、日",
}
AT_HEAD = (
    ElementKind.COPY_NUMBER,
    ElementKind.CLASSIFICATION,
    ElementKind.URGENCY,
    ElementKind.LETTERHEAD,
    ElementKind.DOCUMENT_NUMBER,
    ElementKind.SIGNATORY,
)
IN_BODY = (ElementKind.BODY, ElementKind.HEADING, ElementKind.ATTACHMENT_NOTE, ElementKind.ATTENDANCE)
AT_END = (ElementKind.ATTACHMENT, ElementKind.COPIES, ElementKind.IMPRINT)


@rule(
    "elements.required",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[
        notice(recipients="", body="⟦⟧现就有关事项通知如下。\n一、摸清底数。逐渠排查。"),
        notice(signature="", date="⟦⟧2026年3月2日"),
        notice(date="", signature="⟦沅泽县水利局⟧"),
        notice(letterhead="", number="", recipients="", body="⟦⟧现将办法印发给你们，请遵照执行。"),
        notice(number="", title="⟦⟧沅泽县水利局关于做好春灌工作的通知"),
    ],
    good=[
        notice(),
        notice(letterhead="", number="", recipients=""),
        notice(recipients="", after="（此件公开发布）"),
        notice(title="沅泽县水利局关于停水检修的通告", recipients=""),
        "沅泽县水利局关于做好春灌工作的通知\n为做好春灌工作，各站要及早动手。",
    ],
)
def required(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """公文要素齐全：各文种必备的要素由单位类型的 elements 规定。

    只看整篇的公文：有版头或者发文字号的报警告，只有主送机关和落款的作提示，网页转载的和片段不报。发文字号只在有“×××文件”版头时要求。
    """
    severity = _shown_whole(draft)
    if severity is None:
        return
    missing: dict[Span, list[ElementKind]] = {}
    for kind in dict.fromkeys((*basis.profile.required(draft.type), *_of_letterhead(draft))):
        if not _carries(draft, kind):
            missing.setdefault(_place(draft, kind), []).append(kind)
    for place, kinds in missing.items():
        told = Severity.HINT if all(kind in UNSURE for kind in kinds) else severity
        yield hit(place, "；".join(ADVICE.get(k, f"缺{k.value}") for k in kinds), severity=told)


def _shown_whole(draft: Draft) -> Severity | None:
    """How sure it is that a text is a whole draft and no part of one; None where nothing says so."""
    kinds = {e.kind for e in draft.blocks}
    signed = {ElementKind.SIGNATURE, ElementKind.ISSUE_DATE} & kinds
    if draft.type in NO_OFFICIAL or draft.once(body) is None or (draft.type is None and ElementKind.TITLE in kinds):
        return None
    if ElementKind.LETTERHEAD in kinds and (signed or {ElementKind.COPIES, ElementKind.IMPRINT} & kinds):
        return Severity.WARNING
    if ElementKind.DOCUMENT_NUMBER in kinds and ElementKind.RECIPIENTS in kinds and signed:
        return Severity.WARNING
    addressed = ElementKind.RECIPIENTS in kinds or draft.type in SIGNED or ADDRESSES.search(draft.text)
    return Severity.HINT if ElementKind.TITLE in kinds and addressed and signed else None


def _of_letterhead(draft: Draft) -> tuple[ElementKind, ...]:
    letterheads = ("".join(s.of(draft.text).split()) for s in own(draft, ElementKind.LETTERHEAD))
    number = (ElementKind.DOCUMENT_NUMBER,) if any(w.endswith(DOCUMENT_LETTERHEAD) for w in letterheads) else ()
    upward = draft.direction is Direction.UP and draft.first(ElementKind.DOCUMENT_NUMBER) is not None
    return (*number, ElementKind.SIGNATORY) if upward else number


def _carries(draft: Draft, kind: ElementKind) -> bool:
    if own(draft, kind) or (kind is ElementKind.ATTACHMENT and draft.all(kind)):
        return True
    if kind is ElementKind.RECIPIENTS:
        moved = any(s.of(draft.text).startswith(MOVED) for s in own(draft, ElementKind.COPIES))
        public = draft.type is DocumentType.NOTICE and any(word in draft.text for word in PUBLIC)
        return moved or public or bool(draft.once(unmarked_recipients))
    # a note under the title dates what a meeting adopts, and its session issues it
    return kind in (ElementKind.SIGNATURE, ElementKind.ISSUE_DATE) and bool(own(draft, ElementKind.ADOPTION_NOTE))


def _place(draft: Draft, kind: ElementKind) -> Span:
    """Where an element that is missing should stand, an empty span; a date below the last line of all is told there."""
    whole, dates, signed = draft.once(body), own(draft, ElementKind.ISSUE_DATE), own(draft, ElementKind.SIGNATURE)
    numbers = own(draft, ElementKind.DOCUMENT_NUMBER)
    if kind is ElementKind.SIGNATORY and numbers:
        return numbers[0]
    if kind in AT_HEAD:
        return draft.once(head)
    if kind in (ElementKind.RECIPIENTS, ElementKind.TITLE, ElementKind.ADOPTION_NOTE):
        named = draft.once(title)
        at = whole.start if whole else named.end if named else 0
    elif kind is ElementKind.SIGNATURE and dates:
        at = dates[-1].start
    elif kind in IN_BODY and whole:
        at = whole.end
    elif kind in AT_END or (kind is ElementKind.NOTE and dates):
        at = dates[-1].end if kind is ElementKind.NOTE else len(draft.text.rstrip())
    else:
        end = signed[-1].end if signed else whole.end if whole else len(draft.text)
        below = min((e.span.start for e in draft.blocks if e.span.start > end), default=None)
        if below is None and signed:
            return signed[-1]
        at = end if below is None else below
    return Span(at, at)
