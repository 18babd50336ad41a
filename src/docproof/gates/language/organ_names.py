"""Names of organs and systems with a character wrong, lost, doubled or swapped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from docproof.engine import Hit, hit, rule
from docproof.gates.language.alike import are_alike
from docproof.gates.language.near import NearWords
from docproof.gates.language.shelf import rows_of
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity

COMMON = ("委员会", "部门", "人民政", "现代化", "国务院")  # ends of names too common to look from by themselves


@cache
def names() -> NearWords:
    """The names of organ-names.tsv, ready to be found."""
    rows = rows_of("organ-names.tsv")
    names = [row[0] for row in rows]
    right = [word for row in rows for cell in row[1:] for word in cell.split("|")]
    right += [name.replace("和", other) for name in names for other in ("", "与")]  # as the place has it
    return NearWords(names, are_alike, COMMON, right, long=True)


@rule(
    "confusable.organ-name",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "提请⟦人民代大会→人民代表大会⟧审议",
        "市⟦纪律检察委员会→纪律检查委员会⟧",
        "⟦中国人民政治协商议会→中国人民政治协商会议⟧",
        "市⟦市场监督督管理局→市场监督管理局⟧",
    ],
    good=["人民代表大多数意见", "人力资源社会保障局、住房城乡建设局、发展改革委", "检察委员会讨论决定"],
)
def organ_name(draft: Draft) -> Iterator[Hit]:
    """机关和制度的名称漏字、衍字、倒字或错字。

    名称有固定写法；法定和通行的简称（人力资源社会保障局、住房城乡建设厅、发展改革委）不报。
    """
    for span, name in names().find(draft.view(Scope.WORDS)):
        yield hit(span, f"“{span.of(draft.text)}”名称有误，应为“{name}”", name)
