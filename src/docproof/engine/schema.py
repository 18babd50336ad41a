"""The shape of a rule file, strictly typed."""

from __future__ import annotations

from typing import Literal

import msgspec

from docproof.model import Direction, DocumentType, ElementKind, FixSafety, Gate, Scope, Severity, Strength


class SourceData(msgspec.Struct, forbid_unknown_fields=True):
    """`source:` of a rule."""

    standard: str
    clause: str = ""
    strength: Strength = Strength.PRACTICE


class ExampleData(msgspec.Struct, forbid_unknown_fields=True):
    """An example that needs more than its words."""

    text: str
    date: str | None = None


class RuleData(msgspec.Struct, forbid_unknown_fields=True):
    """One rule as its YAML file states it; CONTRIBUTING.md explains the fields.

    Exactly one of `pattern`, `words`, `swaps` and `table` says what is looked for. Without a `scope`, patterns see the
    prose, and words leave other people's words alone.
    """

    id: str
    message: str
    severity: Severity
    source: SourceData
    bad: list[str | ExampleData]
    good: list[str | ExampleData]
    pattern: str | list[str] | None = None
    unless: str | None = None
    when: list[str] = []
    absent: list[str] = []
    words: list[str] | None = None
    swaps: dict[str, str] | None = None
    table: str | None = None
    suggest: str | list[str] | None = None
    fix: FixSafety | None = None
    scope: Scope | None = None
    apart: Literal["yes", "mark", "no"] = "no"
    general: Literal["yes", "no"] = "no"
    except_: list[str] = msgspec.field(default_factory=list, name="except")
    since: str | None = None
    types: list[DocumentType] = []
    directions: list[Direction] = []
    exempt: list[DocumentType] = []
    why: str = ""


class LimitsData(msgspec.Struct, forbid_unknown_fields=True):
    """`limits:` of a profile, in characters: from how many on a sentence, a paragraph, a title is long."""

    sentence: int | None = None
    paragraph: int | None = None
    title: int | None = None


class ProfileData(msgspec.Struct, forbid_unknown_fields=True):
    """One file of rules/profiles/: what holds for the drafts of a kind of issuer; docs/settings.md explains the fields.

    What is not stated is as in the profile that it `extends`.
    """

    id: str
    name: str
    extends: str | None = None
    gates: list[Gate] | None = None
    types: list[DocumentType] | None = None
    elements: dict[str, list[ElementKind]] | None = None
    limits: LimitsData = msgspec.field(default_factory=LimitsData)
    off: list[str] = []
    severities: dict[str, Severity] = {}
