"""What kind of file some bytes are."""

import zipfile
import zlib
from enum import Enum
from typing import BinaryIO

from docproof.model import ReadError

ZIP, OLE, PDF, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
BLANKS = b"\xef\xbb\xbf\r\n\t "
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
WORD_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
MARKDOWN_SUFFIXES = {".md", ".markdown"}
KINGSOFT_SUFFIXES = {".wps", ".wpt"}
OFFICE_SUFFIXES = KINGSOFT_SUFFIXES | {".doc", ".dot", ".rtf", ".odt", ".ott"}
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
MAX_OPEN_DOCUMENT = 100 * 1024 * 1024  # bytes of XML, unpacked
CHUNK = 1024 * 1024  # bytes
BOMB = "解压后的内容远超上限，可能是恶意压缩文件，已停止读取；确属正常文稿的，请拆分后再校对"
MAX_MANIFEST = 1024 * 1024  # bytes
SHEETS_AND_SLIDES = {"Workbook", "Book", "PowerPoint Document"}  # names of streams, as OLE files have them
NOT_WORDS = "是表格或演示文稿，不是文字文稿，请提供 .docx 或文本文件"
LAYOUT_FILE = "是版式文件，不能直接校对，请校对源文件"
NO_WORD_FILE = "不是 Word 文档，而是别的压缩文件；请提供 .docx，或解压后校对其中的文稿"
PASSWORD = "设有打开密码，请在 Word 或 WPS 中取消密码后再校对"
DAMAGED = "Word 文档已损坏或不完整，请重新获取，或在 Word 中修复后另存为 .docx"


class FileFormat(str, Enum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    DOC = "doc"
    WPS = "wps"
    ODT = "odt"
    RTF = "rtf"

    @property
    def needs_converting(self) -> bool:
        """Whether it is read as .docx, into which LibreOffice turns it."""
        return self in {FileFormat.DOC, FileFormat.WPS, FileFormat.ODT, FileFormat.RTF}


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
            return _of_package(file)
        if head.startswith(OLE):
            return _of_ole(file, suffix)
        if head.lstrip(BLANKS).startswith(PDF):
            raise ReadError(f"PDF {LAYOUT_FILE}")
        if head.startswith(RTF):
            return FileFormat.RTF
        if suffix in WORD_SUFFIXES:
            raise ReadError("不是 Word 文档（内容与后缀名不符，或下载不完整），请重新获取或另存为 .docx")
        if suffix in OFFICE_SUFFIXES:
            _refuse_what_is_no_plain_text(head)
        return FileFormat.MARKDOWN if suffix in MARKDOWN_SUFFIXES else FileFormat.TEXT
    finally:
        file.seek(0)


def _of_package(file: BinaryIO) -> FileFormat:
    """A Word file or an OpenDocument text; OFD, Excel and PowerPoint files are named for what they are."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
            if mimetype.startswith(OPEN_DOCUMENT):
                _refuse_other_open_documents(archive, mimetype)
                return FileFormat.ODT
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error):
        raise ReadError(DAMAGED) from None
    if "OFD.xml" in names:
        raise ReadError(f"OFD {LAYOUT_FILE}")
    if any(n.startswith(("xl/", "ppt/")) for n in names) and not any(n.startswith("word/") for n in names):
        raise ReadError(NOT_WORDS)
    return FileFormat.DOCX


def _refuse_other_open_documents(archive: zipfile.ZipFile, mimetype: bytes) -> None:
    if not mimetype.startswith(OPEN_DOCUMENT + b"text"):
        raise ReadError(NOT_WORDS)
    infos = {i.filename: i for i in archive.infolist()}
    manifest = infos.get("META-INF/manifest.xml")
    if manifest and b":encryption-data" in archive.open(manifest).read(MAX_MANIFEST):
        raise ReadError(PASSWORD)
    unpacked = 0
    for name in (n for n in infos if n.endswith(".xml")):
        with archive.open(name) as part:  # what it holds, not what its header claims
            while chunk := part.read(CHUNK):
                unpacked += len(chunk)
                if unpacked > MAX_OPEN_DOCUMENT or b"<!ENTITY" in chunk:
                    raise ReadError(BOMB)


def _of_ole(file: BinaryIO, suffix: str) -> FileFormat:
    """A Word 97 file, which WPS saves under another ending."""
    from docproof.reading.ole import root_entries

    try:
        entries = root_entries(file)
    except ValueError:
        raise ReadError(DAMAGED) from None
    if "EncryptedPackage" in entries:
        raise ReadError(PASSWORD)
    if "WordDocument" in entries:
        if _is_encrypted(entries["WordDocument"]):
            raise ReadError(PASSWORD)
        return FileFormat.WPS if suffix in KINGSOFT_SUFFIXES else FileFormat.DOC
    if SHEETS_AND_SLIDES & entries.keys():
        raise ReadError(NOT_WORDS)
    if suffix in KINGSOFT_SUFFIXES or "CONTENTS" in entries:
        raise ReadError("是早期 WPS 或 Microsoft Works 的文件，不能读取，请用原来的软件打开后另存为 .docx")
    raise ReadError("不是文字文稿，请提供 .docx 或文本文件")


def _is_encrypted(information_block: bytes) -> bool:
    """fEncrypted, [MS-DOC] 2.5.2."""
    return len(information_block) > 11 and bool(information_block[11] & 1)


def _refuse_what_is_no_plain_text(head: bytes) -> None:
    """Name a web page that goes by the name of a Word file, and what is unknown."""
    if head.lstrip(BLANKS).startswith(b"<") or b"mime-version:" in head.lower():
        raise ReadError("实际是网页（HTML、XML）文件，请在 Word 或 WPS 中打开后另存为 .docx 再校对")
    if b"\0" in head and not head.startswith(UTF_16):
        raise ReadError("不是能识别的文字文稿（内容与后缀名不符，或下载不完整），请用原来的软件打开后另存为 .docx")
