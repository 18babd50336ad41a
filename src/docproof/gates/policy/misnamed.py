"""Laws by a wrong name: a character lost, added or wrong, or what they are often called by mistake."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.policy.citations import cited, is_basis
from docproof.gates.policy.names import COUNTRY, LAWS, Laws, shortened
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

ENDINGS = ("法典", "法", "条例", "办法", "规定", "细则", "规则", "准则")
SLIPS = ("发", "列", "列例", "法法", "条列", "条利", "办发", "律", "法规", "的法")  # what an ending becomes by a slip
PARTY = ("中国共产党", "党政领导干部", "党政机关")
LEAST = 5  # characters of a name without the country's, from which one wrong character tells the name
LEAST_REGULATION = 7
OTHER = ("新", "旧", "原", "老", "本", "该", "我国", "地方")
TRIAL = later(r"[（(](?:试行|暂行|修订|修正|草案)[）)]$")
BEFORE_ARTICLE = later(r"第[一二三四五六七八九十百零\d]{1,7}条")
BARE = later(
    r"(?:根据|依据|按照|依照|违反|适用|触犯|以及|[和与及、，。；：])(?P<name>(?!根据|依据|按照|依照|违反|适用|触犯|以及|[按依对])(?:中华人民共和国)?[\u4e00-\u9fff]{3,20}(?:法|发|条例|条列))的?$"
)


@rule(
    "law.misnamed",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    reads=[LAWS],
    bad=[
        "《⟦未成年保护法→未成年人保护法⟧》《中华人民共和国⟦安全生产发→安全生产法⟧》",
        "《中华人民共和国⟦消费者权利保障法→消费者权益保护法⟧》",
        "根据《⟦道路安全交通法→道路交通安全法⟧》和《⟦计划生育法→人口与计划生育法⟧》",
        "违反《⟦劳动合同发→劳动合同法⟧》第三十九条，依据⟦招投标法→招标投标法⟧第三条",
        "《⟦中国共产党党内监督工作条例→中国共产党党内监督条例⟧》",
        "按照《⟦中华人民共和国物业管理条例→物业管理条例⟧》",
        "根据《⟦保障农民工工资支付条列→保障农民工工资支付条例⟧》",
    ],
    good=[
        "《未成年人保护法》《公路法》《铁路法》《新公司法》《安全生产条例》",
        "《青禾县安全生产条例》《劳动合同法实施条例》，依据法律规定第三条",
        "《中国共产党支部工作条例（试行）》《商标法实施细则》",
    ],
)
def misnamed(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """法律、法规的名称有误，写准确。

    书名号里的名称，与现行和曾经有过的法律、法规只差一个字、颠倒了字序，或者是常见的误称。
    """
    laws = basis.of(LAWS)
    for c in cited(draft, basis):
        if c.law and c.full and c.marked and not c.law.until and not c.law.name.startswith(COUNTRY):
            message = f"《{c.law.name}》的名称里没有“中华人民共和国”"
            yield hit(c.span, message, c.law.name, severity=Severity.HINT)
        if c.law is None and c.mine and (c.marked or is_basis(draft.text, c)):
            yield from _wrong(laws, c.span, c.name, marked=c.marked)
    text = draft.view(Scope.WORDS)
    for m in BEFORE_ARTICLE.finditer(text):
        if bare := BARE.search(text, max(0, m.start() - 34), m.start()):
            yield from _wrong(laws, Span(*bare.span("name")), bare["name"], marked=True)


def _wrong(laws: Laws, span: Span, name: str, *, marked: bool) -> Iterator[Hit]:
    core = shortened(TRIAL.sub("", name))
    if core in laws.by_name or name in laws.by_name or not core.endswith((*ENDINGS, *SLIPS)):
        return
    law = laws.by_wrong.get(core)
    right = [law.short] if law else ([r for r in laws.alike(core) if _may_be(r, core, name)] if marked else [])
    if not right and marked and name.startswith(COUNTRY) and core.endswith(("法", "发")) and len(core) >= LEAST:
        right = laws.nearest(core[:-1] + "法")
    if not right and marked and core.startswith(PARTY) and core.endswith(ENDINGS):
        right = laws.nearest(core)
    if not right:
        return
    start = span.start + len(name) - len(shortened(name))
    severity = None if name.startswith(COUNTRY) or right[0].endswith(("法", "法典")) else Severity.HINT
    yield hit(Span(start, start + len(core)), f"没有《{core}》，应为《{right[0]}》", *right, severity=severity)


def _may_be(right: str, core: str, name: str) -> bool:
    """Whether a name is a slip of the pen for `right`, and no law of its own."""
    ending = next(e for e in ENDINGS if right.endswith(e)) if right.endswith(ENDINGS) else ""
    slip = core.endswith(SLIPS) and not core.endswith(ENDINGS)
    if core.startswith(OTHER) or core.endswith(right) or not ending or not (core.endswith(ending) or slip):
        return False
    if ending == "法" and core.endswith(("办法", "宪法")) and not right.endswith("办法"):
        return False
    if name.startswith(COUNTRY) or slip:
        return len(core) >= 3
    return len(core) >= (LEAST if ending in ("法", "法典") else LEAST_REGULATION)
