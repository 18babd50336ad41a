"""From a file to a Document."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from docproof.model import Document, ReadError
from docproof.reading.conversion import NAMELESS, Converter
from docproof.reading.formats import FileFormat, detect, size_in_words

STDIN = Path("-")
MAX_CONTAINER = 512 * 1024 * 1024  # bytes taken from standard input
DEFAULT_MAX_SIZE = 20 * 1024 * 1024  # bytes of text
TEXT_FORMATS = {FileFormat.TEXT.value, FileFormat.MARKDOWN.value}


def read(path: Path, max_size: int = DEFAULT_MAX_SIZE, converter: Converter | None = None) -> Document:
    """Read the draft at `path`, by its content and not by its ending; `-` is standard input.

    `max_size` bounds a text file, and the text within a Word file, in bytes. `converter` turns other office formats
    into .docx; without one, LibreOffice is started for this file alone. Raises ReadError with one line of Chinese
    that says what is wrong and what to do.
    """
    if path == STDIN:
        return read_stream(BytesIO(sys.stdin.buffer.read(MAX_CONTAINER)), "", max_size, converter)
    try:
        with path.open("rb") as file:
            stream = file if file.seekable() else BytesIO(file.read(MAX_CONTAINER))
            document = read_stream(stream, path.suffix.lower(), max_size, converter, path)
    except IsADirectoryError:
        raise ReadError("是文件夹，请指定一份文稿") from None
    except FileNotFoundError:
        raise ReadError("找不到文件，请检查路径") from None
    except PermissionError:
        raise ReadError("打不开：没有读取权限，或文件正被 Word 占用；请关闭文件或取得权限后重试") from None
    except OSError as e:
        raise ReadError(f"读取时出错（{e.strerror or e}），请确认文件所在的磁盘可用后重试") from None
    if document.format not in TEXT_FORMATS and _open_in_word(path):
        return replace(document, notes=("文件正在 Word 中打开，校对的是上次保存的内容",))
    return document


def read_stream(
    file: BinaryIO,
    suffix: str = "",
    max_size: int = DEFAULT_MAX_SIZE,
    converter: Converter | None = None,
    path: Path = NAMELESS,
) -> Document:
    """Read a draft from a seekable binary stream; `suffix` (".md") tells Markdown from plain text.

    `path` is the name by which the converter may know the file already. Raises ReadError as `read` does.
    """
    file_format = detect(file, suffix)
    if file_format.needs_converting:
        if converter is None:
            with Converter() as converter:
                return read_stream(file, suffix, max_size, converter, path)
        with converter.docx(file, file_format, path) as docx:
            return replace(read_stream(docx, ".docx", max_size), format=file_format.value)
    if file_format is FileFormat.DOCX:
        from docproof.reading.docx import read_docx

        return read_docx(file, max_size)
    data = file.read(max_size + 1)
    if len(data) > max_size:
        raise ReadError(f"超过 {size_in_words(max_size)}的上限；请拆分文稿，或用 --max-size 放宽")
    if file_format is FileFormat.MARKDOWN:
        from docproof.reading.markdown import read_markdown

        return read_markdown(data)
    from docproof.reading.text import read_text

    return read_text(data)


def _open_in_word(path: Path) -> bool:
    """Word keeps a lock file beside an open document: ~$ before its name, which loses up to two characters for it."""
    lost = min(max(len(path.stem) - 6, 0), 2)
    return (path.parent / f"~${path.name[lost:]}").exists()
