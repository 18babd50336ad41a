"""Those who should come and those who did, votes, questionnaires: a whole and the parts it is counted by."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import BRACKETED, FILLER
from docproof.gates.language.quantities import counted_text
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

NEAR = 120  # code points from a whole to its parts
ENDS = later(r"[。\n]|其中")


def _told(words: str, *, reversible: bool = True) -> re.Pattern[str]:
    """A number that is told of something, behind its name or, as votes are, before it: 赞成80票, 80票赞成."""
    behind = rf"(?:{words})[^\d，。；：、\n约近余多率]{{0,12}}?(?P<n>\d{{1,6}})(?P<u>[人名位票张份户])(?![赞反弃])"
    before = rf"|(?<!\d)(?P<m>\d{{1,6}})(?P<v>[人票名])(?:{words})" if reversible else ""
    return later(behind + before)


class Tally(msgspec.Struct, frozen=True):
    """A whole that is the sum of what was done of it and the rest; `literal` stands in every text that tells of one."""

    literal: str
    whole: re.Pattern[str]
    done: re.Pattern[str]
    rest: re.Pattern[str]


TALLIES = (
    Tally(
        "应",
        _told(r"应当?(?:出席|参[加会]|到会?|投|签到)", reversible=False),
        _told(r"实际?(?:出席|参[加会]|到会?|投|签到)|(?:已|现)到会?"),
        _told(
            r"请(?:病|事|公)?假|缺[席勤会]|未(?:能?(?:到|出席|参[加会])|投)|因(?:公|病|事|故)|外出|[病事公]假|旷[工会课]"
        ),
    ),
    Tally(
        "收回",
        _told(r"发[出放]|印发", reversible=False),
        _told(r"收回(?<!未收回)|回收(?<!未回收)"),
        _told(r"未(?:能?收回|回收)|丢失"),
    ),
    Tally("无效", _told(r"收回|回收", reversible=False), _told(r"有效(?<!无效)"), _told(r"无效|作?废票?|空白")),
    Tally(
        "弃权",
        _told(r"有效票?|实[到投]|参加(?:表决|投票)|共", reversible=False),
        _told(r"赞成|(?<!不)同意"),
        _told(r"反对|不赞成|不同意|弃权"),
    ),
)


class Count(msgspec.Struct, frozen=True):
    """A number as told, with its unit."""

    span: Span
    n: int
    unit: str


def _counts(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Count]:
    found = []
    for m in pattern.finditer(text, start, end):
        n, unit = ("n", "u") if m.group("n") else ("m", "v")
        found.append(Count(Span(m.start(n), m.end(unit)), int(m[n]), m[unit]))
    return found


@rule(
    "sums.tally",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "应到代表86名，实到83名，请假⟦4名→3名⟧，符合法定人数。",
        "应参加52人，实际参加49人，因病请假2人、因公外出⟦2人→1人⟧。",
        "共发放问卷500份，收回480份，其中有效问卷470份，无效问卷⟦20份→10份⟧。",
        "应到86名，实到⟦88名⟧。",
        "参加表决83人，赞成80票，反对2票，弃权⟦2票→1票⟧。",
    ],
    good=[
        "应到代表86名，实到83名，请假3名，列席12名。",
        "应到86名，实到83名，缺席3名，其中请假2名、未请假1名。",
        "发放问卷500份，收回480份，有效问卷470份。",
        "以80票赞成、2票反对、1票弃权通过，参加表决83人。",
    ],
)
def tally(draft: Draft) -> Iterator[Hit]:
    """应到、实到、请假，发出、收回、有效，赞成、反对、弃权，数目要对得上。"""
    text = draft.once(counted_text)
    for kind in TALLIES:
        if kind.literal not in text:
            continue
        for whole in _counts(kind.whole, text, 0, len(text)):
            yield from _checked(kind, whole, text)


def _checked(kind: Tally, whole: Count, text: str) -> Iterator[Hit]:
    """What is wrong with the parts behind a whole, if anything."""
    start, last = whole.span.end, min(whole.span.end + NEAR, len(text))
    near = BRACKETED.sub(lambda m: FILLER * len(m.group()), text[start:last])
    done = next(iter(_counts(kind.done, near, 0, len(near))), None)
    stop = ENDS.search(near, done.span.end if done else 0)
    if done is None or ENDS.search(near[: done.span.start].replace("其中", "")):
        return
    if done.n > whole.n:
        yield hit(Span(start + done.span.start, start + done.span.end), f"多于前面的{whole.n}{whole.unit}，请核对")
        return
    rest = _counts(kind.rest, near, done.span.end, stop.start() if stop else len(near))
    told = re.findall(rf"\d+{re.escape(whole.unit)}", near[done.span.end : stop.start() if stop else len(near)])
    if len(told) > len(rest):
        return  # some are told in other words: 2人出差、1人病假
    left = whole.n - done.n - sum(c.n for c in rest[:-1])
    if rest and rest[-1].n != left:
        message = f"{whole.n}{whole.unit}减去{done.n}{done.unit}，与后面的数对不上，请核对"
        span = Span(start + rest[-1].span.start, start + rest[-1].span.end)
        yield hit(span, message, *([f"{left}{rest[-1].unit}"] if left > 0 else []))
