"""From the paths a person names to the files that are drafts."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from docproof.model import ReadError

DRAFT_SUFFIXES = {".docx", ".docm", ".doc", ".wps", ".odt", ".rtf", ".txt", ".text", ".md", ".markdown"}
LOCK_PREFIXES = ("~$", ".~lock")


def drafts(paths: Iterable[Path]) -> Iterator[tuple[Path, ReadError | None]]:
    """The files to read for the named paths, each once, a folder's in order of name.

    With a path that leads to nothing comes the ReadError that says why. Hidden folders and the lock files of Word
    and LibreOffice are passed over.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = list(_walk(path))
            if not found:
                yield path, ReadError("文件夹里没有可校对的文稿（.docx、.txt、.md）")
        elif path.name.startswith(LOCK_PREFIXES):
            yield path, ReadError("是 Word 的锁定文件，不是文稿；请校对同名的文档本身")
            continue
        else:
            found = [path]
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file, None


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            if not name.startswith(("~$", ".")) and Path(name).suffix.lower() in DRAFT_SUFFIXES:
                yield Path(parent, name)
