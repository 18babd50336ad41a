"""Parts of a draft that several gates look at: who sends it, to whom, how its body ends."""

from __future__ import annotations

import re

from docproof.model import Direction, DocumentType, Draft, ElementKind, Scope, Span
from docproof.model.patterns import later
from docproof.outlining.addressing import DIRECTIONS
from docproof.outlining.organs import Organ, organ_of

FORMAL = {
    ElementKind.DOCUMENT_NUMBER,
    ElementKind.RECIPIENTS,
    ElementKind.LETTERHEAD,
    ElementKind.SIGNATURE,
    ElementKind.ISSUE_DATE,
}
NO_OFFICIAL = {
    DocumentType.STATUTE,
    DocumentType.SPEECH,
    DocumentType.RESEARCH_REPORT,
    DocumentType.SUMMARY,
    DocumentType.PAPER,
    DocumentType.INFORMATION,
    DocumentType.SUGGESTION,
}
UPWARD = DIRECTIONS[Direction.UP]
SENTENCE = later(r"[^\n\u2028。！？!?；]+[。！？!?；]*[”’）)》]?")
LAST_LINES = 3  # closing words stand in the last lines of a body
LONGEST_ENDING = 400  # code points from the end of the body within which closing words stand
LETTERHEAD_END = later(r"(?:文件|命令|令|公告|通告|公报|决定|纪要)$")
FORWARDED = later(
    r"现?将[^，。；\n]{2,60}?(?:请示|报告|来文|申请|材料|函)[》]?[^，。；\n]{0,20}?(?:转报|转呈|转上|报上|上报|呈报|呈上|转送|报送|转请)|现?转报|原[文样]转|照转|全文转"
)
PROPOSES = later(
    r"(?<!模)拟(?!办人|定于|任)|建议|我(?:局|委|办|厅|镇|乡|县|市|区|校|院|公司|中心|街道|部|会|单位)[^，。；]{0,10}?(?:意见|认为|同意|初审|审核|审查|倾向)|倾向|初步意见|经[^，。；]{0,8}?(?:研究|审核|初审|审查|讨论)"
)
COPIES_LABEL = later(r"\s*抄\s*[送报发](?:单位|机关|部门)?\s*[：:]")
COPIED = later(r"[^\s、，,；;。.](?:[^、，,；;。.\n]*[^\s、，,；;。.])?")


def is_official(draft: Draft) -> bool:
    """Whether a draft is sent as an official document: named by its title or letterhead, it shows who sends it or to whom."""
    kinds = {e.kind for e in draft.blocks}
    named = ElementKind.TITLE in kinds or (ElementKind.LETTERHEAD in kinds and draft.type is not None)
    return named and bool(kinds & FORMAL) and draft.type not in NO_OFFICIAL


def issuers(draft: Draft) -> list[Organ]:
    """The issuers as organs."""
    return [organ_of(name) for name in draft.issuers]


def letterheads(draft: Draft) -> list[str]:
    """The organs that the letterhead names, without white space and the words that end it."""
    words = ("".join(e.span.of(draft.text).split()) for e in draft.all(ElementKind.LETTERHEAD))
    return [LETTERHEAD_END.sub("", w) for w in words]


def recipients(draft: Draft) -> list[Organ]:
    """The recipients as organs."""
    return [organ_of(name) for name in draft.recipients]


def title(draft: Draft) -> Span | None:
    """The span of the draft's own title, the last line of one that is written twice."""
    front = [e for e in draft.all(ElementKind.TITLE) if not _in_attachment(draft, e.span)]
    return front[0].span if front else None


def type_words(draft: Draft) -> Span | None:
    """The words of the title, or without one of the letterhead, that name the type; None where none do."""
    if draft.type is None:
        return None
    whole = draft.once(title)
    letterhead = draft.first(ElementKind.LETTERHEAD)
    for span in [whole] if whole else [letterhead.span] if letterhead else []:
        words = span.of(draft.text)
        spaced = list(re.finditer(r"\s*".join(draft.type.value), words)) or list(re.finditer("令", words))
        return Span(span.start + spaced[-1].start(), span.start + spaced[-1].end()) if spaced else span
    return None


def title_words(draft: Draft) -> str:
    """The draft's own title without white space, "" where there is none."""
    span = draft.once(title)
    return "".join(span.of(draft.text).split()) if span else ""


def body(draft: Draft) -> Span | None:
    """The span of the draft's own text (正文)."""
    element = draft.first(ElementKind.BODY)
    return element.span if element else None


def ending(draft: Draft) -> list[Span]:
    """The sentences of the body's last lines, in text order, without white space around them."""
    whole = draft.once(body)
    if whole is None:
        return []
    text = draft.view(Scope.PROSE)
    lines = [m for m in _lines(text, Span(max(whole.start, whole.end - LONGEST_ENDING), whole.end)) if len(m)][
        -LAST_LINES:
    ]
    return [s for line in lines for s in sentences(text, line)]


def sentences(text: str, within: Span) -> list[Span]:
    """The sentences of a span of text, the marks that end them included, without white space around them."""
    found = []
    for m in SENTENCE.finditer(text, within.start, within.end):
        words = m.group()
        start = m.start() + len(words) - len(words.lstrip())
        end = m.end() - (len(words) - len(words.rstrip()))
        if end > start:
            found.append(Span(start, end))
    return found


def named_in(draft: Draft, kind: ElementKind, name: str) -> Span | None:
    """Where an element of a kind shows a name, white space or not; the element as a whole where it can't be found."""
    for element in draft.all(kind):
        words = element.span.of(draft.text)
        bare, places = "", []
        for at, char in enumerate(words):
            if not char.isspace():
                bare += char
                places.append(element.span.start + at)
        if (at := bare.find(name)) >= 0:
            return Span(places[at], places[at + len(name) - 1] + 1)
    first = draft.first(kind)
    return first.span if first else None


def copied(draft: Draft) -> list[tuple[str, Span]]:
    """The organs that get copies (抄送), each with where it stands."""
    found = []
    for element in draft.all(ElementKind.COPIES):
        words = element.span.of(draft.text)
        label = COPIES_LABEL.match(words)
        if label is None:
            continue
        for m in COPIED.finditer(words, label.end()):
            name = "".join(m.group().split())
            if name:
                found.append((name, Span(element.span.start + m.start(), element.span.start + m.end())))
    return found


def forwarded(draft: Draft) -> list[Span]:
    """The sentence of a request that only passes on another's, where the draft proposes nothing of its own."""
    whole, text = draft.once(body), draft.view(Scope.PROSE)
    if draft.type is not DocumentType.REQUEST or whole is None or not is_official(draft):
        return []
    if PROPOSES.search(text, whole.start, whole.end):
        return []
    return [s for s in sentences(text, whole) if FORWARDED.search(text, s.start, s.end)][:1]


def head(draft: Draft) -> Span:
    """Where something that is missing at the top of a draft is told: an empty span before its title."""
    span = draft.once(title)
    return Span(span.start, span.start) if span else Span(0, 0)


def _in_attachment(draft: Draft, span: Span) -> bool:
    return any(e.span.contains(span) for e in draft.all(ElementKind.ATTACHMENT))


def _lines(text: str, within: Span) -> list[Span]:
    lines, at = [], within.start
    while at <= within.end:
        end = text.find("\n", at, within.end)
        end = within.end if end < 0 else end
        if text[at:end].strip():
            lines.append(Span(at, end))
        at = end + 1
    return lines
