"""What the title says is printed or called, against what the text names."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.attached import bare
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

PRINTS = later(r"关于(?:印发|转发|批转|下发|公布|发布|颁发)《?(?P<name>[^《》]{4,60}?)》?的(?:通知|公告|通告|决定|函)$")
PRINTED = later(
    r"《(?P<name>[^《》\n]{4,60})》[^。\n]{0,50}?(?:印发|转发|发布|公布|下发|颁发)(?:给你们)?|(?:印发|转发|发布|公布|下发|颁发)(?:给你们)?的?《(?P<NAME>[^《》\n]{4,60})》"
)
CALLS = later(r"关于召开(?P<name>[^《》]{2,40}?(?:会议|大会|座谈会|推进会|动员会|培训会|例会|部署会|研讨会))的")
CALLED = later(
    r"(?:召开|举行)(?P<name>[^，。；：\n“”]{2,40}?(?:会议|大会|座谈会|推进会|动员会|培训会|例会|部署会|研讨会))"
)
NO_PLACE = later(r"^.{2,12}?[省市县区镇乡局]")
SEVERAL = later(r"两个|[三四五]个|等")
FIRST = 300  # code points of a body in which it says what it is about
ALIKE = 0.5


@rule(
    "consistency.printed-title",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "关于印发青禾县河道保洁考核办法的通知\n各镇人民政府：\n现将《青禾县河道保洁考核⟦细则→办法⟧》印发给你们，请遵照执行。\n青禾县水利局\n2026年3月5日",
        "关于召开全县安全生产工作会议的通知\n各镇人民政府：\n定于3月20日召开全县⟦防汛抗旱→安全生产⟧工作会议。\n青禾县人民政府办公室\n2026年3月5日",
    ],
    good=[
        "关于印发青禾县河道保洁考核办法的通知\n各镇人民政府：\n现将《青禾县河道保洁考核办法》印发给你们，请遵照执行。\n青禾县水利局\n2026年3月5日",
        "关于转发《省厅关于做好春耕工作的通知》的通知\n各镇人民政府：\n现将《省农业农村厅关于做好春耕工作的通知》转发给你们。\n青禾县农业农村局\n2026年3月5日",
        "关于召开全县安全生产工作会议的通知\n各镇人民政府：\n去年召开全县农业工作会议。定于3月20日召开全县安全生产工作会议。\n青禾县人民政府办公室\n2026年3月5日",
    ],
)
def printed_title(draft: Draft) -> Iterator[Hit]:
    """标题写明印发的文件、召开的会议，正文的名称要与标题一致。"""
    title, body = draft.first(ElementKind.TITLE), draft.first(ElementKind.BODY)
    if title is None or body is None:
        return
    whole = "".join(title.span.of(draft.text).split())
    end = min(body.span.end, body.span.start + FIRST)
    for told, below in ((PRINTS.search(whole), PRINTED), (CALLS.search(whole), CALLED)):
        found = list(below.finditer(draft.text, body.span.start, end)) if told else []
        if told is None or not found or SEVERAL.search(told["name"]):
            continue
        name = bare(told["name"])
        spans = [Span(*m.span("name")) if m["name"] else Span(*m.span("NAME")) for m in found]
        if any(_same(name, bare(s.of(draft.text))) for s in spans):
            continue
        if SequenceMatcher(None, name, bare(spans[0].of(draft.text)), autojunk=False).ratio() >= ALIKE:
            span, right = _differing(draft.text, spans[0], told["name"])
            yield hit(span, f"标题写作“{told['name']}”，与正文不一致，请核对", right)


def _same(one: str, other: str) -> bool:
    """Whether two names are one, be it with or without the issuer's name before it."""
    about = one.partition("关于")[2]
    return (
        one in other
        or other in one
        or bool(about and about == other.partition("关于")[2])
        or NO_PLACE.sub("", one) == NO_PLACE.sub("", other)
    )


def _differing(text: str, span: Span, name: str) -> tuple[Span, str]:
    """The part of the words at a span that differs from a name, and that of the name; whole words where one is empty."""
    words = span.of(text)
    left = next((i for i, (x, y) in enumerate(zip(words, name, strict=False)) if x != y), min(len(words), len(name)))
    most = min(len(words), len(name)) - left
    right = next((i for i in range(most) if words[-1 - i] != name[-1 - i]), most)
    if left + right in (len(words), len(name)):
        return span, name
    return Span(span.start + left, span.end - right), name[left : len(name) - right]
