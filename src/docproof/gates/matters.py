"""The matters that a request asks about, by the table that an office edits (rules/coordination/matters.tsv)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from docproof.engine import Basis, Table
from docproof.gates.parts import body, sentences, title
from docproof.model import Draft, Scope, Span
from docproof.model.patterns import later

ASKING = later(
    r"恳请|恳求|请求|申请|敬请|特请|请予|拟请|请[^，。；]{0,24}?(?:批准|批示|批复|审批|审定|解决|支持|拨付|安排|同意|协调|给予|调增|核定|核增|增加|划拨|明确)|拟(?:申请|新增|设立|增设|购置|使用|占用)|"
    r"(?:需|需要|拟)(?:增加|追加|解决|安排)|(?:^|[，。；])(?:[^，。；]{0,8})拟|[共所尚]?需(?:资金|经费|投资|县|市)?[^，。；]{0,8}\d|(?:总?投资|造价|概算|开销|开支)[^，。；]{0,8}\d"
)


class Matter(msgspec.Struct, frozen=True):
    """A line of matters.tsv: what tells the matter, who governs it, and what a request about it encloses."""

    matter: str
    words: tuple[str, ...]
    except_: tuple[str, ...] = msgspec.field(default=(), name="except")
    bodies: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    asked: str = ""


@dataclass(frozen=True, eq=False)
class Matters:
    """The rows by the words that tell them."""

    rows: dict[str, list[Matter]]
    _words: re.Pattern[str]
    _except: re.Pattern[str] | None

    def found(self, text: str, within: Span) -> list[tuple[Matter, Span]]:
        """The matters that a span of text tells, each once with the words that tell it first."""
        excepted = [m.span() for m in self._except.finditer(text, within.start, within.end)] if self._except else []
        starts = [start for start, _ in excepted]
        found: dict[str, tuple[Matter, Span]] = {}
        for m in self._words.finditer(text, within.start, within.end):
            before = bisect_right(starts, m.start())
            if before and m.end() <= excepted[before - 1][1]:
                continue
            for row in self.rows[m.group()]:
                found.setdefault(row.matter, (row, Span(*m.span())))
        return list(found.values())


def _matters(rows: Sequence[Matter]) -> Matters:
    words: dict[str, list[Matter]] = {}
    for row in rows:
        for word in row.words:
            words.setdefault(word, []).append(row)
    excepted = [w for row in rows for w in row.except_]
    return Matters(words, _one_of(words), _one_of(excepted) if excepted else None)


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


MATTERS: Table[Matter, Matters] = Table("coordination/matters.tsv", Matter, _matters)


def asking(draft: Draft, known: Matters) -> list[tuple[Span, list[tuple[Matter, Span]]]]:
    """The sentences of the body that ask, each with the matters that it tells."""
    text, whole = draft.view(Scope.PROSE), draft.once(body)
    sought = [s for s in sentences(text, whole) if ASKING.search(text, s.start, s.end)] if whole else []
    return [(s, known.found(text, s)) for s in sought]


@dataclass(frozen=True, eq=False)
class Asked:
    """What a draft asks about: in its title, and in the sentences of its body that ask."""

    title: list[tuple[Matter, Span]]
    body: list[tuple[Matter, Span]]


def asked(draft: Draft, basis: Basis) -> Asked:
    """What a draft asks about."""
    known, name = basis.of(MATTERS), draft.once(title)
    in_body: dict[str, tuple[Matter, Span]] = {}
    for _, matters in draft.once(asking, known):
        for row, span in matters:
            in_body.setdefault(row.matter, (row, span))
    return Asked(known.found(draft.view(Scope.PROSE), name) if name else [], list(in_body.values()))
