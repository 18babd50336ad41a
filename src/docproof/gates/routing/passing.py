"""Passing on other organs' documents: 批转 a subordinate's, 转发 a superior's or an equal's, 印发 one's own."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import is_official, issuers, title, title_words
from docproof.gates.sources import TYPES
from docproof.model import DocumentType, Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.organs import Organ, Standing, organ_of, standing

PASSED = later(
    r"(?P<verb>批转|转发|印发)[《〈]?(?P<of>[^《〈》〉，。\s]{2,30}?)(?:[《〈]|关于|等[部单]|转发|印发|办公[厅室]关于)"
)
NAMED = "沅泽县人民政府{}的通知\n各乡镇人民政府：\n现转发给你们，请认真贯彻执行。\n沅泽县人民政府\n2026年3月2日"


@rule(
    "routing.passing-on",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=[
        NAMED.format("⟦批转→转发⟧市人民政府关于加强河道管理的意见"),
        NAMED.format("⟦转发→批转⟧县水利局关于加强河道管理的意见"),
        NAMED.format("关于⟦转发→印发⟧《沅泽县人民政府关于加强河道管理的意见》"),
    ],
    good=[
        NAMED.format("批转县水利局关于加强河道管理的意见"),
        NAMED.format("转发市人民政府关于加强河道管理的意见"),
        NAMED.format("关于印发《沅泽县河道管理办法》"),
    ],
)
def passing_on(draft: Draft) -> Iterator[Hit]:
    """批转、转发、印发各有所指。

    下级机关的公文用“批转”，上级机关和不相隶属机关的用“转发”，本机关自己的用“印发”。
    """
    name = draft.once(title)
    if draft.type is not DocumentType.NOTICE or name is None or not is_official(draft) or len(draft.issuers) != 1:
        return
    own = draft.once(issuers)[0]
    m = PASSED.search(draft.text, name.start, name.end)
    if m is None:
        return
    other = organ_of(m["of"].removeprefix("关于"))
    stands = standing(other, own)
    verb = Span(*m.span("verb"))
    if other.name == own.name and m["verb"] != "印发" and draft.once(title_words).startswith((own.name, "关于")):
        yield hit(verb, "发布本机关自己的文件用“印发”", "印发")
    elif m["verb"] == "批转" and _is_above(other, own):
        yield hit(verb, f"“{other.name}”不是下级机关，转用其公文用“转发”，不用“批转”", "转发")
    elif m["verb"] == "转发" and stands is Standing.SUBORDINATE and own.governs:
        yield hit(verb, f"“{other.name}”是下级机关，转用其公文用“批转”，不用“转发”", "批转")


def _is_above(other: Organ, own: Organ) -> bool:
    """Whether an organ is certainly no subordinate."""
    stands = standing(other, own)
    higher = other.level is not None and own.level is not None and other.level > own.level
    return stands is Standing.SUPERIOR or (stands is Standing.EQUAL and (higher or not own.governs))
