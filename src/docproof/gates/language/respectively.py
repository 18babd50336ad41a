"""分别: as many values as things."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.quantities import NUMBER, counted_text
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import regulations
from docproof.model import Draft, Gate, Severity, Span, Strength
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

WORD = later("分别")
VALUES = later(
    rf"[^\d，。；：、\n]{{0,8}}(?P<values>{NUMBER}[^\d，。；：、和及与\n]{{0,6}}(?:[、和及与]以?及?\s?{NUMBER}[^\d，。；：、和及与\n]{{0,6}})+)"
)
VALUE = later(NUMBER)
SUBJECT_ENDS = later(r"[，。；：\n（）]")
BRACKETED = later(r"（[^（）\n]*）")
COUNTED = later(
    r"(?<![第\d一二三四五六七八九十百])(?P<n>\d{1,2}|[二两三四五六七八九十]{1,2})[个家名项类种座所户批][^\d，。、和及与]{0,12}$"
)
NEAR = 80  # code points of a subject
AND = later(r"以及|[和及与]")


@rule(
    "sums.respectively",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=regulations("第二十条", Strength.PRACTICE),
    when=("分别",),
    bad=[
        "甲县、乙县、丙县分别完成⟦5个、6个⟧",
        "3个县分别新增⟦5户、6户⟧，第一、第二产业增加值分别增长⟦3%、5%和6%⟧",
    ],
    good=[
        "甲县、乙县、丙县分别完成5个、6个、7个",
        "城乡居民收入分别增长5.3%、7%，氨氮、化学需氧量分别下降2%",
        "教育、卫生和住房支出分别增长5%、6%、7%",
        "污水治理率、垃圾治理（管控）率、覆盖率分别提高20.9、36.2、54个百分点",
        "第二十三条 纳税期限分别为1日、3日、5日",
        "一产、二产、三产增加值分别增长5%左右、5%以上和5%左右",
    ],
)
def respectively(draft: Draft) -> Iterator[Hit]:
    """“分别”前面有几项，后面就有几个数。"""
    text = draft.once(counted_text)
    for m in WORD.finditer(text):
        told = VALUES.match(text, m.end())
        if told is None:
            continue
        values = len(VALUE.findall(told["values"]))
        things = _things(SUBJECT_ENDS.split(BRACKETED.sub("", on_line_before(text, m.start(), NEAR)))[-1])
        if things and values not in things:
            yield hit(Span(*told.span("values")), f"“分别”前面是{min(things)}项，后面是{values}个数，请核对")


def _things(subject: str) -> set[int]:
    """How many things a subject may name; empty where it does not list them."""
    counted = COUNTED.search(subject)
    if counted and "、" not in subject:
        n = counted["n"]
        return {whole_number(n)}
    items = subject.split("、")
    if len(items) < 2:
        return set()
    joined = len(AND.findall(subject))
    return {len(items) + n for n in range(joined + 1)}
