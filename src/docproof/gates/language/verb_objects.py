"""Verbs that do not go with their object or subject: 提高规模, 水平得到改善."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

GAP = r"(?:了|着|好)?(?!的)(?P<gap>[^，。；：、！？“”《》（）\n和与及或并从以使让为是等所将不]{0,10}?)"
ANOTHER_VERB = later(
    r"形成|打造|构建|创造|完善|推进|推动|促进|开展|组织|根据|提供|开放|就业|作出|取得|达到|规定|建立|实现|进行|要求"
)
ENDS = r"(?=[，。；：、）！？\n\s]|$|和|与|及|以及|并|等|来|以(?![上下内外])|从而|使|由|是|方面)"
LISTED = ("、", "和", "与", "及", "以")
STATES = (
    r"(?:也|都|已|均|将|还|又|得到|获得|取得|有了?|实现|进一步|不断|持续|明显|显著|大幅度?|稳步|逐步|逐年|全面|有效|切实|"
    r"日益|更加|整体|较大|很大|极大|大大|普遍|有所|迅速|快速|同步|双双|的){1,5}$"
)
NO_VERB = "落实现"  # 落实 and 现, no 实现
FARTHEST = 14  # code points before a verb in which its subject stands
PLACE = "…"  # in a whole wording: what stands between verb and object


class Row(msgspec.Struct, frozen=True):
    """Verbs that go with none of these objects, and what does; `sure` are those that no edited text has with them.

    `direct`: what stands before the object with 的 tells of something else (改善环境的积极性).
    """

    name: str
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    right: tuple[str, ...]
    sure: tuple[str, ...] = ()
    direct: Literal["yes", "no"] = "no"

    def severity(self, verb: str) -> Severity | None:
        """The rule's own where it is sure."""
        return None if verb in self.sure else Severity.HINT


class Verbs:
    """All rows: an automaton over their verbs, what may follow one and precede it, and the row of each pair."""

    def __init__(self, rows: Sequence[Row]):
        self.rows = {(verb, noun): row for row in rows for verb in row.verbs for noun in row.objects}
        self.names = sorted({verb for verb, _ in self.rows})
        self.automaton = AhoCorasick(self.names)
        nouns = "|".join(sorted({noun for _, noun in self.rows}, key=lambda n: (-len(n), n)))
        objects = rf"(?:{nouns})(?<![利频税汇费概]率)(?<![项数栏题科]目的)"
        self.after = later(rf"{GAP}(?P<object>{objects}){ENDS}|(?=[，。；、了\n]|$)")
        self.before = later(rf"(?P<object>{objects})(?P<gap>{STATES})")


VERB_OBJECTS = Table("language/verb-objects.tsv", Row, Verbs)


@rule(
    "grammar.collocation",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    reads=[VERB_OBJECTS],
    bad=[
        "不断⟦提高生产规模→扩大生产规模⟧，⟦减轻运营成本→降低运营成本⟧。",
        "办学⟦水平得到明显改善→水平得到明显提高⟧，产业⟦规模进一步提升→规模进一步扩大⟧。",
        "切实⟦发挥好牵头的角色→发挥好牵头的作用⟧。",
    ],
    good=[
        "提高规模化经营水平，扩大生产规模，加大执法力度，发挥主体作用。",
        "改善民生，提高水平，加强和改进规模以上企业统计。",
        "降低事故发生率，加快提升质量。",
    ],
)
def collocation(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """动词与宾语、主语要搭配。

    规模用“扩大”，水平用“提高”，力度用“加大”，成本用“降低”等，见 verb-objects.tsv。
    """
    text, known = draft.view(Scope.WORDS), basis.of(VERB_OBJECTS)
    for index, start, end in known.automaton.find_matches_as_indexes(text):
        verb = known.names[index]
        m = known.after.match(text, end)
        if m is None or text.endswith(NO_VERB, 0, end):
            continue
        if m["object"] and text[m.end() : m.end() + 1] in LISTED:
            continue  # 加强防疫知识和法律法规宣传: what is strengthened stands further on
        if m["object"] is None:
            yield from _of_subject(known, verb, text, start)
        elif (row := known.rows.get((verb, m["object"]))) and _is_direct(row, m, text, known.names):
            yield _told(row, verb, m["object"], Span(start, m.end()), text[start : m.end()])


def _is_direct(row: Row, m: re.Match[str], text: str, verbs: Sequence[str]) -> bool:
    """Whether what stands between a verb and a noun leaves the noun its object."""
    gap = m["gap"]
    if gap.startswith("对") and text[m.end() : m.end() + 1] in LISTED:  # 加强对甲、乙的管理
        return False
    if row.direct == "yes" and "的" in gap:
        return False
    return ANOTHER_VERB.search(gap) is None and not any(verb in gap for verb in verbs)


def _of_subject(known: Verbs, verb: str, text: str, at: int) -> Iterator[Hit]:
    """The verb as a predicate: what it is said of stands before it."""
    before = known.before.search(on_line_before(text, at, FARTHEST))
    row = known.rows.get((verb, before["object"])) if before else None
    if before is None or row is None:
        return
    words = before.group()
    rights = [words + right for right in row.right if PLACE not in right]
    if rights:
        message = f"“{before['object']}”与“{verb}”不搭配，可改为“{rights[0]}”"
        span = Span(at - len(words), at + len(verb))
        yield hit(span, message, *rights, severity=row.severity(verb))


def _told(row: Row, verb: str, noun: str, span: Span, words: str) -> Hit:
    """What is said of a verb with its object behind it."""
    between = words[len(verb) : len(words) - len(noun)]
    rights = []
    for right in row.right:
        head, place, tail = right.partition(PLACE)
        rights.append(head + between + (tail if place else noun))
    message = f"“{verb}”与“{noun}”不搭配，可改为“{rights[0]}”"
    return hit(span, message, *rights, severity=row.severity(verb))
