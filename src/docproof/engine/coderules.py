"""Rules that are functions: the same face as data, under a decorator."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docproof.engine.face import Example, Rule
from docproof.model import Draft, FixSafety, Gate, Severity, Source, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule says of one span; rule, gate and source are added by the engine.

    `severity` is that of the rule unless stated.
    """

    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None


Check = Callable[[Draft], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class CodeRule:
    """A rule's face and the function behind it."""

    face: Rule
    check: Check


def hit(
    span: Span,
    message: str,
    *suggestions: str,
    severity: Severity | None = None,
) -> Hit:
    """What a code rule yields: the span in code points, the message, and what to write instead, the best first."""
    return Hit(span, message, suggestions, severity)


def rule(
    rule_id: str,
    *,
    gate: Gate,
    severity: Severity,
    source: Source,
    bad: Sequence[str],
    good: Sequence[str],
    fix: FixSafety | None = None,
    general: bool = False,
) -> Callable[[Check], CodeRule]:
    """Turn a generator over a draft into a rule; its docstring is the page's explanation, its first line the title.

    Raises ValueError without a docstring or without examples of both kinds.
    """

    def wrap(check: Check) -> CodeRule:
        why = inspect.getdoc(check) or ""
        if not (why and bad and good):
            raise ValueError(f"rule {rule_id} needs a docstring, bad and good examples")
        title, _, rest = why.partition("\n")
        face = Rule(
            rule_id,
            gate,
            severity,
            title.rstrip("。"),
            source,
            fix,
            tuple(Example.parse(b) for b in bad),
            tuple(Example.parse(g) for g in good),
            " ".join(rest.split()),
            general,
        )
        return CodeRule(face, check)

    return wrap
