"""Quotes, brackets and book marks that lack their other half."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import INTERVAL, on_line_before
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import later

PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "〔": "〕",
    "【": "】",
    "［": "］",
    "「": "」",
    "『": "』",
}
NAMES = {"“": "引号", "‘": "单引号", "（": "括号", "《": "书名号", "〈": "单书名号", "〔": "六角括号", "【": "方头括号",
         "［": "方括号", "「": "引号", "『": "引号"}  # fmt: skip
OPENING = {c: o for o, c in PAIRS.items()}
STRAIGHT = '"'
QUOTES = "“‘「『"
WIDE = {"(": "（", ")": "）"}
ASCII_CLOSING = "]"  # counts only where it stands for 】 or 〕
ANY = r"\"“”‘’（）()《》〈〉〔〕【】［］「」『』\]"
WORDS = rf"[^{ANY}\[\n]*"
MARK = later(
    rf"{INTERVAL}|“{WORDS}”|（{WORDS}）|《{WORDS}》|[{ANY}]"
)  # a pair with but words in it is passed over whole
LABEL = later(r"(?:^|[\s；;。：:，,“])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[①-⑳])$")
LINE_END = "。！？；：…"
FARTHEST = 60  # paragraphs over which a quotation may run


class Mark(msgspec.Struct, frozen=True):
    """A quote, bracket or book mark: where it stands, and in which paragraph."""

    char: str
    at: int
    paragraph: int


@rule(
    "punctuation.unpaired",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "4.8、4.9、4.15", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    general=True,
    bad=[
        "深入学习贯彻⟦《⟧关于加强档案工作的意见，抓好落实。",
        "推进“放管服⟦“→”⟧改革。",
        "会议指出，要落实⟦“⟧一岗双责。",
        "各乡镇（街道）要认真执行⟦）⟧上述规定。",
        "青沅县人民政府办公室⟦）⟧印发。",
        "【附件一⟦]→】⟧见后",
    ],
    good=[
        "会议强调：“要抓实防汛。\n“要抓早抓小。\n“要压实责任。”",
        "实施《中华人民共和国\n档案法》有关规定",
        "要求如下：1）按时报送；2）统一口径。",
        "It’s the “two” 工程，’97旅游年",
        "他说：“制定‘一村一策’。”",
        "【附件[1]】，[J]，【甲]乙】",
    ],
)
def unpaired_marks(draft: Draft) -> Iterator[Hit]:
    """引号、括号、书名号成对使用。

    逐段配对。多段引文每段开头用前引号、末段末尾用后引号的（4.8.3.5）不报；一行没有写完、下一行接着写的（如分行的标题）不报；
    序号“1）”“a）”不报。
    """
    left, _ = draft.once(_lone_and_running)
    yield from _hits(left)


def quotation_runs(draft: Draft) -> list[tuple[Mark, Mark]]:
    """The quotes that open a quotation which closes in a later paragraph, each with the one that closes it."""
    _, runs = draft.once(_lone_and_running)
    return [(opening, closing) for opening, closing in runs if opening.char in QUOTES]


def _lone_and_running(draft: Draft) -> tuple[list[Mark], list[tuple[Mark, Mark]]]:
    """The marks without a partner, in text order, and those that find it in a later paragraph."""
    text = draft.view(Scope.PROSE)
    unmatched = [mark for mark in _unmatched(draft, text) if mark.char in PAIRS or not _is_label(text, mark.at)]
    left: list[Mark] = []
    runs: list[tuple[Mark, Mark]] = []
    for kind in dict.fromkeys(_opening(mark.char) for mark in unmatched):
        _separate([m for m in unmatched if _opening(m.char) == kind], draft, left, runs)
    return sorted(left, key=lambda mark: mark.at), runs


def _hits(marks: list[Mark]) -> Iterator[Hit]:
    """One hit a mark; where two on one line belong together, what the wrong one should be."""
    at = 0
    while at < len(marks):
        mark, following = marks[at], marks[at + 1] if at + 1 < len(marks) else None
        wrong = _wrong_of_two(mark, following) if following and following.paragraph == mark.paragraph else {}
        for one, right in wrong.items():
            side = "前" if right in PAIRS else "后"
            yield hit(Span(one.at, one.at + 1), f"此处应为{side}{NAMES[_opening(right)]}", right)
        if not wrong and mark.char != ASCII_CLOSING:
            name = NAMES[_opening(mark.char)]
            has, lacks = ("前", "后") if mark.char in PAIRS else ("后", "前")
            yield hit(Span(mark.at, mark.at + 1), f"{has}{name}缺少对应的{lacks}{name}，请补上或删去")
        at += 2 if wrong else 1


def _wrong_of_two(first: Mark, second: Mark) -> dict[Mark, str]:
    """Which of two lone marks that face each other wrongly should be what; nothing where they have no part in each other."""
    opens, then_opens = first.char in PAIRS, second.char in PAIRS
    if first.char == second.char and _opening(first.char) in QUOTES:
        return {second: PAIRS[second.char]} if opens else {first: OPENING[first.char]}
    if not opens and then_opens and _opening(first.char) == second.char:
        return {first: OPENING[first.char], second: PAIRS[second.char]}
    if opens and not then_opens and second.char != PAIRS[first.char]:
        return {second: PAIRS[first.char]}
    return {}


def _unmatched(draft: Draft, text: str) -> Iterator[Mark]:
    """The marks that find no partner in their own paragraph, in text order."""
    starts = [p.start for p in draft.paragraphs]
    paragraph = -1
    stack: list[Mark] = []
    lone: list[Mark] = []
    for m in MARK.finditer(text):
        if len(m.group()) > 1:
            continue
        index = bisect_right(starts, m.start()) - 1
        if index != paragraph:
            yield from sorted(stack + lone, key=lambda mark: mark.at)
            paragraph, stack, lone = index, [], []
        if m.group() == STRAIGHT:  # the other half of an open “, which another rule corrects
            opened = next((mark for mark in reversed(stack) if mark.char == "“"), None)
            if opened is not None:
                stack.remove(opened)
            continue
        if m.group() == ASCII_CLOSING and not (stack and stack[-1].char in "【〔"):
            continue
        mark = Mark(WIDE.get(m.group(), m.group()), m.start(), index)
        if mark.char in PAIRS:
            stack.append(mark)
            continue
        opening = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].char == OPENING.get(mark.char)), None)
        if opening is not None:
            lone += stack[opening + 1 :]
            del stack[opening:]
        elif not _is_apostrophe(text, mark):
            lone.append(mark)
    yield from sorted(stack + lone, key=lambda mark: mark.at)


def _separate(marks: list[Mark], draft: Draft, left: list[Mark], runs: list[tuple[Mark, Mark]]) -> None:
    """Marks of one kind, in text order, into those that stay alone and those that pair across paragraphs."""
    text = draft.view(Scope.PROSE)
    at = 0
    while at < len(marks):
        if _continues(marks[at], draft, text):
            at += 1
            continue
        end = _run_end(marks, at, draft, text)
        if end is None:
            left.append(marks[at])
            at += 1
        else:
            runs.append((marks[at], marks[end]))
            at = end + 1


def _continues(mark: Mark, draft: Draft, text: str) -> bool:
    """A quotation whose next paragraph opens with the same mark again (4.8.3.5)."""
    if mark.char not in QUOTES:
        return False
    following = mark.paragraph + 1
    while following < len(draft.paragraphs):
        paragraph = draft.paragraphs[following]
        words = text[paragraph.start : paragraph.end].strip()
        if words:
            return words.startswith(mark.char)
        following += 1
    return False


def _run_end(marks: list[Mark], first: int, draft: Draft, text: str) -> int | None:
    """The index of the mark that closes what `marks[first]` opens in an earlier paragraph, or None."""
    if first + 1 == len(marks):
        return None
    opening, closing = marks[first], marks[first + 1]
    apart = closing.paragraph - opening.paragraph
    if opening.char in PAIRS and closing.char not in PAIRS and 0 < apart <= FARTHEST:
        return first + 1 if _may_run(opening, closing, draft, text) else None
    return None


def _may_run(opening: Mark, closing: Mark, draft: Draft, text: str) -> bool:
    """A quotation runs on to the end of a paragraph, a bracket encloses whole paragraphs, a line simply goes on."""
    paragraphs = draft.paragraphs
    between = [p for p in paragraphs[opening.paragraph + 1 : closing.paragraph] if text[p.start : p.end].strip()]
    end = paragraphs[closing.paragraph].end
    closes = not text[closing.at + 1 : end].strip(" \u3000。！？”’）")
    if opening.char in QUOTES and closes:
        return True
    if opening.char in "（【" and closes and _begins_paragraph(opening, draft, text):
        return True
    line = text[opening.at : paragraphs[opening.paragraph].end].rstrip()
    return not between and line[-1] not in LINE_END


def _begins_paragraph(mark: Mark, draft: Draft, text: str) -> bool:
    return not text[draft.paragraphs[mark.paragraph].start : mark.at].strip(" \t\u3000“‘（")


def _opening(char: str) -> str:
    return OPENING.get(char, char)


def _is_apostrophe(text: str, mark: Mark) -> bool:
    left, right = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    return mark.char == "’" and ((left.isascii() and left.isalnum()) or right.isdigit())  # It’s, ’97


def _is_label(text: str, at: int) -> bool:
    """The closing bracket of a numbering such as “1）” or “a）”."""
    return text[at] in "）)" and LABEL.search(on_line_before(text, at, 6)) is not None
