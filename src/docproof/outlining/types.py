"""The type (文种) of a draft, from the end of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docproof.model import DocumentType, Element, ElementKind

NAMES = {
    **{t.value: t for t in DocumentType if t not in {DocumentType.STATUTE, DocumentType.SPEECH}},
    "令": DocumentType.ORDER,
    "嘉奖令": DocumentType.ORDER,
    "会议纪要": DocumentType.MINUTES,
    "审议意见": DocumentType.REVIEW_OPINION,
    "建议、批评和意见": DocumentType.SUGGESTION,
    "工作总结": DocumentType.SUMMARY,
    "讲话": DocumentType.SPEECH,
    "讲话稿": DocumentType.SPEECH,
    "致辞": DocumentType.SPEECH,
    "工作方案": DocumentType.PLAN,
    "实施方案": DocumentType.PLAN,
    "预案": DocumentType.PLAN,
    "规划": DocumentType.PLAN,
    "计划": DocumentType.PLAN,
}
DRAFT_MARK = r"\s*(?:（(?:草案|试行|征求意见稿|送审稿|讨论稿|代拟稿|修订稿|稿|摘要|节录)[^）]{0,8}）)?"
TYPE_ENDING = re.compile(rf"(?:{'|'.join(sorted(NAMES, key=len, reverse=True))}){DRAFT_MARK}$")
LAW_ENDING = re.compile(rf"(?:条例|规定|办法|细则|规则|解释|章程|制度|守则|(?<![做执方用想看说手书语])法){DRAFT_MARK}$")


def type_of(text: str, elements: Sequence[Element]) -> DocumentType | None:
    """The type that the title ends with, else the letterhead; None where neither tells."""
    for kind in (ElementKind.TITLE, ElementKind.LETTERHEAD):
        for element in (e for e in elements if e.kind is kind):
            words = re.sub(r"\s", "", element.span.of(text))
            if match := TYPE_ENDING.search(words):
                return NAMES[re.sub(rf"{DRAFT_MARK}$", "", match.group())]
            if LAW_ENDING.search(words):
                return DocumentType.STATUTE
    return None
