"""One mistake, one finding: where several rules speak of the same place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from docproof.engine.coderules import Hit
from docproof.engine.face import Rule
from docproof.model import Gate

Pair = tuple[Rule, Hit]
FORMS = ("punctuation", "numerals", "dates", "numbering", "characters")  # of which the format gate speaks in elements
STRUCTURE = "headings"  # the one family of the format gate that looks at a draft as a whole
WIDEST = 120  # code points
OF_WORDS = (Gate.LANGUAGE, Gate.POLICY)  # the rules of the other gates each ask a question of their own


def settled(pairs: list[Pair]) -> Iterator[Pair]:
    """The hits that stay, of hits in text order.

    A general rule gives way to any other rule of its gate that speaks of the same characters. What the format gate says
    to write in an element stands for what the language gate says of marks and numerals there. Within one family of the
    gates that look at words, a span gives way to one that holds it, and of two that speak of the same span the graver
    stays, then the one that says what to write instead.
    """
    cluster: list[Pair] = []
    reach = -1
    for pair in pairs:
        span = pair[1].span
        if span.start >= reach:
            yield from _of_cluster(cluster)
            cluster = []
        cluster.append(pair)
        if not _is_wide(pair):
            reach = max(reach, span.end)
    yield from _of_cluster(cluster)


def _of_cluster(cluster: list[Pair]) -> Iterator[Pair]:
    """The hits that stay, of hits that hang together by overlapping."""
    narrow = [pair for pair in cluster if not _is_wide(pair)]
    longest = max((len(hit.span) for _, hit in narrow), default=0)
    starts = [hit.span.start for _, hit in narrow]
    for pair in cluster:
        span = pair[1].span
        near = narrow[bisect_left(starts, span.start - longest) : bisect_right(starts, span.end)]
        if _is_wide(pair) or not any(_outdoes(other, pair) for other in near if other is not pair):
            yield pair


def _is_wide(pair: Pair) -> bool:
    """Whether a hit is about a stretch of text as a whole, a long sentence or paragraph, and not about words in it."""
    return len(pair[1].span) > WIDEST


def _outdoes(other: Pair, pair: Pair) -> bool:
    (rule, hit), (over, above) = pair, other
    if not above.span.overlaps(hit.span):
        return False
    if rule.gate is not over.gate:
        return _says_form(over, above) and rule.gate is Gate.LANGUAGE and _family(rule) in FORMS
    if rule.general != over.general:
        return rule.general
    if rule.gate not in OF_WORDS or _family(rule) != _family(over):
        return False
    if above.span == hit.span:
        return _weight(other) > _weight(pair)
    return above.span.contains(hit.span)


def _says_form(rule: Rule, hit: Hit) -> bool:
    """Whether a hit says how an element is to be written."""
    return rule.gate is Gate.FORMAT and bool(hit.suggestions) and _family(rule) != STRUCTURE


def _family(rule: Rule) -> str:
    return rule.id.partition(".")[0]


def _weight(pair: Pair) -> tuple[int, bool, str]:
    """What decides between two rules on one span; the id, so that one of them stays."""
    rule, hit = pair
    return (hit.severity or rule.severity).rank, bool(hit.suggestions), rule.id
