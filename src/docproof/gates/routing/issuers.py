"""Who may issue what, alone and jointly (党政机关公文处理工作条例 articles 8, 16, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import (
    body,
    is_official,
    issuers,
    letterheads,
    named_in,
    recipients,
    title,
    title_words,
    type_words,
)
from docproof.gates.sources import ARTICLE_16, TYPES, regulations
from docproof.model import DocumentType, Draft, ElementKind, Gate, Scope, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.names import is_organ
from docproof.outlining.organs import Body, Organ, Standing, organ_of, standing

ARTICLE_17 = regulations("第十七条")
DIRECTING = {
    DocumentType.NOTICE,
    DocumentType.DECISION,
    DocumentType.OPINION,
    DocumentType.CIRCULAR,
    DocumentType.REPLY,
}
AUTHORISED = later(
    r"(?:经|按照|根据|报|受|依)[^，。；\n]{0,16}?(?:政府|党委|[省市县区州]委|常务会议?|领导|常委会)[^，。；\n]{0,14}?(?:同意|批准|授权|研究决定|审定|审议通过|委托)|"
    r"(?:同意|授权)[^，。；\n]{0,8}(?:印发|转发|发布)"
)
AT_ODDS = later(
    r"[^，。；：\n]{2,20}?(?:(?<!无)(?<!没有)(?<!均无)(?:不同意见|不同看法|保留意见|保留看法)|意见不一致|(?:尚未|未|没有)(?:协商|达成|取得)一致|(?:正在|仍在|还在)(?:协商|商谈|沟通协调)|持(?:反对|异议|保留)|不赞成|不支持|尚在(?:交换|商议|协商))"
)
COMMANDS = later(
    r"须|不得|遵照执行|贯彻执行|贯彻落实|必须|责令|问责|追究|约谈|通报批评|考核|一律|严禁|强制|现决定|务必"
)
OF_LOWER = later(
    r"(?:各|有关|相关)[^，、；：]{0,8}?(?:乡|镇|街道|县|市|区|州|省)[^，、；：]{0,8}?(?:人民政府|政府|党委|党工委|办事处|[县市区]委)$"
)
INSIDE = later(
    r"科室|股室|处室|二级单位|下属单位|直属单位|所属|局属|机关各|^各(?:部门|支队|大队|中队|分局|所|站)|^本|^全体|班组|车间|各(?:院系|学院)"
)
LEADING_OFFICE = later(r"(?:委员会|领导小组|指挥部|联席会议|专班|工作组)(?:办公室)?$")
OF_PARTY = later(
    r"党员|党组织|党务|党建|党的建设|党纪|党内|组织生活|入党|党费|党支部|干部任免|领导班子|党风廉政|宣传思想|意识形态|统一战线|巡察"
)
OF_GOVERNMENT = later(
    r"征地|征收|收费|价格|行政许可|行政处罚|行政审批|财政预算|交通管制|招标|户籍|养犬|禁渔|限行|停水|路灯|公交|停车|供水|燃气|招生|农机|渡口|犬"
)
APPOINTS = later(r"任免职?|任职|免职|职务任免")
PARTY_POST = later(r"书记|党委|党组|党工委|[组宣统]\w{1,4}部|常委")
COMMENDS = later(r"表彰|表扬|嘉奖|授予|命名")
TO_ORDER = later(r"(?:关于.*)?(?:嘉奖|通缉|戒严)?(?:命令|令)$|关于.*$")
NO_GOVERNMENT = later(r"街道|管委会|管理委员会|村民?委|居委会|指挥部")
NEVER_BILL = {Body.COMPANY, Body.INSTITUTION, Body.MASS, Body.PARTY}
NEVER_ORDER = {*NEVER_BILL, Body.CONGRESS}
OF_CONGRESS = {DocumentType.RESOLUTION, DocumentType.DECISION, DocumentType.REVIEW_OPINION, DocumentType.BILL}
MEETING = later(r"会议|大会|全会|审议|表决|通过")


@rule(
    "routing.department-command",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_16,
    bad=[
        "沅泽县水利局关于做好春灌工作的通知\n⟦各乡镇人民政府⟧：\n请各乡镇人民政府按要求落实。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于做好春灌工作的通知\n各乡镇人民政府：\n经县人民政府同意，现就有关事项通知如下。\n沅泽县水利局\n2026年3月2日",
        "沅泽县人民政府办公室关于做好春灌工作的通知\n各乡镇人民政府：\n现就有关事项通知如下。\n沅泽县人民政府办公室\n2026年3月2日",
        "沅泽县水利局关于做好春灌工作的通知\n各乡镇水利站：\n现就有关事项通知如下。\n沅泽县水利局\n2026年3月2日",
    ],
)
def department_command(draft: Draft) -> Iterator[Hit]:
    """部门不得向下级党委、政府发指令性公文。

    需经本级党委、政府审批并授权的，文中注明“经××人民政府同意”。党委、政府的办公厅（室）除外。只部署申报、报送一类
    业务的通知不算指令性公文，只作提示。
    """
    if draft.type not in DIRECTING or len(draft.issuers) != 1 or not is_official(draft):
        return
    own = draft.once(issuers)[0]
    if not own.is_department or own.office or own.level is None or _is_leading_office(own):
        return
    whole = draft.once(body)
    if whole is None or AUTHORISED.search(draft.text, 0, whole.end):
        return
    for other in draft.once(recipients):
        if other.governs and (OF_LOWER.search(other.name) or standing(other, own) is Standing.SUBORDINATE):
            span = named_in(draft, ElementKind.RECIPIENTS, other.name)
            if span:
                message = f"部门不得向下级政府发指令性公文；确需下发的，应经本级政府同意，并在文中注明“经××人民政府同意”（主送“{other.name}”）"
                commands = draft.type is not DocumentType.REPLY and (
                    draft.type is not DocumentType.NOTICE or COMMANDS.search(draft.text, whole.start, whole.end)
                )
                yield hit(span, message, severity=None if commands else Severity.HINT)
                return


def _is_leading_office(own: Organ) -> bool:
    """Whether an organ leads several in one matter: 防汛抗旱指挥部, 安全生产委员会办公室."""
    return own.body is not Body.PARTY and LEADING_OFFICE.search(own.name) is not None


@rule(
    "routing.unsettled",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_16,
    bad=[
        "沅泽县城市管理局关于规范早餐车经营的通知\n各有关单位：\n早餐车可占用非机动车道。⟦县公安局对此还有不同意见⟧，先按本通知执行。\n沅泽县城市管理局\n2026年3月2日"
    ],
    good=[
        "沅泽县城市管理局关于规范早餐车经营的通知\n各有关单位：\n经征求意见，各部门均无不同意见，现通知如下。\n沅泽县城市管理局\n2026年3月2日"
    ],
)
def unsettled(draft: Draft) -> Iterator[Hit]:
    """涉及多个部门职权范围的事项，未协商一致的不得向下行文。"""
    whole = draft.once(body)
    if draft.type not in DIRECTING or whole is None or not is_official(draft):
        return
    if m := AT_ODDS.search(draft.view(Scope.PROSE), whole.start, whole.end):
        yield hit(
            Span(*m.span()), "涉及多个部门职权的事项没有协商一致，不得向下行文；先协商一致，或者报请上级机关协调、裁定"
        )


@rule(
    "routing.inner-office",
    gate=Gate.ROUTING,
    severity=Severity.ERROR,
    source=ARTICLE_17,
    bad=["关于报送统计资料的通知\n各乡镇人民政府：\n请于3月10日前报送。\n⟦沅泽县水利局规划科⟧\n2026年3月2日"],
    good=[
        "关于报送统计资料的通知\n各乡镇水利站：\n请于3月10日前报送。\n沅泽县水利局办公室\n2026年3月2日",
        "关于报送统计资料的通知\n各科室：\n请于3月10日前报送。\n沅泽县水利局规划科\n2026年3月2日",
    ],
)
def inner_office(draft: Draft) -> Iterator[Hit]:
    """内设机构不得对外正式行文。

    部门内设机构除办公厅（室）外，不得对外正式行文；改以本部门或其办公室名义。
    """
    if not is_official(draft) or not draft.recipients or all(INSIDE.search(r) for r in draft.recipients):
        return
    for name, own in zip(draft.issuers, draft.once(issuers), strict=True):
        if own.inner:
            span = named_in(draft, ElementKind.SIGNATURE, name) or named_in(draft, ElementKind.LETTERHEAD, name)
            if span:
                yield hit(span, f"“{own.name}”是内设机构，不得对外正式行文，应以本机关或其办公室名义行文")


@rule(
    "routing.joint-levels",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_17,
    bad=[
        "关于开展联合检查的通知\n各有关单位：\n现就有关事项通知如下。\n沅泽县水利局\n⟦沅泽县云溪镇人民政府⟧\n2026年3月2日"
    ],
    good=["关于开展联合检查的通知\n各有关单位：\n现就有关事项通知如下。\n沅泽县水利局\n沅泽县财政局\n2026年3月2日"],
)
def joint_levels(draft: Draft) -> Iterator[Hit]:
    """联合行文的机关应当同级。

    同级党政机关、党政机关与其他同级机关必要时可以联合行文。
    """
    own = draft.once(issuers)
    if len(own) < 2 or not is_official(draft):
        return
    first = own[0]
    for other in own[1:]:
        if _unequal(first, other):
            span = named_in(draft, ElementKind.SIGNATURE, other.name) or named_in(
                draft, ElementKind.LETTERHEAD, other.name
            )
            if span:
                yield hit(
                    span, f"联合行文限于同级机关，“{first.name}”与“{other.name}”不同级：部门不与党委、政府联合行文"
                )
            continue
        if first.level is None or other.level is None or other.level == first.level:
            continue
        if {first.place[-1:], other.place[-1:]} & {"市", "区"} and abs(first.level - other.level) == 1:
            continue
        span = named_in(draft, ElementKind.SIGNATURE, other.name) or named_in(draft, ElementKind.LETTERHEAD, other.name)
        if span:
            yield hit(span, f"联合行文限于同级机关，“{first.name}”与“{other.name}”不同级")


def _unequal(one: Organ, other: Organ) -> bool:
    """Whether one is a department and the other governs the same place."""
    return one.level == other.level and one.governs != other.governs and (one.is_department or other.is_department)


@rule(
    "routing.party-with-government",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_17,
    bad=[
        "关于做好发展党员工作的通知\n各乡镇党委：\n现就有关事项通知如下。\n⟦中共沅泽县委员会⟧\n沅泽县人民政府\n2026年3月2日"
    ],
    good=[
        "关于加快乡村振兴的意见\n各乡镇党委、人民政府：\n现提出如下意见。\n中共沅泽县委员会\n沅泽县人民政府\n2026年3月2日"
    ],
)
def party_with_government(draft: Draft) -> Iterator[Hit]:
    """属于党委、政府各自职权范围内的工作，不得联合行文。

    党务以党委名义行文，政务以政府名义行文。
    """
    own, name = draft.once(issuers), draft.once(title)
    bodies = {o.body for o in own}
    if name is None or not {Body.PARTY, Body.GOVERNMENT} <= bodies:
        return
    words = name.of(draft.text)
    commends = COMMENDS.search(words)
    party, government = OF_PARTY.search(words), None if commends else OF_GOVERNMENT.search(words)
    if (m := APPOINTS.search(words)) and (whole := draft.once(body)):
        party_post = PARTY_POST.search(draft.text, whole.start, whole.end)
        party, government = (m, government) if party_post else (party, m)
    if (party is None) == (government is None):
        return
    one = party or government
    side = "党委" if party else "政府"
    span = named_in(draft, ElementKind.SIGNATURE, own[0].name) or name
    if one:
        yield hit(span, f"“{one.group()}”属于{side}职权范围内的工作，党委、政府不得联合行文，应以{side}名义行文")


def _entitled(kind: DocumentType, own: Organ) -> str:
    """Why an organ may not issue this type, "" where it may or the name does not tell."""
    lower = own.is_department and own.level is not None and own.level <= 3
    if kind is DocumentType.ORDER and (lower or own.body in NEVER_ORDER or NO_GOVERNMENT.search(own.name)):
        return "“命令（令）”由依法有权的机关发布，部门、党委、企事业单位不用；可改用“决定”“通知”"
    if kind is DocumentType.BILL and (own.body in NEVER_BILL or (own.is_department and not own.office)):
        return "“议案”由同级人民政府等有权提案的机关向人大或其常委会提出，部门、党委、企事业单位不用；可报本级政府提请"
    if kind in OF_CONGRESS and own.body is Body.CONGRESS and not own.governs:
        return f"“{kind.value}”由人大及其常委会作出，工作委员会、办公室等工作机构无权作出；可改用“通知”“函”"
    if kind is DocumentType.REVIEW_OPINION and own.body is not Body.CONGRESS:
        return "“审议意见”由人大常委会形成，其他机关不用；可改用“意见”"
    if kind is DocumentType.COMMUNIQUE and (
        own.is_department and own.level is not None and own.level <= 2 and "统计" not in own.name
    ):
        return "“公报”用于公布重要决定或者重大事项，部门一般不用；可改用“通报”“通告”"
    return ""


@rule(
    "routing.entitled",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县水利局关于设立水土保持站的⟦议案⟧\n县人民代表大会常务委员会：\n现提请审议。\n沅泽县水利局\n2026年3月2日",
        "沅泽县教育局嘉奖⟦令⟧\n各学校：\n决定对岑溪中学予以嘉奖。\n沅泽县教育局\n2026年3月2日",
    ],
    good=[
        "沅泽县人民政府关于提请审议水土保持规划的议案\n县人民代表大会常务委员会：\n现提请审议。\n沅泽县人民政府\n2026年3月2日",
    ],
)
def entitled(draft: Draft) -> Iterator[Hit]:
    """命令、议案、审议意见由有权的机关使用。

    公布行政法规和规章、嘉奖有关单位和人员用“命令（令）”；各级人民政府向同级人大或其常委会提请审议用“议案”。
    """
    named = draft.once(type_words)
    if draft.type is None or named is None or not is_official(draft):
        return
    own = [o for o in draft.once(issuers) if is_organ(o.name)]
    own = own or [organ_of(name) for name in (*draft.once(letterheads), _before_type(draft)) if is_organ(name)]
    if own and (reason := _entitled(draft.type, own[0])):
        yield hit(named, reason)


@rule(
    "routing.unmet-resolution",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县水利局关于加强河道管理的⟦决议⟧\n各乡镇水利站：\n现就加强河道管理决定如下。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县第十七届人民代表大会第五次会议关于政府工作报告的决议\n（2026年1月9日通过）\n会议审议了政府工作报告，决定批准。"
    ],
)
def unmet_resolution(draft: Draft) -> Iterator[Hit]:
    """决议是会议讨论通过的。

    决议用于会议讨论通过的重大决策事项；不经会议通过的用“决定”“通知”。
    """
    named = draft.once(type_words)
    if draft.type is DocumentType.RESOLUTION and named is not None and draft.issuers and not MEETING.search(draft.text):
        yield hit(
            named,
            "决议须经会议讨论通过，文中没有会议；不经会议的改用“决定”或“通知”",
            "决定",
            "通知",
        )


def _before_type(draft: Draft) -> str:
    """What a title says before the word for an order: the 县教育局 of 县教育局嘉奖令."""
    return TO_ORDER.sub("", draft.once(title_words))
