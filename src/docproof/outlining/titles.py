"""The title of a draft: one to five lines that end with a type, or with what a law is called (GB/T 9704—2012 7.3.1)."""

from __future__ import annotations

import re

from docproof.model import Alignment, Part
from docproof.model.characters import HAN, has_han
from docproof.model.numbering import NUMBERING
from docproof.model.patterns import later
from docproof.outlining.dates import DATE_LINE
from docproof.outlining.lines import Line
from docproof.outlining.names import LONGEST_NAME, are_persons, is_organ
from docproof.outlining.notes import note_below
from docproof.outlining.types import LAW_ENDING, OTHER_ENDING, TYPE_ENDING

LONGEST_TITLE_LINE = 60  # code points
LONGEST_TITLE = 120  # code points of one that a type ends
MOST_TITLE_LINES = 5
SHORTEST_BROKEN = 6  # code points of a line that a title is broken after
SEARCHED = 30  # lines
TITLE_SIZE = 20.0  # pt; titles are set in 二号, 22 pt, text in 16 pt
ENDS_OPEN = later(r"[。，；：？！、:;]$|。")
ATTACHED = later(
    r"附[ \u3000]{0,2}(?:件[ \u3000：:]|[件表]?[ \u3000]?(?:\d{1,2}|[一二三四五六七八九十])?[ \u3000]?[：:.．])"
)
ATTACHED_ALONE = later(r"[【（(]?附[件表].{0,4}")
NO_TITLE = later(r"[（(\[【〔]")
LABEL = later(rf"{HAN}{{1,8}}[：:]")
CHAPTER = later(r"第[一二三四五六七八九十百零〇]+[编章条节款]")
LETTERHEAD = later(r".{0,40}(?:文件|公报|命令|令|会议纪要|纪要|简报|信息|专报|动态|快报|通讯)")
HEADS_TOO = ("令", "公报", "纪要", "信息", "简报")  # types that a letterhead may end with
ABOUT_OTHERS = later(r"关于(?:印发|转发|批转|公布|发布|修改|废止|颁发|下发|同意)|(?:转发|批转|印发)《?")
DANGLING = later(r"(?:[的和与及、对向在为]|关于|印发|转发|批转|表彰|做好|加强|开展)$")
OCCASION = later(r"\d日|会议上|大会上|会上|仪式上")
SUBTITLE = later(r"(?:——|--|—).{2,50}")
LEADS = later(r"[。；]|(?:如下|以下)[：:]$")
DASHES = ("——", "--", "—")
STYLES = {"title", "标题", "大标题", "公文标题", "文件标题", "主标题"}


def can_be_title(line: Line) -> bool:
    """Whether a line can be part of a title: short, without a sentence's end, without a number or label before it."""
    return (
        (len(line.text) <= LONGEST_TITLE_LINE or _is_long_title(line))
        and line.paragraph.part is not Part.TABLE
        and not ENDS_OPEN.search(line.bare)
        and not NUMBERING.match(line.text)
        and not CHAPTER.match(line.bare)
        and not ATTACHED.match(line.text)
        and not LABEL.match(line.bare)
        and has_han(line.bare)
    )


def _is_long_title(line: Line) -> bool:
    about = 0 <= line.bare.find("关于") <= LONGEST_NAME
    return (
        about
        and len(line.text) <= LONGEST_TITLE
        and "，" not in line.bare
        and TYPE_ENDING.search(line.bare) is not None
    )


def ends_title(bare: str) -> bool:
    """Whether words without white space end as a title does."""
    return any(ending.search(bare) for ending in (TYPE_ENDING, LAW_ENDING, OTHER_ENDING))


def is_letterhead(bare: str) -> bool:
    """“某某人民政府文件”, “某某令”, “某某会议纪要”: no 关于, and no type but those that a letterhead can end with."""
    if "关于" in bare or ">" in bare or not LETTERHEAD.fullmatch(bare):
        return False
    return TYPE_ENDING.search(bare) is None or bare.endswith(HEADS_TOO)


def find_title(lines: list[Line], taken: frozenset[int]) -> tuple[int, int] | None:
    """The first and the last line of the title among the first lines; `taken` are lines that are something else.

    Running text behind a letterhead or a number ends the search: what such a draft prints has a title of its own.
    """
    for at in range(min(len(lines), SEARCHED)):
        if at in taken:
            continue
        if taken and at > min(taken) and "。" in lines[at].text and not _is_stopped_title(lines, at):
            return None
        if at > 1 and ATTACHED_ALONE.fullmatch(lines[at - 1].bare) and DATE_LINE.fullmatch(lines[at - 2].text):
            return None
        if can_be_title(lines[at]) and ends_title(lines[at].bare):
            first = _begin(lines, at, taken)
            return first, _end(lines, first, at, taken)
        if _is_stopped_title(lines, at):
            return at, at
    return None


def _is_stopped_title(lines: list[Line], at: int) -> bool:
    """A title that a full stop wrongly ends, above the recipients."""
    words = lines[at].bare
    if (
        not words.endswith(("。", "；", "！", "：", "，", ":"))
        or at + 1 >= len(lines)
        or not lines[at + 1].bare.endswith(("：", ":"))
    ):
        return False
    before, about, _ = words.partition("关于")
    named = not before or is_organ(before)
    return bool(about) and named and len(words) <= LONGEST_TITLE and TYPE_ENDING.search(words[:-1]) is not None


