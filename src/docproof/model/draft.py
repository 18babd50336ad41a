"""A document whose elements (要素) are recognised."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar, cast

import msgspec

from docproof.model.directive import Directive
from docproof.model.document import Document, Paragraph, Part
from docproof.model.patterns import later
from docproof.model.span import Span

Found = TypeVar("Found")
QUOTED = later(r"“[^“”\n]*”")
MASK = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: stands in a view for what a rule must not see


class DocumentType(str, Enum):
    """文种: the fifteen of 党政机关公文处理工作条例 article 8, those of congresses, and drafts that are none."""

    RESOLUTION = "决议"
    DECISION = "决定"
    ORDER = "命令"
    COMMUNIQUE = "公报"
    ANNOUNCEMENT = "公告"
    PUBLIC_NOTICE = "通告"
    OPINION = "意见"
    NOTICE = "通知"
    CIRCULAR = "通报"
    REPORT = "报告"
    REQUEST = "请示"
    REPLY = "批复"
    BILL = "议案"
    LETTER = "函"
    MINUTES = "纪要"
    SUGGESTION = "建议"
    REVIEW_OPINION = "审议意见"
    STATUTE = "法规"
    SPEECH = "讲话"
    RESEARCH_REPORT = "调研报告"
    SUMMARY = "总结"
    PLAN = "方案"
    PAPER = "论文"
    INFORMATION = "信息"


class Direction(str, Enum):
    """行文方向: to whom a draft goes, seen from its issuer."""

    UP = "上行"
    ACROSS = "平行"
    DOWN = "下行"


class ElementKind(str, Enum):
    """要素, in the order in which 条例 article 9 lists them."""

    COPY_NUMBER = "份号"
    CLASSIFICATION = "密级和保密期限"
    URGENCY = "紧急程度"
    LETTERHEAD = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"
    SIGNATORY = "签发人"
    TITLE = "标题"
    ADOPTION_NOTE = "题注"
    RECIPIENTS = "主送机关"
    BODY = "正文"
    HEADING = "层次标题"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "署名"
    ISSUE_DATE = "成文日期"
    NOTE = "附注"
    ATTACHMENT = "附件"
    ATTENDANCE = "出席人员"
    COPIES = "抄送机关"
    IMPRINT = "印发机关和印发日期"


class Element(msgspec.Struct, frozen=True):
    """One recognised element; `level` is 1–4 for headings (一、 （一） 1. （1）) and 0 elsewhere."""

    kind: ElementKind
    span: Span
    level: int = 0


class Scope(str, Enum):
    """Which part of a draft a rule sees; the rest is masked, so that offsets stay.

    WORDS leaves out what the draft quotes, OWN also every word in quotes.
    """

    RAW = "raw"
    PROSE = "prose"
    WORDS = "words"
    OWN = "own"
    BODY = "body"
    TITLE = "title"
    HEADINGS = "headings"
    CLASSIFICATION = "classification"
    URGENCY = "urgency"
    DOCUMENT_NUMBER = "document-number"
    SIGNATORY = "signatory"
    RECIPIENTS = "recipients"
    ATTACHMENT_NOTE = "attachment-note"
    SIGNATURE = "signature"
    ISSUE_DATE = "issue-date"
    NOTE = "note"
    COPIES = "copies"
    IMPRINT = "imprint"


SCOPE_ELEMENTS = {
    Scope.BODY: ElementKind.BODY,
    Scope.TITLE: ElementKind.TITLE,
    Scope.HEADINGS: ElementKind.HEADING,
    Scope.CLASSIFICATION: ElementKind.CLASSIFICATION,
    Scope.URGENCY: ElementKind.URGENCY,
    Scope.DOCUMENT_NUMBER: ElementKind.DOCUMENT_NUMBER,
    Scope.SIGNATORY: ElementKind.SIGNATORY,
    Scope.RECIPIENTS: ElementKind.RECIPIENTS,
    Scope.ATTACHMENT_NOTE: ElementKind.ATTACHMENT_NOTE,
    Scope.SIGNATURE: ElementKind.SIGNATURE,
    Scope.ISSUE_DATE: ElementKind.ISSUE_DATE,
    Scope.NOTE: ElementKind.NOTE,
    Scope.COPIES: ElementKind.COPIES,
    Scope.IMPRINT: ElementKind.IMPRINT,
}


@dataclass(frozen=True)
class Draft:
    """A document with its elements, its type (文种), who sends it to whom, and the date that “in force” means for it.

    `issuers` and `recipients` are organs' names as the draft writes them, one by one.
    `opaque` are spans that are no prose (code, URLs, what a web page repeats of the draft below it); `quotations` are
    other people's words: what stands in 《…》, and in “…” where it quotes.
    """

    document: Document
    profile: str
    type: DocumentType | None = None
    as_of: date | None = None
    direction: Direction | None = None
    issuers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()
    opaque: tuple[Span, ...] = ()
    quotations: tuple[Span, ...] = ()
    directives: tuple[Directive, ...] = ()
    _views: dict[Scope, str] = field(default_factory=dict, repr=False, compare=False)
    _found: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.document.paragraphs

    def all(self, kind: ElementKind) -> list[Element]:
        """The elements of one kind, in text order."""
        return [e for e in self.elements if e.kind is kind]

    def first(self, kind: ElementKind) -> Element | None:
        """The first element of one kind, or None."""
        return next((e for e in self.elements if e.kind is kind), None)

    @cached_property
    def headings(self) -> list[Element]:
        return self.all(ElementKind.HEADING)

    @property
    def classification(self) -> Element | None:
        """The mark of secrecy (密级), where the draft carries one."""
        return self.first(ElementKind.CLASSIFICATION)

    def view(self, scope: Scope) -> str:
        """The draft's text as a rule of this scope sees it: of the same length, the rest masked by U+FFFC."""
        if scope not in self._views:
            self._views[scope] = self._masked(scope)
        return self._views[scope]

    def once(self, find: Callable[..., Found], *by: object) -> Found:
        """What `find` finds in this draft by what follows, looked for once however many rules ask; not to be changed."""
        key = (find, *by)
        if key not in self._found:
            self._found[key] = find(self, *by)
        return cast(Found, self._found[key])

    def _masked(self, scope: Scope) -> str:
        if scope is Scope.RAW:
            return self.text
        if scope is Scope.PROSE:
            return mask(self.text, self.opaque)
        if scope is Scope.WORDS:
            return mask(self.view(Scope.PROSE), self.quotations)
        if scope is Scope.OWN:
            words = self.view(Scope.WORDS)
            return mask(words, [Span(m.start(), m.end()) for m in QUOTED.finditer(words)])
        return keep(self.view(Scope.PROSE), [e.span for e in self.all(SCOPE_ELEMENTS[scope])])

    @cached_property
    def body_starts(self) -> list[int]:
        """Where the paragraphs of the body text begin, those that hold something; tables and notes left out."""
        return [p.start for p in self.paragraphs if p.part is Part.BODY and p.end > p.start]

    def heading_before(self, offset: int) -> Element | None:
        """The nearest heading at or before an offset, or None."""
        at = bisect_right(self._heading_starts, offset)
        return self.headings[at - 1] if at else None

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [h.span.start for h in self.headings]

    @cached_property
    def blocks(self) -> list[Element]:
        """The elements that are no headings, in text order."""
        return [e for e in self.elements if e.kind is not ElementKind.HEADING]


def mask(text: str, spans: Iterable[Span]) -> str:
    """`text` with the spans overwritten, line ends kept; of the same length."""
    pieces, at = [], 0
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(span.start, at)
        pieces.append(text[at:start])
        pieces.append("\n".join(MASK * len(line) for line in text[start : span.end].split("\n")))
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces) if len(pieces) > 1 else text


def keep(text: str, spans: Iterable[Span]) -> str:
    """`text` with everything but the spans overwritten; of the same length."""
    gaps, at = [], 0
    for span in sorted(spans):
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    return mask(text, [*gaps, Span(at, max(at, len(text)))])
