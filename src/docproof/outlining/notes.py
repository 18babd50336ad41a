"""Notes under a title (题注): adoption, occasion, date, and with them who speaks."""

from __future__ import annotations

from docproof.model.patterns import later
from docproof.outlining.lines import Line
from docproof.outlining.names import are_persons, is_organ, is_signer

OCCASION = r"会议上|大会上|仪式上|活动上|座谈会上|论坛上|培训班上|典礼上|\d日|[一二三四五六七八九十]日"
ADOPTION_NOTE = later(
    rf"[（(].*(?:通过|修正|修订|公布|发布|印发|批准|{OCCASION}|施行|\d年\d{{1,2}}月).*|(?:——|--|—).*(?:{OCCASION}).*"
    r"|(?:\d{4}|[〇零○一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"(?:.{0,240}?(?:通过|修正|修订|公布|发布|批准|施行))?[）)]?"
)
BRACKETED = later(r"[（(][^（）()]{2,40}[）)]")
SENTENCE = later("[。；：]")
DATED = later(r"\d{4}年\d{1,2}月\d{1,2}日.{6}")
HAPPENED = later(r"(?:通过|修正|修订|公布|发布|批准|施行|废止)[）)]?$")
LONGEST_NOTE_LINE = 120  # code points
MOST_NOTE_LINES = 12


def note_below(lines: list[Line], at: int) -> int:
    """How many lines from here on, below a title, are its note; 0 for none."""
    end = at
    while end < len(lines) and _goes_on(lines[at:end], lines[end]):
        end += 1
    if end == at and at + 1 < len(lines):
        if _names_authors(lines[at]) and _confirms(lines[at + 1]):
            return note_below(lines, at + 2) + 2
        if _is_name(lines[at]) and lines[at + 1].text.endswith(("：", ":")):
            return 1
    return end - at


def _names_authors(line: Line) -> bool:
    return is_organ(line.bare) or are_persons(line.text)


def _confirms(line: Line) -> bool:
    """What follows authors' names: a date, or their unit in brackets."""
    return _tells(line) or (BRACKETED.fullmatch(line.bare) is not None and is_organ(line.bare[1:-1]))


def _tells(line: Line) -> bool:
    return ADOPTION_NOTE.fullmatch(line.text) is not None and not line.text.endswith(("：", "。"))


def _goes_on(note: list[Line], line: Line) -> bool:
    if _tells(line) or (DATED.match(line.bare) and not SENTENCE.search(line.text)):
        return True
    if note and BRACKETED.fullmatch(line.bare):
        return True
    if note and _is_open(note):
        return len(line.text) <= LONGEST_NOTE_LINE and len(note) < MOST_NOTE_LINES
    return is_signer(line.text) or (bool(note) and (_is_name(line) or is_organ(line.bare)))


def _is_name(line: Line) -> bool:
    """A speaker's name alone; four characters are rather a word."""
    return are_persons(line.text) and len(line.bare) <= 3


def _is_open(note: list[Line]) -> bool:
    """Whether a note goes on in the next line: its bracket is open, or its last date has not said what happened."""
    words = "".join(n.bare for n in note)
    if words.startswith(("（", "(")):
        return words.count("（") + words.count("(") > words.count("）") + words.count(")")
    return DATED.match(note[-1].bare) is not None and not HAPPENED.search(note[-1].bare)
