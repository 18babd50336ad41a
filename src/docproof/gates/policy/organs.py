"""Organs that have been renamed, merged or dissolved, and institutions that are no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.gates.policy.told import Time, told
from docproof.gates.sources import regulations
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import later

NOW = date(2025, 6, 1)
ALONE = later(
    r"(?:^|[\n，。；：、（(“”\s\ufffc]|[省市县区州旗盟乡镇]|[由经向报送请同对与和及或被是为从到在给年月日将据按照原]|我国|中国|共和国|联合|配合|有关|采用|依据|执行|参照|遵照|转发|函商|会商|征求|咨询|抄送|抄报|呈报|上报|获得|转报)$"
)
HERE = "×"  # stands in a name for that of the place
PLACE = later(
    r"(?:^|[\n，。；：、（“\s\ufffc]|要求|会同|配合|联合|[由和与及请向经对报送在是据])(?P<place>[\u4e00-\u9fff]{2,6})$"
)
OWN_DEPARTMENT = later(r"(?:公司|集团|工厂|医院|学院|学校|大学|协会|学会|商会|总厂|分行|我行)的?$")
LIST_BEFORE = later(r"(?:^|[\n，。；：、（“由和及与同]|组织|抽调|协调|联合|要求|协同|邀请|配合)$")
LISTED = later(
    r"(?:[、和及与][\u4e00-\u9fff]{2,8}){1,10}?等?(?:有关|相关|职能|执法|主管|监管|成员|[一二三四五六七八九十\d]{1,2}个)?(?:部门|单位)"
    r"|等(?:有关|相关|职能|执法|主管|监管|成员|[一二三四五六七八九十\d]{1,2}个)?(?:部门|单位)"
)
LONGER = {  # what stands behind the last character where it belongs to another word: 农业部门, 工作局面, 扶贫办法
    "部": later("门(?!户)|[队件位署分落]"),
    "局": later("[限面部势域]"),
    "办": later("[法理事公学案好结]"),
    "委": later("[员托派任]"),
    "所": later("[有需属在谓以]"),
    "厅": later("堂"),
    "区": later("总医"),
}


class Organ(msgspec.Struct, frozen=True):
    """A row of organs.tsv: a name, or the end of one behind a place's name, and what it has been called since `since`.

    Of a row without `since` nothing is said: the name only looks like an old one. How it `stands`: `alone` for a common
    word, which counts only behind a place's name, a mark or a preposition; `listed` for what counts only in a list of
    departments (工商、国土等部门).
    """

    old: str
    new: tuple[str, ...] = ()
    since: date | None = None
    severity: Severity = Severity.WARNING
    stands: Literal["", "alone", "listed"] = ""


class Institution(msgspec.Struct, frozen=True):
    """A row of institutions.tsv: what is no more since `since`, and what took its place."""

    term: str
    new: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True, eq=False)
class Names:
    """Rows by their names, and an automaton that finds the longest name at each place."""

    rows: dict[str, Organ]
    words: list[str]
    automaton: AhoCorasick

    @classmethod
    def of(cls, rows: Sequence[Organ]) -> Names:
        words = [r.old for r in rows]
        return cls({r.old: r for r in rows}, words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest))

    @classmethod
    def of_institutions(cls, rows: Sequence[Institution]) -> Names:
        return cls.of([Organ(r.term, r.new, r.since, Severity.HINT) for r in rows])

    def told_late(self, draft: Draft) -> Iterator[tuple[Organ, Span, Severity]]:
        """The names that a draft uses of a time when they were no more, with how sure that is.

        A statute of which some articles were amended keeps the old names in the others: a hint.
        """
        text = draft.view(Scope.WORDS)
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            row = self.rows[self.words[index]]
            longer = LONGER.get(row.old[-1])
            if row.since is None or (longer and longer.match(text, end)):
                continue
            if not _stands(row, draft, text, start, end):
                continue
            time = told(draft, Span(start, end), row.since)
            if time is not Time.BEFORE:
                sure = time is Time.AFTER and draft.type is not DocumentType.STATUTE
                yield row, Span(start, end), row.severity if sure else Severity.HINT

    def names_today(self, row: Organ, day: date | None) -> list[str]:
        """What a name has become by a day; where the day is unknown, today."""
        names: list[str] = []
        for name in row.new:
            then = self.rows.get(name)
            if then and then.since and then.since > (row.since or date.min) and (day or date.max) >= then.since:
                names += self.names_today(then, day)
            else:
                names.append(name)
        return list(dict.fromkeys(names))


def _stands(row: Organ, draft: Draft, text: str, start: int, end: int) -> bool:
    """Whether the words at a place are the organ, as far as its row asks for it; companies have departments of their own."""
    if row.old.endswith("部") and OWN_DEPARTMENT.search(text, max(0, start - 3), start):
        return False
    if row.stands == "alone":
        return draft.profile != "enterprise" and ALONE.search(text, max(0, start - 3), start) is not None
    if row.stands == "listed":
        return LIST_BEFORE.search(text, max(0, start - 3), start) is not None and LISTED.match(text, end) is not None
    return True


ORGANS = Table("policy/organs.tsv", Organ, Names.of)
INSTITUTIONS = Table("policy/institutions.tsv", Institution, Names.of_institutions)


@rule(
    "organ.renamed",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=Source("党和国家机构改革方案", strength=Strength.PRACTICE),
    fix=FixSafety.UNSAFE,
    reads=[ORGANS],
    bad=[
        ("由区⟦工商局→市场监督管理局⟧会同县⟦国土资源局→自然资源局⟧核查", NOW),
        ("经⟦环境保护部→生态环境部⟧批准，报市⟦卫计委→卫生健康委⟧备案", NOW),
        "2024年，市⟦安监局→应急管理局⟧开展检查",
        ("⟦国务院扶贫办→农业农村部⟧印发", NOW),
        ("会议要求⟦临川江银监分局→国家金融监督管理总局临川江监管分局⟧督促整改，报⟦银保监局→金融监管局⟧", NOW),
        ("组织⟦工商→市场监管⟧、公安、⟦国土→自然资源⟧等部门联合执法", NOW),
        ("县⟦国税局→税务局⟧、⟦文广新局→文化广电和旅游局⟧", NOW),
    ],
    good=[
        ("1998年，铁道部批准；原国土资源局的职责；时任县卫生局局长；环保局更名为生态环境局", NOW),
        ("农业部门、文化部门和环境保护部际联席会议，集团公司监察部，该公司环境保护部", NOW),
        ("由区工商局会同县国土资源局核查", date(2016, 5, 1)),
        ("《国土资源部关于加强耕地保护的通知》，扶贫办法", NOW),
        ("工商联、共青团等单位，国土空间规划，国土、矿产等资源", NOW),
        ("矿山安全监察局，森林消防大队，打开工作局面", NOW),
    ],
)
def renamed(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """机构已经改名、合并或者撤销，用现名。

    以成文日期或者句子所讲的年份为准；看不出的只提示。讲改革以前的事（“原”“时任”“1998年”“更名为”）、书名号里的和引文不报。
    各地名称不尽相同的只提示，建议里列出常见的几个。
    """
    organs = basis.of(ORGANS)
    for row, span, severity in organs.told_late(draft):
        span, new = _placed(draft.text, span, organs.names_today(row, draft.as_of))
        become = f"，现为“{new[0]}”" if new else ""
        yield hit(
            span,
            f"“{row.old}”已经改名或者撤销{become}，用现名；讲以前的事，写明年份或者加“原”",
            *new,
            severity=severity,
        )


def _placed(text: str, span: Span, names: list[str]) -> tuple[Span, list[str]]:
    """The span and the names, where one of the names takes the place's name in: 国家金融监督管理总局临江监管分局."""
    if not any(HERE in name for name in names):
        return span, names
    before = PLACE.search(text, max(0, span.start - 10), span.start)
    if before is None:
        return span, [name for name in names if HERE not in name]
    place = before["place"]
    filled = [name.replace(HERE, place) if HERE in name else place + name for name in names]
    return Span(before.start("place"), span.end), filled


@rule(
    "organ.abolished",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=regulations(strength=Strength.PRACTICE),
    reads=[INSTITUTIONS],
    bad=[
        ("对流动人口办理⟦暂住证→居住证⟧，征收⟦社会抚养费⟧", NOW),
        ("企业应缴⟦营业税→增值税⟧和⟦排污费→环境保护税⟧", NOW),
    ],
    good=[("2005年取消农业税，“营改增”即营业税改征增值税", NOW), ("征收排污费", date(2015, 1, 1))],
)
def abolished(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """这一制度、证照或者税费已经取消。"""
    institutions = basis.of(INSTITUTIONS)
    for row, span, _ in institutions.told_late(draft):
        new = f"，现行的是“{row.new[0]}”" if row.new else ""
        yield hit(span, f"“{row.old}”已经取消{new}，请核对；讲以前的事，写明年份或者加“原”", *row.new)
