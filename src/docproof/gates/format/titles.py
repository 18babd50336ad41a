"""The form of the title: issuer, matter and type (党政机关公文处理工作条例 article 9; GB/T 9704—2012 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.parts import FORMAL, title
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Source, Span, Strength
from docproof.model.patterns import later

ELEMENTS = Source("党政机关公文处理工作条例", "第九条", Strength.REQUIRED)
PRACTICE = Source("公文写作惯例", "", Strength.PRACTICE)
NAMES = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|建议|方案|规划|计划|要点|办法|规定|细则|条例|"
    "预案|总结|公示|名单|说明|答复|章程|制度|规则|准则|守则|规程|标准|指南|目录|清单|公约|协议|倡议书?|申请书?|汇报|讲话|致辞|"
    "简报|信息|通讯|合同|启事|须知|提纲|材料|须知|规范|指引|措施|政策|导则|表|书|法"
)
HAS_TYPE = later(rf"(?:{NAMES})(?:[（(][^（）()]{{1,16}}[）)])?$")
ABOUT = later(r"关\s*于")
PASSING = later(r"转发|批转|印发")
QUOTED = later(r"《[^《》]*》|“[^“”]*”|〈[^〈〉]*〉|[（(][^（）()]*[）)]")
MARKS = later(r"[，；：。,;:！!？?]")
NEEDS_ABOUT = {
    DocumentType.NOTICE,
    DocumentType.REPORT,
    DocumentType.REQUEST,
    DocumentType.REPLY,
    DocumentType.LETTER,
    DocumentType.OPINION,
    DocumentType.CIRCULAR,
    DocumentType.DECISION,
}
DOUBLED = later(r"(?P<mark>关于\s*关于|的\s*的|通知\s*的\s*通知(?=$)|请示\s*的\s*请示(?=$)|批复\s*的\s*批复(?=$))")
UNMARKED = later(
    r"(?:印发|公布|发布|废止|修改|修订)(?P<mark>[^《》“”\s关][^《》“”关]{2,40}?(?:条例|办法|规定|细则|规则|章程|制度|实施方案|规划|预案))(?:（[^（）]{1,8}）)?的(?:通知|决定|公告|通告)$"
)
DRAFT = "沅泽县水利局文件\n沅水〔2026〕8号\n{}\n各乡镇水利站：\n现就有关事项通知如下。\n沅泽县水利局\n2026年3月2日"


@rule(
    "title.no-type",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[DRAFT.format("⟦沅泽县水利局关于做好2026年春灌工作⟧")],
    good=[DRAFT.format("沅泽县水利局关于做好2026年春灌工作的通知"), "春灌记\n沅泽县水利局\n2026年3月2日"],
)
def no_type(draft: Draft) -> Iterator[Hit]:
    """标题由发文机关名称、事由和文种组成，不能缺文种。"""
    span, kinds = draft.once(title), {e.kind for e in draft.blocks}
    if span is None or not {ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS} & kinds:
        return
    words = "".join(span.of(draft.text).split()).rstrip("。：；，")
    if draft.type is None and "关于" in words and not HAS_TYPE.search(words):
        yield hit(span, "标题缺文种：标题由发文机关名称、事由和文种组成，末尾写明“通知”“报告”“请示”等")
    elif LOOSE.search(words) and "关于" in words:
        m = LOOSE.search(words)
        name = m.group() if m else ""
        at = draft.text.rfind(name[-1], span.start, span.end)
        yield hit(
            Span(max(span.start, at - len(name) + 1), at + 1), f"“{name}”不是公文文种，标题末尾写明“通知”“报告”“请示”等"
        )


LOOSE = later(
    r"(?<!的)(?:工作安排|有关安排|情况汇报|有关事项|有关问题|工作打算|工作部署|若干事项)$|的(?:安排|汇报|申请|请求|事项|部署|答复|说明|情况|打算)$"
)


@rule(
    "title.about",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[DRAFT.format("沅泽县水利局⟦做好→关于做好⟧2026年春灌工作的通知")],
    good=[
        DRAFT.format("沅泽县水利局关于做好2026年春灌工作的通知"),
        DRAFT.format("沅泽县水利局转发市水利局春灌方案的通知"),
    ],
)
def about(draft: Draft) -> Iterator[Hit]:
    """标题的事由前面用“关于”。"""
    span = draft.once(title)
    if span is None or draft.type not in NEEDS_ABOUT or not FORMAL & {e.kind for e in draft.blocks}:
        return
    words = span.of(draft.text)
    bare = "".join(words.split())
    if ABOUT.search(words) or PASSING.search(words) or not VERBAL.search(bare) or "的" not in bare[-6:]:
        return
    issuer = next((n for n in draft.issuers if bare.startswith(n)), "")
    rest = bare[len(issuer) :]
    at = draft.text.find(rest[:2], span.start, span.end)
    if at >= 0 and len(rest) > 4:
        yield hit(Span(at, at + 2), "标题的事由前面用“关于”：发文机关＋关于＋事由＋的＋文种", f"关于{rest[:2]}")


VERBAL = later(
    r"(?:做好|加强|开展|印发|召开|进一步|切实|申请|拨付|解决|调整|成立|报送|上报|举办|推进|实施|建立|落实|规范|表彰|修复|建设|增加|同意|批准|征求|商请|请求|组织|禁止|任免|公布)[^，。]{2,60}的[^的]{1,4}$"
)


@rule(
    "title.doubled",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=FixSafety.UNSAFE,
    bad=[
        DRAFT.format("沅泽县水利局⟦关于关于→关于⟧做好春灌工作的通知"),
        DRAFT.format("沅泽县水利局转发市水利局关于做好春灌工作的⟦通知的通知→通知⟧"),
    ],
    good=[DRAFT.format("沅泽县水利局转发市水利局关于做好春灌工作意见的通知")],
)
def doubled(draft: Draft) -> Iterator[Hit]:
    """标题里的“关于”“的通知”不重复。

    转发通知的通知，标题可写作“转发××关于……的通知”。
    """
    span = draft.once(title)
    if span is None:
        return
    for m in DOUBLED.finditer(draft.text, span.start, span.end):
        words = m.group()
        half = words.replace("的", "")
        right = (
            "的"
            if not half.strip()
            else half[: len(half) // 2]
            if half[: len(half) // 2] == half[len(half) // 2 :]
            else half
        )
        yield hit(Span(*m.span("mark")), "标题里的字重复了", right)


@rule(
    "title.marks",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=PRACTICE,
    bad=[DRAFT.format("沅泽县水利局关于做好春灌工作⟦，⟧保障粮食安全的通知")],
    good=[
        DRAFT.format("沅泽县水利局关于印发《春灌用水，我来节约活动方案》的通知"),
        DRAFT.format("关于做好“节水、护水”工作的通知"),
    ],
)
def marks(draft: Draft) -> Iterator[Hit]:
    """标题中除书名号、引号、括号、顿号外，一般不用标点。"""
    span = draft.once(title)
    if span is None or draft.type in (
        None,
        DocumentType.SPEECH,
        DocumentType.PAPER,
        DocumentType.RESEARCH_REPORT,
        DocumentType.SUMMARY,
        DocumentType.INFORMATION,
        DocumentType.STATUTE,
    ):
        return
    words = QUOTED.sub(lambda m: "　" * len(m.group()), span.of(draft.text))
    if "关于" not in "".join(words.split()):
        return
    for m in MARKS.finditer(words):
        if m.end() < len(words.rstrip()):
            yield hit(
                Span(span.start + m.start(), span.start + m.end()),
                f"公文标题中一般不用“{m.group()}”，可改用空格或换一种说法",
            )


@rule(
    "title.long",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=PRACTICE,
    bad=[
        DRAFT.format(
            "⟦沅泽县水利局关于进一步加强全县中小型水库安全运行管理切实做好汛前检查和隐患排查整治以及应急物资储备等各项工作确保安全度汛的通知⟧"
        )
    ],
    good=[DRAFT.format("沅泽县水利局关于做好2026年春灌工作的通知")],
)
def too_long(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """标题不宜过长，长短由单位类型的 limits.title 规定。"""
    span, limit = draft.once(title), basis.profile.limits.title
    if span is None or limit is None or not FORMAL & {e.kind for e in draft.blocks}:
        return
    length = len("".join(span.of(draft.text).split()))
    if length > limit:
        yield hit(span, f"标题有{length}字，超过{limit}字，宜精简事由")


@rule(
    "title.book-marks",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=PRACTICE,
    fix=FixSafety.UNSAFE,
    bad=[DRAFT.format("沅泽县水利局关于印发⟦沅泽县河道管理办法→《沅泽县河道管理办法》⟧的通知")],
    good=[DRAFT.format("沅泽县水利局关于印发《沅泽县河道管理办法》的通知")],
)
def book_marks(draft: Draft) -> Iterator[Hit]:
    """标题中的法规、规章和规范性文件名称加书名号。"""
    span = draft.once(title)
    if span is None or draft.type is None:
        return
    words = span.of(draft.text)
    if "\n" in words:
        return
    if m := UNMARKED.search(words):
        yield hit(
            Span(span.start + m.start("mark"), span.start + m.end("mark")),
            "标题中的法规、规章名称加书名号",
            f"《{m['mark']}》",
        )
