"""Profiles: what holds for whose drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docproof.engine.face import by_length, is_named
from docproof.engine.prepared import prepared
from docproof.engine.schema import LimitsData, ProfileData
from docproof.engine.yamlfiles import line_with_words, load
from docproof.model import DocumentType, ElementKind, Gate, RuleError, Severity

EVERY_TYPE = "*"


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many characters on a sentence, a paragraph, a title is long; no limit where None."""

    sentence: int | None = None
    paragraph: int | None = None
    title: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of issuer, and what holds for its drafts.

    `gates` are the ones that its drafts pass; `types` those that it issues, all where there are none; `elements` what a
    draft of a type must carry, by type or for every one. `off` are rules that do not apply, `severities` those that
    weigh differently, the one that counts first; a rule is named by its id, or with others by their family.
    """

    id: str
    name: str
    gates: tuple[Gate, ...] = tuple(Gate)
    types: tuple[DocumentType, ...] = ()
    elements: Mapping[str, tuple[ElementKind, ...]] = field(default_factory=dict)
    limits: Limits = Limits()
    off: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    def turns_off(self, rule: str) -> bool:
        return any(is_named(rule, name) for name in self.off)

    def severity(self, rule: str) -> Severity | None:
        """What a rule weighs here; None for as much as it says itself."""
        return next((s for name, s in self.severities if is_named(rule, name)), None)

    def required(self, kind: DocumentType | None) -> tuple[ElementKind, ...]:
        """The elements that a draft of a type must carry."""
        named = self.elements.get(kind.value) if kind else None
        return named if named is not None else self.elements.get(EVERY_TYPE, ())


def load_profiles(folder: Path, known: Mapping[str, Profile], proven: bool = False) -> dict[str, Profile]:
    """The profiles of a pack by id, which may extend each other and the ones `known`. Raises RuleError with the line."""
    shelf = prepared(folder) if proven else None
    written: dict[str, tuple[Path, ProfileData]] = {}
    for path in sorted((folder / "profiles").glob("*.yaml")):
        data = shelf.profiles[path.relative_to(folder).as_posix()] if shelf else load(path, ProfileData)
        if data.id != path.stem:
            raise RuleError(f"{path}:{line_with_words(path, 'id:')}：id 应与文件名相同")
        for kind in data.elements or {}:
            if kind != EVERY_TYPE and kind not in [t.value for t in DocumentType]:
                raise RuleError(f"{path}:{line_with_words(path, kind)}：elements 里不认识文种“{kind}”")
        written[data.id] = path, data
    profiles: dict[str, Profile] = {}
    for name in written:
        _resolve(name, written, known, profiles, ())
    return profiles


def see_rules(folder: Path, profiles: Iterable[Profile], ids: Iterable[str]) -> None:
    """See that the rules which a pack's profiles name are there. Raises RuleError with the line."""
    every = list(ids)
    for profile in profiles:
        for name in (*profile.off, *(n for n, _ in profile.severities)):
            if not any(is_named(rule, name) for rule in every):
                path = folder / "profiles" / f"{profile.id}.yaml"
                raise RuleError(f"{path}:{line_with_words(path, name)}：没有名为 {name} 的规则")


def _resolve(
    name: str,
    written: Mapping[str, tuple[Path, ProfileData]],
    known: Mapping[str, Profile],
    profiles: dict[str, Profile],
    below: tuple[str, ...],
) -> Profile:
    """The profile `name` with what it takes from those above it; `below` are the ones that extend it."""
    if name in profiles:
        return profiles[name]
    path, data = written[name]
    base = Profile("", "")
    if data.extends:
        where = f"{path}:{line_with_words(path, 'extends:')}"
        if data.extends in (name, *below):
            raise RuleError(f"{where}：extends 绕成了圈：{'、'.join((*below, name, data.extends))}")
        if data.extends in written:
            base = _resolve(data.extends, written, known, profiles, (*below, name))
        elif data.extends in known:
            base = known[data.extends]
        else:
            raise RuleError(f"{where}：没有名为 {data.extends} 的单位类型，可选 {'、'.join(known) or '无'}")
    profiles[name] = _extended(base, data)
    return profiles[name]


def _extended(base: Profile, data: ProfileData) -> Profile:
    elements = {kind: tuple(kinds) for kind, kinds in (data.elements or {}).items()}
    severities = sorted(data.severities.items(), key=lambda named: by_length(named[0]), reverse=True)
    return Profile(
        data.id,
        data.name,
        base.gates if data.gates is None else tuple(data.gates),
        base.types if data.types is None else tuple(data.types),
        {**base.elements, **elements},
        _limits(base.limits, data.limits),
        (*data.off, *base.off),
        (*severities, *base.severities),
    )


def _limits(base: Limits, data: LimitsData) -> Limits:
    return Limits(data.sentence or base.sentence, data.paragraph or base.paragraph, data.title or base.title)
