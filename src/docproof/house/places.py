"""Paths as a house's files and messages write them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from docproof.reading import STDIN

SETTINGS_FILE = ".docproof.toml"
LEXICON_FILE = ".docproof-words.txt"
IGNORES_FILE = ".docproof-ignores.tsv"
PEOPLE_FILE = "people.tsv"


def named(path: Path) -> str:
    """A path as text, with / on every system; bytes of another encoding in a name become replacement characters."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def nearby(path: Path) -> Path:
    """A path relative to the current folder where it lies below, else as it is."""
    with suppress(ValueError):
        return Path(os.path.abspath(path)).relative_to(Path.cwd())
    return path


def shown(path: Path) -> str:
    """A path for a message."""
    return named(nearby(path))


def folder_of(path: Path) -> Path:
    """The folder of a file, absolute; the current folder for standard input."""
    return Path.cwd() if path == STDIN else Path(os.path.abspath(path)).parent


def relative(path: Path, folder: Path) -> str:
    """A path from a folder on, with / on every system; absolute where no way leads there (another drive)."""
    try:
        return named(Path(os.path.relpath(os.path.abspath(path), folder)))
    except ValueError:
        return named(Path(os.path.abspath(path)))
