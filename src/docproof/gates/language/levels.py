"""The order of the levels: 一、 （一） 1. （1） ①."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.numbered import Item, numbered_items
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Source, Strength
from docproof.model.numerals import han_numeral

FORMS = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）", 5: "①"}
ARABIC = 3
DEEPEST = 4
SOURCE = Source("GB/T 15834—2011", "B.3.8", Strength.GENERAL)


@rule(
    "numbering.level-skipped",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    fix=FixSafety.UNSAFE,
    bad=[
        "一、严格监管\n⟦（1）→（一）⟧建立履约台账。\n⟦（2）→（二）⟧限期整改。",
        "一、工作目标\n（一）总体目标\n⟦（1）→1.⟧近期目标\n⟦（2）→2.⟧远期目标\n（二）年度目标",
        "一、总体要求\n⟦1.→（一）⟧指导思想\n2.基本原则",
        "一、工作进展\n（一）资金保障\n（二）项目管理\n二、存在问题\n⟦1.→（一）⟧开工偏晚。\n⟦2.→（二）⟧归档不全。",
    ],
    good=[
        "一、总体要求\n（一）指导思想\n1.总的考虑\n（1）近期",
        "（一）指导思想\n1.总的考虑",
        "1.排查\n（1）摸底",
        "一、报名材料\n报名时提交下列材料：\n1.身份证\n2.学历证书",
        "一、二级公路\n1.里程",
    ],
)
def level_skipped(draft: Draft) -> Iterator[Hit]:
    """层次序数依次用“一、”“（一）”“1.”“（1）”，中间不跳级。

    可以从任何一层起。只有两层时“一、”之下直接用“1.”很常见，全文只提示一处；文中别处用了“（一）”的，处处提示。跳到“（1）”的报警告。
    序号前另有一段引出的列举不算层次。
    """
    items = _in_body(draft)
    uses_second = any(item.level == 2 for item in items)
    skipping: dict[int, Item] = {}  # the parents under which a level is skipped, by that level
    told = False
    for item, parents in _with_parents(items):
        skipping = {level: parent for level, parent in skipping.items() if level <= item.level and parent in parents}
        parent = parents[-1] if parents else None
        if parent is None or parent.level + 1 >= item.level or item.level > DEEPEST:
            continue
        if item.n == 1 and _follows(parent, item, draft):
            skipping[item.level] = parent
        mild = item.level == ARABIC
        if skipping.get(item.level) is not parent or (mild and told and not uses_second):
            continue
        told = True
        right = written(parent.level + 1, item.n)
        message = (
            f"“{FORMS[parent.level]}”之下跳过“{FORMS[parent.level + 1]}”用了“{FORMS[item.level]}”，层次序数应依次使用"
        )
        yield hit(item.label(draft.text), message, right, severity=Severity.HINT if mild else None)


@rule(
    "numbering.level-reversed",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    bad=[
        "（一）严格监管\n⟦一、⟧建立台账\n二、限期整改\n（二）强化保障\n一、经费保障",
        "1.严格监管\n⟦（一）⟧建立台账\n（二）限期整改\n2.强化保障",
        "（1）日常检查\n⟦1.⟧每月抽查在建工地，做到随机选点。",
    ],
    good=[
        "一、严格监管\n（一）建立台账\n（二）限期整改\n二、强化保障",
        "（一）严格监管\n1.建立台账\n2.限期整改\n（二）强化保障",
        "一、上半年\n（一）产值\n二、下半年\n（一）产值",
    ],
)
def level_reversed(draft: Draft) -> Iterator[Hit]:
    """层次序数由大到小用“一、”“（一）”“1.”“（1）”，不颠倒。

    小一层的序数还没有数完，中间插进从一起的大一层序数，数完又回到小一层的，报大一层的第一个序数；小一层的“1”下面紧接大一层的“1”的，也报。
    """
    items = _in_body(draft)
    last: dict[int, int] = {}  # the index of the last item of each level
    told: set[Item] = set()
    for index, item in enumerate(items):
        before = last.get(item.level)
        inside = items[before + 1 : index] if before is not None and items[before].n == item.n - 1 else []
        if before is not None and inside and _reverses(items[before], inside, item, draft.text):
            told.add(inside[0])
        above = items[index - 1] if index else None
        if above and above.n == item.n == 1 and item.level < above.level <= DEEPEST and _follows(above, item, draft):
            told.add(item)
        last[item.level] = index
    for index, item in enumerate(items):
        if item in told:
            own, inner = FORMS[items[index - 1].level], FORMS[item.level]
            yield hit(item.label(draft.text), f"“{own}”之下用了“{inner}”，层次颠倒：“{inner}”应在“{own}”之上")


def written(level: int, n: int) -> str:
    """The number of a level as it is written, its mark included."""
    return {1: f"{han_numeral(n)}、", 2: f"（{han_numeral(n)}）", 3: f"{n}.", 4: f"（{n}）"}[level]


def _reverses(before: Item, inside: list[Item], item: Item, text: str) -> bool:
    """Whether what stands between two numbers of one level is a higher level's list, and not one that is quoted."""
    higher = inside[0].n == 1 and all(i.level < item.level for i in inside)
    lead_in = text[before.number.end : inside[0].number.start]
    return higher and lead_in.count("“") <= lead_in.count("”")


def _in_body(draft: Draft) -> list[Item]:
    """The numbered paragraphs that are not in tables, attachment notes or quoted lists."""
    notes = [e.span for e in draft.all(ElementKind.ATTACHMENT_NOTE)]
    places = draft.once(numbered_items)
    body = next((place for place, _ in places), None)
    return [i for place, i in places if place == body and not any(n.contains(i.number) for n in notes)]


def _with_parents(items: list[Item]) -> Iterator[tuple[Item, list[Item]]]:
    parents: list[Item] = []
    for item in items:
        while parents and parents[-1].level >= item.level:
            parents.pop()
        yield item, parents
        parents.append(item)


def _follows(parent: Item, item: Item, draft: Draft) -> bool:
    """Whether nothing but blank paragraphs stands between the two."""
    return all(
        p.start == p.end or not draft.text[p.start : p.end].strip()
        for p in draft.paragraphs[parent.paragraph + 1 : item.paragraph]
    )
