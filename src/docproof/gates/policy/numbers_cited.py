"""The numbers of cited documents: there, behind the title, of the year that the sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.policy.citations import Citation, cited
from docproof.gates.policy.names import LAWS
from docproof.gates.policy.told import sentence
from docproof.gates.sources import regulations
from docproof.model import Draft, ElementKind, Gate, Severity, Span, Strength
from docproof.model.patterns import later

CITING = regulations(strength=Strength.PRACTICE)
DOCUMENT = later(
    r"关于.+(?P<kind>(?:通知|意见|决定|通报|批复|请示|报告|函|公告|通告|方案|规定|办法|细则)(?:（[^）]*）)?)$"
)
RESTS_ON = later(
    r"(?:根据|依据|按照|依照|遵照|贯彻|落实|转发)[^。；，《》\n]{0,30}《$|(?:按|[你贵][\u4e00-\u9fff]{1,6})(?:报送|报来|来文)?的?《$"
)
ANSWERED = later(r"》?(?:已经?)?(?:收悉|收到)|》?(?:文件)?的?(?:要求|精神|规定|部署|安排)")
NUMBER_BEHIND = later(
    r"[^。；\n《]{0,12}[\d〕\])）]\s*号|[（(][^）)\n]{0,30}号|[（(](?:以下|下)[简统]称[^）)\n]*[）)][^。；\n《]{0,6}〔"
)
YEAR_TOLD = later(
    r"(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?[^，。；\n《》\d]{0,20}(?:印发|下发|制定|出台|发布|公布|通过|转发|颁布)的?$"
)
NUMBER = later(r"[（(][\u4e00-\u9fff]{2,10}〔(?P<y>\d{4})〕\d{1,5}号")
HIGHEST = (
    "中共中央",
    "国务院",
    "中央",
    "全国人民代表大会",
    "全国人大",
    "最高人民",
)  # whose documents often have no number that is told


@rule(
    "number.missing",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=CITING,
    reads=[LAWS],
    bad=[
        "根据《青禾县人民政府关于做好防汛工作的⟦通知》⟧要求，现将有关事项通知如下",
        "你局《关于拨付经费的⟦请示》⟧收悉",
    ],
    good=[
        "根据《青禾县人民政府关于做好防汛工作的通知》（青政发〔2025〕5号）要求，按照《青禾县人民政府关于做好防汛工作的通知》",
        "根据《中共中央、国务院关于全面推进乡村振兴的意见》，起草了《关于防汛的通知》",
    ],
)
def missing(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """引用公文，先引标题，后引发文字号。

    第一次作依据引用的公文，标题后没有发文字号的提示一次；中央和国务院的文件不报。
    """
    text = draft.text
    told = set()
    for c in cited(draft, basis):
        if c.law or not c.mine or not c.marked or c.name in told or not (document := DOCUMENT.search(c.name)):
            continue
        told.add(c.name)
        if c.name.startswith(HIGHEST) or _within_title(draft, c):
            continue
        before = text[max(0, c.span.start - 40) : c.span.start]
        rests = RESTS_ON.search(before) or ANSWERED.match(text, c.end)
        if rests and not any(h in before for h in HIGHEST) and not NUMBER_BEHIND.match(text, c.end):
            end = Span(c.span.start + document.start("kind"), c.end)
            yield hit(end, "引用公文，标题后用圆括号写明发文字号，“（×发〔20××〕×号）”")


def _within_title(draft: Draft, c: Citation) -> bool:
    return any(e.span.contains(c.span) for e in draft.all(ElementKind.TITLE))


@rule(
    "number.year-told",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=CITING,
    reads=[LAWS],
    bad=["2023年印发的《青禾县防汛应急预案》（青政办发〔⟦2024→2023⟧〕8号）"],
    good=[
        "2024年印发的《青禾县防汛应急预案》（青政办发〔2024〕8号）",
        "2025年修订了2024年印发的《青禾县防汛应急预案》（青政办发〔2024〕8号）",
    ],
)
def year_told(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """发文字号的年份与句子所说的印发年份不一致。"""
    text = draft.text
    for c in cited(draft, basis):
        number = NUMBER.match(text, c.end)
        if number is None:
            continue
        start, _ = sentence(draft, c.span)
        said = YEAR_TOLD.search(text, max(start, c.span.start - 50), c.span.start - 1)
        if said and said["y"] != number["y"]:
            yield hit(
                Span(*number.span("y")),
                f"前面说是{said['y']}年印发的，发文字号却是{number['y']}年的，请核对",
                said["y"],
            )
