"""Sentences and paragraphs that are too long to read at one go."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.sources import regulations
from docproof.model import DocumentType, Draft, Gate, Scope, Severity, Span, Strength
from docproof.model.document import Part
from docproof.model.patterns import later

SOURCE = regulations("第十九条", Strength.PRACTICE)
EXEMPT = (DocumentType.STATUTE, DocumentType.SPEECH, DocumentType.PAPER)
SENTENCE = later(r"[^。；！？：\n\u2028]+[。；！？：]?")
LISTING = 4  # one 、 to so many characters is a list, which is long but easily read


@rule(
    "style.long-sentence",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=SOURCE,
    bad=["⟦" + "为进一步理顺乡镇与部门的职责并推动力量下沉到基层一线，" * 7 + "经研究决定在全县开展试点。⟧"],
    good=[
        "为进一步理顺乡镇与部门的职责，推动力量下沉，" * 3 + "经研究决定开展试点。",
        "、".join(["城关镇"] * 60) + "。",
    ],
)
def long_sentence(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """句子不宜过长。

    两个句号、分号之间的字数超过单位类型所定的限度（limits: sentence）的，提示断句；逐项列举的和法规、讲话不报。
    """
    limit = basis.profile.limits.sentence
    if limit is None or draft.type in EXEMPT:
        return
    text = draft.view(Scope.PROSE)
    for paragraph in draft.paragraphs:
        if paragraph.part is not Part.BODY or paragraph.end - paragraph.start <= limit:
            continue
        for m in SENTENCE.finditer(text, paragraph.start, paragraph.end):
            words = m.group().strip()
            if len(words) > limit and words.count("、") * LISTING * 2 < len(words) and words[-1] in "。；！？":
                start = m.start() + m.group().index(words)
                yield hit(Span(start, start + len(words)), f"这一句有{len(words)}字，不便阅读，请断成几句")


@rule(
    "style.long-paragraph",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=SOURCE,
    bad=["⟦" + "各乡镇要压实责任，抓好落实。" * 60 + "⟧"],
    good=["各乡镇要压实责任，抓好落实。" * 20],
)
def long_paragraph(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """段落不宜过长。

    一段的字数超过单位类型所定的限度（limits: paragraph）的，提示分段；法规、讲话不报。
    """
    limit = basis.profile.limits.paragraph
    if limit is None or draft.type in EXEMPT:
        return
    for paragraph in draft.paragraphs:
        length = paragraph.end - paragraph.start
        if length > limit and paragraph.part is Part.BODY:
            yield hit(paragraph.span, f"这一段有{length}字，不便阅读，请分成几段")
