"""Fixed phrases with a word in them that must not be another: 全心全意为[人民]服务的宗旨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from ahocorasick_rs import AhoCorasick

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.model import Draft, Gate, Scope, Severity, Source, Span
from docproof.model.characters import is_han

NOW = date(2026, 3, 1)
SLOT = re.compile(r"\[(?P<right>[^\]]+)\]")
LONGER = 2  # characters by which another word may be longer than the right one
LEAST = 4  # characters of a phrase on one side of a word with nothing on the other; fewer would not tell the phrase
LEAST_EMPTY = 7  # characters of a phrase beside a word that may be missing; 容错机制 is no part of 容错纠错机制
LINKS = "的了和与或是在为被把"  # in another word of several characters they show another sentence


class Phrase(msgspec.Struct, frozen=True):
    """A row of phrases.tsv: a phrase, the words that must stand in it in brackets, and others that may stand there."""

    phrase: str
    other: tuple[str, ...] = ()
    severity: Severity = Severity.WARNING
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a phrase, and what stands before and behind it."""

    row: Phrase
    before: str
    right: str
    behind: str

    @property
    def anchor(self) -> str:
        """What the phrase is found by."""
        return max(self.before, self.behind, key=len)

    @property
    def whole(self) -> str:
        return self.before + self.right + self.behind

    def filled(self, text: str, start: int, end: int) -> Span | None:
        """Where another word than the right one stands, when the anchor stands from start to end; empty where none does."""
        most = len(self.right) + LONGER
        if self.anchor == self.before:
            at = end
            until = text.find(self.behind, at, at + most + len(self.behind)) if self.behind else at + len(self.right)
        else:
            until = start
            left = text.rfind(self.before, max(0, until - most - len(self.before)), until)
            at = (
                left + len(self.before)
                if self.before and left >= 0
                else (-1 if self.before else until - len(self.right))
            )
        return Span(at, until) if 0 <= at <= until <= len(text) else None

    def is_other(self, words: str) -> bool:
        """Whether words in the place of the right one are another."""
        if self.right in words or words in self.row.other or not all(map(is_han, words)):
            return False
        if not words:
            return len(self.before) + len(self.behind) >= LEAST_EMPTY
        return len(words) == 1 or not any(c in words for c in LINKS)


def _slots(row: Phrase) -> Iterator[Slot]:
    for m in SLOT.finditer(row.phrase):
        before, behind = (SLOT.sub(r"\g<right>", part) for part in (row.phrase[: m.start()], row.phrase[m.end() :]))
        if (before and behind) or len(before + behind) >= LEAST:
            yield Slot(row, before, m["right"], behind)


@dataclass(frozen=True, eq=False)
class Phrases:
    """All words of all phrases, and an automaton that finds what stands beside them."""

    slots: list[Slot]
    automaton: AhoCorasick

    @classmethod
    def of(cls, rows: Sequence[Phrase]) -> Phrases:
        slots = [slot for row in rows for slot in _slots(row)]
        return cls(slots, AhoCorasick([slot.anchor for slot in slots]))

    def departures(self, text: str) -> Iterator[tuple[Slot, Span]]:
        """Where a phrase has another word, once each; the span is empty where it has none."""
        seen = set()
        for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            slot = self.slots[index]
            span = slot.filled(text, start, end)
            if span is not None and span not in seen and slot.is_other(span.of(text)):
                seen.add(span)
                yield slot, span


PHRASES: Table[Phrase, Phrases] = Table("policy/phrases.tsv", Phrase, Phrases.of)


@rule(
    "formulation.phrase",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=Source("党的全国代表大会报告、党内法规等权威文本的规范表述"),
    reads=[PHRASES],
    bad=[
        "坚持全心全意为⟦群众→人民⟧服务的根本宗旨",
        ("把权力关进⟦法律→制度⟧的笼子，健全容错⟦改错→纠错⟧机制", NOW),
        ("实施藏粮于地、藏粮于⟦科→技⟧战略", NOW),
        ("在⟦以习近平为核→以习近平同志为核⟧心的党中央坚强领导下", NOW),
    ],
    good=[
        "坚持全心全意为人民服务的根本宗旨，全心全意为群众服务",
        ("把权力关进制度的笼子，健全容错纠错机制", NOW),
        ("市场在资源配置中的基础性作用", date(2010, 3, 1)),
        "做好耕地占补平衡，党委负首要的主体责任",
    ],
)
def phrase(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """固定的说法换了词。

    对照固定说法表逐处核对。文稿日期早于说法提出日期的不报，日期不明的只提示。
    """
    text = draft.view(Scope.WORDS)
    for slot, span in basis.of(PHRASES).departures(text):
        row = slot.row
        if row.since and draft.as_of and draft.as_of < row.since:
            continue
        severity = Severity.HINT if row.since and draft.as_of is None else row.severity
        right = slot.right
        if not span.of(text):  # nothing stands there: the words beside it are told with it
            span = Span(span.start - min(4, len(slot.before)), span.end + min(2, len(slot.behind)))
            right = slot.before[-4:] + right + slot.behind[:2]
        yield hit(span, f"与规范表述库不一致：写作“{slot.whole}”", right, severity=severity)
