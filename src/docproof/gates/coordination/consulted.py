"""Whether a request shows that those who govern its matter were consulted, and with what outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.matters import MATTERS, Matter, asked
from docproof.gates.parts import body, is_official, issuers, recipients, sentences
from docproof.model import DocumentType, Draft, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import later
from docproof.outlining.organs import Body

DRAFTING = Source("党政机关公文处理工作条例", "第十九条", Strength.REQUIRED)
EXAMINING = Source("党政机关公文处理工作条例", "第二十条", Strength.REQUIRED)
CONSULTING = later(
    r"商(?!务|业|品|场|贸|户|会|铺|圈|洽会)|征求|征得|征询|意见|同意|沟通|衔接|会签|一致|审核|核定|认可|复函|回复|支持|会同|联合|对接|函询|认定"
)
OTHERS = later(r"(?:有关|相关|各|涉及|等)(?:职能|主管|成员)?(?:部门|单位)")
SOUGHT = later(
    r"征求[^。；\n]{0,40}?意见|(?:与|同|和|经|已|并)[^，。；\n]{0,24}?(?:沟通|协商|会商|衔接|对接|商(?=[县市省区]))|函商|发函|征询"
)
OUTCOME = later(
    r"同意|异议|一致|支持|认可|采纳|吸收|赞成|反对|不同意|不同意见|无意见|没有意见|认为|表示|建议|反馈|答复|复函|回复|意见如下|意见为|提出|出具|可行|符合|会签|核定|保留"
)
DIFFER = later(
    r"分歧|(?<!无)(?<!没有)(?<!未提出)(?<!均无)不同意见|意见(?:尚)?不(?:尽)?一致|(?:未|没有|尚未|未能)[^，。]{0,6}?(?:达成|取得)一致|(?<!无)(?<!没有)(?<!未提出)异议|不同意(?!见)|不同看法|尚未统一|未能统一|(?:存在|有)争议|看法不一|各执|持(?:反对|保留)"
)
GROUNDS = later(r"理由|依据|认为|主张|考虑到|原因|因为|鉴于|提出|根据")
OWN_VIEW = later(
    r"(?:我|本)(?:局|委|办|厅|镇|乡|县|市|区|校|院|单位|公司|中心|站|街道|部|会)[^，。；]{0,12}?(?:认为|建议|意见|理由|主张|考虑)|倾向"
)
PENDING = later(
    r"(?:正在|正|拟|将|尚在|还在)(?:进一步)?(?:征求|协商|会商|沟通|对接|衔接|商)[^，。；]{0,20}|(?:尚未|还未|还没有?|暂未|未见|未)(?:收到)?(?:反馈|回复|答复|函复|复函|明确表态)"
)
OWN_WORDS = later(
    r"^\s*(?:为此|因此|据此)?[，,]?(?:我|本)(?:局|委|办|厅|镇|乡|县|市|区|校|院|单位|公司|中心|站|街道|部|会)|恳请|妥否|当否|可否|请批"
)
NO_DIFFERENCE = later(r"(?:无|没有|未提出|均无|未提)[^，。；]{0,4}(?:不同意见|异议|分歧)")
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
    for row, span in about.title or about.body[:1]:
        if row.bodies and not _is_own(row, draft) and not _shown(row.bodies, draft):
            missing.setdefault(row.bodies, (span, []))[1].append(row.matter)
    for bodies, (span, matters) in missing.items():
        message = f"本请示涉及{'、'.join(matters)}，文中未见征求{'、'.join(bodies[:2])}等主管部门意见：是否已经协商，结果如何？请在文中写明"
        sure = about.title and to_government and of_department and not _names(told, bodies)
        yield hit(span, message, severity=None if sure else Severity.HINT)


@rule(
    "coordination.outcome",
    gate=Gate.COORDINATION,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n⟦我局已征求县财政局意见。⟧妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n我局已征求县财政局意见，县财政局表示同意。妥否，请批示。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n我局征求了县财政局意见。县财政局无不同意见。妥否，请批示。\n沅泽县水利局\n2026年3月2日",
    ],
)
def outcome(draft: Draft) -> Iterator[Hit]:
    """征求过意见的，要写明结果。

    只写“已征求意见”“已沟通”，看不出对方是否同意；应写明同意、无异议，或者有什么不同意见。
    """
    for sentence, after in _consulting(draft):
        text = draft.view(Scope.PROSE)
        told = sentence.of(text)
        m = SOUGHT.search(told)
        rest = told[m.end() :] if m else ""
        if PENDING.search(told):
            yield hit(sentence, "协商还没有结果：取得一致意见或者写明各方意见后再上报")
            continue
        if (
            not OUTCOME.search(rest)
            and not OUTCOME.search(after)
            and not OUTCOME.search(told[: m.start()] if m else "")
        ):
            yield hit(sentence, "只写征求过意见，没有写明结果；请写明对方是否同意、有无不同意见")


@rule(
    "coordination.differences",
    gate=Gate.COORDINATION,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n⟦县财政局不同意全额承担。⟧妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n县财政局不同意全额承担，理由是当年预算已经下达；我局认为修复属防汛应急，建议动用预备费。妥否，请批示。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n县财政局、县自然资源局均无不同意见。妥否，请批示。\n沅泽县水利局\n2026年3月2日",
    ],
)
def differences(draft: Draft) -> Iterator[Hit]:
    """意见不一致的，要列明各方理由和依据，提出自己的倾向性意见。"""
    whole = draft.once(body)
    if draft.type is not DocumentType.REQUEST or whole is None or not is_official(draft):
        return
    text = draft.view(Scope.PROSE)
    found = sentences(text, whole)
    for n, sentence in enumerate(found):
        words = NO_DIFFERENCE.sub("", sentence.of(text))
        m = DIFFER.search(words)
        if m is None:
            continue
        told = "".join(s.of(text) for s in found[n : n + 4])
        lacking = []
        if not GROUNDS.search(told.replace(m.group(), "", 1)):
            lacking.append("对方的理由和依据")
        if not OWN_VIEW.search(told):
            lacking.append("本单位的倾向性意见及理由")
        if lacking:
            yield hit(sentence, f"有关部门意见不一致的，应写明{'、'.join(lacking)}")
            return


def _consulting(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The sentences of a request that say others were asked, each with what the two after it say."""
    whole = draft.once(body)
    if draft.type is not DocumentType.REQUEST or whole is None or not is_official(draft):
        return
    text = draft.view(Scope.PROSE)
    found = sentences(text, whole)
    for n, sentence in enumerate(found):
        if SOUGHT.search(text, sentence.start, sentence.end) or PENDING.search(text, sentence.start, sentence.end):
            yield sentence, "".join(w for s in found[n + 1 : n + 3] if not OWN_WORDS.search(w := s.of(text)))


def _is_own(row: Matter, draft: Draft) -> bool:
    """Whether the issuer or the recipient is the body that governs the matter."""
    return any(_names(name, row.bodies) for name in (*draft.issuers, *draft.recipients))


def _names(words: str, bodies: Sequence[str]) -> bool:
    """Whether words name one of these bodies; the 民政 of 人民政府 is none."""
    return any(b in words.replace("人民政府", "政府") for b in bodies)


def _shown(bodies: Sequence[str], draft: Draft) -> bool:
    """Whether a sentence of the body, or an attachment, says that one of these bodies was consulted."""
    whole = draft.once(body)
    text = draft.view(Scope.PROSE)
    for sentence in sentences(text, whole) if whole else []:
        words = sentence.of(text)
        if CONSULTING.search(words) and (_names(words, bodies) or OTHERS.search(words)):
            return True
    return False
