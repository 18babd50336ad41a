"""Persons by an office's own table: the characters of a name, whose office it is, who stands before whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.policy.people import COMRADE, PEOPLE, Mention, People, Person, mentions
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span
from docproof.model.characters import is_han
from docproof.model.patterns import later

SOURCE = Source("本单位人员名录")
BETWEEN = later(r"(?:同志|（[^）\n]{1,12}）)?(?:[、，；]|和|以及|及)(?:[\u4e00-\u9fff]|、(?=[\u4e00-\u9fff])){0,24}")
TABLE = (
    Person("周立群", ("县委书记",), 1),
    Person("李建明", ("县委副书记、县长",), 2),
    Person("王敏", ("县委常委、常务副县长",), 3),
)


@rule(
    "person.name",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    fix=FixSafety.UNSAFE,
    reads=[PEOPLE],
    given=TABLE,
    bad=[
        "县委书记⟦周力群→周立群⟧主持会议",
        "县长⟦李明建→李建明⟧讲话，县委书记⟦周群→周立群⟧主持",
        "⟦李建民→李建明⟧同志传达了会议精神",
    ],
    good=[
        "县委书记周立群主持会议，县长李建明讲话",
        "邻县县委书记赵大勇到会，原县长李建国出席",
        "副县长李建国讲话，李大勇同志传达",
    ],
)
def name(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """姓名与名录差一个字。

    职务或“同志”旁边的姓名，与名录里这个职务的人（或名录里的人）只差一字、少一字、颠倒两字的，请核对。
    """
    people = basis.of(PEOPLE)
    if not people.all:
        return
    text = draft.view(Scope.PROSE)
    seen = set()
    for office in people.offices.finditer(text):
        if people.office_before(text, office.end()) != office.group():
            continue
        for person in people.holders(office.group(), draft.as_of):
            span = _nearly(text, office.end(), person.name, people)
            if span and span not in seen:
                seen.add(span)
                yield _hit(text, span, person)
    for at in (m.start() for m in re.finditer(COMRADE, text)):
        for person in people.all:
            span = _nearly_before(text, at, person.name, people)
            if span and person.serves(draft.as_of) and not any(span.overlaps(s) for s in seen):
                seen.add(span)
                yield _hit(text, span, person)


def _hit(text: str, span: Span, person: Person) -> Hit:
    return hit(span, f"名录中是“{person.name}”，请核对“{span.of(text)}”", person.name)


def _nearly(text: str, at: int, name: str, people: People) -> Span | None:
    """Where a name begins at `at` that differs from `name` in one character; None where it is no such name."""
    if any(text.startswith(known, at) for known in people.names):
        return None
    size = len(name)
    for length in (size, size + 1, size - 1):
        words = text[at : at + length]
        if len(words) == length >= 2 and all(map(is_han, words)) and is_slip(words, name):
            return Span(at, at + length)
    return None


def _nearly_before(text: str, at: int, name: str, people: People) -> Span | None:
    """Where a name ends at `at` that differs from `name`, of three characters or more, in one of its given name."""
    start = at - len(name)
    words = text[max(start, 0) : at]
    if len(name) < 3 or words in people.names or words[:1] != name[0] or not all(map(is_han, words)):
        return None
    return Span(start, at) if is_slip(words, name) else None


def is_slip(words: str, name: str) -> bool:
    """Whether words are a name with one character wrong, lost, doubled or swapped with its neighbour."""
    if words == name:
        return False
    if len(words) == len(name):
        other = [i for i, (a, b) in enumerate(zip(words, name, strict=True)) if a != b]
        if len(other) == 1:
            return len(name) > 2 or other == [1]
        swapped = len(other) == 2 and other[1] == other[0] + 1
        return swapped and words[other[0]] == name[other[1]] and words[other[1]] == name[other[0]]
    longer, shorter = (words, name) if len(words) > len(name) else (name, words)
    lost = [i for i in range(len(longer)) if longer[:i] + longer[i + 1 :] == shorter]
    return bool(lost) and (longer is name or any(longer[i] in name for i in lost)) and len(shorter) > 1


@rule(
    "person.office",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[PEOPLE],
    given=TABLE,
    bad=["⟦县委书记李建明→县长李建明⟧讲话"],
    good=["县长李建明讲话", "县委副书记李建明，副县长王敏，时任县长周立群"],
)
def office(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """姓名前面的职务是名录里别人的。"""
    people = basis.of(PEOPLE)
    for mention in draft.once(mentions, people):
        person = mention.person
        others = [p for p in people.holders(mention.office, draft.as_of) if p is not person]
        if not others or mention.office in person.offices or not person.offices or not person.serves(draft.as_of):
            continue
        held = person.offices[-1]
        message = f"名录中{mention.office}是{others[0].name}，{person.name}是{'、'.join(person.offices)}，请核对"
        yield hit(mention.whole, message, f"{held}{person.name}", f"{mention.office}{others[0].name}")


@rule(
    "person.order",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[PEOPLE],
    given=TABLE,
    bad=[
        "出席：⟦李建明、周立群→周立群、李建明⟧、王敏",
        "⟦县长李建明、县委书记周立群→县委书记周立群、县长李建明⟧参加",
    ],
    good=["出席：周立群、李建明、王敏", "李建明讲话。周立群主持"],
)
def order(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """名单的先后与名录的次序不一致。"""
    people = basis.of(PEOPLE)
    text = draft.view(Scope.PROSE)
    for one, other in pairwise(draft.once(mentions, people)):
        first, second = one.person.order, other.person.order
        if first is None or second is None or first <= second or not _are_listed(text, one, other):
            continue
        right = text[other.whole.start : other.span.end] + text[one.span.end : other.whole.start]
        right += text[one.whole.start : one.span.end]
        names = f"{other.person.name}在{one.person.name}之前"
        yield hit(Span(one.whole.start, other.span.end), f"与名录的次序不一致：{names}", right)


def _are_listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names stand in one list, with nothing but offices between."""
    gap = text[one.span.end : other.whole.start]
    return BETWEEN.fullmatch(gap) is not None and (not gap.strip("、，；和及以") or bool(other.office))
