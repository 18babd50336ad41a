"""What holds for the check of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docproof.engine import RuleSet
from docproof.model import Gate, UsageError
from docproof.outlining import AUTO
from docproof.reading import DEFAULT_MAX_SIZE

if TYPE_CHECKING:
    from docproof.house.ignores import Ignores

ALL_GATES = tuple(Gate)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose for a check; `max_size` is in bytes of text.

    Without a `profile` that of the house holds, else "auto". `ignores` is the list of what the house has put to rest.
    """

    profile: str | None = None
    as_of: date | None = None
    gates: tuple[Gate, ...] = ALL_GATES
    rules: tuple[str, ...] = ()
    max_size: int = DEFAULT_MAX_SIZE
    ignores: Ignores | None = None


def selected(rules: RuleSet, settings: Settings) -> RuleSet:
    """The rules that the settings ask for. Raises UsageError for names that do not exist, and where none is left."""
    if settings.profile not in (None, AUTO, *rules.profiles):
        raise UsageError(f"没有名为 {settings.profile} 的单位类型，可选 {AUTO}、{'、'.join(rules.profiles)}")
    chosen = rules.only(settings.rules, settings.gates)
    if not chosen.checks and rules.checks:
        raise UsageError(_nothing(rules, settings))
    return chosen


def _nothing(rules: RuleSet, settings: Settings) -> str:
    names = "、".join(settings.rules)
    asked = rules.only(settings.rules).checks
    if not asked:
        return f"{names} 要看其他规则的结果，不能用 --rule 单独选用"
    gates = "、".join(dict.fromkeys(r.gate.value for r in asked))
    if settings.rules:
        return f"规则 {names} 不在 --gate 所选的关里，它在 {gates}"
    return f"--gate 所选的关里还没有规则，现有规则的关是 {gates}"
