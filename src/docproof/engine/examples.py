"""A rule's examples are its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from docproof.engine.face import Example, Rule
from docproof.engine.ruleset import RuleSet
from docproof.engine.yamlfiles import line_with
from docproof.model import Draft

Outline = Callable[[str, "date | None"], Draft]


class ExampleFailure(msgspec.Struct, frozen=True):
    """An example that a rule does not treat as it says, with what was found instead.

    `place` is file and line of the example for a data rule, "" for a code rule.
    """

    place: str
    rule: str
    example: str
    problem: str


def check_examples(rules: RuleSet, outline: Outline) -> Iterator[ExampleFailure]:
    """Try every rule on its own examples, alone; `outline` turns a text and its as-of date into a draft."""
    for face in rules.checks:
        alone = rules.only([face.id]).with_given()
        for example in face.bad:
            if problem := _missed(alone, face.id, example, outline):
                yield ExampleFailure(_place(face, example), face.id, example.marked, problem)
        for example in face.good:
            found = [f.text for f in alone.findings(outline(example.text, example.as_of)) if f.rule == face.id]
            if found:
                yield ExampleFailure(_place(face, example), face.id, example.marked, f"误报：{'、'.join(found)}")


def _missed(alone: RuleSet, rule: str, example: Example, outline: Outline) -> str:
    found = {f.span: f for f in alone.findings(outline(example.text, example.as_of)) if f.rule == rule}
    for span, right in example.marks:
        finding = found.pop(span, None)
        if finding is None:
            return f"没有报“{span.of(example.text)}”，报了：{'、'.join(f.text for f in found.values()) or '无'}"
        if right is not None and finding.suggestions[:1] != (right,):
            return f"“{span.of(example.text)}”应建议“{right}”，实际建议：{'、'.join(finding.suggestions) or '无'}"
    return f"多报：{'、'.join(f.text for f in found.values())}" if found else ""


def _place(face: Rule, example: Example) -> str:
    return f"{face.file}:{line_with(face.file, face.id, example.marked)}" if face.file else ""
