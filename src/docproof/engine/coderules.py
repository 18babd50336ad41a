"""Rules that are functions: the same face as data, under a decorator."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import msgspec

from docproof.engine.basis import Basis, Table
from docproof.engine.face import Example, Rule
from docproof.model import Draft, FixSafety, Gate, Severity, Source, Span


class Hit(msgspec.Struct, frozen=True):
    """What a rule says of one span; rule, gate and source are added by the engine.

    `severity` is that of the rule unless stated.
    """

    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None


Check = Callable[[Draft], Iterator[Hit]] | Callable[[Draft, Basis], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class CodeRule:
    """A rule's face, the function behind it, the tables that it reads, and words without one of which it finds nothing.

    `given` are rows that stand in the first of these tables when the rule's examples are tried.
    """

    face: Rule
    check: Callable[[Draft, Basis], Iterator[Hit]]
    reads: tuple[Table[Any, Any], ...] = ()
    when: tuple[str, ...] = ()
    given: tuple[Any, ...] = ()


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
    bad: Sequence[str | tuple[str, date]],
    good: Sequence[str | tuple[str, date]],
    fix: FixSafety | None = None,
    general: bool = False,
    reads: Sequence[Table[Any, Any]] = (),
    when: Sequence[str] = (),
    given: Sequence[Any] = (),
) -> Callable[[Check], CodeRule]:
    """Turn a generator over a draft into a rule; its docstring is the page's explanation, its first line the title.

    The function is not called for a draft in which none of the words `when` stands; rare words make a rule cost nothing.
    A function of two parameters is given the Basis as the second: the profile, and the tables that the rule `reads`. An
    example is a text, or a text and its as-of date; for examples of a rule whose table ships empty, `given` are the rows
    in it. Raises ValueError without a docstring or examples of both kinds.
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
            tuple(map(_example, bad)),
            tuple(map(_example, good)),
            " ".join(rest.split()),
            general,
        )
        return CodeRule(face, _with_basis(check), tuple(reads), tuple(when), tuple(given))

    return wrap


def _example(written: str | tuple[str, date]) -> Example:
    return Example.parse(written) if isinstance(written, str) else Example.parse(*written)


def _with_basis(check: Check) -> Callable[[Draft, Basis], Iterator[Hit]]:
    """The function as one of two parameters, whatever it asks for."""
    plain: Any = check
    if check.__code__.co_argcount == 2:  # what inspect.signature says, at a hundredth of its time
        return cast(Callable[[Draft, Basis], Iterator[Hit]], plain)
    return lambda draft, _: cast(Iterator[Hit], plain(draft))
