"""One pass over a draft for the words of all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec.structs import replace

from docproof.engine.coderules import CodeRule, Hit
from docproof.engine.datarules import PatternRule, WordRule, softened
from docproof.engine.segmentation import COMMON, Vocabulary
from docproof.engine.tables import Entry
from docproof.model import Draft, Scope, Severity

Target = tuple[WordRule, Entry] | PatternRule


class Met(msgspec.Struct):
    """What one pass over a draft meets: words of lists, the paragraphs in which a pattern is tried, ids of code rules."""

    words: list[tuple[int, int, WordRule, Entry]] = msgspec.field(default_factory=list)
    lines: dict[str, dict[tuple[int, int], PatternRule]] = msgspec.field(default_factory=lambda: defaultdict(dict))
    code: set[str] = msgspec.field(default_factory=set)


class Scanner:
    """The words of all lists, and the literals of patterns and of code rules, in one automaton.

    A pattern with literals is tried only in the paragraphs where one of them stands; a pattern without runs over the
    whole text as one expression. `vocabulary` says which words stand apart.
    """

    def __init__(
        self,
        rules: Sequence[PatternRule | WordRule],
        vocabulary: Vocabulary = COMMON,
        code: Sequence[CodeRule] = (),
    ):
        self._vocabulary = vocabulary
        self._everywhere = [r for r in rules if isinstance(r, PatternRule) and not r.when]
        self._targets: dict[str, list[Target]] = defaultdict(list)
        for rule in rules:
            if isinstance(rule, WordRule):
                for entry in rule.entries:
                    self._targets[entry.wrong].append((rule, entry))
            else:
                for literal in rule.when:
                    self._targets[literal].append(rule)
        called: dict[str, set[str]] = defaultdict(set)
        for function in code:
            for literal in function.when:
                called[literal].add(function.face.id)
        self._words = list(dict.fromkeys([*self._targets, *called]))
        self._lists = [self._targets.get(word, []) for word in self._words]
        self._called = [called.get(word) for word in self._words]
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard) if self._words else None

    def meet(self, draft: Draft) -> Met:
        """What stands in the draft, found in one pass."""
        met = Met()
        matches = self._automaton.find_matches_as_indexes(draft.text, overlapping=True) if self._automaton else []
        left = right = -1
        for index, start, end in matches:
            if called := self._called[index]:
                met.code.update(called)
            for target in self._lists[index]:
                if isinstance(target, PatternRule):
                    if not left <= start < right:
                        left, right = draft.document.line_bounds(start)
                    met.lines[target.face.id][left, right] = target
                else:
                    rule, entry = target
                    if draft.view(rule.scope)[start:end] == entry.wrong and rule.concerns.holds(draft):
                        met.words.append((start, end, rule, entry))
        return met

    def hits(self, met: Met, draft: Draft) -> Iterator[tuple[PatternRule | WordRule, Hit]]:
        """Every hit of every data rule on the draft, in no particular order."""
        text = draft.text
        yield from self._word_hits(met.words, draft)
        for bounds in met.lines.values():
            about = next(iter(bounds.values()))
            if not (about.concerns.holds(draft) and _is_absent(about, text)):
                continue
            for (start, end), pattern in bounds.items():
                yield from self._pattern_hits(pattern, draft, start, end)
        for pattern in self._everywhere:
            if pattern.concerns.holds(draft) and _is_absent(pattern, text):
                yield from self._pattern_hits(pattern, draft, 0, len(text))

    def _word_hits(self, words: list[tuple[int, int, WordRule, Entry]], draft: Draft) -> Iterator[tuple[WordRule, Hit]]:
        """The longest word at each place, where its conditions hold."""
        words.sort(key=lambda w: (w[0], -w[1]))
        reached: dict[str, int] = {}
        for start, end, rule, entry in words:
            if end <= reached.get(rule.face.id, 0):
                continue
            severity = softened(rule.face.severity, entry.until or rule.since, draft.as_of)
            found = rule.hit(entry, start, draft) if severity else None
            if found is None or (
                entry.apart and not self._vocabulary.stands_apart(draft.view(Scope.PROSE), start, end)
            ):
                continue
            reached[rule.face.id] = end
            yield rule, _weighed(found, severity, rule.face.severity)

    def _pattern_hits(self, rule: PatternRule, draft: Draft, start: int, end: int) -> Iterator[tuple[PatternRule, Hit]]:
        severity = softened(rule.face.severity, rule.since, draft.as_of)
        if severity is not None:
            for found in rule.hits(draft.view(rule.scope), draft.text, start, end, self._vocabulary):
                yield rule, _weighed(found, severity, rule.face.severity)


def _is_absent(rule: PatternRule, text: str) -> bool:
    return not any(word in text for word in rule.absent)


def _weighed(found: Hit, severity: Severity | None, usual: Severity) -> Hit:
    return found if severity is usual else replace(found, severity=severity)
