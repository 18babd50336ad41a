"""Names of formulations with the verbs that go with them, and four of them that stand together in one order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import msgspec

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.model import Draft, Gate, Scope, Severity, Source, Span

SOURCE = Source("党的全国代表大会报告、党内法规等权威文本的规范表述")
LONGEST_GAP = 16  # code points from one name to the next where they stand together
QUOTES = str.maketrans("", "", "“”")
TAIL = "的决定性意义"


class Slogan(msgspec.Struct, frozen=True):
    """A row of slogans.tsv: a name, the verbs that go with it, the best first, and those that do not.

    Names with a `rank` stand together in that order.
    """

    name: str
    verbs: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    rank: int = 0

    @property
    def phrase(self) -> str:
        """Verb and name as the library has them together."""
        return f"{self.verbs[0]}{self.name}{TAIL if self.rank == 1 else ''}"


class Named(msgspec.Struct, frozen=True):
    """A slogan in a draft: where its name stands, and where its verb begins."""

    slogan: Slogan
    start: int
    end: int
    verb: str

    @property
    def verb_start(self) -> int:
        return self.start - len(self.verb)


@dataclass(frozen=True, eq=False)
class Slogans:
    """All slogans, and how they are found."""

    all: tuple[Slogan, ...]

    @cached_property
    def _names(self) -> list[tuple[Slogan, str, re.Pattern[str]]]:
        found = []
        for slogan in self.all:
            verbs = sorted((*slogan.verbs, *slogan.wrong), key=len, reverse=True)
            verb = re.compile(rf"(?:坚决|自觉|切实)?(?P<verb>{'|'.join(map(re.escape, verbs))})“?$")
            found.append((slogan, slogan.name.translate(QUOTES), verb))
        return found

    def named(self, text: str) -> list[Named]:
        """Where the names stand in a text, in its order."""
        found = []
        for slogan, name, verb in self._names:
            at = text.find(name)
            while at >= 0:
                before = verb.search(text[max(0, at - 8) : at])
                start = at - (text[at - 1 : at] == "“")
                end = at + len(name) + (text[at + len(name) : at + len(name) + 1] == "”")
                found.append(Named(slogan, start, end, before["verb"] if before else ""))
                at = text.find(name, at + 1)
        return sorted(found, key=lambda n: n.start)


SLOGANS: Table[Slogan, Slogans] = Table("policy/slogans.tsv", Slogan, lambda rows: Slogans(tuple(rows)))


def _named(draft: Draft, slogans: Slogans) -> list[Named]:
    return slogans.named(draft.view(Scope.WORDS))


@rule(
    "formulation.verb",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[SLOGANS],
    bad=[
        "⟦增强→坚定⟧“四个自信”、⟦坚持→做到⟧“两个维护”",
        "⟦协调推进→统筹推进⟧“五位一体”总体布局",
        "⟦筑牢→铸牢⟧中华民族共同体意识",
    ],
    good=[
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "坚定拥护“两个确立”、坚决做到“两个维护”",
        "统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局",
        "铸牢中华民族共同体意识，促进共同富裕",
    ],
)
def verb(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """规范表述的动词搭配。

    “四个意识”用“增强”，“四个自信”用“坚定”，“两个维护”用“做到”。
    """
    for named in draft.once(_named, basis.of(SLOGANS)):
        if named.verb in named.slogan.wrong:
            right = named.slogan.verbs[0]
            span = Span(named.verb_start, named.start)
            yield hit(span, f"与规范表述库不一致：写作“{right}{named.slogan.name.translate(QUOTES)}”", right)


@rule(
    "formulation.chain",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[SLOGANS],
    bad=[
        "⟦坚定“四个自信”、增强“四个意识”→增强“四个意识”、坚定“四个自信”⟧、做到“两个维护”",
        "深刻领悟“两个确立”的决定性意义，⟦增强“四个意识”→增强“四个意识”、坚定“四个自信”⟧、做到“两个维护”",
    ],
    good=[
        "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "坚定拥护“两个确立”，坚决做到“两个维护”",
        "把“两个维护”落到实处。增强“四个意识”",
    ],
)
def chain(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """“两个确立”“四个意识”“四个自信”“两个维护”连用的次序。"""
    slogans = basis.of(SLOGANS)
    text = draft.view(Scope.WORDS)
    ranked = [n for n in draft.once(_named, slogans) if n.slogan.rank]
    for together in _together(text, ranked):
        ranks = [n.slogan.rank for n in together]
        at = next((i for i, (a, b) in enumerate(pairwise(ranks)) if a > b), None)
        if at is not None:
            yield _out_of_order(text, together, at)
            continue
        for missing in (s for s in slogans.all if s.rank and s.rank not in ranks and _is_missed(s.rank, ranks)):
            yield _incomplete(text, together, missing)


def _together(text: str, ranked: Sequence[Named]) -> Iterator[list[Named]]:
    """Names that stand close by each other in one sentence."""
    group: list[Named] = []
    for named in ranked:
        gap = text[group[-1].end : named.start] if group else ""
        if group and (len(gap) > LONGEST_GAP or re.search("[。；！？\n和]", gap) or not re.search("[、，]", gap)):
            yield group
            group = []
        group.append(named)
    if len(group) > 1:
        yield group


def _is_missed(rank: int, ranks: Sequence[int]) -> bool:
    """Whether a name is missing among others: 四个自信 between the second and the fourth, 两个维护 behind three."""
    return (
        (rank == 3 and {2, 4} <= set(ranks))
        or (rank == 2 and {1, 3, 4} <= set(ranks))
        or (rank == 4 and {1, 2, 3} <= set(ranks))
    )


def _out_of_order(text: str, together: Sequence[Named], at: int) -> Hit:
    """Two names that have to change places."""
    one, other = together[at], together[at + 1]
    end = one.end + len(TAIL) if text.startswith(TAIL, one.end) else one.end
    last = other.end + len(TAIL) if text.startswith(TAIL, other.end) else other.end
    between = text[end : other.verb_start]
    right = text[other.verb_start : last] + between + text[one.verb_start : end]
    return hit(Span(one.verb_start, last), f"与规范表述库不一致：次序是{_whole(together)}", right)


def _incomplete(text: str, together: Sequence[Named], missing: Slogan) -> Hit:
    before = max((n for n in together if n.slogan.rank < missing.rank), key=lambda n: n.start)
    end = before.end + len(TAIL) if text.startswith(TAIL, before.end) else before.end
    span = Span(before.verb_start, end)
    severity = Severity.WARNING if len(together) > 2 else Severity.HINT
    message = f"与规范表述库不一致：连用时缺“{missing.phrase.translate(QUOTES)}”"
    return hit(span, message, f"{span.of(text)}、{missing.phrase}", severity=severity)


def _whole(together: Sequence[Named]) -> str:
    ordered = sorted(together, key=lambda n: n.slogan.rank)
    return "、".join(n.slogan.phrase for n in ordered)
