"""`.docproof.toml`: what a house asks for, strictly read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from docproof.engine import Profile
from docproof.engine.face import by_length, is_named
from docproof.engine.yamlfiles import in_chinese
from docproof.house.globs import Glob
from docproof.house.nearest import nearest, rule_names
from docproof.house.places import nearby, relative, shown
from docproof.house.textfiles import read_text
from docproof.house.tomllines import TomlError, line_of, parse
from docproof.model import SettingsError, Severity
from docproof.outlining import AUTO

OFF = "off"
LEVELS: dict[str, Severity | None] = {OFF: None} | {s.value: s for s in reversed(Severity)}
UNKNOWN_FIELD = re.compile(r"unknown field `(.+?)`")


class FilesData(msgspec.Struct, forbid_unknown_fields=True):
    """One `[[files]]`: what holds for the files that match."""

    match: str | list[str]
    profile: str | None = None
    rules: dict[str, str] = {}


class SettingsData(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file; docs/settings.md explains the keys."""

    profile: str | None = None
    packs: list[str] = []
    rules: dict[str, str] = {}
    lexicon: str | None = None
    ignores: str | None = None
    people: str | None = None
    exclude: list[str] = []
    files: list[FilesData] = []


class Block(msgspec.Struct, frozen=True):
    """What the file asks for as a whole, or for the files that `globs` mean.

    `at` is where it stands in the data; `rules` are ids and families, as written; None turns off.
    """

    at: tuple[str | int, ...]
    profile: str | None
    rules: Mapping[str, Severity | None]
    globs: tuple[Glob, ...] = ()


@dataclass(frozen=True, eq=False)
class SettingsFile:
    """A settings file that has been read; its paths are absolute."""

    path: Path
    text: str
    blocks: tuple[Block, ...]
    packs: tuple[Path, ...]
    lexicon: Path | None
    ignores: Path | None
    people: Path | None
    exclude: tuple[Glob, ...]

    @property
    def folder(self) -> Path:
        return self.path.parent

    def blocks_for(self, path: Path) -> tuple[Block, ...]:
        """What holds for a file: the whole, then the `[[files]]` that mean it, in order."""
        if len(self.blocks) == 1:
            return self.blocks
        here = relative(path, self.folder)
        return tuple(b for b in self.blocks if not b.globs or any(g.matches(here) for g in b.globs))

    def excludes(self, path: Path) -> bool:
        """Whether a walk through folders passes a file or a folder over; the house's own lists are no drafts."""
        if path in (self.lexicon, self.ignores, self.people):
            return True
        here = relative(path, self.folder) if self.exclude else ""
        return any(g.matches(here) or g.matches(f"{here}/") for g in self.exclude)

    def verify(self, ids: frozenset[str], profiles: Mapping[str, Profile]) -> None:
        """See that there are rules and profiles of the names used. Raises SettingsError."""
        for block in self.blocks:
            for name in block.rules:
                if not any(is_named(i, name) for i in ids):
                    self.refuse(f"没有名为 {name} 的规则{nearest(name, rule_names(ids))}", *block.at, "rules", name)
            if block.profile not in (None, AUTO, *profiles):
                choices = "、".join((AUTO, *profiles))
                self.refuse(f"没有名为 {block.profile} 的单位类型，可选 {choices}", *block.at, "profile")

    def severities(self, blocks: tuple[Block, ...], ids: frozenset[str]) -> dict[str, Severity | None]:
        """What blocks set for rules, by id; a later block goes before an earlier one, in it a longer name before its family."""
        found: dict[str, Severity | None] = {}
        for block in blocks:
            for name in sorted(block.rules, key=by_length):
                found |= {i: block.rules[name] for i in ids if is_named(i, name)}
        return found

    def refuse(self, reason: str, *at: str | int) -> NoReturn:
        """Raise a SettingsError that names the file and the line of a key."""
        raise SettingsError(f"{shown(self.path)}:{line_of(self.text, *at)}：{reason}")


def load(path: Path) -> SettingsFile:
    """Read a settings file. Raises SettingsError, one line that names file and line."""
    text = read_text(path)
    file = SettingsFile(path, text, (), (), None, None, None, ())
    data = _checked(file)
    folder = path.parent
    blocks = [Block((), data.profile, _levels(file, data.rules))]
    for n, part in enumerate(data.files):
        at = ("files", n)
        match = [part.match] if isinstance(part.match, str) else part.match
        globs = tuple(_globs(file, match, *at, "match"))
        if not globs:
            file.refuse("match 不能为空", *at, "match")
        blocks.append(Block(at, part.profile, _levels(file, part.rules, *at), globs))
    packs = [nearby(folder / name) for name in data.packs]
    for pack in packs:
        if not pack.is_dir():
            file.refuse(f"没有 {shown(pack)} 这个规则包文件夹", "packs")
    named = (data.lexicon, data.ignores, data.people)
    lexicon, ignores, people = (folder / name if name else None for name in named)
    exclude = tuple(_globs(file, data.exclude, "exclude"))
    return SettingsFile(path, text, tuple(blocks), tuple(packs), lexicon, ignores, people, exclude)


def _checked(file: SettingsFile) -> SettingsData:
    """The data in its shape."""
    try:
        data = parse(file.text)
    except TomlError as e:
        raise SettingsError(f"{shown(file.path)}:{e.line}：{e}") from None
    files = data.get("files")
    for table in [data, *(files if isinstance(files, list) else [])]:
        if isinstance(table, dict) and isinstance(table.get("rules"), dict):
            table["rules"] = dict(_flat(table["rules"]))
    try:
        return msgspec.convert(data, SettingsData)
    except msgspec.ValidationError as e:
        complaint, _, at = str(e).partition(" - at `$")
        steps = [int(n) if n else name for n, name in re.findall(r"\[(\d+)\]|\.(\w+)", at)]
        if unknown := UNKNOWN_FIELD.search(complaint):
            fields = (FilesData if steps else SettingsData).__struct_fields__
            file.refuse(f"不认识的项 {unknown[1]}{nearest(unknown[1], fields)}", *steps, unknown[1])
        if steps == ["files"]:
            file.refuse("files 要写成 [[files]]，下一行写 match", *steps)
        name = next((f"{step} " for step in reversed(steps) if isinstance(step, str)), "")
        file.refuse(f"{name}{in_chinese(complaint)}", *steps)


def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Rules by their whole names: a name with dots and without quotes is a table in a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value if isinstance(value, str) else str(value).lower()


def _levels(file: SettingsFile, rules: dict[str, str], *at: str | int) -> dict[str, Severity | None]:
    for name, level in rules.items():
        if level not in LEVELS:
            if not at and name in SettingsData.__struct_fields__:
                file.refuse(f"{name} 要写在 [rules] 之前", "rules", name)
            file.refuse(f"{name} 的“{level}”应为 {'、'.join(LEVELS)} 之一", *at, "rules", name)
    return {name: LEVELS[level] for name, level in rules.items()}


def _globs(file: SettingsFile, patterns: list[str], *at: str | int) -> Iterator[Glob]:
    for pattern in patterns:
        try:
            yield Glob(pattern)
        except ValueError as e:
            file.refuse(f"{at[-1]} 的“{pattern}”{e}", *at)
