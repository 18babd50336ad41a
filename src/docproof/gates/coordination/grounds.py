"""What a request rests on, proposes and encloses."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.matters import MATTERS, asked
from docproof.gates.parts import body, forwarded, is_official
from docproof.gates.sources import ARTICLE_15, EXAMINING, PRACTICE
from docproof.model import DocumentType, Draft, ElementKind, Gate, Scope, Severity, Span
from docproof.model.patterns import later

PREFERS = later(
    r"(?:^|[。；，：\n 　])(?:为此|综上|鉴此|综合考虑|因此)?[，,]?(?:我|本)?(?:局|委|办|厅|镇|乡|县|市|区|校|院|公司|中心|街道|部|会|单位|场|馆|站)?[^，。；]{0,6}?建议|倾向|推荐|首选|优先采用|"
    r"我(?:局|委|办|厅|镇|乡|县|市|区|校|院|公司|中心|街道|部|会|单位)[^，。；]{0,10}?(?:意见|认为|同意|主张)|拟(?:采用|按|选)"
)
HELPLESS = later(
    r"[^，。；\n]{1,20}还是[^，。；]{1,20}，[^，。；]{0,4}请[^，。；]{0,10}(?:定|示|批复|决定|明确)|(?:是否|可否|能否)[^，。；]{1,16}，请[^，。；]{0,8}(?:定夺|裁定|裁决)|(?:如何|何种|哪[种个一]|采用何|按何|以何|由谁|怎么|怎样|该不该|应否|能否)[^，。；\n]{0,30}?[，,]?\s*(?:敬|恳)?请(?:予以?|及时|尽快|县[^，。]{0,8}|市[^，。]{0,8}|贵[^，。]{0,4})?(?:明示|指示|批示|示|研究|定夺|答复|裁定|决定|明确)"
)
BASIS = later(r"《|根据|依据|按照|依照|遵照|规定|精神|(?<!请)(?<!予)批示|要求|规划|预算|纪要|决定")
ASK = "沅泽县水利局关于{}的请示\n县人民政府：\n{}妥否，请批示。\n{}沅泽县水利局\n2026年3月2日"


@rule(
    "coordination.own-proposal",
    gate=Gate.COORDINATION,
    severity=Severity.WARNING,
    source=ARTICLE_15,
    bad=[
        ASK.format("云溪镇修复青石渠", "⟦现将云溪镇人民政府《关于修复青石渠的请示》转报你们。⟧", ""),
        ASK.format("青石渠管护主体", "青石渠由谁管护，⟦如何处理，请指示⟧。", ""),
    ],
    good=[
        ASK.format(
            "云溪镇修复青石渠", "现将云溪镇人民政府《关于修复青石渠的请示》转报你们。经审核，我局同意该镇意见。", ""
        ),
        ASK.format("青石渠管护主体", "建议青石渠由云溪镇管护。", ""),
    ],
)
def own_proposal(draft: Draft) -> Iterator[Hit]:
    """请示要提出自己的倾向性意见。

    下级机关的请示事项，以本机关名义上报的，应当提出倾向性意见后上报，不得原文转报；自己请示的，也应提出拟办意见。
    """
    whole = draft.once(body)
    if draft.type is not DocumentType.REQUEST or whole is None or not is_official(draft):
        return
    text = draft.view(Scope.PROSE)
    for span in draft.once(forwarded):
        yield hit(span, "转报下级机关的请示，应当提出本机关的倾向性意见，不得原文转报")
        return
    if PREFERS.search(text, whole.start, whole.end):
        return
    if m := HELPLESS.search(text, whole.start, whole.end):
        yield hit(Span(*m.span()), "请示应当提出本单位的倾向性意见（拟办意见），不能只问“怎么办”")


@rule(
    "coordination.no-basis",
    gate=Gate.COORDINATION,
    severity=Severity.HINT,
    source=EXAMINING,
    bad=[ASK.format("修复青石渠", "⟦⟧青石渠年久失修，拟于今冬修复。", "")],
    good=[ASK.format("修复青石渠", "根据《沅泽县水利设施管理办法》，拟于今冬修复青石渠。", "")],
)
def no_basis(draft: Draft) -> Iterator[Hit]:
    """请示要写明依据。

    行文理由是否充分、依据是否准确，是审核公文的第一项；请示应写明所依据的法律、政策、规划、预算或领导批示。
    """
    whole = draft.once(body)
    if draft.type is not DocumentType.REQUEST or whole is None or not is_official(draft):
        return
    text = draft.view(Scope.RAW)
    if not BASIS.search(text, whole.start, whole.end):
        yield hit(Span(whole.start, whole.start), "请示没有写明依据：根据什么法律、政策、规划、预算或者批示？请补写")


@rule(
    "coordination.enclosure",
    gate=Gate.COORDINATION,
    severity=Severity.HINT,
    source=PRACTICE,
    reads=[MATTERS],
    bad=[
        ASK.format("拨付青石渠修复⟦资金⟧", "根据县委一号文件，拟修复青石渠，经商县财政局同意，请拨付资金80万元。", "")
    ],
    good=[
        ASK.format(
            "拨付青石渠修复资金",
            "根据县委一号文件，拟修复青石渠，经商县财政局同意，请拨付资金80万元。",
            "附件：修复资金测算表\n",
        ),
    ],
)
def enclosure(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """请示要附上所需的材料。

    要资金的附预算或测算，要土地的附用地范围图；需要什么，见规则包里的 coordination/matters.tsv。
    """
    if draft.type is not DocumentType.REQUEST or not is_official(draft):
        return
    kinds = (ElementKind.ATTACHMENT_NOTE, ElementKind.ATTACHMENT)
    enclosed = "".join(e.span.of(draft.text)[:400] for k in kinds for e in draft.all(k))
    about = draft.once(asked, basis)
    for row, span in about.title or ([] if enclosed else about.body):
        if row.asked and not any(word in enclosed for word in row.attachments):
            state = "附件中没有" if enclosed else "没有附件"
            yield hit(span, f"请示涉及{row.matter}，{state}{row.asked}，是否需要补附？")
            return
