"""Profiles: which rules apply to whose drafts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docproof.engine.schema import ProfileData
from docproof.engine.yamlfiles import load
from docproof.model import RuleError, Severity


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of issuer: the rules that do not apply to its drafts, and those that weigh differently.

    A rule is named by its id, or with others by the family before a dot and `*`.
    """

    id: str
    name: str
    off: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    def turns_off(self, rule: str) -> bool:
        return any(_names(pattern, rule) for pattern in self.off)

    def severity(self, rule: str, default: Severity) -> Severity:
        return next((s for pattern, s in self.severities if _names(pattern, rule)), default)


def load_profiles(folder: Path) -> dict[str, Profile]:
    """The profiles of a rules folder by id. Raises RuleError naming file and line."""
    profiles = {}
    for path in sorted((folder / "profiles").glob("*.yaml")):
        data = load(path, ProfileData)
        if data.id != path.stem:
            raise RuleError(f"{path}:1：id 应与文件名相同")
        profiles[data.id] = Profile(data.id, data.name, tuple(data.off), tuple(data.severities.items()))
    return profiles


def _names(pattern: str, rule: str) -> bool:
    return rule == pattern or (pattern.endswith(".*") and rule.startswith(pattern[:-1]))
