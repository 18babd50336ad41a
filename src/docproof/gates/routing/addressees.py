"""To whom a draft goes, against its type and its issuer (党政机关公文处理工作条例 articles 13–16)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import (
    UPWARD,
    copied,
    is_official,
    issuers,
    named_in,
    recipients,
    title_words,
)
from docproof.gates.sources import ARTICLE_15, regulations
from docproof.model import Direction, DocumentType, Draft, ElementKind, Gate, Severity, Strength
from docproof.model.patterns import later
from docproof.outlining.names import are_persons, is_signer
from docproof.outlining.organs import Body, Organ, Standing, organ_of, skipped, standing

TRADES = (
    ("教育", later(r"小学|中学|学校|幼儿园")),
    ("教体", later(r"小学|中学|学校|幼儿园")),
    ("卫生", later(r"医院|卫生院")),
    ("卫健", later(r"医院|卫生院")),
)
BESIDES = later(r"(?<!合)[并兼同](?:时)?(?:报|呈|转|送)(?!告)|转[报呈](?=[县市省区州])")
LEADER = later(
    r"(?P<post>省长|市长|县长|区长|州长|旗长|乡长|镇长|书记|局长|厅长|部长|主任|主席|院长|校长|总经理|董事长|行长|秘书长)"
    r"(?:[们阅]|同志)?$|同志$|领导$|(?:^|[并、，])[^，、]{0,4}先生$"
)
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


def _in_charge(own: Organ, other: Organ) -> bool:
    """Whether a department is that of an institution: 教育局 of schools, 卫生健康局 of hospitals."""
    if other.body is not Body.INSTITUTION or not own.is_department:
        return False
    return any(trade in own.name and pattern.search(other.name) for trade, pattern in TRADES)
