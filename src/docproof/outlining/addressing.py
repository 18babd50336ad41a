"""Who sends a draft to whom: issuers, recipients, direction (党政机关公文处理工作条例 articles 8, 13–17)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docproof.model import Direction, DocumentType, Element, ElementKind
from docproof.model.characters import HAN
from docproof.model.patterns import later
from docproof.outlining.names import is_organ

DIRECTIONS = {
    Direction.UP: {DocumentType.REQUEST, DocumentType.REPORT},
    Direction.ACROSS: {DocumentType.LETTER, DocumentType.BILL},
    Direction.DOWN: {
        DocumentType.RESOLUTION,
        DocumentType.DECISION,
        DocumentType.ORDER,
        DocumentType.COMMUNIQUE,
        DocumentType.ANNOUNCEMENT,
        DocumentType.PUBLIC_NOTICE,
        DocumentType.NOTICE,
        DocumentType.CIRCULAR,
        DocumentType.REPLY,
        DocumentType.REVIEW_OPINION,
    },
}
OF_TYPE = {kind: direction for direction, kinds in DIRECTIONS.items() for kind in kinds}
RANKS = (
    (later("国务院|中共中央|中央|全国人"), 5),
    (later("[省部]|自治区"), 4),
    (later("[市州盟]|地区"), 3),
    (later("[县区旗]"), 2),
    (later("[乡镇]|街道"), 1),
    (later("村|社区"), 0),
)
GOVERNING = later(r"(?:人民政府|党委|[省市县区州旗乡镇]委|委员会|人大常委会|国务院)$")
LETTERHEAD_ENDING = later(
    r"(?:文件|命令|令|公报|简报|信息|专报|(?:第[\d一二三四五六七八九十百]+次)?"
    r"(?:党组|党委|常委|常务|办公|专题|全体|工作|协调|调度|联席|现场|[局院校厅镇乡]长|主任|总经理|董事长|理事长)*(?:会议|会)?纪要)$"
)
SEALED = later(r"[（(](?:盖章|印章|公章|章|签章)[）)]$")


def issuers_of(text: str, elements: Sequence[Element], beside_date: str = "") -> tuple[str, ...]:
    """The issuers as the draft names them: who signs, else the letterheads, else the organ beside the date under the
    letterhead (`beside_date`), else the title up to 关于, else an organ in the note under it.
    """
    signed = [SEALED.sub("", _bare(e, text)) for e in _all(elements, ElementKind.SIGNATURE)]
    if organs := [name for name in signed if is_organ(name)]:
        return tuple(organs)
    heads = [LETTERHEAD_ENDING.sub("", _bare(e, text)) for e in _all(elements, ElementKind.LETTERHEAD)]
    if named := [h for h in heads if is_organ(h)]:
        return tuple(named)
    if beside_date:
        return (beside_date,)
    for title in _all(elements, ElementKind.TITLE)[:1]:
        before, about, _ = title.span.of(text).partition("关于")
        if about and before.strip():
            return tuple(n for n in re.split(r"[、\s]", before) if n)
    noted = [line.strip() for e in _all(elements, ElementKind.ADOPTION_NOTE) for line in e.span.of(text).split("\n")]
    return tuple(n for n in noted if is_organ(n)) or tuple(signed)


def recipients_of(text: str, elements: Sequence[Element]) -> tuple[str, ...]:
    """The organs named in the recipients, one by one; 各省、自治区、直辖市人民政府 is one."""
    return tuple(name for e in _all(elements, ElementKind.RECIPIENTS) for name in _organs(e.span.of(text)))


def direction_of(
    kind: DocumentType | None, issuers: Sequence[str], recipients: Sequence[str], signed_for: bool
) -> Direction | None:
    """The direction that the type has; of an opinion (意见) as its recipients stand to its issuer.

    `signed_for` says that a signatory (签发人) is named, which only drafts to a superior do (条例 article 9).
    """
    if kind is not DocumentType.OPINION:
        return OF_TYPE.get(kind) if kind else None
    if signed_for:
        return Direction.UP
    if not recipients or any("各" in r for r in recipients) or len(recipients) > 1:
        return Direction.DOWN
    return Direction.UP if issuers and _rank(recipients[0]) > _rank(issuers[0]) else Direction.DOWN


def _rank(name: str) -> float:
    """How high an organ stands; one that governs stands above the departments of its level."""
    level = next((rank for pattern, rank in RANKS if pattern.search(_last_place(name))), 1)
    return level + (0.5 if GOVERNING.search(name) else 0)


def _last_place(name: str) -> str:
    """The last place in a name: the county of 某某市某某县水利局."""
    places = re.findall(rf"{HAN}{{0,6}}?[省市州盟县区旗乡镇村]|自治区|街道|社区|国务院|中共中央|中央", name)
    return places[-1] if places else name


def _organs(words: str) -> list[str]:
    names: list[str] = []
    for part in re.split(r"[，,；;\n]", re.sub(r"\s", "", words).rstrip("：:")):
        pieces = _split_outside_brackets(part)
        whole: list[str] = []
        for piece in pieces:
            whole.append(piece)
            if is_organ(re.sub(r"[（(].*?[）)]", "", piece)) or piece is pieces[-1]:
                names.append("、".join(whole))
                whole = []
    return [n for n in names if n]


def _split_outside_brackets(words: str) -> list[str]:
    return re.split(r"、(?![^（(]*[）)])", words)


def _all(elements: Sequence[Element], kind: ElementKind) -> list[Element]:
    return [e for e in elements if e.kind is kind]


def _bare(element: Element, text: str) -> str:
    return re.sub(r"\s", "", element.span.of(text))
