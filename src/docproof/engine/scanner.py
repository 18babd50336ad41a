"""One pass over a draft for all data rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from docproof.engine.coderules import Hit
from docproof.engine.datarules import PatternRule, WordRule, softened
from docproof.engine.segmentation import COMMON, Vocabulary
from docproof.engine.tables import Entry
from docproof.model import Draft, Scope, Severity

Target = tuple[WordRule, Entry] | PatternRule


class Scanner:
    """The words of all lists and the literals of patterns in one automaton.

    A pattern with literals is tried only in the paragraphs where one of them stands; a pattern without runs over the
    whole text as one expression. `vocabulary` says which words stand apart.
    """

    def __init__(self, rules: Sequence[PatternRule | WordRule], vocabulary: Vocabulary = COMMON):
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
        self._words = list(self._targets)
        self._lists = list(self._targets.values())
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard) if self._words else None

    def scan(self, draft: Draft) -> Iterator[tuple[PatternRule | WordRule, Hit]]:
        """Every hit of every rule on the draft, in no particular order."""
        text = draft.text
        lines: dict[str, dict[tuple[int, int], PatternRule]] = defaultdict(dict)
        words: list[tuple[int, int, WordRule, Entry]] = []
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else []
        for index, start, end in matches:
            for target in self._lists[index]:
                if isinstance(target, PatternRule):
                    lines[target.face.id][draft.document.line_bounds(start)] = target
                else:
                    rule, entry = target
                    if draft.view(rule.scope)[start:end] == entry.wrong and rule.concerns.holds(draft):
                        words.append((start, end, rule, entry))
        yield from self._word_hits(words, draft)
        for bounds in lines.values():
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
