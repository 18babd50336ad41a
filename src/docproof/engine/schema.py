"""The shape of a rule file, strictly typed."""

from __future__ import annotations

from typing import Literal

import msgspec

from docproof.model import FixSafety, Scope, Severity, Strength


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
    why: str = ""


class ProfileData(msgspec.Struct, forbid_unknown_fields=True):
    """One file of rules/profiles/: which rules do not apply, and which weigh differently."""

    id: str
    name: str
    off: list[str] = []
    severities: dict[str, Severity] = {}
