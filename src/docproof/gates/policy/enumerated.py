"""Where a draft enumerates the members of a standard formulation, and the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from docproof.gates.policy.library import Formulation, Series
from docproof.model import Severity
from docproof.model.patterns import later

JOINS = (later(r"[、，；]"), later(r"[、，；]?(?:以及|和|与|及)"))  # the mark alone first: 、和谐
STRANGER = later(r"[^、，；。：！？（）《》\s\ufffc]{1,12}(?=[、，])")
ITEM = later(r"[^、，；。：！？“”（）《》\s\ufffc]{1,16}")
ENDS = later(r"[，。；：、”）\s的等]|发展|理念|$")
CLOSED = later(r"(?:工作|要求|原则|方针|机制|制度|责任|的.*|等.*)?")  # what may stand behind the last item
MOST_STRANGERS = 2
SENTENCE_ENDS = "[。；！？\n]"
REACH = 60  # code points on either side that a sentence is looked through for its other words
DEFINED = later(
    r"[”’]?(?!特别|尤其)[\u4e00-\u9fff]{0,4}[，（(]?(?:：|——|（|\(|即|就是|也就是|是指|包括|分别是|分别为|是)+“?"
)
NAMED_BEHIND = later(r"”?(?:的|这|这一|“|，|为内容的?|为主要内容的?|为基本内容的?){1,3}")
JOINING = ("、", "，", "；", "和", "与", "及")
YEAR = later(r"(?:19|20)\d\d(?=年)")


class Item(msgspec.Struct, frozen=True):
    """One item of an enumeration, and the member that it stands for; None for a stranger."""

    start: int
    end: int
    member: str | None


class Around:
    """The sentence that an enumeration stands in."""

    def __init__(self, text: str, series: Series, items: list[Item]):
        self._start, self._end = items[0].start, items[-1].end
        self._is_pair = len(items) == 2
        left, right = max(0, self._start - REACH), min(self._end + REACH, len(text))
        before = re.split(SENTENCE_ENDS, text[left : self._start])[-1]
        behind = re.split(SENTENCE_ENDS, text[self._end : right])[0]
        self._before, self._behind = before, behind
        self.names = [*series.names.finditer(before)], [*series.names.finditer(behind)]
        self.defined = any(DEFINED.fullmatch(before, m.end()) for m in self.names[0]) or any(
            NAMED_BEHIND.fullmatch(behind, 0, m.start()) for m in self.names[1]
        )

    @property
    def is_named(self) -> bool:
        """Whether the formulation is called by its name."""
        return any(self.names)

    def tells(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands outside the enumeration."""
        return any(w in self._before or w in self._behind for w in words)

    def tells_of_years_before(self, version: Formulation) -> bool:
        """Whether a year before the version began is named before the enumeration."""
        since = version.since
        return since is not None and any(int(m.group()) < since.year for m in YEAR.finditer(self._before))

    def severity(self, version: Formulation) -> Severity:
        """How certain a difference is: common words and a mere pair need their name, and 等 leaves things out."""
        certain = self.is_named or (version.judged == "members" and not self._is_pair)
        return Severity.WARNING if certain and not self._behind.startswith("等") else Severity.HINT


def items_from(series: Series, text: str, at: int) -> list[Item]:
    """The enumeration whose first known member begins at `at`: members, and strangers among or behind them."""
    first = series.member.match(text, at)
    assert first
    items = [Item(at, first.end(), series.forms[first.group()])]
    while True:
        known = _member_behind(series, text, items[-1].end)
        if known is None and (slip := _slip_behind(series, text, items[-1].end)):
            items.append(slip)
            continue
        among = [] if known else _strangers_behind(series, text, items[-1].end)
        if known is None and not among:
            break
        items += [known] if known else among
    last = items[-1]
    extra = _alike_behind(series, text, last.end) or _begins_alike(series, text, last) if last.member else None
    return [*items, extra] if extra else items


