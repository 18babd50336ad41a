"""From the paths a person names to the files that are drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from docproof.model import ReadError

DRAFT_SUFFIXES = {".docx", ".docm", ".doc", ".wps", ".odt", ".rtf", ".txt", ".text", ".md", ".markdown"}
LOCK_PREFIXES = ("~$", ".~lock")
Found = tuple[Path, "ReadError | None"]
LeftOut = Callable[[Path], bool] | None


def drafts(paths: Iterable[Path], left_out: LeftOut = None) -> Iterator[Found]:
    """The files to read for the named paths, each once, a folder's in order of name.

    With a path that leads to nothing comes the ReadError that says why. Hidden folders, the lock files of Word and
    LibreOffice, and what is `left_out` of a folder are passed over.
    """
    seen: set[str] = set()
    for path in paths:
        for file, error in _at(path, left_out):
            name = os.path.abspath(file)
            if name not in seen:
                seen.add(name)
                yield file, error


def _at(path: Path, left_out: LeftOut) -> Iterator[Found]:
    try:
        is_folder = path.is_dir()
    except OSError:
        yield path, ReadError("打不开：没有读取权限，请取得权限后重试")
        return
    if is_folder:
        found = list(_walk(path, left_out))
        yield from found or [(path, ReadError("文件夹里没有可校对的文稿（.docx、.doc、.wps、.txt、.md 等）"))]
    elif path.name.startswith(LOCK_PREFIXES):
        yield path, ReadError("是 Word 的锁定文件，不是文稿；请校对同名的文档本身")
    else:
        yield path, None


def _walk(folder: Path, left_out: LeftOut) -> Iterator[Found]:
    barred: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=barred.append):
        folders[:] = sorted(f for f in folders if not (f.startswith(".") or (left_out and left_out(Path(parent, f)))))
        for name in sorted(files):
            file = Path(parent, name)
            is_draft = file.suffix.lower() in DRAFT_SUFFIXES and not name.startswith((*LOCK_PREFIXES, "."))
            if is_draft and file.is_file() and not (left_out and left_out(file)):
                yield file, None
    for error in barred:
        yield Path(error.filename), ReadError("文件夹打不开：没有读取权限，请取得权限后重试")
