"""What kind of file some bytes are."""

import zipfile
from enum import Enum
from typing import BinaryIO

from docproof.model import ReadError

ZIP, OLE, PDF, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
WORD_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
MARKDOWN_SUFFIXES = {".md", ".markdown"}
OLE_DIRECTORY_LIMIT = 64 * 1024 * 1024  # bytes searched for the names of an OLE file's streams
LAYOUT_FILE = "是版式文件，不能直接校对，请校对源文件"
NO_WORD_FILE = "不是 Word 文档，而是别的压缩文件；请提供 .docx，或解压后校对其中的文稿"
DAMAGED = "Word 文档已损坏或不完整，请重新获取，或在 Word 中修复后另存为 .docx"


class FileFormat(str, Enum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"


def size_in_words(size: int) -> str:
    """A number of bytes as a person reads it."""
    for unit, bytes_each in (("MB", 1024 * 1024), ("KB", 1024)):
        if size >= bytes_each:
            return f"{size / bytes_each:g} {unit} "
    return f"{size} 字节"


def detect(file: BinaryIO, suffix: str) -> FileFormat:
    """The format of a stream's content; the stream is left at its beginning.

    Raises ReadError, naming the way out, for a format that is not read.
    """
    head = file.read(1024)
    try:
        if not head:
            raise ReadError("文件是空的，没有可校对的内容")
        if head.startswith(ZIP):
            _refuse_other_packages(file)
            return FileFormat.DOCX
        if head.startswith(OLE):
            raise ReadError(_ole_advice(head + file.read(OLE_DIRECTORY_LIMIT)))
        if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(PDF):
            raise ReadError(f"PDF {LAYOUT_FILE}")
        if head.startswith(RTF):
            raise ReadError("是 RTF 文件，请在 Word 或 WPS 中另存为 .docx 后再校对")
        if suffix in WORD_SUFFIXES:
            raise ReadError("不是 Word 文档（内容与后缀名不符，或下载不完整），请重新获取或另存为 .docx")
        return FileFormat.MARKDOWN if suffix in MARKDOWN_SUFFIXES else FileFormat.TEXT
    finally:
        file.seek(0)


def _refuse_other_packages(file: BinaryIO) -> None:
    """Name OFD, OpenDocument, Excel and PowerPoint files for what they are."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise ReadError(DAMAGED) from None
    if "OFD.xml" in names:
        raise ReadError(f"OFD {LAYOUT_FILE}")
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise ReadError("是 OpenDocument 文件，请在 WPS 或 LibreOffice 中另存为 .docx 后再校对")
    if any(n.startswith(("xl/", "ppt/")) for n in names) and not any(n.startswith("word/") for n in names):
        raise ReadError("是表格或演示文稿，不是文字文稿，请提供 .docx 或文本文件")


def _ole_advice(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "设有打开密码，请在 Word 中取消密码后再校对"
    if "WordDocument".encode("utf-16-le") in data:
        return "是旧版 Word（或 WPS）文件，请在 Word 或 WPS 中另存为 .docx 后再校对"
    return "不是文字文稿，请提供 .docx 或文本文件"
