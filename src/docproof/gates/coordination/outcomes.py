"""What came of asking others: whether they agree, and where they don't, each side's grounds."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import body, is_official, sentences
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, Gate, Scope, Severity, Span
from docproof.model.patterns import later

US = r"(?:我|本)(?:局|委|办|厅|镇|乡|县|市|区|校|院|单位|公司|集团|中心|站|场|馆|街道|部|会)"
THEM = r"(?:局|委|办|厅|部|院|会|办公室|中心|部门|单位|街道|政府)"
SOUGHT = later(
    r"征求[^。；\n]{0,40}?意见|(?:与|同|和|经|已|并)[^，。；\n]{0,24}?(?:沟通|协商|会商|衔接|对接|商(?=[县市省区州]))|函商|发函|征询"
)
OUTCOME = later(
    rf"同意|异议|一致|支持|认可|采纳|吸收|赞成|反对|不同意见|无意见|没有意见|{THEM}[^，。；]{{0,8}}(?:认为|表示|建议|提出|要求|反馈|答复|回复|复函)|"
    r"(?:反馈|答复|回复|复函)(?:意见|称|：)|意见如下|意见为|意见是|出具|可行|符合|会签|核定|保留|说可|已办理|办理完毕|已落实|列支|已安排"
)
PENDING = later(
    r"(?:正在|正|拟|将|尚在|还在)(?:进一步)?(?:征求|协商|会商|沟通|对接|衔接|商(?=[县市省区州]))[^，。；]{0,20}|"
    r"(?:未及|未能|未来得及|没有来得及|没有|尚未|还没有?|未)(?:书面|正式)?(?:征求|协商|会商|沟通|商请)|"
    r"(?:尚未|还未|还没有?|暂未|未见|未)(?:收到)?(?:书面)?(?:反馈|回复|答复|函复|复函|回函|回文|明确表态)"
)
DIFFER = later(
    r"分歧|不同意见|意见(?:尚)?不(?:尽)?一致|(?:未|没有|尚未|未能)[^，。]{0,6}?(?:达成|取得)一致|异议|不(?:予)?同意(?!见)|不赞成|不支持|不能同意|不认可|"
    r"不同看法|尚未统一|未能统一|(?:存在|有)争议|看法不一|各执|持(?:反对|保留)|表示反对|未(?:予)?采纳|不予采纳"
)
NO_DIFFERENCE = later(r"(?:无|没有|未提出|均无|未提|未持|不存在|无任何)[^，。；]{0,6}(?:不同意见|异议|分歧|争议)")
GROUNDS = later(r"理由|依据|主要考虑|考虑到|原因|因为|担心|鉴于|由于|根据|按照|依照|以免|怕")
OWN_VIEW = later(rf"{US}[^。；]{{0,30}}?(?:认为|建议|意见|理由|主张|考虑|坚持)|倾向|[。；，\n]\s*建议")
OURS, OTHER = later(US), later(THEM)
OWN_WORDS = later(
    rf"^\s*(?:为此|因此|据此|鉴于[^，。]{{0,20}}|综上)?[，,]?(?:先行[^，。]{{0,6}}，)?(?:{US}|建议)|恳请|妥否|当否|可否|请批"
)
REQUEST = "沅泽县水利局关于修复青石渠的请示\n县人民政府：\n{}妥否，请批示。\n沅泽县水利局\n2026年3月2日"
AROUND = 4  # sentences before and after that can state what is at odds


@rule(
    "coordination.outcome",
    gate=Gate.COORDINATION,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        REQUEST.format("⟦我局已征求县财政局意见。⟧"),
        REQUEST.format("⟦方案已送县财政局征求意见，该局尚未回复。⟧"),
        REQUEST.format("⟦因时间紧，未及征求县财政局意见。⟧"),
    ],
    good=[
        REQUEST.format("我局已征求县财政局意见，县财政局表示同意。"),
        REQUEST.format("我局征求了县财政局意见。县财政局无不同意见。"),
    ],
)
def outcome(draft: Draft) -> Iterator[Hit]:
    """征求过意见的，要写明结果。

    只写“已征求意见”“已沟通”，看不出对方是否同意；应写明同意、无异议，或者有什么不同意见。
    """
    text, told = draft.view(Scope.PROSE), draft.once(_told)
    for n, sentence in enumerate(told):
        words = sentence.of(text)
        if PENDING.search(words):
            yield hit(sentence, "协商还没有结果：取得一致意见或者写明各方意见后再上报")
            continue
        m = SOUGHT.search(words)
        after = [w for s in told[n + 1 : n + 3] if not OWN_WORDS.search(w := s.of(text))]
        if m and not any(OUTCOME.search(w) for w in (words[m.end() :], words[: m.start()], *after)):
            yield hit(sentence, "只写征求过意见，没有写明结果；请写明对方是否同意、有无不同意见")


@rule(
    "coordination.differences",
    gate=Gate.COORDINATION,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        REQUEST.format("⟦县财政局不同意全额承担。⟧"),
        REQUEST.format("⟦县林业局不赞成占用林地，认为应当改线。⟧我局建议维持原线。"),
    ],
    good=[
        REQUEST.format(
            "县财政局不同意全额承担，理由是当年预算已经下达；我局认为修复属防汛应急，根据有关规定建议动用预备费。"
        ),
        REQUEST.format("县财政局、县自然资源局均无不同意见。"),
    ],
)
def differences(draft: Draft) -> Iterator[Hit]:
    """意见不一致的，要列明各方理由和依据，提出自己的倾向性意见。"""
    text, told = draft.view(Scope.PROSE), draft.once(_told)
    for n, sentence in enumerate(told):
        if not DIFFER.search(NO_DIFFERENCE.sub("", sentence.of(text))):
            continue
        around = [s.of(text) for s in told[max(0, n - AROUND) : n + AROUND]]
        ours = [w for w in around if OWN_VIEW.search(w)]
        theirs = [part for w in around for part in w.split("；") if OTHER.search(part) and not OURS.search(part)]
        lacking = []
        if not any(GROUNDS.search(w) for w in theirs):
            lacking.append("对方的理由和依据")
        if not ours:
            lacking.append("本单位的倾向性意见及其理由")
        elif not any(GROUNDS.search(w) for w in ours):
            lacking.append("本单位意见的理由")
        if lacking:
            yield hit(sentence, f"有关部门意见不一致的，应写明{'、'.join(lacking)}")
            return


def _told(draft: Draft) -> list[Span]:
    """The sentences of a request's body; none where the draft is no request."""
    whole = draft.once(body)
    if draft.type is not DocumentType.REQUEST or whole is None or not is_official(draft):
        return []
    return sentences(draft.view(Scope.PROSE), whole)
