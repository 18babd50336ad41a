"""All rules that apply, and what they find in a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from docproof.engine.coderules import CodeRule, Hit
from docproof.engine.face import Rule
from docproof.engine.loading import DataRule, load_pack
from docproof.engine.profiles import Profile, load_profiles
from docproof.engine.scanner import Scanner
from docproof.engine.settling import settled
from docproof.model import Draft, Finding, Gate, RuleError, UsageError
from docproof.model.finding import finding_key

NO_PROFILE = Profile("plain", "普通文字")


class RuleSet:
    """Data rules and code rules side by side, behind one face.

    `profiles` are known by id; a draft whose profile has none is checked by every rule.
    """

    def __init__(self, data: Sequence[DataRule], code: Sequence[CodeRule], profiles: dict[str, Profile]):
        self._data, self._code, self.profiles = tuple(data), tuple(code), profiles
        faces = [r.face for r in (*self._data, *self._code)]
        self.rules: dict[str, Rule] = {f.id: f for f in sorted(faces, key=lambda f: (list(Gate).index(f.gate), f.id))}
        if len(self.rules) < len(faces):
            twice = next(f.id for f in faces if sum(g.id == f.id for g in faces) > 1)
            raise RuleError(f"规则 {twice} 有两条，请改掉其中一条的 id")

    @classmethod
    def load(cls, packs: Sequence[Path], code_rules: Sequence[CodeRule] = (), proven: Collection[Path] = ()) -> RuleSet:
        """The rules of packs (folders), with code rules handed in; `proven` as in `load_pack`. Raises RuleError."""
        profiles: dict[str, Profile] = {}
        for pack in packs:
            profiles |= load_profiles(pack)
        return cls([r for pack in packs for r in load_pack(pack, pack in proven)], code_rules, profiles)

    def only(self, ids: Iterable[str], gates: Collection[Gate] = tuple(Gate)) -> RuleSet:
        """The part of the set with these rules (an id, or a family such as `punctuation`) in these gates.

        All rules of the gates where no id is named. Raises UsageError for a name that no rule has.
        """
        names = list(ids)
        for name in names:
            if not any(_is_named(i, name) for i in self.rules):
                raise UsageError(f"没有名为 {name} 的规则，用 docproof rules list 查看全部规则")
        keep = {
            i for i, r in self.rules.items() if r.gate in gates and (not names or any(_is_named(i, n) for n in names))
        }
        return RuleSet(
            [r for r in self._data if r.face.id in keep], [r for r in self._code if r.face.id in keep], self.profiles
        )

    @property
    def gates(self) -> set[Gate]:
        """The gates that have rules."""
        return {r.gate for r in self.rules.values()}

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """What the rules find in a draft, in text order; of what several say of one place, what is most specific."""
        profile = self.profiles.get(draft.profile, NO_PROFILE)
        hits = {(f.id, h.span): (f, h) for f, h in self._hits(draft) if not profile.turns_off(f.id)}
        keys: Counter[str] = Counter()
        for face, found in settled(sorted(hits.values(), key=lambda pair: (pair[1].span, pair[0].id))):
            since = draft.document.generated_until(found.span.start)
            key = finding_key(face.id, draft.text, found.span, since=since)
            keys[key] += 1
            if keys[key] > 1:
                key = finding_key(face.id, draft.text, found.span, keys[key], since)
            yield _finding(face, found, draft, profile, key)

    def _hits(self, draft: Draft) -> Iterator[tuple[Rule, Hit]]:
        for rule, found in self._scanner.scan(draft):
            yield rule.face, found
        for code in self._code:
            for found in code.check(draft):
                yield code.face, found

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self._data)


def _finding(face: Rule, found: Hit, draft: Draft, profile: Profile, key: str) -> Finding:
    return Finding(
        face.id,
        face.gate,
        profile.severity(face.id, found.severity or face.severity),
        found.message,
        face.source,
        found.span,
        found.span.of(draft.text),
        found.suggestions,
        (found.fix or face.fix) if found.suggestions and draft.document.is_editable(found.span) else None,
        key,
    )


def _is_named(rule: str, name: str) -> bool:
    return rule == name or rule.startswith(f"{name}.")
