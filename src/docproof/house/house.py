"""What holds where: the settings files of folders, and the rules that follow from them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docproof.engine import RuleSet, Vocabulary
from docproof.gates.policy.people import PEOPLE
from docproof.house.places import IGNORES_FILE, LEXICON_FILE, PEOPLE_FILE, SETTINGS_FILE, folder_of, nearby, shown
from docproof.house.settings import Settings, selected
from docproof.model import DocproofError, RuleError, SettingsError, Severity
from docproof.reading import STDIN

if TYPE_CHECKING:  # imported where a file is there to be read: most checks start without
    from docproof.house.ignores import Ignores
    from docproof.house.settingsfile import Block, SettingsFile


@dataclass(frozen=True, eq=False)
class Place:
    """What governs the files of a folder: the nearest settings file and its lists, else the nearest lists, or nothing."""

    file: SettingsFile | None = None
    lexicon: Path | None = None
    ignores: Path | None = None
    people: Path | None = None

    def lexicon_for(self, folder: Path) -> Path:
        """Where the words of a folder's house are kept, or will be."""
        if self.lexicon:
            return self.lexicon
        return (self.file.folder if self.file else folder) / LEXICON_FILE

    def ignores_for(self, folder: Path) -> Path:
        """Where a folder's list of ignores is kept, or will be."""
        return self.ignores or folder / IGNORES_FILE


NOWHERE = Place()


