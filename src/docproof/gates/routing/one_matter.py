"""One matter to one request (党政机关公文处理工作条例 article 15 (4))."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.matters import MATTERS, Matters, asking
from docproof.gates.parts import body, is_official, sentences, title, title_words
from docproof.gates.sources import ARTICLE_15
from docproof.model import DocumentType, Draft, ElementKind, Gate, Scope, Severity, Span
from docproof.model.patterns import later

JOINS = later(r"以及|并(?:请|申请|解决|拨付|增加)|[、和及暨]")
SECOND = later(
    r"^[（(]?[一二三四五六七八九十\d]*[）)、.．]?\s*(?:另外?|此外|同时|顺便|附带|一并)[，,]?(?:还|也|一并)?[^。；]{0,40}?(?:请|恳|申请|拟)"
)
ALONGSIDE = later(r"一并(?:请示|申请|报请|解决|批准|审批|审定)|顺带|附带(?:请示|申请)")
OTHER_REQUEST = later(r"(?:关于)?(?P<of>[^\s，。；：.．、]{4,24}?)的?(?:申请|请示)(?![书表])")
NUMBERED = later(r"[（(]?[一二三四五六七八九十\d]{1,2}[）)]?[、.．是]?")
HEAD = "沅泽县水利局关于{}的请示\n县人民政府：\n{}妥否，请批示。\n沅泽县水利局\n2026年3月2日"


@rule(
    "routing.one-matter",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_15,
    reads=[MATTERS],
    bad=[
        HEAD.format("⟦增加编制和拨付修渠资金⟧", "因工作需要，拟增加编制2名，拨付资金80万元。"),
        HEAD.format("拨付修渠资金", "请拨付修渠资金80万元。⟦另外，恳请核增人员编制2名。⟧"),
    ],
    good=[
        HEAD.format("拨付修渠资金", "请拨付修渠资金80万元，其中县级补助30万元。"),
        HEAD.format("购置防汛车辆所需经费", "请拨付购车经费80万元。"),
    ],
)
def one_matter(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """请示一文一事。

    一份请示只请求一件事；几件互不相干的事，分别行文。
    """
    name, whole = draft.once(title), draft.once(body)
    if draft.type is not DocumentType.REQUEST or name is None or whole is None or not is_official(draft):
        return
    text, known = draft.view(Scope.PROSE), basis.of(MATTERS)
    about = Span(text.find("关于", name.start, name.end) + 2, text.rfind("的", name.start, name.end))
    if about.start > 1 and about.end > about.start and (several := _several(text, about, known)):
        yield hit(about, f"请示应当一文一事，标题里有{'、'.join(several)}几件事，应分别请示")
        return
    main = {row.matter for row, _ in known.found(text, name)} or _first_asked(draft, known)
    for sentence in sentences(text, whole):
        words = sentence.of(text)
        if not (SECOND.search(words) or ALONGSIDE.search(words)):
            continue
        more = [row.matter for row, _ in known.found(text, sentence) if row.matter not in main]
        if main and more:
            yield hit(sentence, f"请示应当一文一事，这里又请求{'、'.join(more)}，应另行请示")
            return
    for note in draft.all(ElementKind.ATTACHMENT_NOTE):
        for m in OTHER_REQUEST.finditer(text, note.span.start, note.span.end):
            about_other = {row.matter for row, _ in known.found(text, Span(*m.span()))}
            if not about_other & main and not any(word in draft.once(title_words) for word in [m["of"][:4]]):
                yield hit(Span(*m.span()), "请示应当一文一事，附件里又有一件请求，应另行请示", severity=Severity.HINT)
                return
    titled = {row.matter for row, _ in known.found(text, name)}
    yield from _listed(draft, known, titled)


def _first_asked(draft: Draft, known: Matters) -> set[str]:
    """The matters of the first sentence that asks about any."""
    return next(({row.matter for row, _ in matters} for _, matters in draft.once(asking, known) if matters), set())


def _listed(draft: Draft, known: Matters, titled: set[str]) -> Iterator[Hit]:
    """Asking sentences about matters that have nothing to do with each other; sure where the title names none of them."""
    text = draft.view(Scope.PROSE)
    groups = [(s, {row.matter for row, _ in matters}) for s, matters in draft.once(asking, known) if matters]
    for sentence, matters in groups[1:]:
        if not matters & (titled | groups[0][1]):
            message = f"请示应当一文一事，这里请求的{'、'.join(sorted(matters))}与前面的是不是一件事"
            numbered = not titled and all(NUMBERED.match(s.of(text)) for s in (groups[0][0], sentence))
            yield hit(sentence, message, severity=None if numbered else Severity.HINT)
            return


def _several(text: str, about: Span, known: Matters) -> list[str]:
    """The matters of a title's parts that share none, [] where there are not two."""
    starts = [about.start, *(m.end() for m in JOINS.finditer(text, about.start, about.end))]
    ends = [*(m.start() for m in JOINS.finditer(text, about.start, about.end)), about.end]
    parts = [{row.matter for row, _ in known.found(text, Span(s, e))} for s, e in zip(starts, ends, strict=True)]
    parts = [p for p in parts if p]
    if len(parts) < 2 or any(a & b for n, a in enumerate(parts) for b in parts[n + 1 :]):
        return []
    return [sorted(p)[0] for p in parts]
