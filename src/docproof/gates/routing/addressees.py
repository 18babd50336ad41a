"""To whom a draft goes, against its type and its issuer (党政机关公文处理工作条例 articles 13–16)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import copied, is_official, issuers, named_in, recipients, title, title_words, type_words
from docproof.gates.sources import ARTICLE_15, TYPES, regulations
from docproof.model import Direction, DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Strength
from docproof.model.patterns import later
from docproof.outlining.names import are_persons, is_signer
from docproof.outlining.organs import Body, Organ, Standing, organ_of, skipped, standing

TRADES = (
    ("教育", later(r"小学|中学|学校|幼儿园")),
    ("教体", later(r"小学|中学|学校|幼儿园")),
    ("卫生", later(r"医院|卫生院")),
    ("卫健", later(r"医院|卫生院")),
)
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
BESIDES = later(r"(?<!合)[并兼同](?:时)?(?:报|呈|转|送)(?!告)|转[报呈](?=[县市省区州])")
UPWARD = {DocumentType.REQUEST, DocumentType.REPORT}
APART = {Body.CONGRESS, Body.CONSULTATIVE, Body.COURT, Body.MASS}
COMMANDING = {DocumentType.NOTICE, DocumentType.DECISION, DocumentType.REPLY, DocumentType.CIRCULAR}
LEADER = later(
    r"(?P<post>省长|市长|县长|区长|州长|旗长|乡长|镇长|书记|局长|厅长|部长|主任|主席|院长|校长|总经理|董事长|行长|秘书长)"
    r"(?:[们阅]|同志)?$|同志$|领导$|(?:^|[并、，])[^，、]{0,4}先生$"
)
COORDINATING = later(
    r"编制委员会|编委|领导小组|指挥部|联席会议|委员会办公室$"
)  # bodies of the level that lead in their matter
SEPARATORS = later(r"[、，,；;\s]+|并(?=[县市省区])|和(?=[县市省区])")
DOWN = later(
    r"^(?:各|本|所属|下属|直属|局属|辖区)|(?:各(?:乡|镇|街道|科室|股室|学校|村|社区|分局|所|站|单位|部门|县))|所属各|下级"
)
JOINT = later(r"委[、，]\S{0,4}政府|党组[、，]")
ONE_SUPERIOR = regulations("第十五条", Strength.GENERAL)  # 原则上
NO_SKIPPING = regulations("第十四条", Strength.GENERAL)  # 一般不得

ASKED = "关于修复青石渠的请示\n{}\n青石渠年久失修。妥否，请批示。\n{}\n2026年3月2日"


@rule(
    "routing.several-superiors",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ONE_SUPERIOR,
    bad=[ASKED.format("⟦县人民政府、市水利局：⟧", "沅泽县水利局")],
    good=[ASKED.format("县人民政府：", "沅泽县水利局"), ASKED.format("市委、市政府：", "沅泽县人民政府")],
)
def several_superiors(draft: Draft) -> Iterator[Hit]:
    """请示、报告只主送一个上级机关。

    需要同时报送其他机关的，用抄送。
    """
    element = draft.first(ElementKind.RECIPIENTS)
    if draft.type not in UPWARD or element is None or not is_official(draft):
        return
    if len(draft.recipients) < 2:
        if BESIDES.search(element.span.of(draft.text)):
            yield hit(element.span, f"{draft.type.value}原则上只主送一个上级机关，“并报”的机关改为抄送")
        return
    joint = len(draft.recipients) == 2 and JOINT.search("".join(element.span.of(draft.text).split()))
    own = draft.once(issuers)
    if joint and (len(own) != 1 or not own[0].is_department):
        return
    names = "、".join(draft.recipients)
    message = f"{draft.type.value}原则上只主送一个上级机关，现主送{names}；其余改为抄送"
    of_party = all(o.body is Body.PARTY for o in (*own, *draft.once(recipients)))
    yield hit(element.span, message, severity=Severity.HINT if joint or of_party else None)


@rule(
    "routing.to-leader",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_15,
    bad=[ASKED.format("⟦孟县长：⟧", "沅泽县水利局"), ASKED.format("⟦县人民政府并孟怀川县长：⟧", "沅泽县水利局")],
    good=[ASKED.format("县人民政府：", "沅泽县水利局"), ASKED.format("县委书记办公会议办公室：", "沅泽县水利局")],
)
def to_leader(draft: Draft) -> Iterator[Hit]:
    """公文主送机关，不送领导个人。

    除上级机关负责人直接交办事项外，不得以本机关名义向上级机关负责人报送公文。
    """
    element = draft.first(ElementKind.RECIPIENTS)
    if element is None or draft.type in (DocumentType.SPEECH, DocumentType.LETTER, None) or not is_official(draft):
        return
    words = "".join(element.span.of(draft.text).split()).rstrip("：:")
    if any(LEADER.search(part) for part in SEPARATORS.split(words) if part):
        yield hit(element.span, f"公文应主送机关，不报送领导个人（“{words}”）；改写机关名称，领导直接交办的除外")
    for name, span in draft.once(copied):
        if LEADER.search(name):
            yield hit(span, f"公文抄送机关，不抄送领导个人（“{name}”）")


@rule(
    "routing.by-leader",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=ARTICLE_15,
    bad=["沅泽县水利局关于青石渠的请示\n县人民政府：\n妥否，请批示。\n⟦孟怀川⟧\n2026年3月2日"],
    good=["关于2025年述职述廉情况的报告\n县委组织部：\n现将有关情况报告如下。\n孟怀川\n2026年3月2日"],
)
def by_leader(draft: Draft) -> Iterator[Hit]:
    """请示、报告以机关名义上报，不以个人名义。

    不得以本机关负责人名义向上级机关报送公文。
    """
    signed = draft.first(ElementKind.SIGNATURE)
    if draft.type not in UPWARD or signed is None or not is_official(draft) or "述" in draft.once(title_words):
        return
    if not draft.recipients or organ_of(draft.recipients[0]).level is None or "公司" in draft.recipients[0]:
        return
    words = signed.span.of(draft.text).strip()
    if "人大" in draft.recipients[0] or "人民代表大会" in draft.recipients[0]:
        return
    if is_signer(words) or (are_persons(words) and not any(c in words for c in "局委办府会院校站所中心")):
        yield hit(signed.span, "请示、报告应以机关名义报送，不得以个人名义；署名改写机关名称")


@rule(
    "routing.copies-down",
    gate=Gate.ROUTING,
    severity=Severity.ERROR,
    source=ARTICLE_15,
    bad=[
        ASKED.format("县人民政府：", "沅泽县水利局")
        + "\n抄送：市水利局，⟦各乡镇水利站⟧。\n沅泽县水利局办公室　2026年3月2日印发"
    ],
    good=[
        ASKED.format("县人民政府：", "沅泽县水利局")
        + "\n抄送：市水利局，县财政局。\n沅泽县水利局办公室　2026年3月2日印发"
    ],
)
def copies_down(draft: Draft) -> Iterator[Hit]:
    """上行文不抄送下级机关。

    请示、报告可以抄送相关上级机关和同级机关，不得抄送下级机关。
    """
    if draft.direction is not Direction.UP or not is_official(draft):
        return
    own = draft.once(issuers)
    for name, span in draft.once(copied):
        other = organ_of(name)
        if DOWN.search(name) or any(standing(other, o) is Standing.SUBORDINATE or _in_charge(o, other) for o in own):
            yield hit(span, f"上行文不得抄送下级机关，删去“{name}”")


@rule(
    "routing.skipped-level",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=NO_SKIPPING,
    bad=[ASKED.format("⟦市人民政府⟧：", "沅泽县云溪镇人民政府"), ASKED.format("⟦市人民政府⟧：", "沅泽县水利局")],
    good=[
        ASKED.format("县人民政府：", "沅泽县云溪镇人民政府"),
        ASKED.format("市人民政府：", "沅泽县云溪镇人民政府") + "\n抄送：沅泽县人民政府。",
        ASKED.format("市水利局：", "沅泽县水利局"),
    ],
)
def skipped_level(draft: Draft) -> Iterator[Hit]:
    """一般不得越级行文。

    特殊情况需要越级行文的，应当同时抄送被越过的机关。
    """
    if draft.direction is not Direction.UP or not is_official(draft) or len(draft.issuers) != 1:
        return
    own = draft.once(issuers)[0]
    informed = [organ_of(name).level for name, _ in draft.once(copied) if organ_of(name).governs]
    for name, other in zip(draft.recipients, draft.once(recipients), strict=True):
        if not skipped(other, own) or own.level is None or other.level is None:
            continue
        if any(level is not None and own.level <= level < other.level for level in informed):
            continue
        span = named_in(draft, ElementKind.RECIPIENTS, name)
        if span:
            yield hit(span, f"“{own.name}”向“{name}”行文越过了中间一级，一般不得越级；确需越级的，应抄送被越过的机关")


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


def _in_charge(own: Organ, other: Organ) -> bool:
    """Whether a department is that of an institution: 教育局 of schools, 卫生健康局 of hospitals."""
    if other.body is not Body.INSTITUTION or not own.is_department:
        return False
    return any(trade in own.name and pattern.search(other.name) for trade, pattern in TRADES)


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
            yield hit(type(name)(at, at + 1), message, "请示", "报告")


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
