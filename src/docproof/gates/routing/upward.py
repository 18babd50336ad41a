"""What a draft to a superior carries: its signatory (签发人), and who can be asked (附注)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import copied, forwarded, is_official, issuers, recipients
from docproof.gates.sources import ARTICLE_15, ELEMENTS, PRACTICE
from docproof.model import Direction, DocumentType, Draft, ElementKind, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.organs import Body, Standing, organ_of, standing

TWICE_LED = later(r"公安局|审计局|国家安全|监察委|纪律检查|气象局|消防救援")
AGREED = later(
    r"经[^，。；\n]{0,20}?(?:政府|[省市县区州]委|党委|常务会议?|常委会|授权)[^，。；\n]{0,12}?(?:同意|授权|审议|研究|批准)"
)
HEAD = "沅泽县水利局文件\n沅水〔2026〕8号{}\n沅泽县水利局关于修复青石渠的请示\n县人民政府：\n青石渠年久失修。妥否，请批示。\n沅泽县水利局\n2026年3月2日{}"
CONTACT = "\n（联系人：岑一舟，电话：0000-1234567）"


@rule(
    "routing.no-signatory",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[HEAD.format("⟦⟧", CONTACT)],
    good=[HEAD.format("　　签发人：孟怀川", CONTACT)],
)
def no_signatory(draft: Draft) -> Iterator[Hit]:
    """上行文要标签发人。

    请示、报告等上行文在发文字号同一行的右侧标注“签发人：×××”。没有版头的稿子不查。
    """
    number = draft.first(ElementKind.DOCUMENT_NUMBER) or draft.first(ElementKind.LETTERHEAD)
    if draft.direction is not Direction.UP or number is None or not is_official(draft):
        return
    if draft.first(ElementKind.SIGNATORY) is None and draft.first(ElementKind.TITLE):
        yield hit(Span(number.span.end, number.span.end), "上行文应在发文字号同一行标注签发人：“签发人：×××”")


@rule(
    "routing.no-contact",
    gate=Gate.ROUTING,
    severity=Severity.HINT,
    source=PRACTICE,
    bad=[HEAD.format("　　签发人：孟怀川", "⟦⟧")],
    good=[HEAD.format("　　签发人：孟怀川", CONTACT)],
)
def no_contact(draft: Draft) -> Iterator[Hit]:
    """请示在附注处写明联系人和电话。

    写在成文日期下一行，加圆括号：“（联系人：×××，电话：×××）”。
    """
    date = draft.first(ElementKind.ISSUE_DATE)
    if draft.type is not DocumentType.REQUEST or date is None or not is_official(draft):
        return
    notes = "".join(e.span.of(draft.text) for e in draft.all(ElementKind.NOTE))
    if not any(word in notes for word in ("联系", "电话")):
        yield hit(Span(date.span.end, date.span.end), "请示宜在成文日期下一行加附注：“（联系人：×××，电话：×××）”")


@rule(
    "routing.unauthorised-request",
    gate=Gate.ROUTING,
    severity=Severity.HINT,
    source=ARTICLE_15,
    bad=["沅泽县水利局关于修复青石渠的请示\n⟦市水利局：⟧\n青石渠年久失修。妥否，请批示。\n沅泽县水利局\n2026年3月2日"],
    good=[
        "沅泽县水利局关于修复青石渠的请示\n市水利局：\n青石渠年久失修，经县人民政府同意，拟予修复。妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
)
def unauthorised_request(draft: Draft) -> Iterator[Hit]:
    """部门向上级主管部门请示、报告重大事项，应经本级党委、政府同意或授权。

    属于部门职权范围内的事项可以直接报送，不必理会。
    """
    element = draft.first(ElementKind.RECIPIENTS)
    if draft.type is not DocumentType.REQUEST or element is None or len(draft.issuers) != 1 or not is_official(draft):
        return
    own = draft.once(issuers)[0]
    to_department = any(
        o.is_department and o.body is Body.GOVERNMENT and standing(o, own) is Standing.SUPERIOR
        for o in draft.once(recipients)
    )
    if own.is_department and to_department and not AGREED.search(draft.text):
        yield hit(
            element.span,
            "向上级主管部门请示重大事项，应经本级党委、政府同意或者授权，并在文中写明；属职权范围内的事项除外",
        )


@rule(
    "routing.forwarded-bare",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_15,
    bad=[
        "沅泽县水利局关于云溪镇修复青石渠的请示\n县人民政府：\n⟦现将云溪镇人民政府《关于修复青石渠的请示》转报你们。⟧妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于云溪镇修复青石渠的请示\n县人民政府：\n现将云溪镇人民政府《关于修复青石渠的请示》转报你们。经审核，我局同意该镇意见。妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
)
def forwarded_bare(draft: Draft) -> Iterator[Hit]:
    """下级机关的请示不得原文转报。

    以本机关名义上报下级机关的请示事项，应当提出倾向性意见后上报。
    """
    for span in draft.once(forwarded):
        yield hit(span, "下级机关的请示事项，应当提出倾向性意见后上报，不得原文转报")


@rule(
    "routing.dual-leadership",
    gate=Gate.ROUTING,
    severity=Severity.HINT,
    source=ARTICLE_15,
    bad=[
        "沅泽县公安局关于启用新看守所的请示\n⟦市公安局：⟧\n新看守所已经建成。妥否，请批示。\n沅泽县公安局\n2026年3月2日"
    ],
    good=[
        "沅泽县公安局关于启用新看守所的请示\n市公安局：\n新看守所已经建成。妥否，请批示。\n沅泽县公安局\n2026年3月2日\n抄送：县人民政府。"
    ],
)
def dual_leadership(draft: Draft) -> Iterator[Hit]:
    """受双重领导的机关向一个上级机关行文，必要时抄送另一个上级机关。"""
    element = draft.first(ElementKind.RECIPIENTS)
    if draft.type is not DocumentType.REQUEST or element is None or len(draft.issuers) != 1 or not is_official(draft):
        return
    own = draft.once(issuers)[0]
    to_department = any(o.is_department and standing(o, own) is Standing.SUPERIOR for o in draft.once(recipients))
    informed = any(organ_of(name).governs for name, _ in draft.once(copied))
    if TWICE_LED.search(own.name) and to_department and not informed:
        yield hit(element.span, "受双重领导的机关向一个上级机关行文，必要时抄送另一个上级机关（本级党委、政府）")
