"""Where in a draft its directives turn rules off."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from docproof.engine.face import is_named
from docproof.model import Directive, Finding, Span, Verb

Named = tuple[Directive, str]  # a directive, and that of its names that means a rule; "" where it names none


class Switches:
    """The directives of a draft, asked finding by finding; remembers which of them left something alone."""

    def __init__(self, directives: Iterable[Directive]):
        every = list(directives)
        self._spans = [d.span for d in every if d.reach is None]
        valid = [d for d in every if d.verb is not Verb.UNKNOWN]
        self._in_text = [d for d in valid if d.reach is None]
        self._in_comments = [d for d in valid if d.reach is not None and d.verb is Verb.OFF]
        self._of_rule: dict[str, tuple[list[int], list[Named], list[Named]]] = {}
        self._used: set[tuple[int, int, str]] = set()

    def speaks_of_one(self, finding: Finding) -> bool:
        """Whether a finding is about a directive's own words, which a rule over the raw text sees."""
        at = bisect_right(self._spans, Span(finding.span.start, finding.span.end))
        near = self._spans[max(at - 1, 0) : at + 1]
        return len(finding.span) > 0 and any(s.contains(finding.span) for s in near)

    def leaves_alone(self, finding: Finding) -> bool:
        """Whether a finding stands where its rule is off: after the last word on the rule, or at a comment's words."""
        if not (self._in_text or self._in_comments):
            return False
        if finding.rule not in self._of_rule:
            in_text = list(_naming(finding.rule, self._in_text))
            starts = [d.span.start for d, _ in in_text]
            self._of_rule[finding.rule] = (starts, in_text, list(_naming(finding.rule, self._in_comments)))
        starts, in_text, in_comments = self._of_rule[finding.rule]
        at = bisect_right(starts, finding.span.start)
        off = [in_text[at - 1]] if at and in_text[at - 1][0].verb is Verb.OFF else []
        off += [(d, name) for d, name in in_comments if d.reach and d.reach.overlaps(finding.span)]
        self._used |= {_identity(d, name) for d, name in off}
        return bool(off)

    def was_used(self, directive: Directive, name: str) -> bool:
        """Whether a directive, by one of its names ("" without any), has left a finding alone."""
        return _identity(directive, name) in self._used


def _naming(rule: str, directives: Iterable[Directive]) -> Iterable[Named]:
    for directive in directives:
        name = next((n for n in directive.rules if is_named(rule, n)), None) if directive.rules else ""
        if name is not None:
            yield directive, name


def _identity(directive: Directive, name: str) -> tuple[int, int, str]:
    return directive.span.start, directive.span.end, name
