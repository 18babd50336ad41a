"""A department that sets other departments to work without saying that they agreed (条例 article 16 (4))."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import body, is_official, issuers, named_in, recipients
from docproof.gates.sources import ARTICLE_16
from docproof.model import DocumentType, Draft, ElementKind, Gate, Severity
from docproof.model.patterns import later
from docproof.outlining.organs import Standing, standing

DIRECTING = {DocumentType.NOTICE, DocumentType.OPINION, DocumentType.DECISION}
AGREED = later(
    r"经[^，。；\n]{0,30}?(?:同意|批准|审定|研究|协商)|商[^，。；\n]{0,12}?(?:同意|一致)|会商|协商一致|征求[^。；\n]{0,30}?意见|会签|联合|会同|根据[^，。；\n]{0,40}?(?:分工|部署|安排|要求|通知|方案|意见|会议)|按照[^，。；\n]{0,40}?(?:分工|部署|安排|要求|通知|方案|意见|会议)|受[^，。；\n]{0,16}?委托"
)
SETS = later(r"必须|须|应当|应(?!急|对|用|届|邀|收|付)|要(?!求|素|点)|负责|安排|选派|抽调|报(?:送|我)")
HEAD = "沅泽县教育局关于做好校园周边秩序管理的通知\n各中小学校，{}：\n{}\n沅泽县教育局\n2026年3月2日"


@rule(
    "coordination.uncoordinated-tasks",
    gate=Gate.COORDINATION,
    severity=Severity.HINT,
    source=ARTICLE_16,
    bad=[HEAD.format("⟦县公安局⟧", "县公安局须安排民警值守。")],
    good=[
        HEAD.format("县公安局", "经与县公安局协商一致，现就有关事项通知如下。"),
        HEAD.format("各幼儿园", "各校须安排教师值守。"),
    ],
)
def uncoordinated_tasks(draft: Draft) -> Iterator[Hit]:
    """涉及其他部门职权的事项，未协商一致不得向下行文。

    部门给平级的其他部门布置任务，应事先协商一致或经本级政府同意，并在文中写明。
    """
    whole = draft.once(body)
    if draft.type not in DIRECTING or whole is None or len(draft.issuers) != 1 or not is_official(draft):
        return
    own = draft.once(issuers)[0]
    if not own.is_department or own.office or AGREED.search(draft.text, whole.start, whole.end):
        return
    for other in draft.once(recipients):
        if (
            other.is_department
            and standing(other, own) is Standing.EQUAL
            and SETS.search(draft.text, whole.start, whole.end)
        ):
            span = named_in(draft, ElementKind.RECIPIENTS, other.name)
            if span:
                yield hit(
                    span,
                    f"文中给平级的“{other.name}”布置任务：是否已经协商、会签？请在文中写明协商一致或者经本级政府同意",
                )
                return
