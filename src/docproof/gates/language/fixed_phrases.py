"""Fixed phrases (成语, 四字语) with one character wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from docproof.engine import Hit, hit, rule
from docproof.gates.language.alike import are_alike
from docproof.gates.language.near import NearWords
from docproof.gates.language.shelf import lines_of
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity

COMMON = "- "  # begins a line of halves too common to look from by themselves
RIGHT = "= "  # begins a line of wordings that are near a phrase and right


@cache
def phrases() -> NearWords:
    """The phrases of fixed-phrases.txt, ready to be found."""
    lists: dict[str, list[str]] = {COMMON: [], RIGHT: [], "": []}
    for line in lines_of("fixed-phrases.txt"):
        kind = line[:2] if line[:2] in lists else ""
        lists[kind].extend(line.removeprefix(kind).split())
    return NearWords(lists[""], are_alike, lists[COMMON], lists[RIGHT])


@rule(
    "confusable.fixed-phrase",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=["各单位要⟦在接再厉→再接再厉⟧", "坚决查处⟦循私舞弊→徇私舞弊⟧行为", "做到⟦令行尽止→令行禁止⟧"],
    good=["再接再厉，令行禁止", "当地人民政府在少数民族聚居区开展工作", "保护自然的理念"],
)
def fixed_phrase(draft: Draft) -> Iterator[Hit]:
    """固定词组错了一个字。

    成语和公文常用四字语有固定写法；此处与固定写法只差一个音近或形近的字。有意改字的，照原样。
    """
    for span, phrase in phrases().find(draft.view(Scope.WORDS)):
        yield hit(span, f"“{span.of(draft.text)}”有错字，应为“{phrase}”", phrase)
