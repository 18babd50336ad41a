"""Whether a request shows that those who govern its matter were consulted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.matters import MATTERS, Matter, asked
from docproof.gates.parts import body, is_official, issuers, recipients, sentences
from docproof.gates.sources import DRAFTING
from docproof.model import DocumentType, Draft, Gate, Scope, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.organs import Body

CONSULTING = later(
    r"商(?!务|业|品|场|贸|户|会|铺|圈|洽会)|征求|征得|征询|意见|同意|沟通|衔接|会签|一致|审核|核定|认可|复函|回复|支持|会同|联合|对接|函询|认定"
)
OTHERS = later(r"(?:有关|相关|各|涉及|等)(?:职能|主管|成员)?(?:部门|单位)")
MOST_ASIDES = 2  # matters that only the text touches, told as hints
ASK = "沅泽县水利局关于拨付青石渠修复资金的请示\n县人民政府：\n{}根据《沅泽县水利设施管理办法》，拟修复青石渠。{}妥否，请批示。\n附件：修复资金测算表\n沅泽县水利局\n2026年3月2日"


@rule(
    "coordination.consulted",
    gate=Gate.COORDINATION,
    severity=Severity.WARNING,
    source=DRAFTING,
    reads=[MATTERS],
    bad=[
        "沅泽县水利局关于拨付青石渠修复⟦资金⟧的请示\n县人民政府：\n根据《沅泽县水利设施管理办法》，拟修复青石渠。妥否，请批示。\n附件：修复资金测算表\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        ASK.format("", "经商县财政局同意，所需资金80万元从水利专项中列支。"),
        ASK.format("", "已征求县财政局意见，县财政局无不同意见。"),
        "沅泽县财政局关于拨付青石渠修复资金的请示\n县人民政府：\n拟拨付青石渠修复资金80万元。妥否，请批示。\n沅泽县财政局\n2026年3月2日",
    ],
)
def consulted(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """请示涉及其他部门职权的，要写明协商的情况。

    要钱、要编制、要土地，或者涉及其他部门主管的事项，应事先征求主管部门意见，并在文中写明结果。哪类事项找哪个部门，
    见规则包里的 coordination/matters.tsv，本单位可以修改。
    """
    if draft.type is not DocumentType.REQUEST or not is_official(draft):
        return
    about, whole = draft.once(asked, basis), draft.once(body)
    told = whole.of(draft.text) if whole else ""
    to_government = any(o.governs for o in draft.once(recipients))
    of_department = all(o.is_department or o.body is Body.INSTITUTION for o in draft.once(issuers))
    missing: dict[tuple[str, ...], tuple[Span, list[str]]] = {}
    named = {row.matter for row, _ in about.title}
    for row, span in [*about.title, *(a for a in about.body if a[0].matter not in named)]:
        if row.bodies and not _is_own(row, draft) and not _shown(row.bodies, draft):
            missing.setdefault(row.bodies, (span, []))[1].append(row.matter)
    asides = 0
    for bodies, (span, matters) in missing.items():
        message = f"本请示涉及{'、'.join(matters)}，文中未见征求{'、'.join(bodies[:2])}等主管部门意见：是否已经协商，结果如何？请在文中写明"
        sure = matters[0] in named and to_government and of_department and not _names(told, bodies)
        if matters[0] not in named:
            asides += 1
            if asides > MOST_ASIDES:
                continue
        yield hit(span, message, severity=None if sure else Severity.HINT)


def _is_own(row: Matter, draft: Draft) -> bool:
    """Whether the issuer or the recipient is the body that governs the matter."""
    return any(_names(name, row.bodies) for name in (*draft.issuers, *draft.recipients))


def _names(words: str, bodies: Sequence[str]) -> bool:
    """Whether words name one of these bodies; the 民政 of 人民政府 is none."""
    return any(b in words.replace("人民政府", "政府") for b in bodies)


def _shown(bodies: Sequence[str], draft: Draft) -> bool:
    """Whether a sentence of the body, or an attachment, says that one of these bodies was consulted."""
    return any(_names(words, bodies) or OTHERS.search(words) for words in draft.once(_consulting))


def _consulting(draft: Draft) -> list[str]:
    """The sentences of the body that may tell of consulting."""
    whole, text = draft.once(body), draft.view(Scope.PROSE)
    return [words for s in (sentences(text, whole) if whole else []) if CONSULTING.search(words := s.of(text))]
