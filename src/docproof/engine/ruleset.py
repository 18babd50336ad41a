"""All rules that apply, and what they find in a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from docproof.engine.basis import Basis, Tables
from docproof.engine.coderules import CodeRule, Hit
from docproof.engine.face import Rule, is_named
from docproof.engine.loading import DataRule, load_pack, see_files
from docproof.engine.profiles import Profile, load_profiles, see_rules
from docproof.engine.scanner import Scanner
from docproof.engine.segmentation import COMMON, Vocabulary
from docproof.engine.settling import settled
from docproof.model import Draft, Finding, Gate, RuleError, Severity, Span, UsageError
from docproof.model.finding import finding_key

NO_PROFILE = Profile("plain", "普通文字")
WORD_FAMILIES = ("confusable.", "wording.", "spelling.")  # a house's own words are right whatever these say


@dataclass(frozen=True, eq=False)
class RuleSet:
    """Data rules and code rules side by side, behind one face.

    `profiles` are known by id; a draft whose profile has none is checked by every rule. `watching` are faces of rules
    that judge what the others find; they find nothing here. `known` are the ids of all rules, also of those that a
    selection left out; `weighed` the severities that rules have of themselves where a house has set another, over any
    profile. `narrowed` says that only a selection of gates or rules runs; `tables` are what code rules read.
    """

    data: Sequence[DataRule]
    code: Sequence[CodeRule]
    profiles: dict[str, Profile]
    watching: Sequence[Rule] = ()
    known: frozenset[str] = frozenset()
    weighed: Mapping[str, Severity] = field(default_factory=dict)
    vocabulary: Vocabulary = COMMON
    narrowed: bool = False
    tables: Tables = field(default_factory=Tables)

    def __post_init__(self) -> None:
        faces = [*self.checks, *self.watching]
        if len(self.rules) < len(faces):
            twice = next(f.id for f in faces if sum(g.id == f.id for g in faces) > 1)
            raise RuleError(f"规则 {twice} 有两条，请改掉其中一条的 id")
        object.__setattr__(self, "known", self.known | self.rules.keys())

    @classmethod
    def load(
        cls,
        packs: Sequence[Path],
        code_rules: Sequence[CodeRule] = (),
        proven: Collection[Path] = (),
        watching: Sequence[Rule] = (),
    ) -> RuleSet:
        """The rules of packs (folders), with code rules handed in; `proven` as in `load_pack`. Raises RuleError."""
        rules = cls((), code_rules, {}, watching)
        for pack in packs:
            rules = rules.extended(pack, pack in proven)
        return rules

    def extended(self, pack: Path, proven: bool = False) -> RuleSet:
        """The set with the rules and profiles of one more pack. Raises RuleError, naming file and line."""
        data = load_pack(pack, proven, self.rules)
        if not proven:
            see_files(pack, {t.path for rule in self.code for t in rule.reads}, data)
        own = load_profiles(pack, self.profiles, proven)
        rules = replace(self, data=[*self.data, *data], profiles=self.profiles | own).with_tables(
            _tables(self.code, pack), proven
        )
        see_rules(pack, own.values(), rules.known)
        if not (data or own or rules.tables is not self.tables):
            raise RuleError(f"{pack}：规则包里没有规则；规则文件放在 {'、'.join(g.value for g in Gate)} 等子文件夹里")
        return rules

    def with_tables(self, files: Mapping[str, Path], proven: bool = False) -> RuleSet:
        """The set with one more file for each of these tables, by their paths in a pack. Raises RuleError."""
        if not files:
            return self
        tables = self.tables.extended(files)
        if not proven:
            for table in {t.path: t for c in self.code for t in c.reads if t.path in files}.values():
                tables.of(table)
        return replace(self, tables=tables)

    def with_given(self) -> RuleSet:
        """The set with the rows in its tables that the examples of its code rules take for given."""
        tables = self.tables
        for code in self.code:
            if code.given:
                tables = tables.given(code.reads[0], code.given)
        return replace(self, tables=tables)

    def only(self, ids: Iterable[str], gates: Collection[Gate] = tuple(Gate)) -> RuleSet:
        """The part of the set with these rules (an id, or a family such as `punctuation`) in these gates.

        All rules of the gates where no id is named. Raises UsageError for a name that no rule has.
        """
        names = list(ids)
        if not names and set(gates) == set(Gate):
            return self
        for name in names:
            if not any(is_named(i, name) for i in self.known):
                raise UsageError(f"没有名为 {name} 的规则，用 docproof rules list 查看全部规则")
        keep = {
            i for i, r in self.rules.items() if r.gate in gates and (not names or any(is_named(i, n) for n in names))
        }
        return replace(self._kept(keep), narrowed=True)

    def of_pack(self, pack: Path) -> RuleSet:
        """The part of the set that stands in a pack's files."""
        files = {r.face.id: r.face.file for r in self.data}
        return self._kept({i for i, file in files.items() if file and pack.resolve() in file.resolve().parents})

    def weigh(self, severities: Mapping[str, Severity | None]) -> RuleSet:
        """The set with these severities, by id, over those of rules and profiles; None turns a rule off.

        A hit that its rule is less sure of than usual stays as low as the rule puts it.
        """
        if not severities:
            return self
        on = self._kept(self.rules.keys() - {i for i, severity in severities.items() if severity is None})
        faces = {i: replace(f, severity=severities.get(i) or f.severity) for i, f in on.rules.items()}
        return replace(
            on,
            data=[replace(r, face=faces[r.face.id]) if r.face.id in severities else r for r in on.data],
            code=[replace(r, face=faces[r.face.id]) if r.face.id in severities else r for r in on.code],
            watching=[faces[f.id] for f in on.watching],
            weighed={i: self.rules[i].severity for i in severities if i in self.rules} | dict(self.weighed),
        )

    def _kept(self, ids: Collection[str]) -> RuleSet:
        return replace(
            self,
            data=[r for r in self.data if r.face.id in ids],
            code=[r for r in self.code if r.face.id in ids],
            watching=[f for f in self.watching if f.id in ids],
        )

    @cached_property
    def checks(self) -> list[Rule]:
        """The faces of the rules that find something in a draft."""
        return [r.face for r in (*self.data, *self.code)]

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The faces of all rules by id, in the order of gates and ids."""
        faces = [*self.checks, *self.watching]
        return {f.id: f for f in sorted(faces, key=lambda f: (list(Gate).index(f.gate), f.id))}

    def gates(self, draft: Draft) -> set[Gate]:
        """The gates that have rules and that the draft's profile passes."""
        passed = self.profiles.get(draft.profile, NO_PROFILE).gates
        return {r.gate for r in self.checks if r.gate in passed or r.id in self.weighed}

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """What the rules find in a draft, in text order; of what several say of one place, what is most specific."""
        profile = self.profiles.get(draft.profile, NO_PROFILE)
        told = self._hits(draft, profile)
        hits = {(f.id, h.span): (f, h) for f, h in told if self._applies(f, h.span, draft, profile)}
        keys: Counter[str] = Counter()
        for face, found in settled(sorted(hits.values(), key=lambda pair: (pair[1].span, pair[0].id))):
            since = draft.document.generated_until(found.span.start)
            key = finding_key(face.id, draft.text, found.span, since=since)
            keys[key] += 1
            if keys[key] > 1:
                key = finding_key(face.id, draft.text, found.span, keys[key], since)
            yield self._finding(face, found, draft, profile, key)

    def _applies(self, rule: Rule, span: Span, draft: Draft, profile: Profile) -> bool:
        """Whether the draft's profile has the rule, and the words are none that the house knows."""
        if rule.id not in self.weighed and (rule.gate not in profile.gates or profile.turns_off(rule.id)):
            return False
        return not (rule.id.startswith(WORD_FAMILIES) and self.vocabulary.owns(draft.text, span))

    def _hits(self, draft: Draft, profile: Profile) -> Iterator[tuple[Rule, Hit]]:
        met = self._scanner.meet(draft)
        for rule, found in self._scanner.hits(met, draft):
            yield rule.face, found
        basis = Basis(profile, self.tables)
        for code in self.code:
            if code.when and code.face.id not in met.code:
                continue
            if code.face.gate in profile.gates or code.face.id in self.weighed:
                for found in code.check(draft, basis):
                    yield code.face, found

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self.data, self.vocabulary, self.code)

    def _finding(self, face: Rule, found: Hit, draft: Draft, profile: Profile, key: str) -> Finding:
        own = self.weighed.get(face.id, face.severity)
        severity = found.severity or own
        level = face.severity if face.id in self.weighed else profile.severity(face.id)
        if level and (severity.rank >= own.rank or level.rank < severity.rank):  # a hit less sure is never raised
            severity = level
        return Finding(
            face.id,
            face.gate,
            severity,
            found.message,
            face.source,
            found.span,
            found.span.of(draft.text),
            found.suggestions,
            face.fix if found.suggestions and draft.document.is_editable(found.span) else None,
            key,
        )


def _tables(code: Sequence[CodeRule], pack: Path) -> dict[str, Path]:
    """The tables that code rules read, where the pack has them."""
    paths = {t.path for rule in code for t in rule.reads}
    return {path: pack / path for path in sorted(paths) if (pack / path).is_file()}
