"""What differs between a draft's enumerations and the library of standard formulations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import accumulate, pairwise, zip_longest

import msgspec

from docproof.gates.policy.enumerated import Around, Item, is_slip, items_from, with_neighbour
from docproof.gates.policy.library import Formulation, Library, Series
from docproof.model import Draft, Scope, Severity, Span


class Kind(Enum):
    """How an enumeration differs from the library."""

    MISSING = "missing"
    STRANGER = "stranger"
    REPEATED = "repeated"
    ORDER = "order"
    OUTDATED = "outdated"


class Departure(msgspec.Struct, frozen=True):
    """A difference: the span to change, what the library has there, and the words that it is about."""

    kind: Kind
    span: Span
    right: tuple[str, ...]
    version: Formulation
    about: str
    severity: Severity

    @property
    def message(self) -> str:
        """What is told of every difference: the library's wording and what it rests on."""
        basis = f"（{self.version.basis}）" if self.version.basis else ""
        name = self.version.name.partition("（")[0]
        return f"与规范表述库不一致：{name}为“{'、'.join(self.version.right)}”{basis}，{self.about}"


def departures(draft: Draft, library: Library) -> list[Departure]:
    """Every difference between a draft's enumerations and the library."""
    text = draft.view(Scope.WORDS)
    reached: dict[Series, int] = {}
    found: list[Departure] = []
    for at, series in library.candidates(text):
        if at < reached.get(series, 0):
            continue
        items = items_from(series, text, at)
        reached[series] = items[-1].end
        if sum(i.member is not None for i in items) >= 2:
            found += _judged(draft, text, series, items)
    return found


class Told(msgspec.Struct, frozen=True):
    """How an enumeration differs from a version: its items, the members as they should stand, and what to say."""

    kind: Kind
    items: list[Item]
    right: tuple[str, ...]
    about: str


def _judged(draft: Draft, text: str, series: Series, items: list[Item]) -> Iterator[Departure]:
    """What is wrong with an enumeration, if anything."""
    version = series.version(draft.as_of)
    members = tuple(i.member for i in items)
    same = [v for v in series.versions if v.right == members]
    if version is None or any(v.holds(draft.as_of) or _is_newer(v, version) for v in same):
        return
    around = Around(text, series, items)
    if around.tells(m for m in version.right if m not in members):
        return
    if same:
        if len(members) > 2 and not around.tells_of_years_before(version):
            severity = Severity.HINT if draft.as_of is None else around.severity(version)
            told = Told(Kind.OUTDATED, items, version.right, "这是以前的表述")
            yield _departure(told, text, version, severity)
        return
    others = [v for v in series.versions if draft.as_of is None and v is not version and len(v.members) > 2]
    for compared in (version, *others):
        found = _compared(text, series, items, compared, around)
        if found and (around.is_named or compared.judged != "name"):
            yield _departure(found, text, compared, _severity(found, draft, series, compared, around))
            return


def _is_newer(one: Formulation, other: Formulation) -> bool:
    return (one.since or date.min) > (other.since or date.min)


def _severity(told: Told, draft: Draft, series: Series, version: Formulation, around: Around) -> Severity:
    """How certain a difference is: less where the draft's day is unknown or few are named."""
    of_an_era = draft.as_of is None and version.since is not None
    older = told.kind is Kind.MISSING and len(series.versions) > 1
    few = told.kind is Kind.MISSING and (version.judged == "order" or (len(told.items) < 3 and not around.defined))
    if few or (of_an_era and (older or not around.is_named)):
        return Severity.HINT
    return around.severity(version)


