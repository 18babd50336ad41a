"""Whether a draft's type is one that its kind of issuer uses (党政机关公文处理工作条例 article 8)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.parts import title, title_words, type_words
from docproof.gates.sources import TYPES
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

OWN_WAYS = {
    DocumentType.STATUTE,
    DocumentType.PLAN,
    DocumentType.SUMMARY,
    DocumentType.SPEECH,
    DocumentType.RESEARCH_REPORT,
    DocumentType.PAPER,
    DocumentType.INFORMATION,
}
TO_ISSUE = {DocumentType.STATUTE, DocumentType.PLAN, DocumentType.SUMMARY}
OTHER = later(
    r"(?:的)?(?P<type>请示汇报|情况汇报|工作汇报|汇报|申请报告|申请书|申请函?|请求|情况说明|说明|指示|布告|通令|训令|会议纪要|复文|签报|呈文|呈|告知书|联系单|工作总结|总结)$"
)
BETTER = {
    "申请": ("请示", "函"),
    "申请报告": ("请示", "函"),
    "申请书": ("请示", "函"),
    "请求": ("请示", "函"),
    "汇报": ("报告",),
    "情况汇报": ("报告",),
    "工作汇报": ("报告",),
    "请示汇报": ("请示", "报告"),
    "情况说明": ("报告", "函"),
    "说明": ("报告", "函"),
    "指示": ("意见", "通知"),
    "布告": ("通告", "公告"),
    "通令": ("命令", "通报"),
    "会议纪要": ("纪要",),
    "复文": ("批复", "函"),
    "工作总结": ("报告",),
    "总结": ("报告",),
}
DRAFT = "沅泽县水利局关于修复青石渠的{}\n县人民政府：\n青石渠年久失修，拟予修复。\n沅泽县水利局\n2026年3月2日"


@rule(
    "routing.no-such-type",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=[DRAFT.format("⟦申请→请示⟧"), DRAFT.format("⟦情况汇报→报告⟧")],
    good=[DRAFT.format("请示"), DRAFT.format("报告")],
)
def no_such_type(draft: Draft) -> Iterator[Hit]:
    """“申请”“汇报”“情况说明”等不是法定文种。

    请求批准用“请示”（向上级）或“函”（向不相隶属机关），汇报情况用“报告”。
    """
    span = draft.once(title)
    if span is None or draft.first(ElementKind.RECIPIENTS) is None or draft.type not in (None, DocumentType.SUMMARY):
        return
    m = OTHER.search(draft.once(title_words))
    if m and (at := draft.text.rfind(m["type"], span.start, span.end)) >= 0:
        right = BETTER.get(m["type"], ())
        advice = f"，可用“{'”“'.join(right)}”" if right else ""
        yield hit(Span(at, at + len(m["type"])), f"“{m['type']}”不是法定公文文种{advice}", *right)


@rule(
    "routing.issued-bare",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县水利局文件\n沅水〔2026〕8号\n沅泽县水利局2026年春灌工作⟦方案⟧\n各乡镇水利站：\n为做好春灌工作，制定本方案。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局文件\n沅水〔2026〕8号\n沅泽县水利局关于印发2026年春灌工作方案的通知\n各乡镇水利站：\n现印发给你们。\n沅泽县水利局\n2026年3月2日"
    ],
)
def issued_bare(draft: Draft) -> Iterator[Hit]:
    """方案、办法、规定等不单独行文，用“通知”等印发。"""
    span = draft.once(title)
    if span is None or draft.type not in TO_ISSUE or draft.first(ElementKind.RECIPIENTS) is None:
        return
    if draft.first(ElementKind.DOCUMENT_NUMBER) is None and draft.first(ElementKind.LETTERHEAD) is None:
        return
    word = draft.once(title_words)[-2:]
    at = draft.text.rfind(word, span.start, span.end)
    where = Span(at, at + 2) if at >= 0 else span
    yield hit(where, f"“{word}”不是公文文种，不单独行文；用“通知”印发，如“关于印发《……{word}》的通知”")


@rule(
    "routing.type-of-others",
    gate=Gate.ROUTING,
    severity=Severity.HINT,
    source=TYPES,
    bad=["沅泽县人民政府关于水利工作的⟦审议意见⟧\n县水利局：\n现提出如下意见。\n沅泽县人民政府\n2026年3月2日"],
    good=["沅泽县人民政府关于水利工作的意见\n县水利局：\n现提出如下意见。\n沅泽县人民政府\n2026年3月2日"],
)
def type_of_others(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """文种应是本类单位使用的文种，见单位类型的 types。"""
    named, types = draft.once(type_words), basis.profile.types
    if draft.type is None or named is None or not types or draft.type in types or draft.type in OWN_WAYS:
        return
    if draft.first(ElementKind.RECIPIENTS) or draft.first(ElementKind.DOCUMENT_NUMBER):
        yield hit(
            named, f"“{draft.type.value}”不在{basis.profile.name}使用的文种之内：{'、'.join(t.value for t in types)}"
        )
