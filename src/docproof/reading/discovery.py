"""From the paths a person names to the files that are drafts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from docproof.model import ReadError

DRAFT_SUFFIXES = {".docx", ".docm", ".doc", ".wps", ".odt", ".rtf", ".txt", ".text", ".md", ".markdown"}
LOCK_PREFIXES = ("~$", ".~lock")
Found = tuple[Path, "ReadError | None"]


def drafts(paths: Iterable[Path]) -> Iterator[Found]:
    """The files to read for the named paths, each once, a folder's in order of name.

    With a path that leads to nothing comes the ReadError that says why. Hidden folders and the lock files of Word
    and LibreOffice are passed over.
    """
    seen: set[str] = set()
    for path in paths:
        for file, error in _at(path):
            name = os.path.abspath(file)
            if name not in seen:
                seen.add(name)
                yield file, error


def _at(path: Path) -> Iterator[Found]:
    try:
        is_folder = path.is_dir()
    except OSError:
        yield path, ReadError("打不开：没有读取权限，请取得权限后重试")
        return
    if is_folder:
        found = list(_walk(path))
        yield from found or [(path, ReadError("文件夹里没有可校对的文稿（.docx、.doc、.wps、.txt、.md 等）"))]
    elif path.name.startswith(LOCK_PREFIXES):
        yield path, ReadError("是 Word 的锁定文件，不是文稿；请校对同名的文档本身")
    else:
        yield path, None


def _walk(folder: Path) -> Iterator[Found]:
    barred: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=barred.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            file = Path(parent, name)
            is_draft = file.suffix.lower() in DRAFT_SUFFIXES and not name.startswith((*LOCK_PREFIXES, "."))
            if is_draft and file.is_file():
                yield file, None
    for error in barred:
        yield Path(error.filename), ReadError("文件夹打不开：没有读取权限，请取得权限后重试")
