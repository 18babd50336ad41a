"""One number told twice of the same whole, and told differently: 全镇辖19个行政村 and 全镇21个行政村."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

OF_ALL = later(
    r"全(?P<whole>[镇县村市区乡省州旗校院局所])(?:[现内共下辖有总计的所设]){0,5}(?P<mark>(?P<n>\d{1,4})个(?P<what>行政村|村民小组|自然村|社区|乡镇|镇街|街道|党支部|网格|乡（镇）|村（社区）|村（居）|县（市、区）|县区|科室|班级|教学班))(?![^，。；\n]{0,6}(?:完成|实现|已|达到|参|获|被|开展|启动|新))"
)


@rule(
    "sums.restated",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=["全镇辖19个行政村，人口3.2万。实现全镇⟦21个行政村→19个行政村⟧道路硬化。"],
    good=[
        "全镇辖19个行政村，实现全镇19个行政村道路硬化。",
        "全镇有19个行政村，全县有210个行政村。",
        "全镇19个行政村中，全镇12个行政村已完成改造",
    ],
)
def restated(draft: Draft) -> Iterator[Hit]:
    """同一总数前后说法要一致。

    全镇、全县的村、社区、乡镇等的个数，后文与前文不同的，提示。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    first: dict[tuple[str, str], str] = {}
    for m in OF_ALL.finditer(text):
        said = first.setdefault((m["whole"], m["what"]), m["n"])
        if said != m["n"]:
            message = f"前文说全{m['whole']}{said}个{m['what']}，请核对"
            yield hit(Span(*m.span("mark")), message, f"{said}个{m['what']}")
