"""Standard formulations whose members are fixed: none missing, none strange, none twice, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.policy.departures import Kind, departures
from docproof.gates.policy.library import FORMULATIONS
from docproof.model import Draft, Gate, Severity, Source

SOURCE = Source("党的全国代表大会报告、党内法规等权威文本的规范表述")
NOW = date(2026, 3, 1)


def _hits(draft: Draft, basis: Basis, kind: Kind) -> Iterator[Hit]:
    for found in draft.once(departures, basis.of(FORMULATIONS)):
        if found.kind is kind:
            yield hit(found.span, found.message, *found.right, severity=found.severity)


@rule(
    "formulation.missing",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[FORMULATIONS],
    bad=[
        "坚定道路自信、⟦理论自信、文化自信→理论自信、制度自信、文化自信⟧",
        (
            "培育富强、民主、文明、和谐、自由、平等、公正、法治、爱国、⟦敬业、友善→敬业、诚信、友善⟧的社会主义核心价值观",
            NOW,
        ),
        "“三严三实”即严以修身、严以用权、⟦严以律己、创业要实→严以律己、谋事要实、创业要实⟧、做人要实",
    ],
    good=[
        "坚定道路自信、理论自信、制度自信、文化自信",
        "加强经济建设、文化建设，促进创新、开放",
        "坚定道路自信、理论自信、制度自信，不断增强文化自信",
        "突出政治意识、大局意识教育",
    ],
)
def missing(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """规范表述缺项。

    对照规范表述库逐项核对。文稿日期早于表述提出日期的不报，日期不明的只提示。
    """
    yield from _hits(draft, basis, Kind.MISSING)


@rule(
    "formulation.stranger",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[FORMULATIONS],
    bad=[
        "坚定道路自信、理论自信、制度自信、⟦民族自信→文化自信⟧",
        "增强政治意识、大局意识、⟦责任意识→核心意识⟧、看齐意识",
        ("贯彻创新、协调、绿色、开放、⟦共赢→共享⟧的新发展理念", NOW),
    ],
    good=["坚定道路自信、理论自信、制度自信、文化自信", "宣传科技创新、协调联动、开放合作"],
)
def stranger(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """规范表述里混入别的词。"""
    yield from _hits(draft, basis, Kind.STRANGER)


@rule(
    "formulation.repeated",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[FORMULATIONS],
    bad=["坚定道路自信、⟦理论自信、理论自信→理论自信⟧、制度自信、文化自信"],
    good=["坚定道路自信、理论自信、制度自信、文化自信"],
)
def repeated(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """规范表述有一项重复。"""
    yield from _hits(draft, basis, Kind.REPEATED)


@rule(
    "formulation.order",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[FORMULATIONS],
    bad=[
        "坚定⟦理论自信、道路自信→道路自信、理论自信⟧、制度自信、文化自信",
        "增强政治意识、大局意识、⟦看齐意识、核心意识→核心意识、看齐意识⟧",
    ],
    good=["坚定道路自信、理论自信、制度自信、文化自信"],
)
def order(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """规范表述的次序。"""
    yield from _hits(draft, basis, Kind.ORDER)


@rule(
    "formulation.outdated",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    reads=[FORMULATIONS],
    bad=[
        ("协调推进⟦全面建成小康社会→全面建设社会主义现代化国家⟧、全面深化改革、全面依法治国、全面从严治党", NOW),
    ],
    good=[
        (
            "2016年，协调推进全面建成小康社会、全面深化改革、全面依法治国、全面从严治党",
            NOW,
        ),
        ("协调推进全面建成小康社会、全面深化改革、全面依法治国、全面从严治党", date(2017, 5, 1)),
    ],
)
def outdated(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """以前的规范表述。"""
    yield from _hits(draft, basis, Kind.OUTDATED)
