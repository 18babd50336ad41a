"""The attachment list against what is attached: titles, numbers, order, and what one of them lacks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.attached import Attachments, Named, attachments, bare
from docproof.gates.sources import clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

SOURCE = clause("7.3.7")
NOTE_SOURCE = clause("7.3.4")
ALIKE = 0.45  # of two titles, by common characters: below it they are two attachments
ELSEWHERE = later(r"另附|另发|另行|略|附后|电子版|单独|见网站|下载")
SEE_ATTACHMENT = later(r"(?:详?见|按照?|填[写报]|参[见照]|对照)(?:文后|后附)?附件(?!材料|大小|格式)\d{0,2}")
MOST_LINES = 4  # of a title that wraps


@rule(
    "consistency.attachment-title",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    fix=FixSafety.UNSAFE,
    when=("附",),
    bad=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.隐患排查⟦任务→责任⟧分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n附件1\n隐患排查⟦责任→任务⟧分工表\n附件2\n整改台账",
        "关于报送材料的通知\n各股室：\n请认真落实。\n附件：项目申报⟦汇总→情况统计⟧表\n青禾县水利局\n2026年3月5日\n附件\n项目申报⟦情况统计→汇总⟧表",
    ],
    good=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n附件2\n整改台账",
        "关于印发方案的通知\n各股室：\n请认真落实。\n附件：青禾县“清河行动”实施方案\n青禾县水利局\n2026年3月5日\n附件\n青禾县“清河行动”\n实施方案",
    ],
)
def attachment_title(draft: Draft) -> Iterator[Hit]:
    """附件的标题与附件说明中的名称要一致。

    同一序号的两个名称不一样的，报附件上的标题；附件说明中的那一处同时提示。
    """
    found = draft.once(attachments)
    for listed, attached in _pairs(found):
        one, other = listed.name(draft.text), attached.name(draft.text)
        if not other or _same(draft.text, one, attached) or _stands_elsewhere(found, draft.text, one, other):
            continue
        severity = Severity.HINT if one in other or other in one else None
        here, there = _differing(draft.text, attached.title, listed.title)
        message = f"附件说明写作“{listed.title.of(draft.text).strip()}”，与附件标题不一致，请改为一致"
        yield hit(here, message, *_words(there, draft.text), severity=severity)
        there_message = f"附件标题是“{_shown(attached, draft.text)}”，与附件说明不一致，请改为一致"
        yield hit(there, there_message, *_words(here, draft.text), severity=severity)


@rule(
    "consistency.attachment-missing",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    when=("附",),
    bad=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.⟦整改台账⟧\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n1.排查",
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n附件2\n整改台账\n⟦附件3⟧\n考核办法",
    ],
    good=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账（另发）\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n1.排查",
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日",
    ],
)
def attachment_missing(draft: Draft) -> Iterator[Hit]:
    """附件说明列出的附件要齐全，附上的附件要列入附件说明。

    一个附件也没有附在文内的不报；注明“另发”“另附”的不报。
    """
    found = draft.once(attachments)
    if not found.listed or not found.attached:
        return
    numbers, names = _counted(found.attached), [a.name(draft.text) for a in found.attached]
    exact = {x.name(draft.text) for x in found.listed} & set(names)
    for listed in found.listed if not ELSEWHERE.search(found.note.of(draft.text) if found.note else "") else ():
        name = listed.name(draft.text)
        if (listed.n or 1) not in numbers and not any(_alike(name, n) for n in names if n not in exact or n == name):
            yield hit(
                listed.title, f"附件说明列有“{listed.title.of(draft.text)}”，文后没有这个附件，请补上或从附件说明中删去"
            )
    known, titles = _counted(found.listed), [x.name(draft.text) for x in found.listed]
    for n, attached in zip(numbers, found.attached, strict=True):
        name = attached.name(draft.text)
        if n not in known and not any(name and _alike(name, t) for t in titles if t not in exact or t == name):
            shown = f"“{_shown(attached, draft.text)}”" if name else ""
            yield hit(attached.mark, f"文后有这个附件{shown}，附件说明没有列出，请在附件说明中补上")


@rule(
    "consistency.attachment-order",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    when=("附",),
    bad=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n⟦附件1⟧\n整改台账\n⟦附件2⟧\n任务分工表",
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n⟦附件1⟧\n整改台账",
    ],
    good=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n附件2\n整改台账",
    ],
)
def attachment_order(draft: Draft) -> Iterator[Hit]:
    """附件的顺序号要与附件说明一致，依次编排，不跳号、不重号。"""
    found = draft.once(attachments)
    names = [(x.name(draft.text), x.n or 1) for x in found.listed or ()]
    last = 0
    for attached in found.attached:
        n, name = attached.n, attached.name(draft.text)
        listed = [m for other, m in names if name and other == name]
        if n is not None and len(listed) == 1 and listed[0] != n:
            yield hit(
                attached.mark,
                f"附件说明中“{_shown(attached, draft.text)}”是附件{listed[0]}，此处标为附件{n}，请改为一致",
            )
        elif n is not None and (n <= last or (n > last + 1 and not found.listed)):
            yield hit(
                attached.mark, f"附件顺序号不接：上一个是附件{last}，请核对" if last else "附件顺序号应从1起，请核对"
            )
        last = n or last


@rule(
    "consistency.attachment-single",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NOTE_SOURCE,
    fix=FixSafety.UNSAFE,
    when=("附",),
    bad=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：⟦1.→⟧任务分工表\n青禾县应急管理局\n2026年3月5日",
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：任务分工表\n青禾县应急管理局\n2026年3月5日\n⟦附件1→附件⟧\n任务分工表",
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n⟦附件→附件1⟧\n任务分工表\n附件2\n整改台账",
    ],
    good=[
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：任务分工表\n青禾县应急管理局\n2026年3月5日\n附件\n任务分工表",
        "关于开展排查的通知\n各股室：\n请认真落实。\n附件：1.任务分工表\n2.整改台账\n青禾县应急管理局\n2026年3月5日\n附件1\n任务分工表\n附件2\n整改台账",
    ],
)
def attachment_single(draft: Draft) -> Iterator[Hit]:
    """附件只有一个的不编顺序号，两个以上的都编。"""
    found = draft.once(attachments)
    listed, attached = found.listed or (), found.attached
    if len(listed) == 1 and len(attached) < 2:
        only = listed[0]
        if only.n is not None and only.mark.end > only.mark.start:
            yield hit(only.mark, "附件只有一个，不编顺序号", "")
        if attached and attached[0].n is not None:
            yield hit(attached[0].mark, "附件只有一个，写“附件”，不编顺序号", "附件")
    elif len(listed) > 1:
        for at, mark in enumerate(attached if len(attached) == len(listed) else (), 1):
            if mark.n is None and all(x.n is not None for x in listed):
                yield hit(mark.mark, "附件有两个以上，附件标识要写顺序号", f"附件{at}")


@rule(
    "consistency.attachment-unlisted",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=NOTE_SOURCE,
    when=("附件",),
    bad=[
        "关于报送材料的通知\n各股室：\n请按要求填写登记表（⟦见附件⟧），并于4月1日前报送。\n青禾县水利局\n2026年3月5日"
    ],
    good=[
        "关于报送材料的通知\n各股室：\n请按要求填写登记表（见附件），并于4月1日前报送。\n附件：登记表\n青禾县水利局\n2026年3月5日",
        "关于报送材料的通知\n各股室：\n电子邮件附件大小不超过20MB。\n青禾县水利局\n2026年3月5日",
    ],
)
def attachment_unlisted(draft: Draft) -> Iterator[Hit]:
    """正文提到附件的，应有附件说明。"""
    found = draft.once(attachments)
    if found.listed is not None or found.attached or draft.first(ElementKind.ISSUE_DATE) is None:
        return
    body = draft.first(ElementKind.BODY)
    if body and (m := SEE_ATTACHMENT.search(draft.text, body.span.start, body.span.end)):
        yield hit(Span(*m.span()), "正文提到附件，文后没有附件说明，请补上")


def _stands_elsewhere(found: Attachments, text: str, one: str, other: str) -> bool:
    """Whether one of two titles that are not alike is met under another number: a matter of order."""
    if _alike(one, other):
        return False
    return any(other == x.name(text) for x in found.listed or ()) or any(one == x.name(text) for x in found.attached)


def _pairs(found: Attachments) -> Iterator[tuple[Named, Named]]:
    """What the list names and what is attached under the same number; one of each belong together without any."""
    listed = {x.n or 1: x for x in reversed(found.listed or ())}
    for n, attached in zip(_counted(found.attached), found.attached, strict=True):
        if n in listed:
            yield listed[n], attached


def _counted(named: tuple[Named, ...]) -> list[int]:
    """Their numbers; those without one are counted."""
    return [x.n if x.n is not None else at for at, x in enumerate(named, 1)]


def _same(text: str, name: str, attached: Named) -> bool:
    """Whether a title is the name in the list, on its own or with the lines below it, of which it may be the first."""
    lines = text[attached.title.start : attached.title.start + 300].split("\n")
    joined = ""
    for line in lines[:MOST_LINES]:
        joined += bare(line)
        if joined == name:
            return True
    return attached.name(text) == name


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return one in other or other in one or matcher.ratio() >= ALIKE


def _differing(text: str, one: Span, other: Span) -> tuple[Span, Span]:
    """The parts of two titles between what they begin and end with alike; some of that where one would be empty."""
    a, b = one.of(text), other.of(text)
    left = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    most = min(len(a), len(b)) - left
    right = next((i for i in range(most) if a[-1 - i] != b[-1 - i]), most)
    if left and (left + right in (len(a), len(b))):
        left -= 1
    elif right and left + right in (len(a), len(b)):
        right -= 1
    return Span(one.start + left, one.end - right), Span(other.start + left, other.end - right)


def _words(span: Span, text: str) -> Iterator[str]:
    """The words at a span as a suggestion; nothing where they wrap."""
    words = span.of(text).strip()
    if words and "\n" not in words:
        yield words


def _shown(named: Named, text: str) -> str:
    return "".join(named.title.of(text).split())
