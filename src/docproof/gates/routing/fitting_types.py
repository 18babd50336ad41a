"""The type of a draft against its addressee: 请示, 报告, 函, 议案, 通知 (党政机关公文处理工作条例 article 8)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import UPWARD, is_official, issuers, recipients, title, type_words
from docproof.gates.sources import TYPES
from docproof.model import DocumentType, Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.organs import Body, Organ, Standing, standing

UNRELATED = (
    "机关事务",
    "城市管理",
    "财政",
    "发展改革",
    "发展和改革",
    "自然资源",
    "人力资源",
    "公安",
    "税务",
    "审计",
    "编制",
)
COURTEOUS = later(
    r"(?<!宝)贵(?:局|委|办|厅|单位|公司|行|院|校|部|处|中心|集团)(?!重)"
)  # said to those who are no superior
STRANGERS = later(r"银行|保险|证券|供电|电力|电网|通信|电信|移动|联通|燃气|自来水|热力")
APART = {Body.CONGRESS, Body.CONSULTATIVE, Body.COURT, Body.MASS}
COMMANDING = {DocumentType.NOTICE, DocumentType.DECISION, DocumentType.REPLY, DocumentType.CIRCULAR}
COORDINATING = later(
    r"编制委员会|编委|领导小组|指挥部|联席会议|委员会办公室$"
)  # bodies of the level that lead in their matter


@rule(
    "routing.request-across",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县水利局关于拨付修渠资金的⟦请示→函⟧\n县财政局：\n青石渠年久失修。妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于拨付修渠资金的请示\n县人民政府：\n青石渠年久失修。妥否，请批示。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于拨付修渠资金的函\n县财政局：\n青石渠年久失修，请予支持。\n沅泽县水利局\n2026年3月2日",
    ],
)
def request_across(draft: Draft) -> Iterator[Hit]:
    """向平级和不相隶属机关请求批准、报送情况用函。

    请示、报告只报送有领导或业务指导关系的上级机关；请求不相隶属的主管部门批准，用“函”。
    """
    named = draft.once(type_words)
    if draft.type not in UPWARD or named is None or not is_official(draft) or len(draft.issuers) != 1:
        return
    own = draft.once(issuers)[0]
    for other in draft.once(recipients)[:1]:  # more than one is told by routing.several-superiors
        stands = standing(other, own)
        if COORDINATING.search(other.name) or other.office or Body.PARTY in (own.body, other.body):
            continue  # party organs lead in their matters across
        related = stands not in (Standing.EQUAL, Standing.SUBORDINATE) or _leads(other, own)
        polite = COURTEOUS.search(draft.text)
        if not related or polite or _is_stranger(other, own):
            kind = draft.type.value
            message = f"“{other.name}”与“{own.name}”不相隶属，商洽工作、请求批准用“函”，不用“{kind}”"
            of_others = own.body in (Body.INSTITUTION, Body.COMPANY)
            unsure = own.governs or (of_others and not (polite and draft.type is DocumentType.REQUEST))
            yield hit(named, message, "函", severity=Severity.HINT if unsure else None)
            return


def _leads(other: Organ, own: Organ) -> bool:
    """Whether an institution's trade is the department's: 教育局 leads schools, 卫生健康局 hospitals."""
    return own.body in (Body.INSTITUTION, Body.COMPANY) and not any(
        trade in other.name for trade in UNRELATED if trade not in own.name
    )


def _is_stranger(other: Organ, own: Organ) -> bool:
    """Whether an organ is a bank or a utility, to which nobody outside its trade is subordinate."""
    trade = STRANGERS.search(other.name)
    return trade is not None and trade.group() not in own.name


@rule(
    "routing.request-to-congress",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=[
        "沅泽县人民政府关于提请任命岑一舟职务的⟦请示→议案⟧\n沅泽县人民代表大会常务委员会：\n现提请任命。妥否，请批示。\n沅泽县人民政府\n2026年3月2日"
    ],
    good=[
        "沅泽县人民政府关于提请任命岑一舟职务的议案\n沅泽县人民代表大会常务委员会：\n现提请任命。请予审议。\n沅泽县人民政府\n2026年3月2日"
    ],
)
def request_to_congress(draft: Draft) -> Iterator[Hit]:
    """向人大及其常委会提请审议、任免用议案。

    各级人民政府按照法律程序向同级人大或其常委会提请审议事项，用“议案”，不用“请示”。
    """
    named = draft.once(type_words)
    if draft.type is not DocumentType.REQUEST or named is None or not is_official(draft):
        return
    to_congress = any(o.body is Body.CONGRESS and o.governs for o in draft.once(recipients))
    if to_congress and not any(o.body in (Body.CONGRESS, Body.PARTY) for o in draft.once(issuers)):
        yield hit(named, "向人大及其常委会提请审议、任免用“议案”，不用“请示”", "议案")


@rule(
    "routing.letter-to-superior",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县水利局关于请求批准修渠方案的⟦函→请示⟧\n县人民政府：\n青石渠年久失修，请予批准。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于请求批准修渠方案的请示\n县人民政府：\n青石渠年久失修。妥否，请批示。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于征求修渠方案意见的函\n县财政局：\n请研提意见。\n沅泽县水利局\n2026年3月2日",
    ],
)
def letter_to_superior(draft: Draft) -> Iterator[Hit]:
    """向上级机关请求批准用请示。

    函用于不相隶属机关之间；向有隶属关系的上级机关请求指示、批准用“请示”，汇报情况用“报告”。
    """
    name = draft.once(title)
    if draft.type is not DocumentType.LETTER or name is None or not is_official(draft) or len(draft.issuers) != 1:
        return
    own = draft.once(issuers)[0]
    if own.office or own.body not in (Body.GOVERNMENT, Body.PARTY, Body.INSTITUTION) or len(draft.recipients) != 1:
        return
    other = draft.once(recipients)[0]
    if other.governs and standing(other, own) is Standing.SUPERIOR and other.body in (Body.GOVERNMENT, Body.PARTY):
        at = draft.text.rfind("函", name.start, name.end)
        if at >= 0:
            message = f"“{other.name}”是“{own.name}”的上级机关，请求批准用“请示”，汇报情况用“报告”，不用“函”"
            yield hit(Span(at, at + 1), message, "请示", "报告")


@rule(
    "routing.command-upward",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=["沅泽县水利局关于报送防汛预案的⟦通知→报告⟧\n县人民政府：\n现将预案报上。\n沅泽县水利局\n2026年3月2日"],
    good=[
        "沅泽县水利局关于报送防汛预案的通知\n各乡镇水利站：\n请于3月10日前报送。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于报送防汛预案的报告\n县人民政府：\n现将预案报上。\n沅泽县水利局\n2026年3月2日",
    ],
)
def command_upward(draft: Draft) -> Iterator[Hit]:
    """通知、决定、批复等下行文不主送上级机关。

    向上级机关汇报用“报告”，请求批准用“请示”。
    """
    named = draft.once(type_words)
    if draft.type not in COMMANDING or named is None or not is_official(draft):
        return
    if len(draft.issuers) != 1 or len(draft.recipients) != 1 or draft.recipients[0].startswith(("各", "全")):
        return
    own, other = draft.once(issuers)[0], draft.once(recipients)[0]
    stands, kind = standing(other, own), draft.type.value
    if other.governs and stands is Standing.SUPERIOR:
        yield hit(named, f"“{other.name}”是上级机关，“{kind}”是下行文，应改用“报告”或“请示”", "报告", "请示")
    elif draft.type is DocumentType.NOTICE and (own.body in APART or not COORDINATING.search(own.name)):
        apart = own.body in APART and other.body in (Body.GOVERNMENT, Body.PARTY)
        if apart or (not own.office and stands is Standing.EQUAL and own.is_department and other.is_department):
            message = f"“{other.name}”与“{own.name}”不相隶属，商洽工作用“函”，不用“通知”"
            oversees = own.body is Body.CONGRESS and own.governs  # 人大常委会 notifies of inspections
            yield hit(named, message, "函", severity=Severity.HINT if oversees else None)
