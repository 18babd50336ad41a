"""Whether the numbers of headings and numbered paragraphs keep to one system (GB/T 9704—2012 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.language.levels import FORMS, written
from docproof.gates.language.numbered import Item, numbered_items
from docproof.gates.parts import NO_OFFICIAL, body
from docproof.gates.sources import clause
from docproof.model import DocumentType, Draft, ElementKind, Gate, Part, Severity, Span, Strength
from docproof.model.numerals import han_number, han_numeral
from docproof.model.patterns import later

SYSTEM = "层次序数依次用“一、”“（一）”“1.”“（1）”"
LEADS_IN = ("：", ":")
ITEM_ENDS = ("；", ";", "、")
ORDINAL = later(r"(?m)^[ \t\u3000]*(?P<mark>第(?P<n>[一二三四五六七八九十]{1,2})[、，．.])")
Told = tuple[Span, str, Severity, str]  # where, what is wrong, how grave, what to write


@rule(
    "headings.levels",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7.3.3", Strength.GENERAL),
    bad=[
        notice(body="一、查什么\n⟦1.⟧许可。\n2.进货。\n二、何时查\n（一）自查。\n（二）抽查。"),
        notice(body="一、查什么\n⟦（1）⟧许可。\n（2）进货。\n二、何时查\n三月。"),
        notice(body="一、查什么\n许可。\n二、何时查\n三月。\n⟦（三）⟧谁来查\n各站。"),
        notice(body="一、查什么\n许可。\n二、何时查\n三月。\n⟦第三、⟧谁来查\n各站。"),
        notice(body="（一）查什么\n⟦一、⟧许可。\n二、进货。\n（二）何时查\n三月。"),
        notice(body="一、查什么\n⟦1.⟧许可。\n2.进货。\n二、何时查\n三月。"),
        notice(body="一、查什么\n⟦（一）、→（一）⟧许可。\n（二）、进货。"),
        notice(body="⟦一．→一、⟧查什么\n许可。\n二．何时查\n三月。"),
    ],
    good=[
        notice(body="一、查什么\n（一）许可。\n1.证。\n2.照。\n（二）进货。\n二、何时查\n（一）自查。\n（二）抽查。"),
        notice(body="一、查什么\n（一）许可。\n（二）进货。\n二、带什么\n来时带齐下列材料：\n1.证；\n2.照。"),
        notice(body="一、查什么\n许可。\n二、何时查\n第一，三月。第二，四月。"),
    ],
)
def levels(draft: Draft) -> Iterator[Hit]:
    """层次序数全文一致，依次用“一、”“（一）”“1.”“（1）”。

    一篇只报一处，是第一个不合的序数。只有两层时“一、”之下直接用“1.”的只作提示；有引语的列举不算层次。
    """
    if draft.type is DocumentType.STATUTE:
        return
    items = _own_items(draft)
    looks = (_mixed, _skipped, _strayed, _reversed, _misformed)
    found = [told for look in looks if (told := look(items, draft))]
    if found:
        span, message, severity, right = min(found, key=lambda t: (-t[2].rank, t[0].start))
        yield hit(span, f"{message}，{SYSTEM}", *([right] if right else []), severity=severity)


def _mixed(items: list[Item], draft: Draft) -> Told | None:
    """The second level written in two ways: （一） in one section, 1. in another."""
    seconds = [child for parent, child in _first_children(items, draft) if parent.level == 1]
    odd = next((child for child in seconds if child.level == 3), None)
    if odd is None or not any(child.level == 2 for child in seconds):
        return None
    severity = Severity.HINT if draft.type is None or draft.type in NO_OFFICIAL else Severity.WARNING
    message = "第二层有的用“（一）”，有的用“1.”，全文不一致"
    return odd.label(draft.text), message, severity, written(2, odd.n)


def _skipped(items: list[Item], draft: Draft) -> Told | None:
    """A level that is left out between a number and the first one below it."""
    skipping = [(p, c) for p, c in _first_children(items, draft) if p.level + 1 < c.level <= len(FORMS)]
    for mild in (False, True):
        for parent, child in skipping:
            if (child.level == 3) is mild:
                message = f"“{FORMS[parent.level]}”之下用了“{FORMS[child.level]}”，跳过“{FORMS[parent.level + 1]}”一层"
                return (
                    child.label(draft.text),
                    message,
                    Severity.HINT if mild else Severity.WARNING,
                    written(parent.level + 1, child.n),
                )
    return None


def _strayed(items: list[Item], draft: Draft) -> Told | None:
    """A number that goes on with the first level in another form: 一、 二、 （三） or 第三、."""
    ordinals = {han_number(m["n"]): Span(*m.span("mark")) for m in ORDINAL.finditer(draft.text)}
    last: dict[int, int] = {}
    for item in items:
        top = last.get(1, 0)
        goes_on = top >= 2 and item.n == top + 1
        if item.level in (2, 3) and goes_on and last.get(item.level) != top:
            return item.label(draft.text), _should_be(top), Severity.WARNING, written(1, top + 1)
        last[item.level] = item.n
    top = last.get(1, 0)
    span = ordinals.get(top + 1)
    if span and top >= 2 and top not in ordinals and all(span.start > i.words.start for i in items):
        return span, _should_be(top), Severity.WARNING, written(1, top + 1)
    return None


def _should_be(n: int) -> str:
    return f"同一层次前面用“{han_numeral(n)}、”，此处应为“{han_numeral(n + 1)}、”"


def _reversed(items: list[Item], draft: Draft) -> Told | None:
    """（一） above 一、: a higher level's numbers within a lower one's."""
    for at, (above, item) in enumerate(pairwise(items)):
        nested = above.n == item.n == 1 and above.level > item.level and item.paragraph == above.paragraph + 1
        if nested and any(i.level in (above.level, item.level) and i.n == above.n + 1 for i in items[at + 2 :]):
            message = f"“{FORMS[above.level]}”之下用了“{FORMS[item.level]}”，层次颠倒"
            return item.label(draft.text), message, Severity.WARNING, ""
    return None


def _misformed(items: list[Item], draft: Draft) -> Told | None:
    """A number with another mark: （一）、 一．; what stands behind 1 and the width of brackets the language gate tells."""
    for item in items:
        if item.level == 3:
            continue
        label = item.label(draft.text)
        end = (
            label.end + 1
            if draft.text.startswith(("、", "．", "，"), label.end) and item.level in (2, 4)
            else label.end
        )
        words = "".join(draft.text[label.start : end].split()).replace("(", "（").replace(")", "）")
        if item.level <= 4 and words not in (right := written(item.level, item.n), right.replace(".", "．")):
            return Span(label.start, end), f"序数“{words}”写法不合", Severity.HINT, right
    return None


def _first_children(items: list[Item], draft: Draft) -> Iterator[tuple[Item, Item]]:
    """Each number with the first one below it, where that one begins a level and no list."""
    for parent, child in pairwise(items):
        before = draft.text[parent.number.start : child.number.start].rstrip("（( \t\u3000\n")
        lists = before.endswith(LEADS_IN) or child.words.of(draft.text).rstrip().endswith(ITEM_ENDS)
        if child.level > parent.level and child.n == 1 and not lists:
            yield parent, child


def _own_items(draft: Draft) -> list[Item]:
    """The numbered paragraphs of the draft's own text, none in tables, attachments or their list."""
    whole = draft.once(body)
    apart = [e.span for k in (ElementKind.ATTACHMENT, ElementKind.ATTACHMENT_NOTE) for e in draft.all(k)]
    return [
        item
        for _, item in draft.once(numbered_items)
        if draft.paragraphs[item.paragraph].part is Part.BODY
        and (whole is None or whole.contains(item.number))
        and not any(s.contains(item.number) for s in apart)
    ]
