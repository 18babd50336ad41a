"""Rules that are data: what a rule file states, ready to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from docproof.engine.coderules import Hit
from docproof.engine.companions import follow, precede
from docproof.engine.face import Rule
from docproof.engine.segmentation import Vocabulary
from docproof.engine.tables import Entry
from docproof.model import MASK, Direction, DocumentType, Draft, Scope, Severity, Span

SPAN_GROUP = "mark"
NUMBER_GOES_ON = re.compile(r"[\d.]")


class Concerns(msgspec.Struct, frozen=True):
    """Which drafts a rule is about: those of these types and directions, of all where none is named, but none `exempt`."""

    types: tuple[DocumentType, ...] = ()
    directions: tuple[Direction, ...] = ()
    exempt: tuple[DocumentType, ...] = ()

    def holds(self, draft: Draft) -> bool:
        return (
            (not self.types or draft.type in self.types)
            and (not self.directions or draft.direction in self.directions)
            and draft.type not in self.exempt
        )


@dataclass(frozen=True)
class PatternRule:
    """Regular expressions, each match of which is a hit.

    - `when`: literals of which one must stand in the paragraph; `absent`: words of which none may stand in the draft.
    - A group named `mark` is the span that is wrong; where it takes no part, the whole match is.
    - `suggest` are templates over the named groups; `swaps` gives the replacement for the words matched.
    - `apart`: the segmentation must cut at the ends of the match and of its mark ("yes"), or of the mark ("mark").
    - `unless`: an expression that, matching where the match begins, calls it off.
    """

    face: Rule
    patterns: tuple[str, ...]
    when: tuple[str, ...]
    absent: tuple[str, ...]
    suggest: tuple[str, ...]
    swaps: dict[str, str]
    scope: Scope
    since: date | None
    apart: str
    unless: str | None
    concerns: Concerns

    @cached_property
    def _compiled(self) -> list[re.Pattern[str]]:
        return [re.compile(p) for p in self.patterns]

    @cached_property
    def _exception(self) -> re.Pattern[str] | None:
        return re.compile(self.unless) if self.unless else None

    def hits(self, view: str, text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Hit]:
        """What the patterns find between two offsets of the masked text `view`."""
        for pattern in self._compiled:
            for match in pattern.finditer(view, start, end):
                span = _marked(match)
                if self._counts(match, span, view, vocabulary):
                    yield self._hit(match, span.of(text), span)

    def _counts(self, match: re.Match[str], span: Span, view: str, vocabulary: Vocabulary) -> bool:
        if self._exception and self._exception.match(view, match.start()):
            return False
        if self.scope is not Scope.RAW and MASK in span.of(view):
            return False
        if self.apart == "no":
            return True
        if self.apart == "yes" and not vocabulary.stands_apart(view, *match.span()):
            return False
        return vocabulary.stands_apart(view, span.start, span.end)

    def _hit(self, match: re.Match[str], words: str, span: Span) -> Hit:
        groups = {k: v or "" for k, v in match.groupdict().items()} | {"words": words}
        right = [self.swaps[words]] if words in self.swaps else [s.format_map(groups) for s in self.suggest]
        message = self.face.message.format_map(groups | {"right": right[0] if right else ""})
        return Hit(span, message, tuple(r for r in right if r != words))


@dataclass(frozen=True)
class WordRule:
    """A list of words, each with what to write instead."""

    face: Rule
    entries: tuple[Entry, ...]
    scope: Scope
    since: date | None
    concerns: Concerns
    table: Path | None = None  # the word list that holds the entries

    def hit(self, entry: Entry, start: int, draft: Draft) -> Hit | None:
        """What the entry says of its word at `start`; None where one of its conditions does not hold.

        A word that begins with a digit is no part of a longer number.
        """
        end = start + len(entry.wrong)
        if entry.wrong[0].isdigit() and NUMBER_GOES_ON.match(draft.text[max(0, start - 1) : start]):
            return None
        if entry.after and not follow(entry.after, draft.text, end):
            return None
        if entry.before and not precede(entry.before, draft.text, start):
            return None
        if any(_covers(word, entry.wrong, draft.text, start) for word in entry.excepts):
            return None
        if entry.requires:
            paragraph = Span(*draft.document.line_bounds(start)).of(draft.text)
            if not any(word in paragraph for word in entry.requires):
                return None
        right = entry.right[0] if entry.right else ""
        message = self.face.message.format_map({"words": entry.wrong, "right": right, "note": entry.note})
        return Hit(Span(start, end), message, entry.right)


def _marked(match: re.Match[str]) -> Span:
    """The span of the group `mark` where it took part, else of the whole match."""
    if SPAN_GROUP in match.re.groupindex and match.start(SPAN_GROUP) >= 0:
        return Span(*match.span(SPAN_GROUP))
    return Span(*match.span())


def _covers(word: str, wrong: str, text: str, start: int) -> bool:
    """Whether `word`, which holds `wrong`, stands around the place."""
    at = word.find(wrong)
    while at >= 0:
        if text.startswith(word, start - at) and start >= at:
            return True
        at = word.find(wrong, at + 1)
    return False


def softened(severity: Severity, since: date | None, as_of: date | None) -> Severity | None:
    """A rule that holds since a date: None for an older draft, a hint where the draft's date is unknown."""
    if since is None:
        return severity
    if as_of is None:
        return Severity.HINT
    return severity if as_of >= since else None
