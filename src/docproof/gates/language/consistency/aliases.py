"""One thing under two names: an organ's short name beside its full one, a 领导小组 that is a 工作组 further on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, islice

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.abbreviations import givens
from docproof.gates.language.shelf import rows_of
from docproof.gates.sources import DRAFTING
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

KINDS = (
    ("领导小组", "工作组", "协调小组", "工作专班", "工作领导组", "指挥部"),
    ("项目部", "项目办", "指挥部", "筹建处", "筹建办", "建设办"),
    ("专项行动", "专项整治", "集中整治", "专项治理", "专项检查", "集中行动", "攻坚行动"),
    ("实施方案", "工作方案", "行动方案", "活动方案"),
    ("产业园", "工业园", "科技园"),
)
ALONE = (
    ("项目部", "项目办"),
    ("项目部", "项目组"),
    ("指挥部", "指挥所"),
    ("村委会", "村民委员会"),
    ("居委会", "居民委员会"),
    ("业委会", "业主委员会"),
)
MOST = 100  # stems of a kind that are compared
SHORTEST_STEM = 4  # code points that two names have in common before their kinds
LONGEST_STEM = 12
NO_STEM = later(r"(?:[，。；：、的各和与及]|重点|全[县市区省]|[有关相].{0,2})$")
SENTENCE_ENDS = later(r"[。；\n]")
OWN_WORD = later(r"[^，。；：、（）“”《》\s的和与及\ufffc]*$")


@lru_cache(maxsize=1)
def _short_names() -> dict[str, tuple[str, ...]]:
    """The full names of organs by their short ones, without the place."""
    return {short: tuple(full.split("|")) for short, full, *_ in rows_of("organ-short.tsv")}


@rule(
    "consistency.organ-names",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=DRAFTING,
    fix=FixSafety.UNSAFE,
    bad=[
        "由县住房和城乡建设局牵头排查，⟦县住建局→县住房和城乡建设局⟧每周汇总。",
        "市人社局负责培训，⟦市人力资源和社会保障局→市人社局⟧要做好统计。",
    ],
    good=[
        "由县住房和城乡建设局（以下简称“县住建局”）牵头排查，县住建局每周汇总。",
        "县住房和城乡建设局牵头，市住建局指导。",
    ],
)
def organ_names(draft: Draft) -> Iterator[Hit]:
    """同一机关在正文中的名称前后一致。

    全称与简称混用而没有注明“以下简称”的，提示后出现的那一种；附件、署名和版记不看。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.WORDS)
    body = draft.first(ElementKind.BODY)
    start, end = (body.span.start, body.span.end) if body else (0, len(text))
    given = {g.name for g in draft.once(givens)}
    for short, fulls in _short_names().items():
        if text.find(short, start, end) < 0:
            continue
        for full in fulls:
            yield from _mixed(text, start, end, short, full, given)


def _mixed(text: str, start: int, end: int, short: str, full: str, given: set[str]) -> Iterator[Hit]:
    """The later one of two forms of a name with the same level (市, 县 …) before them."""
    first: dict[tuple[str, str], int] = {}
    for form in (short, full):
        at = text.find(form, start, end)
        while at >= 0:
            level = text[at - 1 : at] if at > start else ""
            if level in tuple("省市县区旗州"):
                first.setdefault((level, form), at)
            at = text.find(form, at + 1, end)
    for level in {level for level, _ in first}:
        a, b = first.get((level, short)), first.get((level, full))
        if a is None or b is None or any(short in g for g in given):
            continue
        at, form, other = (a, short, full) if a > b else (b, full, short)
        message = f"前面写作“{level}{other}”，此处写作“{level}{form}”，全文统一，或者首次出现时注明“以下简称”"
        yield hit(Span(at - 1, at + len(form)), message, level + other)


@rule(
    "consistency.two-names",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=DRAFTING,
    fix=FixSafety.UNSAFE,
    bad=[
        "成立农村危房改造领导小组，组长由副镇长担任。农村危房改造⟦工作组→领导小组⟧负责入户核查。",
        "各标段项目部要落实防暑措施。⟦项目办→项目部⟧经理要到岗。",
        "青禾大桥项目部设在河东。质量问题由青禾大桥⟦项目办→项目部⟧负责整改。",
    ],
    good=[
        "成立农村危房改造领导小组，组长由副镇长担任。农村危房改造领导小组负责入户核查。",
        "印发工作方案。各镇制定实施方案。",
        "成立防汛领导小组和防汛工作组。",
    ],
)
def two_names(draft: Draft) -> Iterator[Hit]:
    """同一个组织、同一次行动在文中只用一个名称。"""
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    for a, b in ALONE:
        yield from _alone(text, a, b)
    for kinds in KINDS:
        present = [k for k in kinds if k in text]
        for one, other in combinations(present, 2):
            yield from _stems(text, one, other)


def _alone(text: str, one: str, other: str) -> Iterator[Hit]:
    """The first place of the later of two words that mean one thing, where both stand in a draft."""
    a = text.find(one)
    b = text.find(other) if a >= 0 else a
    if b >= 0 and "简称" not in text:
        at, wrong, right = (b, other, one) if b > a else (a, one, other)
        yield hit(Span(at, at + len(wrong)), f"前面写作“{right}”，此处写作“{wrong}”，是同一事物的名称要统一", right)


def _stems(text: str, one: str, other: str) -> Iterator[Hit]:
    """The first place where a stem of one name has the other kind behind it."""
    stems = {kind: _stems_of(text, kind) for kind in (one, other)}
    for stem, at in islice(stems[one].items(), MOST):
        for stem2, at2 in islice(stems[other].items(), MOST):
            common = _common_end(stem, stem2)
            if (
                len(common.removesuffix("工作")) < SHORTEST_STEM
                or NO_STEM.search(common)
                or not SENTENCE_ENDS.search(text, min(at, at2), max(at, at2))
            ):
                continue
            later_at, wrong, right = (at2, other, one) if at2 > at else (at, one, other)
            message = f"前面写作“{common}{right}”，此处写作“{common}{wrong}”，是同一事物的请统一"
            yield hit(Span(later_at, later_at + len(wrong)), message, right)
            return


def _stems_of(text: str, kind: str) -> dict[str, int]:
    """The words before a kind, and where it first stands behind them."""
    found: dict[str, int] = {}
    at = text.find(kind)
    while at >= 0:
        words = OWN_WORD.search(text, max(0, at - LONGEST_STEM), at)
        if words and len(words.group()) >= SHORTEST_STEM:
            found.setdefault(words.group(), at)
        at = text.find(kind, at + 1)
    return found


def _common_end(one: str, other: str) -> str:
    n = 0
    while n < min(len(one), len(other)) and one[-1 - n] == other[-1 - n]:
        n += 1
    return one[len(one) - n :]