def _begin(lines: list[Line], end: int, taken: frozenset[int]) -> int:
    """Where the title that ends at a line begins."""
    first = end
    while first and end - first < MOST_TITLE_LINES - 1 and first - 1 not in taken:
        before = lines[first - 1]
        if not can_be_title(before) or ends_title(before.bare) or not _continues(before, lines[first : end + 1]):
            break
        first -= 1
    return first


def _continues(before: Line, title: list[Line]) -> bool:
    """Whether a line belongs to the title below it: its issuers, or words that go on."""
    whole = "".join(t.bare for t in title)
    issuers = _names_organs(before) and not is_spaced_out(before)
    if title[0].bare.startswith((*DASHES, "（")) or whole.count("》") > whole.count("《"):
        return True
    if whole.startswith(("关于", "对", "转发", "印发", "批转")):
        return issuers or before.bare.endswith(("大会", "会议"))
    if "关于" in whole:
        return issuers and _names_organs(title[0], up_to="关于")
    if "关于" in before.bare or DANGLING.search(before.bare) or issuers or len(whole) <= 3:
        return True
    adjacent = before.paragraph.end + 1 >= title[0].paragraph.start
    return adjacent and len(before.bare) >= SHORTEST_BROKEN and not are_persons(before.text)


def _names_organs(line: Line, up_to: str = "") -> bool:
    """Whether a line, or its words up to some word, is one organ's name or several set apart by white space."""
    words = line.text.partition(up_to)[0] if up_to else line.text
    return is_organ("".join(words.split())) or (bool(words.split()) and all(is_organ(w) for w in words.split()))


def is_spaced_out(line: Line) -> bool:
    """某 某 县 人 民 政 府: set over the width of the page, as a letterhead is."""
    return len(line.text.split()) >= max(4, len(line.bare) - 1)


def _end(lines: list[Line], first: int, end: int, taken: frozenset[int]) -> int:
    """Where the title ends that ends with a type at one line: what it names may itself end so, and a subtitle follows."""
    last = end
    for at in range(end + 1, min(first + MOST_TITLE_LINES, len(lines))):
        if at in taken or not can_be_title(lines[at]):
            break
        if _names_more(lines[first : last + 1], lines[at]) or (last == at - 1 and _adds(lines[at])):
            last = at
    return last


def _names_more(title: list[Line], line: Line) -> bool:
    return ends_title(line.bare) and _is_open(title) and "关于" not in line.bare


def _adds(line: Line) -> bool:
    """A subtitle, or what the draft is besides: 暨……"""
    return line.bare.startswith("暨") or (SUBTITLE.fullmatch(line.text) is not None and not OCCASION.search(line.bare))


def _is_open(title: list[Line]) -> bool:
    """Whether a title that ends like one goes on: it prints, forwards or amends something that it has only named."""
    whole = "".join(t.bare for t in title)
    if whole.count("《") > whole.count("》"):
        return True
    about = ABOUT_OTHERS.search(whole)
    return about is not None and not re.search(r"的[^的]{2,4}$", whole[about.end() :])


def plain_title(lines: list[Line], at: int, headed: bool) -> tuple[int, int] | None:
    """A title that names no type: set as one, or a line with running text, a subtitle or its authors below it.

    `headed` says that a letterhead or a number stands above it.
    """
    if at >= len(lines) or not can_be_title(lines[at]) or NO_TITLE.match(lines[at].text) or is_organ(lines[at].bare):
        return None
    last = at
    if _is_set_as_title(lines[at]):
        while last + 1 < len(lines) and last - at < MOST_TITLE_LINES - 1 and _same_setting(lines[at], lines[last + 1]):
            last += 1
        return at, last
    if at + 1 >= len(lines):
        return None
    if (addressed := _addressed_title(lines, at)) is not None:
        return at, addressed
    below = lines[at + 1]
    if SUBTITLE.fullmatch(below.text) and can_be_title(below):
        return at, at if OCCASION.search(below.bare) else at + 1
    if below.bare.startswith(("摘要", "内容提要")) or note_below(lines, at + 1) or (headed and "。" in below.text):
        return at, at
    return None


def _addressed_title(lines: list[Line], at: int) -> int | None:
    """The last line of a title without a type that names its matter with 关于 and stands above the recipients."""
    for last in range(at, min(at + MOST_TITLE_LINES, len(lines) - 1)):
        if not can_be_title(lines[last]):
            return None
        below = lines[last + 1].bare
        if below.endswith(("：", ":")):
            about = "关于" in "".join(line.bare for line in lines[at : last + 1])
            return last if about and len(below) <= LONGEST_TITLE and not LEADS.search(below) else None
    return None


def _is_set_as_title(line: Line) -> bool:
    paragraph = line.paragraph
    large = paragraph.size is not None and paragraph.size >= TITLE_SIZE
    return paragraph.style.lower() in STYLES or (
        (large or paragraph.alignment is Alignment.CENTER) and not is_organ(line.bare) and not are_persons(line.text)
    )


def _same_setting(one: Line, other: Line) -> bool:
    return can_be_title(other) and (one.paragraph.style, one.paragraph.alignment) == (
        other.paragraph.style,
        other.paragraph.alignment,
    )


def title_end(lines: list[Line], at: int, title: str) -> int | None:
    """Where a title that is given again ends, which begins at a line; None where it does not."""
    if not title or not title.startswith(lines[at].bare):
        return None
    whole = ""
    for n in range(at, min(at + 6, len(lines))):
        whole += lines[n].bare
        if whole == title:
            return n + 1
        if not title.startswith(whole):
            return None
    return None
