"""A report that asks (党政机关公文处理工作条例 article 15 (4))."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import body, ending, is_official, sentences, title_words
from docproof.gates.sources import ARTICLE_15
from docproof.model import DocumentType, Draft, Gate, Scope, Severity, Span
from docproof.model.patterns import later

ASKING = later(
    r"(?:以上|上述|所请|如上)?[^，。；]{0,12}?(?:[妥当可]否|是否[妥可][当行]?)[，,]?\s*(?:[^，。；]{0,4}?请[^，。；]{0,10}?(?:批示|批准|批复|指示|审批|审定|示复|审示))?|"
    r"(?:请|敬请|恳请|望)(?:[^，。；]{0,6}?予以?)?(?:批示|批准|批复|审批|示复)(?!的|后|前|件)"
)
PLEADING = later(
    r"(?:恳请|恳求|请求|敬请|特请|(?:特|现|拟|我[局委办厅镇乡县市区校院])(?:此)?申请|恳望|盼望|急需|亟需|(?:请|希望|望|盼)(?=[县市省区州镇乡局厅委上政中国贵领组财予给尽在]))"
    r"[^，。；]{0,20}?(?P<what>(?:解决|拨付|安排|拨给|增拨|划拨|下拨|追加|拨款|增加|支持|补助|帮助|批准|批复|列入|调剂|调拨|核拨|核增|倾斜|安装|协助|协调|增派|考虑)[^，。；]{0,24})"
)
AMOUNT = later(
    r"\d|[一二三四五六七八九十百]+[万名个亩辆台]|资金|经费|编制|用地|土地|名额|指标|补助|项目|困难|问题|人员"
)
CONGRESS = later(r"人大|人民代表大会|各位代表|主任、各位副主任")


@rule(
    "routing.request-in-report",
    gate=Gate.ROUTING,
    severity=Severity.ERROR,
    source=ARTICLE_15,
    bad=[
        "沅泽县水利局关于青石渠塌方情况的报告\n县人民政府：\n3月1日青石渠塌方，已抢通。⟦妥否，请批示⟧。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局关于青石渠塌方情况的报告\n县人民政府：\n3月1日青石渠塌方，已抢通。⟦恳请县人民政府解决修复资金80万元⟧。\n特此报告。\n沅泽县水利局\n2026年3月2日",
    ],
    good=[
        "沅泽县水利局关于青石渠塌方情况的报告\n县人民政府：\n3月1日青石渠塌方，已抢通，修复资金另行请示。\n特此报告。\n沅泽县水利局\n2026年3月2日",
        "沅泽县人民政府关于2025年预算执行情况的报告\n县人民代表大会常务委员会：\n现将预算执行情况报告如下，请予审议。\n沅泽县人民政府\n2026年3月2日",
    ],
)
def request_in_report(draft: Draft) -> Iterator[Hit]:
    """报告不得夹带请示事项。

    请求批准或解决问题的，另行写请示；报告只汇报工作、反映情况、答复询问。
    """
    whole = draft.once(body)
    if draft.once(title_words).endswith("请示报告"):
        return  # told by routing.mixed-type
    if draft.type is not DocumentType.REPORT or whole is None or not is_official(draft) or _to_congress(draft, whole):
        return
    text = draft.view(Scope.PROSE)
    last = set(draft.once(ending))
    for sentence in sentences(text, whole):
        if sentence in last and (m := ASKING.search(text, sentence.start, sentence.end)):
            yield hit(_trimmed(m.span(), text), "报告不得夹带请示事项：请求批示、批准的，改用“请示”或另行请示")
        elif (m := PLEADING.search(text, sentence.start, sentence.end)) and AMOUNT.search(m["what"]):
            message = "报告不得夹带请示事项：请求解决、支持的，另行写请示"
            sure = sentence in last
            yield hit(_trimmed(m.span(), text), message, severity=None if sure else Severity.WARNING)


def _trimmed(span: tuple[int, int], text: str) -> Span:
    start, end = span
    while start < end and text[start] in " \u3000，。；：\n":
        start += 1
    return Span(start, end)


def _to_congress(draft: Draft, whole: Span) -> bool:
    """Whether a report goes to a congress, which approves what governments report to it."""
    opening = draft.text[whole.start : whole.start + 40]
    return any(CONGRESS.search(r) for r in draft.recipients) or CONGRESS.search(opening) is not None
