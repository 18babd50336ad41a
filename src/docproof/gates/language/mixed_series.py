"""Enumerations whose members are counted in two ways: 第一，……其次，……"""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.enumerations import enumerations
from docproof.model import Draft, Gate, Severity, Source, Strength


@rule(
    "numbering.mixed-series",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", strength=Strength.GENERAL),
    bad=[
        "第一，要提高认识。⟦其次→第二⟧，要强化措施。",
        "首先，摸清底数。⟦第二→其次⟧，建立台账。第三，限期整改。",
        "主要做法：一是加强领导；⟦第二→二是⟧，完善机制。",
        "工作分三步：（1）摸底；⟦②→（2）⟧整改；③验收。",
    ],
    good=[
        "第一，要提高认识。第二，要强化措施。",
        "首先，摸清底数。其次，建立台账。最后，限期整改。",
        "一是加强领导。第一，成立专班；第二，压实责任。二是完善机制。",
        "第二，要强化措施。其次才是宣传。",
    ],
)
def mixed_series(draft: Draft) -> Iterator[Hit]:
    """一组并列的各项用同一套序次语。

    “第一，”之后接“第二，”，“首先，”之后接“其次，”，“一是”之后接“二是”。只报前一项是另一套、序数正好相接的；“首先”之后用“第二”、“一要”之后用“二是”很常见，只作提示。
    """
    for stray, before in draft.once(enumerations).strays:
        right = before.family.written(stray.n)
        there = before.family.written(before.n)
        advice = f"，宜用“{right}”" if right else ""
        message = f"前面用“{there}”，这里改用“{stray.family.written(stray.n)}”，不是一套序次语{advice}"
        families = (stray.family, before.family)
        usual = all(f.runs_in for f in families) or not all(f.counted for f in families)
        yield hit(stray.span, message, *([right] if right else []), severity=Severity.HINT if usual else None)
