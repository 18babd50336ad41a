"""The words of urgency, and the order of the marks at the top (GB/T 9704—2012 7.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, like, own, top_lines
from docproof.gates.sources import ELEMENTS, clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

WORDS = ("特急", "加急")
OF_TELEGRAMS = {"特提": "特急", "平急": "加急"}
LINE = later(
    r"(?:紧急程度\s*[：:]\s*)?(?:特\s*急件?|加\s*急件?|急\s*件|特\s*提|平\s*急|紧\s*急|特别紧急|加紧|急|火\s*急|十万火急|特级|加及|特及|急办|限时\S{1,6})"
)
TELEGRAM = later(r"电报|明电|发电")
TELEGRAM_WITHIN = 200  # code points
ORDER = (ElementKind.COPY_NUMBER, ElementKind.CLASSIFICATION, ElementKind.URGENCY)


@rule(
    "urgency.word",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(marks="⟦特提→特急⟧"),
        notice(marks="⟦急件→加急⟧"),
        notice(marks="⟦紧急→加急⟧"),
        notice(marks="⟦紧急程度：特急→特急⟧"),
    ],
    good=[notice(marks="特急"), notice(marks="加急")],
)
def word(draft: Draft) -> Iterator[Hit]:
    """公文的紧急程度分“特急”“加急”；“特提”“平急”只用于电报。"""
    if TELEGRAM.search(draft.text, 0, TELEGRAM_WITHIN):
        return
    for span in like(draft, draft.once(top_lines), LINE) or own(draft, ElementKind.URGENCY):
        written = bare(draft, span)
        if written in WORDS:
            continue
        meant = next(
            (w for w in WORDS if w in written), OF_TELEGRAMS.get(written, "特急" if "特" in written else "加急")
        )
        why = "用于电报，公文用" if written in OF_TELEGRAMS else "不规范，用"
        others = [w for w in WORDS if w != meant and meant not in written]
        yield hit(span, f"紧急程度“{written}”{why}“特急”或“加急”", meant, *others)


@rule(
    "marks.order",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7.2.3"),
    bad=[notice(marks="⟦特急\n机密★1年⟧\n000012")],
    good=[notice(marks="000012\n机密★1年\n特急")],
)
def order(draft: Draft) -> Iterator[Hit]:
    """份号、密级和保密期限、紧急程度按这个次序自上而下分行排列。"""
    marks = [e for e in draft.elements if e.kind in ORDER]
    for before, after in pairwise(marks):
        if ORDER.index(after.kind) < ORDER.index(before.kind):
            message = f"{after.kind.value}应排在{before.kind.value}之前，次序是份号、密级和保密期限、紧急程度"
            yield hit(Span(before.span.start, after.span.end), message)
            return
