"""公告 and 通告: to the whole country and abroad, or to those within some place."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import body, issuers, title, type_words
from docproof.gates.sources import TYPES
from docproof.model import DocumentType, Draft, FixSafety, Gate, Severity
from docproof.model.patterns import later
from docproof.outlining.organs import Body

OPENING = 160  # code points of the body in which the matter stands
LOCAL = later(
    r"封闭|禁止|禁[燃放烧渔猎牧行鸣养]|限行|停水|停电|停气|停热|停暖|交通管制|占道|养犬|犬只|施工|绕行|改道|改线|整治|迁坟|换证|取缔|违[法章]建|燃放|清理|搬迁|限期|秸秆|散煤"
)
PUBLIC = later(r"广大|居民$|市民$|群众$|村民$|车主$|业主$|[养饲]犬人|驾驶人$|经营户$|社会公众|全体公民|沿线住户")
LEGAL = later(
    r"招标|中标|拍卖|挂牌|出让|招聘|录用|征收|征地|选举|破产|债权|送达|开庭|注销登记|听证|采购|遗失|税|行政处罚决定|公开发行"
)


@rule(
    "routing.local-announcement",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=[
        "沅泽县交通运输局关于沅青路封闭施工的⟦公告→通告⟧\n因沅青路改造，自2026年3月5日起封闭施工。\n沅泽县交通运输局\n2026年3月2日"
    ],
    good=[
        "沅泽县人民代表大会常务委员会公告\n沅泽县第十七届人民代表大会第五次会议选举产生了县长，现予公告。\n沅泽县人民代表大会常务委员会\n2026年1月9日",
        "沅泽县自然资源局国有土地使用权挂牌出让公告\n禁止联合竞买。\n沅泽县自然资源局\n2026年1月9日",
    ],
)
def local_announcement(draft: Draft) -> Iterator[Hit]:
    """一定范围内要求遵守或周知的事项用通告，不用公告。

    公告用于向国内外宣布重要事项或者法定事项；法律规定用公告的（招标、征收、招聘、送达等）不在此列。
    """
    named, whole = draft.once(type_words), draft.once(body)
    if draft.type is not DocumentType.ANNOUNCEMENT or named is None or whole is None:
        return
    if any(o.body in (Body.CONGRESS, Body.COURT) or o.level in (None, 4, 5) for o in draft.once(issuers)):
        return
    name = draft.once(title)
    words = (name.of(draft.text) if name else "") + draft.text[whole.start : min(whole.end, whole.start + OPENING)]
    if LOCAL.search(words) and not LEGAL.search(words):
        of_company = any(o.body is Body.COMPANY for o in draft.once(issuers))
        message = "在一定范围内要求遵守或者周知的事项用“通告”；“公告”用于向国内外宣布重要事项或者法定事项"
        yield hit(named, message, "通告", severity=Severity.HINT if of_company else None)


@rule(
    "routing.notice-to-public",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=[
        "沅泽县公安局关于规范养犬的⟦通知→通告⟧\n全县各养犬人及广大居民：\n现将有关事项通知如下。\n沅泽县公安局\n2026年3月2日"
    ],
    good=["沅泽县公安局关于规范养犬的通知\n各派出所：\n现将有关事项通知如下。\n沅泽县公安局\n2026年3月2日"],
)
def notice_to_public(draft: Draft) -> Iterator[Hit]:
    """向社会公众公布应当遵守的事项用通告。

    通知发给下级机关和有关单位；要居民、车主、经营户遵守的，用“通告”公布。
    """
    named = draft.once(type_words)
    if draft.type is DocumentType.NOTICE and named is not None and any(PUBLIC.search(r) for r in draft.recipients):
        yield hit(named, "要社会公众遵守或者周知的事项用“通告”，“通知”发给下级机关和有关单位", "通告")
