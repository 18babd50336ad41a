"""Where a draft names documents: 《…》, and laws' names without book marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docproof.engine import Basis
from docproof.gates.policy.names import COUNTRY, LAWS, Law, Laws
from docproof.model import Draft, Scope, Span
from docproof.model.patterns import later

TITLE = later(r"《[^《》\n]{1,120}》|《(?:[^《》\n]|《[^《》\n]*》){1,120}》")  # the first is the second, faster
EDITION = later(
    r"[（(](?:(?P<year>(?:19|20)\d\d)年?(?P<kind>修正案?|修订|修改|版|本|公布|颁布|施行)?[^）)]{0,6}|草案|征求意见稿|[^）)]*(?:稿|草案)[^）)]*)[）)]$"
)
EDITION_BEHIND = later(r"[（(](?P<year>(?:19|20)\d\d)年?(?:修正|修订|版)[^）)\n]{0,4}[）)]")
EDITION_BEFORE = later(r"(?P<year>(?:19|20)\d\d)年(?:修正|修订|修改|版)的?$")
BEFORE_BARE = later(
    r"(?:^|[\n，。；：、！？“”‘’（）()〈《\s\ufffc]|根据|依据|按照|依照|违反|适用|我国|国家|[按依和与及或将由到以对了的原旧新是为从在据]"
    r"|实施|执行|贯彻|落实|学习|宣传|遵守|符合|有关|属于|触犯|援引|引用|参照|比照|结合|熟悉|现行|修改|颁布|出台|公布|解读|普及|关于|列入|纳入)$"
)
LONGER = later(
    r"[律制治院官学典庭人令定庄则]|规(?!定)|草案|实施|司法解释|解释|释义|若干|修正案|教程|知识|讲座|专家|课程"
)
ARTICLE = later(
    r"》?(?:[（(][^）)\n]{1,20}[）)])?(?:中的?|的|之)?第(?P<n>[一二三四五六七八九十百千零〇\d]{1,8})条"
    r"(?P<rest>(?:之[一二三四五六七八九十])?(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[款项目])*)"
)
BASIS_BEFORE = later(
    r"(?:根据|依据|按照|依照|依|按|据|违反|适用|参照|遵照|遵守|符合|触犯)"
    r"(?:了|我国|国家|有关|现行的?|新的?|上述|本省|《[^》\n]*》(?:第[^，。；\n]{1,20}?[条款项])?(?:等|和|及|与|、|以及|或者?|的规定)*|[\s　])*《?$"
)
BASIS_AFTER = later(
    r"》?(?:第[一二三四五六七八九十百\d]+条|(?:的|中的?)?(?:有关|相关|上述|具体|明确)?(?:规定|要求|条款|之规定)|等(?:有关|相关)?(?:法律|规定|法规)|为(?:依据|准绳))"
)
DIFFERENT = later(
    r"》(?:的?(?:实施|修[订正改]|修正案|司法解释|解释|释义|若干|配套|草案|征求意见|的?决定|的?说明|宣讲|单行本|前身|立法|起草|制定))"
)


@dataclass(frozen=True)
class Citation:
    """A document named in a draft.

    `span` are the words of the name, without book marks and without the year of an edition. `law` is what the table
    knows of it. `marked`: it stands in 《》; `end` is behind the closing mark. `mine`: in the draft's own words, and no
    part of another document's name. `year` is that of the edition that is cited.
    """

    span: Span
    name: str
    law: Law | None
    marked: bool
    end: int
    mine: bool = True
    year: int | None = None

    @cached_property
    def full(self) -> bool:
        """Whether the country's name stands in front."""
        return self.name.startswith(COUNTRY)


def cited(draft: Draft, basis: Basis) -> list[Citation]:
    """What a draft cites, found once."""
    return draft.once(citations, basis.of(LAWS))


def citations(draft: Draft, laws: Laws) -> list[Citation]:
    """Every document that a draft names in its own words, in text order."""
    titled = _titles(draft, draft.view(Scope.PROSE), laws)
    return sorted([*titled, *_bare(draft.view(Scope.WORDS), laws)], key=lambda c: c.span)


def _titles(draft: Draft, text: str, laws: Laws) -> Iterator[Citation]:
    quoted = [q for q in draft.quotations if text[q.start] != "《"]
    starts = [q.start for q in quoted]
    for m in TITLE.finditer(text):
        name = m.group()[1:-1]
        year = None
        if name.endswith(("）", ")")) and name not in laws.by_name and (edition := EDITION.search(name)):
            year = int(edition["year"]) if edition["year"] else None
            if year is None:
                continue  # a draft of a law
            name = name[: edition.start()]
        elif beside := EDITION_BEHIND.match(text, m.end()) or EDITION_BEFORE.search(
            text, max(0, m.start() - 12), m.start()
        ):
            year = int(beside["year"])
        span = Span(m.start() + 1, m.start() + 1 + len(name))
        before = bisect_right(starts, m.start())
        theirs = before > 0 and quoted[before - 1].contains(span)
        mine = not theirs and not DIFFERENT.match(text, m.end() - 1)
        yield Citation(span, name, laws.by_name.get(name) if mine else None, True, m.end(), mine, year)


def _bare(text: str, laws: Laws) -> Iterator[Citation]:
    for index, start, end in laws.automaton.find_matches_as_indexes(text):
        name = laws.words[index]
        if text.endswith(COUNTRY, 0, start):
            start -= len(COUNTRY)
            name = COUNTRY + name
        elif not BEFORE_BARE.search(text, max(0, start - 4), start):
            continue
        if not LONGER.match(text, end):
            yield Citation(Span(start, end), name, laws.by_name.get(name), False, end)


def is_basis(text: str, citation: Citation) -> bool:
    """Whether a draft rests something on what it cites: 根据…, 违反…, …第五十二条, …的规定."""
    start = citation.span.start
    line = max(text.rfind("\n", 0, start) + 1, start - 80)
    return bool(BASIS_BEFORE.search(text, line, start) or BASIS_AFTER.match(text, citation.span.end))
