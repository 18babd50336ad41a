"""Plain text files, in whatever encoding an office saved them."""

import codecs
import re

from docproof.model import Document, Paragraph, ReadError
from docproof.model.characters import has_han, is_han

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
COMMON = re.compile("[的是在了和有不为一人中大国年发工作第条这上个以]")
MARKS = "“”‘’《》〈〉〔〕【】、。·…—～×－①②③④⑤⑥⑦⑧⑨⑩℃％‰　○□■●★→"
NO_TEXT = "不是文本文件，请提供 .docx、.txt 或 .md"
UNKNOWN_ENCODING = "文字编码无法识别，请用记事本另存为 UTF-8 编码后再校对"


def read_text(data: bytes) -> Document:
    """A Document of a text file's bytes: one paragraph a line. Raises ReadError."""
    text = decode(data)
    return Document(text, lines_as_paragraphs(text))


def decode(data: bytes) -> str:
    """The text of a file's bytes, without a byte order mark, line ends as "\\n".

    UTF-8 and UTF-16 (with or without a mark), GB18030, and what charset-normalizer can tell. Raises ReadError for
    anything else, and for a file without words.
    """
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise ReadError(NO_TEXT)
    if not text.strip():
        raise ReadError("文件里没有文字")
    return text


def lines_as_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """One paragraph for each line; only "\\n" ends a line."""
    paragraphs, at = [], 0
    for number, line in enumerate(text.split("\n")):
        paragraphs.append(Paragraph(at, at + len(line), node=number))
        at += len(line) + 1
    return tuple(paragraphs)


def _decoded(data: bytes) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if (wide := _utf16_without_bom(data)) is not None:
        return wide
    if b"\0" in data:
        raise ReadError(NO_TEXT)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)
    return text if text.isascii() or has_han(text) else _gb18030(data) or text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError(UNKNOWN_ENCODING) from None


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 is told by the zero bytes of its line ends, digits and spaces, all on one side."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(data) % 2 or not even + odd or min(even, odd) * 8 > max(even, odd):
        return None
    try:
        text = data.decode("utf-16-be" if even > odd else "utf-16-le")
    except UnicodeDecodeError:
        return None
    return text if _is_plain(text) else None


def _is_plain(text: str) -> bool:
    """Whether nearly all is ASCII, Han, or a mark that goes with them."""
    plain = sum(
        " " <= c <= "~" or c in "\t\r\n" or "\u2000" <= c <= "\u30ff" or is_han(c) or c >= "\uff00" for c in text
    )
    return plain >= 0.9 * len(text)


def _legacy(data: bytes) -> str:
    """GB18030 where it yields Chinese, else the best guess of charset-normalizer that does."""
    if text := _gb18030(data):
        return text
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:65536]).best()
    if guess is not None and guess.encoding not in {"utf_8", "gb18030", "gb2312", "gbk"}:
        candidate = data.decode(guess.encoding, errors="replace")
        if "\ufffd" not in candidate and _reads_as_chinese(candidate):
            return candidate
    raise ReadError(UNKNOWN_ENCODING)


def _gb18030(data: bytes) -> str:
    """The text in GB18030, or "" where that does not read as Chinese."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return text if _reads_as_chinese(text) else ""


def _reads_as_chinese(text: str) -> bool:
    """Whether what is not ASCII is Han and Chinese marks, and of the Han nearly all in GB 2312 or enough of them common.

    Bytes of another encoding, read as GB18030, yield rare characters and other scripts.
    """
    head = text[:20000]
    han = "".join(filter(is_han, head))
    foreign = sum(not (c.isascii() or is_han(c) or c in MARKS or "\uff00" <= c <= "\uffef") for c in head)
    if not han or foreign > 5 + len(han) // 5:
        return False
    simplified = len(han.encode("gb2312", "ignore")) // 2
    return simplified >= len(han) * (0.9 if len(han) > 20 else 0.6) or len(COMMON.findall(han)) >= len(han) * 0.02
