"""Files of other office formats as .docx: converted ahead in batches, because starting LibreOffice takes a second."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from docproof.model import ReadError
from docproof.reading.discovery import Found
from docproof.reading.formats import FileFormat, detect

BATCH = 32  # files for one process
BATCH_SIZE = 256 * 1024 * 1024  # bytes after which a batch takes no more files
AHEAD = 512  # files in line that are looked at for a batch
NAMES = {
    FileFormat.DOC: "旧版 Word 文件",
    FileFormat.WPS: "WPS 文件",
    FileFormat.ODT: "OpenDocument 文件",
    FileFormat.RTF: "RTF 文件",
}
ENDINGS = {FileFormat.DOC: ".doc", FileFormat.WPS: ".doc", FileFormat.ODT: ".odt", FileFormat.RTF: ".rtf"}
SAVE_AS = "在 Word 或 WPS 中另存为 .docx 后再校对"
REFUSED = f"LibreOffice 转换不了这份文件，可能已损坏；请重新获取，或{SAVE_AS}"
NAMELESS = Path()


class Converter:
    """Turns files into .docx, in a temporary folder that is gone when the `with` block ends.

    It goes along with a list of files (`ahead`), so that a file that needs converting takes the next such files with
    it. LibreOffice is looked for and started when the first one comes.
    """

    def __init__(self) -> None:
        self._coming: Iterator[Found] = iter(())
        self._line: deque[Found] = deque()
        self._folder: Path | None = None
        self._count = 0
        self._converted: dict[Path, Path] = {}
        self._trouble = ""
        self._cleanup = ExitStack()

    def __enter__(self) -> Converter:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, at: TracebackType | None) -> None:
        self._cleanup.close()

    def ahead(self, found: Iterable[Found]) -> Iterator[Found]:
        """The same files in the same order; some of them have been looked at, and converted, before their turn."""
        self._coming = iter(found)
        while (file := self._line.popleft() if self._line else next(self._coming, None)) is not None:
            yield file

    @contextmanager
    def docx(self, file: BinaryIO, file_format: FileFormat, path: Path = NAMELESS) -> Iterator[BinaryIO]:
        """The content of `file` as a .docx file, gone afterwards; `path` is its place in the line.

        Raises ReadError where LibreOffice is missing, does not work, or cannot convert the file.
        """
        try:
            if path not in self._converted:
                self._convert(file, file_format, path)
            docx = self._converted.pop(path)
            if not docx.exists():
                raise ReadError(self._trouble or REFUSED)
        except OSError as e:
            raise ReadError(f"转换时出错（{e.strerror or e}），请确认临时文件夹可用、磁盘未满后重试") from None
        try:
            with docx.open("rb") as converted:
                yield converted
        finally:
            docx.unlink()

    def _convert(self, file: BinaryIO, file_format: FileFormat, path: Path) -> None:
        """Convert a file, and in the same process the next ones in line that need it."""
        from docproof.reading import libreoffice

        if self._trouble:
            raise ReadError(self._trouble)
        command = libreoffice.find()
        if command is None:
            name = NAMES[file_format]
            raise ReadError(f"是{name}，要装有 LibreOffice 才能读取；请安装 LibreOffice 后重试，或{SAVE_AS}")
        sources = {path: self._copy(file, file_format)}
        size = 0
        while len(sources) < BATCH and size < BATCH_SIZE and (taken := self._next_in_line()):
            other, source = taken
            sources[other] = source
            size += source.stat().st_size
        target = self._work("out")
        try:
            libreoffice.convert(command, list(sources.values()), target)
        except ReadError as e:
            self._trouble = str(e)
        for source in sources.values():
            source.unlink()
        self._converted |= {p: target / f"{source.stem}.docx" for p, source in sources.items()}

    def _next_in_line(self) -> tuple[Path, Path] | None:
        """The next file in line that needs converting, and a copy of it; None where there is none."""
        while len(self._line) < AHEAD and (coming := next(self._coming, None)) is not None:
            self._line.append(coming)
            path, error = coming
            try:
                if error is None and path.is_file():
                    with path.open("rb") as file:
                        file_format = detect(file, path.suffix.lower())
                        if file_format.needs_converting:
                            return path, self._copy(file, file_format)
            except (ReadError, OSError):
                continue  # said when its turn comes
        return None

    def _copy(self, file: BinaryIO, file_format: FileFormat) -> Path:
        """A copy under a name that LibreOffice cannot mistake, whatever the file is called."""
        self._count += 1
        path = self._work("in") / f"{self._count:06d}{ENDINGS[file_format]}"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        file.seek(0)
        return path

    def _work(self, name: str) -> Path:
        """A folder for the work, made when it is first needed."""
        if self._folder is None:
            from tempfile import TemporaryDirectory

            folder = TemporaryDirectory(prefix="docproof-", ignore_cleanup_errors=True)
            self._folder = Path(self._cleanup.enter_context(folder)).resolve()
        path = self._folder / name
        path.mkdir(exist_ok=True)
        return path
