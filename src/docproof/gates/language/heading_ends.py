"""How titles and headings end, and whether those side by side look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from docproof.engine import Hit, hit, rule
from docproof.gates.language.captions import Caption, captions
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import later

STANDARD = "GB/T 15834—2011"
STOPS = "。，、；："
KEPT = 2  # code points of a title or heading that are told with the mark to be left out
FRONT = 8  # paragraphs in which a title can stand
TITLE_LINE = later(
    r"(?m)^[ \u3000]*[\u4e00-\u9fff]{0,24}关于[^。；：\n]{4,60}的"
    r"(?:通知|通报|报告|请示|批复|复函|函|意见|决定|决议|公告|通告|议案|方案|办法|规定|建议)(?=[。，、；][ \u3000]*$|：[ \u3000]*\n\s*[^\n：]{2,60}：[ \u3000]*$)",
    given=("关于",),
)


@rule(
    "punctuation.title-stop",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "B.4", Strength.GENERAL),
    fix=FixSafety.UNSAFE,
    bad=["松州市水务局关于做好春灌工作的⟦通知。→通知⟧\n各县水务局：\n现将有关事项通知如下：\n一、摸清底数"],
    good=[
        "松州市水务局关于做好春灌工作的通知\n各县水务局：\n现将有关事项通知如下：\n一、摸清底数",
        "各县水务局：\n现印发《关于做好春灌工作的通知》。\n特此通知。",
    ],
)
def title_stop(draft: Draft) -> Iterator[Hit]:
    """标题末尾不用句号、逗号、顿号、分号、冒号；需要时可用问号、叹号、省略号。"""
    text = draft.view(Scope.PROSE)
    ends = {title.span.end for title in draft.all(ElementKind.TITLE)}
    front = next(iter(draft.body_starts[FRONT : FRONT + 1]), len(text))
    ends |= {m.end() for m in TITLE_LINE.finditer(text, 0, front)}
    marks = {end if text[end : end + 1] in tuple(STOPS) else end - 1 for end in ends}
    for at in sorted(marks):
        if text[at] in STOPS:
            yield hit(Span(at - KEPT, at + 1), f"标题末尾不用“{text[at]}”", text[at - KEPT : at])


@rule(
    "punctuation.heading-stop",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "B.4", Strength.GENERAL),
    fix=FixSafety.UNSAFE,
    bad=[
        "一、加强组织⟦领导。→领导⟧\n各单位要把防汛工作摆在突出位置，主要负责同志亲自抓。\n二、完善工作机制\n建立会商制度，每周调度一次，及时通报情况。",
        "一、加强组织⟦领导：→领导⟧\n各单位要把防汛工作摆在突出位置，主要负责同志亲自抓。",
    ],
    good=[
        "一、加强组织领导\n各单位要把防汛工作摆在突出位置。\n二、完善工作机制\n建立会商制度。",
        "一、加强组织领导。各单位要把防汛工作摆在突出位置。\n二、完善工作机制。建立会商制度。",
        "一、同意设立龙泉社区。\n二、龙泉社区东至龙泉河。\n此复。",
        "一、谁来种地？\n要培育新型农业经营主体，发展社会化服务。",
    ],
)
def heading_stop(draft: Draft) -> Iterator[Hit]:
    """独立成行的层次标题，末尾不用句号、冒号等。

    看“一、”这一层，下面另有正文的才报；一段一条的事项不是标题，不报。并列的标题都用了的，只作提示。
    """
    if draft.type is DocumentType.REPLY:
        return  # 一、原则同意建设。 is the answer itself
    for siblings in _side_by_side(draft):
        alone = [c for c in siblings if c.level == 1 and c.alone]
        throughout = len(alone) > 1 and all(c.mark and c.mark in STOPS for c in alone)
        severity = Severity.HINT if throughout or draft.type is DocumentType.STATUTE else None
        stopped = [c for c in alone if c.mark and c.mark in STOPS and not (c.mark == "：" and c.leads)]
        for caption in stopped:
            kept = draft.text[caption.end - KEPT : caption.end]
            span = Span(caption.end - KEPT, _mark(caption).end)
            yield hit(span, f"独立成行的标题，末尾不用“{caption.mark}”", kept, severity=severity)


@rule(
    "punctuation.uneven-headings",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source(STANDARD, strength=Strength.PRACTICE),
    bad=[
        "（一）加强组织领导。各单位要把防汛工作摆在突出位置。\n（二）完善工作机制。建立会商制度，每周调度。\n（三）强化物资保障⟦：⟧按标准储备，及时补充。",
        "（一）加强组织领导\n各单位要把防汛工作摆在突出位置，主要负责同志亲自抓。\n（二）完善工作机制\n建立会商制度，每周调度一次，及时通报情况。\n（三）强化物资保障⟦。⟧\n按标准储备物资，用后及时补充，定期轮换更新。",
    ],
    good=[
        "（一）加强组织领导。各单位要把防汛工作摆在突出位置。\n（二）完善工作机制。建立会商制度，每周调度。",
        "（一）谁来种地？要培育新型农业经营主体。\n（二）怎样种地。要发展社会化服务。\n（三）种什么地。要优化结构。",
        "（一）受理申请；\n（二）组织核查；\n（三）公示结果。\n公示期不少于五个工作日，期满无异议的发放补贴。",
    ],
)
def uneven_headings(draft: Draft) -> Iterator[Hit]:
    """同一层的标题用一样的写法：都独立成行或都接排正文，后面的标点也一致。

    看“一、”“（一）”“1.”三层中并列的标题，只有一个与众不同的才报；只有两个的，报后一个。
    """
    if draft.type is DocumentType.STATUTE:
        return
    for group in _side_by_side(draft):
        siblings = [c for c in group if not c.leads]
        if not siblings:
            continue
        forms = Counter(map(_form, siblings))
        usual = max(forms, key=lambda form: (forms[form], form[0] and not form[1]))
        odd = [c for c in siblings if _form(c) != usual and c.mark not in tuple("？！…")]
        if len(odd) == 1 and siblings[0].level <= 3:
            yield hit(_mark(odd[0]), _advice(odd[0], *usual))


def _form(caption: Caption) -> tuple[bool, str]:
    """How a heading looks; the stop behind one of the first level is another rule's."""
    stopped = caption.alone and caption.level == 1 and caption.mark in STOPS
    return caption.alone, "" if stopped else caption.mark


def _side_by_side(draft: Draft) -> Iterator[list[Caption]]:
    """The headings of each group."""
    for _, group in groupby(sorted(draft.once(captions), key=lambda c: (c.group, c.end)), key=lambda c: c.group):
        yield list(group)


def _advice(odd: Caption, alone: bool, mark: str) -> str:
    if odd.alone != alone:
        return f"并列的标题都{'独立成行' if alone else '接排正文'}，这一个{'独立成行' if odd.alone else '接排正文'}，宜一致"
    return f"并列的标题后面都{f'用“{mark}”' if mark.strip() else '不用标点'}，这里{f'用了“{odd.mark}”' if odd.mark.strip() else '没有用'}，宜一致"


def _mark(caption: Caption) -> Span:
    return Span(caption.end, caption.end + len(caption.mark.strip()))