def _compared(text: str, series: Series, items: list[Item], version: Formulation, around: Around) -> Told | None:
    """How an enumeration differs from one version; None where it does not, or is too little of it to tell."""
    right = version.right
    known = [i.member for i in items if i.member in right]
    missing = [m for m in right if m not in known]
    n, k = len(right), len(set(known))
    if k < 2 or (len(items) > 2 and text[items[0].end] in "和与及"):  # 甲与乙、丙 tells of 甲 beside the others
        return None
    if len(missing) == 1 and len(known) == len(items) == k:
        items = with_neighbour(text, series, items, missing[0], right)
    strangers = [i for i in items if i.member not in right]
    part = tuple(m for m in right if m in known)
    if not strangers and k == len(known) and list(part) != known and (k >= max(n - 1, 3) or _is_much(k, around)):
        whole = k == n or version.judged == "order" or k < n - 1
        words = "次序不同" if whole else f"次序不同，缺“{'、'.join(missing)}”"
        return Told(Kind.ORDER, items, part if whole else right, words)
    slip = len(missing) == len(strangers) == 1 and is_slip(text[strangers[0].start : strangers[0].end], missing[0])
    pair = n == 3 and version is series.versions[0] and (around.is_named or version.judged == "members")
    two = len(strangers) == len(missing) == 2 and k > n // 2 and around.is_named
    if not (around.defined or k >= max(n - 1, 3) or slip or pair or two):
        return None
    if strangers:
        told = len(known) == k and (slip or version.judged != "order")
        return _with_stranger(text, items, strangers, missing, right, around) if told else None
    words = f"缺“{'、'.join(missing)}”"
    if len(known) > k:
        return Told(Kind.REPEATED, items, right, "有一项重复" + (f"，{words}" if missing else ""))
    whole = version.judged != "order" or around.defined
    return Told(Kind.MISSING, items, right, words) if missing and whole else None


def _is_much(k: int, around: Around) -> bool:
    """Whether part of an enumeration is enough to tell that it is out of order."""
    return k >= 4 or (k == 3 and around.is_named)


def _with_stranger(
    text: str, items: list[Item], strangers: list[Item], missing: list[str], right: tuple[str, ...], around: Around
) -> Told | None:
    """Strangers in the places of as many members that are missing, or one beside all of them where they are defined."""
    if missing and [items.index(s) for s in strangers] != [right.index(m) for m in missing]:
        return None
    if not missing and (len(strangers) > 1 or not around.defined):
        return None
    odd = "、".join(text[s.start : s.end] for s in strangers)
    return Told(Kind.STRANGER, items, right, f"“{odd}”应为“{'、'.join(missing)}”" if missing else f"没有“{odd}”")


def _departure(told: Told, text: str, version: Formulation, severity: Severity) -> Departure:
    """The difference, as narrow as whole items allow."""
    items = told.items
    marks = [text[a.end : b.start] for a, b in pairwise(items)]
    now = [text[i.start : i.end] for i in items]
    wanted = _rejoined(items, now, marks, told.right)
    words = [w for pair in zip_longest(now, marks, fillvalue="") for w in pair][:-1]
    offsets = [items[0].start, *accumulate(map(len, words), initial=items[0].start)][1:]
    head, tail = _changed(words, wanted)
    span = Span(offsets[head], offsets[len(words) - tail])
    right = ["".join(wanted[head : len(wanted) - tail])]
    if len(wanted) > len(words) and not tail and wanted[-2] == "、":
        right.append("和".join(right[0].rsplit("、", 1)))
    return Departure(told.kind, span, tuple(right), version, told.about, severity)


def _rejoined(items: list[Item], now: list[str], marks: list[str], right: tuple[str, ...]) -> list[str]:
    """The members as they should stand, items and marks in turn, in the forms and by the marks of the draft."""
    form = {i.member: words for i, words in zip(items, now, strict=True) if i.member}
    if len(now) == len(right):
        between = marks
    else:
        before = {i.member: mark for i, mark in zip(items[1:], marks, strict=True) if i.member}
        between = [before.get(m, "、") for m in right[1:]]
        if items[-1].member != right[-1] and between[-1] == "、":  # what comes to stand last takes the last mark
            last = marks[-1] if marks[-1] not in "、，" else "、"
            between = [*("、" if m == last else m for m in between[:-1]), last]
    return [w for pair in zip_longest([form.get(m, m) for m in right], between, fillvalue="") for w in pair][:-1]


def _changed(now: list[str], wanted: list[str]) -> tuple[int, int]:
    """How many words, items and marks in turn, stay at the beginning and at the end; what changes is whole items."""
    shorter = min(len(now), len(wanted))
    head = _alike(now, wanted, shorter)
    tail = _alike(now[::-1], wanted[::-1], shorter - head)
    if head + tail < shorter:
        return head - head % 2, tail - tail % 2
    head = max(0, head - (head % 2 or 2))  # nothing stands here or there: the items beside are told with it
    if len(wanted) > len(now):
        return head, max(0, tail - (tail % 2 or 2))
    tail = _alike(now[::-1], wanted[::-1], shorter - head - 1)
    return head, tail - tail % 2


def _alike(now: list[str], wanted: list[str], most: int) -> int:
    """How many words two lists begin with alike, at most so many."""
    return next((i for i in range(most) if now[i] != wanted[i]), most)
