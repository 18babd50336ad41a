"""The words that a house calls its own (用语): one a line, in a file that people edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from docproof.house.places import shown
from docproof.house.textfiles import read_text, write_text
from docproof.model import SettingsError

LONGEST = 40  # code points: as far as a cut into words looks
HEADINGS = {"词", "词语", "词条", "用语", "名称", "word", "words"}
COMMENT = "#"


class Word(msgspec.Struct, frozen=True):
    """A word with a note on it, and the line, from 1, that it stands on."""

    text: str
    note: str
    line: int


def words_of(text: str) -> Iterator[Word]:
    """The words of a lexicon's text: the beginning of each line, a note after a tab; `#` begins a comment."""
    for number, line in enumerate(text.split("\n"), 1):
        word, _, note = line.partition("\t")
        if word.strip() and not word.lstrip().startswith(COMMENT):
            yield Word(word.strip(), note.strip(), number)


def load(path: Path) -> list[Word]:
    """The words of a lexicon. Raises SettingsError, naming file and line, for what cannot be one."""
    words = list(words_of(read_text(path)))
    for word in words:
        if reason := objection(word.text):
            raise SettingsError(f"{shown(path)}:{word.line}：“{word.text}”{reason}")
    return words


def objection(word: str) -> str:
    """Why a word cannot stand in a lexicon; "" where it can."""
    if any(c.isspace() for c in word):
        return "中间有空格；一行写一个词，说明写在制表符之后"
    if not word.isprintable():
        return "含有看不见的字符，请重新输入"
    if len(word) < 2:
        return "只有一个字，会放过太多错处；请写完整的词"
    if len(word) > LONGEST:
        return f"超过 {LONGEST} 字，不是词；请写其中的名称"
    if word.startswith(COMMENT) or not any(c.isalnum() for c in word):
        return "不是词"
    return ""


def add(path: Path, words: Iterable[str]) -> tuple[list[str], list[Word]]:
    """Add words at the end of a lexicon, which may not exist yet; what stands in it stays as it is.

    Returns the words that are new and those that it had. Raises SettingsError, nothing written, where a word cannot
    stand in a lexicon.
    """
    text = read_text(path) if path.exists() else ""
    known = {word.text: word for word in words_of(text)}
    wanted = list(dict.fromkeys(word.strip() for word in words))
    for word in wanted:
        if reason := objection(word):
            raise SettingsError(f"“{word}”{reason}；没有写入")
    new = [word for word in wanted if word not in known]
    if new:
        end = "\n" if text and not text.endswith("\n") else ""
        write_text(path, text + end + "".join(f"{word}\n" for word in new))
    return new, [known[word] for word in wanted if word in known]


def listed(path: Path) -> Iterator[Word]:
    """The words of another list: of each line of a text, or of the first column of a .csv or .tsv file.

    Raises SettingsError where it cannot be read.
    """
    import csv  # late, as what reads a settings file is: a check of a draft without a house starts sooner
    import io

    text = read_text(path)
    if path.suffix.lower() not in (".csv", ".tsv"):
        yield from words_of(text)
        return
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
    try:
        for n, row in enumerate(rows):
            word = row[0].strip() if row else ""
            if word and not word.startswith(COMMENT) and not (n == 0 and word.lower() in HEADINGS):
                yield Word(word, "", rows.line_num)
    except csv.Error:
        raise SettingsError(f"{shown(path)}:{rows.line_num}：不是正确的表格文件，请另存为 UTF-8 的 .csv") from None
