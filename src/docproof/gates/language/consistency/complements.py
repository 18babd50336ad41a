"""A whole, what was done of it, and what was not: 抽查36家，合格29家，不合格7家."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.quantities import Quantity, counted_text, plain, quantities
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import each, later, one_of

NOT = one_of(
    "未不没非",
    r"(?:有(?<=没有)|(?!足|少|超|低|同|到|论|断|仅|良|动|有))(?P<w>[\u4e00-\u9fff]{2,3}?)[的有为]{0,2}[^\d，。；：、（）\n]{0,6}(?=\d)",
)
OTHERS = {
    "正在": ("办结", "完成", "整改", "解决", "处理"), "在办": ("办结",), "待办": ("办结",), "办理中": ("办结",), "在建": ("建成", "完工", "竣工"),
    "整改中": ("整改",), "待整改": ("整改",), "审核中": ("通过",), "在审": ("审结",), "未结": ("审结", "办结", "已结"), "驳回": ("通过", "批准"),
}  # fmt: skip
OTHER = {word: later(rf"{word}[^\d，。；：、（）\n]{{0,8}}(?=\d)") for word in OTHERS}
ABOUT_OTHERS = later(r"其中|去年|上年|同比|新增|较|比|累计|截至[^，]*，.*截至|每|另|还|增|降|减|涉及|共有|以及|超过")
REACH = 6  # code points before a quantity that name it
MOST = 4  # quantities of one unit, the whole among them
GRADES = later(r"基本(?:满意|合格|称职|同意|达标|胜任)|较(?:满意|好)|一般")  # votes of three grades


@rule(
    "consistency.complement",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "本次共抽查单位36家，合格29家，不合格⟦9家→7家⟧。",
        "收到意见建议47条，采纳31条，部分采纳9条，未采纳⟦8条→7条⟧。",
        "全年受理信访件420件，办结398件，正在办理⟦32件→22件⟧。",
        "全县共有卫生室186个，其中标准化卫生室142个，非标准化卫生室⟦54个→44个⟧。",
    ],
    good=[
        "本次共抽查单位36家，合格29家，不合格7家。",
        "受理420件，办结398件，正在办理22件。抽查36家，不合格9家",
        "检查36家，发现不合格产品9批次，其中不合格食品4批次",
    ],
)
def complement(draft: Draft) -> Iterator[Hit]:
    """合格与不合格、采纳与未采纳、办结与在办，相加要等于总数。"""
    text = draft.once(counted_text)
    for m in each(NOT, text):
        yield from _beside(text, m, (m["w"],))
    for word, pattern in OTHER.items():
        for m in pattern.finditer(text) if word in text else ():
            yield from _beside(text, m, OTHERS[word])


def _beside(text: str, m: re.Match[str], words: tuple[str, ...]) -> Iterator[Hit]:
    """What is wrong with the rest told at a match, beside a whole and what was done of it."""
    start, end = sentence_around(text, m.start())
    if GRADES.search(text, start, end):
        return
    rest = next(quantities(text, m.end(), end), None)
    if rest is None or rest.span.start != m.end():
        return
    same = [q for q in quantities(text, start, m.start()) if q.unit == rest.unit]
    if not 2 <= len(same) < MOST or not all(q.exact and not q.step for q in (*same, rest)):
        return
    more = next((q for q in quantities(text, rest.span.end, end) if q.unit == rest.unit), None)
    named = text[max(start, same[0].span.start - REACH) : same[0].span.start]
    if more is not None or any(
        w in named for w in words
    ):  # other parts follow, or the first is no whole: 采纳15条，部分采纳4条
        return
    yield from _judged(text, same, rest, words)


def _judged(text: str, same: list[Quantity], rest: Quantity, words: tuple[str, ...]) -> Iterator[Hit]:
    """What is wrong with a whole, its parts and the rest, if anything."""
    whole, *parts = same
    names = [text[a.span.end : b.span.start] for a, b in zip(same, parts, strict=False)]
    if not any(w in name for name in names for w in words) or ABOUT_OTHERS.search(
        "".join(names).replace("其中", "", 1)
    ):
        return
    if any(not any(w in name for w in words) for name in names):
        return
    left = whole.value - sum(q.value for q in parts)
    if left != rest.value and 0 <= left < whole.value and whole.value > max(q.value for q in parts):
        right = f"{plain(left)}{text[rest.span.end - 1 : rest.span.end]}"
        yield hit(
            Span(rest.span.start, rest.span.end), f"{whole}减去前面所列的，余{plain(left)}{rest.unit}，请核对", right
        )