class House:
    """The rules for each draft by the settings files above it. Every file is read once, equal settings share rules.

    `packs` are folders that hold everywhere, beside those of the settings files. With `config` that one file holds for
    all; without `looks_up` none does, and no lexicon or list either. Raises SettingsError and RuleError for these.
    """

    def __init__(self, rules: RuleSet, packs: Sequence[Path] = (), config: Path | None = None, looks_up: bool = True):
        self.shipped, self._packs = rules, tuple(packs)
        self._fixed = None if looks_up else NOWHERE
        if config is not None:
            self._fixed = _settled(Path(os.path.abspath(config)))
        self._places: dict[Path, Place] = {}
        self._rules: dict[tuple[object, ...], RuleSet] = {}
        self._vocabularies: dict[Path, Vocabulary] = {}
        self._ignores: dict[Path, Ignores] = {}
        self._verified: set[Path] = set()
        self._weighed: dict[object, RuleSet] = {}
        self._chosen: dict[object, tuple[Settings, RuleSet]] = {}
        if packs:
            self._with_packs(NOWHERE)

    def at(self, path: Path, settings: Settings) -> tuple[Settings, RuleSet]:
        """What holds for the draft at `path` where a person asks for `settings`, which go before the house's.

        Raises SettingsError, RuleError or UsageError for a mistake in what the house or the person asks for.
        """
        place = self.place(folder_of(path))
        blocks = place.file.blocks_for(path) if place.file else ()
        key = (place, tuple(b.at for b in blocks), settings)
        if key not in self._chosen:
            self._chosen[key] = self._choose(place, blocks, settings)
        return self._chosen[key]

    def at_or_why_not(self, path: Path, settings: Settings) -> tuple[Settings, RuleSet] | DocproofError:
        """As `at`, or the mistake in a file of the house that keeps the draft from being checked.

        Raises what is wrong with what the person asks for: options, `config` and `packs`.
        """
        try:
            return self.at(path, settings)
        except (SettingsError, RuleError) as e:
            if self._fixed is not None:
                raise
            return e

    def here(self, settings: Settings) -> tuple[Settings, RuleSet]:
        """What holds for what stands in the current folder."""
        return self.at(STDIN, settings)

    def every_rule(self) -> RuleSet:
        """All rules that the current folder can use, as their packs have them."""
        return self._with_packs(self.place(Path.cwd()))

    def profile_names(self) -> dict[str, str]:
        """The names of the profiles that have been met, by id."""
        return {p.id: p.name for rules in (self.shipped, *self._rules.values()) for p in rules.profiles.values()}

    def excludes(self, path: Path) -> bool:
        """Whether a walk passes a file or folder over, by the settings of the folder that it stands in."""
        try:
            file = self.place(folder_of(path)).file
        except SettingsError:
            return False
        return file is not None and file.excludes(Path(os.path.abspath(path)))

    def place(self, folder: Path) -> Place:
        """What governs the files of a folder (absolute)."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._places:
            place = NOWHERE
            for parent in reversed((folder, *folder.parents)):
                place = self._places[parent] = self._places.get(parent) or _place(parent, place)
        return self._places[folder]

    def _choose(self, place: Place, blocks: tuple[Block, ...], settings: Settings) -> tuple[Settings, RuleSet]:
        rules = self._with_packs(place)
        if place.file and place.file.path not in self._verified:
            place.file.verify(rules.known, rules.profiles)
            self._verified.add(place.file.path)
        profile = settings.profile or next((b.profile for b in reversed(blocks) if b.profile), None)
        chosen = replace(settings, profile=profile, ignores=self._ignores_of(place))
        selected(rules, chosen)  # what the command line asks for must be there, whatever the house turns off
        levels = place.file.severities(blocks, rules.known) if place.file else {}
        levels |= {r: rules.rules[r].severity for r in settings.rules if levels.get(r, True) is None}
        return chosen, self._weighed_rules(rules, levels, place, settings)

    def _weighed_rules(
        self, rules: RuleSet, levels: dict[str, Severity | None], place: Place, settings: Settings
    ) -> RuleSet:
        key = (rules, frozenset(levels.items()), place.lexicon, settings.rules, settings.gates)
        if key not in self._weighed:
            weighed = rules.weigh(levels)
            if place.lexicon:
                weighed = replace(weighed, vocabulary=self._vocabulary(place, place.lexicon))
            self._weighed[key] = weighed.only(settings.rules, settings.gates)
        return self._weighed[key]

    def _with_packs(self, place: Place) -> RuleSet:
        packs = (*(place.file.packs if place.file else ()), *self._packs)
        once = {p.resolve(): p for p in reversed(packs)}
        key = (*once, place.people)  # in order: a table of a later pack goes before one of an earlier
        if key not in self._rules:
            rules = self.shipped
            for pack in reversed(once.values()):
                rules = rules.extended(pack)
            if place.people:
                rules = rules.with_tables({PEOPLE.path: nearby(place.people)})
            self._rules[key] = rules
        return self._rules[key]

    def _vocabulary(self, place: Place, path: Path) -> Vocabulary:
        if path not in self._vocabularies:
            if place.file and not path.exists():
                place.file.refuse(f"找不到词表 {shown(path)}；docproof words add 会建立它", "lexicon")
            from docproof.house import lexicon

            self._vocabularies[path] = Vocabulary([w.text for w in lexicon.load(path)])
        return self._vocabularies[path]

    def _ignores_of(self, place: Place) -> Ignores | None:
        if place.ignores is None:
            return None
        if place.ignores not in self._ignores:
            from docproof.house import ignores

            self._ignores[place.ignores] = ignores.load(place.ignores)
        return self._ignores[place.ignores]


def _place(folder: Path, above: Place) -> Place:
    """What governs a folder below one that `above` governs."""
    file = folder / SETTINGS_FILE
    if os.path.isfile(file):
        return _settled(file)
    if above.file:
        return above
    words, rested = folder / LEXICON_FILE, folder / IGNORES_FILE
    has_words, has_rested = os.path.isfile(words), os.path.isfile(rested)
    if not (has_words or has_rested):
        return above
    return Place(None, words if has_words else above.lexicon, rested if has_rested else above.ignores)


def _settled(path: Path) -> Place:
    """A settings file with its lists, named in it or beside it; those beside it that it does not name need not be there.

    Raises SettingsError.
    """
    from docproof.house import settingsfile

    file = settingsfile.load(path)
    words = file.lexicon or _beside(file, LEXICON_FILE)
    people = file.people or _beside(file, PEOPLE_FILE)
    if file.people and not file.people.is_file():
        file.refuse(f"找不到人员名录 {shown(file.people)}", "people")
    return Place(file, words, file.ignores or file.folder / IGNORES_FILE, people)


def _beside(file: SettingsFile, name: str) -> Path | None:
    path = file.folder / name
    return path if path.exists() else None
