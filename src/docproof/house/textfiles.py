"""The small text files of a house, read in any encoding that drafts come in, and written whole or not at all."""

from __future__ import annotations

import codecs
import os
import shutil
from pathlib import Path

from docproof.house.places import shown
from docproof.model import ReadError, SettingsError
from docproof.reading.text import decode


def read_text(path: Path) -> str:
    """The text of a file, line ends as "\\n"; "" for one that holds nothing. Raises SettingsError."""
    try:
        data = path.read_bytes()
        return decode(data) if data.removeprefix(codecs.BOM_UTF8).strip() else ""
    except FileNotFoundError:
        raise SettingsError(f"{shown(path)}：找不到文件，请检查路径") from None
    except OSError as e:
        raise SettingsError(f"{shown(path)}：读取失败（{e.strerror or e}）") from None
    except ReadError as e:
        raise SettingsError(f"{shown(path)}：{e}") from None


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8 in one step; an old one keeps its mode, byte order mark and line ends.

    Raises SettingsError where it cannot be written; then the old file is as it was.
    """
    path = path.resolve()  # where a link leads, so that it stays one
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        old = path.read_bytes() if path.exists() else b""
        if b"\r\n" in old:
            text = text.replace("\n", "\r\n")
        mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
        draft.write_bytes(mark + text.encode("utf-8", "replace"))
        if path.exists():
            shutil.copymode(path, draft)
        os.replace(draft, path)
    except OSError as e:
        draft.unlink(missing_ok=True)
        raise SettingsError(f"{shown(path)}：写不进去（{e.strerror or e}），请检查权限和磁盘空间") from None