def _strangers_behind(series: Series, text: str, at: int) -> list[Item]:
    """One or two strangers joined to what ends at `at`, with the member behind them; empty where none is."""
    among: list[Item] = []
    while len(among) < MOST_STRANGERS and text.startswith("、", at) and (m := STRANGER.match(text, at + 1)):
        at = m.end()
        among.append(Item(m.start(), at, None))
        if known := _member_behind(series, text, at):
            return [*among, known]
    return []


def _member_behind(series: Series, text: str, at: int) -> Item | None:
    """The member that is joined to what ends at `at`, if any."""
    for join in JOINS:
        if (mark := join.match(text, at)) and (known := series.member.match(text, mark.end())):
            return Item(known.start(), known.end(), series.forms[known.group()])
    return None


def _slip_behind(series: Series, text: str, at: int) -> Item | None:
    """What is joined to what ends at `at` and is a member but for one character, if anything."""
    if text[at : at + 1] not in JOINING:
        return None
    same = (form for form in series.forms if is_slip(text[at + 1 : at + 1 + len(form)], form))
    form = next(same, None)
    return Item(at + 1, at + 1 + len(form), None) if form else None


def _alike_behind(series: Series, text: str, at: int) -> Item | None:
    """The item behind the last member that ends as all members do: 民族自信 behind 制度自信."""
    suffix = series.affixes[1]
    whole = ITEM.match(text, at + 1) if suffix and text[at : at + 1] in ("、", "和", "与") else None
    size = whole.group().find(suffix) if whole else 0
    return Item(whole.start(), whole.start() + size + len(suffix), None) if whole and 0 < size <= 8 else None


def _begins_alike(series: Series, text: str, last: Item) -> Item | None:
    """The item in the place of the last member that begins as all members do: 稳物价 behind 稳投资."""
    prefix = series.affixes[0]
    whole = ITEM.match(text, last.end + 1) if prefix and text[last.end : last.end + 1] in ("、", "和", "与") else None
    wanted = series.versions[0].right[-1] if whole else ""
    if whole is None or last.member == wanted or not whole.group().startswith(prefix):
        return None
    size = min(len(whole.group()), len(wanted))
    return Item(whole.start(), whole.start() + size, None) if CLOSED.fullmatch(whole.group(), size) else None


def is_slip(words: str, member: str) -> bool:
    """Whether words are a member but for one character: 法制政府."""
    if len(words) != len(member) or len(member) < 3:
        return False
    if words[0] != member[0]:  # most are told apart here
        return words[1:] == member[1:]
    return sum(a != b for a, b in zip(words, member, strict=True)) == 1


def with_neighbour(text: str, series: Series, items: list[Item], missing: str, right: tuple[str, ...]) -> list[Item]:
    """The items with the word before or behind them that stands where the missing member should."""
    prefix, suffix = series.affixes
    size = len(missing)
    start, end = items[0].start - 1, items[-1].end + 1
    if missing == right[-1] and text[end - 1 : end] in ("、", "和", "与") and not suffix:
        whole = ITEM.match(text, end)
        if whole and len(whole.group()) >= size and whole.group().startswith(prefix) and ENDS.match(text, end + size):
            return [*items, Item(end, end + size, None)]
    if missing == right[0] and start >= size and is_slip(text[start - size : start], missing):
        return [Item(start - size, start, None), *items]
    if missing == right[0] and text[start : start + 1] == "、":
        left = text[max(start - size - 4, 0) : start]
        begins = (
            start - size
            if len(suffix) > 1
            else start - len(left) + left.rfind(prefix)
            if len(prefix) > 1 and len(right) > 3
            else start
        )
        before = text[max(begins, 0) : start]
        if ITEM.fullmatch(before) and before.startswith(prefix) and before.endswith(suffix):
            return [Item(start - len(before), start, None), *items]
    return items
