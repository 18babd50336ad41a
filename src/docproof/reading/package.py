"""A Word file as a zip of XML parts, read within bounds and without entities or network."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from types import TracebackType
from typing import BinaryIO
from urllib.parse import unquote

from lxml import etree

from docproof.model import ReadError
from docproof.reading.formats import DAMAGED

MAX_MEMBERS = 20_000
MAX_XML_FACTOR = 8  # bytes of XML allowed for a byte of text
TOO_DEEP = "文档结构嵌套过深，已停止读取；请在 Word 中另存后重试"
TOO_MUCH = "解压后的内容远超上限，可能是恶意压缩文件，已停止读取；确属正常文稿的，用 --max-size 放宽"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a .docx by name and by relationship. Raises ReadError for what is damaged or too large."""

    def __init__(self, file: BinaryIO, max_size: int):
        self._left = MAX_XML_FACTOR * max_size
        try:
            self._archive = zipfile.ZipFile(file)
        except ZIP_ERRORS:
            raise ReadError(DAMAGED) from None
        infos = self._archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise ReadError("压缩包内文件过多，不像 Word 文档，已停止读取；请在 Word 中另存后重试")
        # orig_filename: the name in the header, as Word takes it; Python 3.12 prefers a name in an extra field.
        self._names = {i.orig_filename.replace("\\", "/").lstrip("/").lower(): i for i in reversed(infos)}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, at: TracebackType | None) -> None:
        self._archive.close()

    def xml(self, name: str) -> etree._Element | None:
        """The root element of a part, or None where the package has no such part.

        Raises ReadError for damaged XML, a document type declaration, or more XML than the bounds allow.
        """
        data = self._bytes(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_pis=True,
            remove_comments=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as e:
            reason = str(e).lower()
            if "depth" in reason:
                raise ReadError(TOO_DEEP) from None
            if "huge" in reason:
                raise ReadError(TOO_MUCH) from None
            raise ReadError(DAMAGED) from None
        if root.getroottree().docinfo.doctype:
            raise ReadError("文档内含实体定义（DTD），不是 Word 正常保存的文件，已拒绝读取")
        return root

    @property
    def is_word(self) -> bool:
        """Whether there is any part where Word keeps its own."""
        return any(name.startswith("word/") for name in self._names)

    def relations(self, name: str = "") -> dict[str, tuple[str, str]]:
        """The internal relationships of a part (of the package itself for ""): id → (kind, part name).

        The kind is the last step of the relationship's type, the same in Transitional and Strict files.
        """
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(RELATIONSHIP) if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = unquote(relation.get("Target", "")).replace("\\", "/")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            found[relation.get("Id", "")] = (kind, posixpath.normpath(whole))
        return found

    def _bytes(self, name: str) -> bytes | None:
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise ReadError("压缩包设有密码，请取消密码后再校对")
        try:
            with self._archive.open(info) as part:
                data = part.read(self._left + 1)
        except ZIP_ERRORS:
            raise ReadError(DAMAGED) from None
        if len(data) > self._left:
            raise ReadError(TOO_MUCH)
        self._left -= len(data)
        return data
