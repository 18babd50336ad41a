"""The shipped rule files as one that is read at once: parsing YAML is half of what a cold start spends on rules.

The file lies among the user's caches, is named by what it was made from (the version, and each file's size and time),
and is made anew when there is none of that name. Where nothing can be written the rule files are parsed each time.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from docproof import __version__
from docproof.engine.schema import ProfileData, RuleData
from docproof.engine.tables import Entry, load_table
from docproof.engine.yamlfiles import load
from docproof.model import Gate

MOST_KEPT = 4
PREFIX, SUFFIX = "rules-", ".msgpack"


class Prepared(msgspec.Struct):
    """A pack's rule files, the word lists that they name, and its profiles, by their paths in the pack."""

    rules: dict[str, list[RuleData]]
    tables: dict[str, list[Entry]]
    profiles: dict[str, ProfileData]


@lru_cache(maxsize=4)
def prepared(pack: Path) -> Prepared:
    """The rule files of a pack. Raises RuleError naming file and line."""
    paths = [path for gate in Gate for path in sorted((pack / gate.value).glob("*.*"))]
    kinds = sorted((pack / "profiles").glob("*.yaml"))
    kept = _caches() / f"{PREFIX}{_key([*paths, *kinds])}{SUFFIX}"
    with suppress(OSError, msgspec.DecodeError):
        shelf = msgspec.msgpack.decode(kept.read_bytes(), type=Prepared)
        if _is_whole(shelf, pack, paths, kinds):
            return shelf
    rules = {_name(path, pack): load(path, list[RuleData]) for path in paths if path.suffix == ".yaml"}
    named = _named(rules, pack)
    tables = {_name(path, pack): load_table(path) for path in named}
    shelf = Prepared(rules, tables, {_name(path, pack): load(path, ProfileData) for path in kinds})
    with suppress(OSError):
        _keep(kept, msgspec.msgpack.encode(shelf))
    return shelf


def _named(rules: dict[str, list[RuleData]], pack: Path) -> set[Path]:
    """The word lists that rules name."""
    return {(pack / name).parent / data.table for name, found in rules.items() for data in found if data.table}


def _is_whole(shelf: Prepared, pack: Path, paths: list[Path], kinds: list[Path]) -> bool:
    """Whether a shelf holds each of the pack's files."""
    return (
        shelf.rules.keys() == {_name(path, pack) for path in paths if path.suffix == ".yaml"}
        and shelf.tables.keys() == {_name(path, pack) for path in _named(shelf.rules, pack)}
        and shelf.profiles.keys() == {_name(path, pack) for path in kinds}
    )


def _key(paths: list[Path]) -> str:
    stats = [(str(path), (stat := path.stat()).st_size, stat.st_mtime_ns) for path in paths]
    return blake2b(repr((__version__, stats)).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _keep(path: Path, content: bytes) -> None:
    """Write the file whole or not at all, and put away all but the newest of other keys: several versions may be in use."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:  # readable by its owner only
        try:
            file.write(content)
            file.close()
            os.replace(file.name, path)
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise
    kept = sorted(path.parent.glob(f"{PREFIX}*{SUFFIX}"), key=lambda p: p.stat().st_mtime, reverse=True)
    for other in kept[MOST_KEPT:]:
        other.unlink(missing_ok=True)


def _caches() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("docproof", appauthor=False)


def _name(path: Path, pack: Path) -> str:
    return path.relative_to(pack).as_posix()
