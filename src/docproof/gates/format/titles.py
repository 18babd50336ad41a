"""The form of the title: issuer, matter and type (党政机关公文处理工作条例 article 9; GB/T 9704—2012 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.parts import FORMAL, title, title_words
from docproof.gates.sources import ELEMENTS
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.names import is_organ

ENDINGS = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|建议|方案|规划|计划|要点|办法|规定|细则|条例|"
    "预案|总结|公示|名单|说明|答复|章程|制度|规则|准则|守则|规程|标准|指南|目录|清单|公约|协议|倡议书?|申请书?|汇报|讲话|致辞|"
    "简报|信息|通讯|合同|启事|须知|提纲|材料|规范|指引|措施|政策|导则|表|书|法|稿|案"
)
ENDS_WITH_TYPE = later(rf"(?:{ENDINGS})(?:[（(][^（）()]{{1,16}}[）)])?$")
MEANT = {
    "申请": ("请示",),
    "请求": ("请示",),
    "汇报": ("报告",),
    "汇报材料": ("报告",),
    "情况材料": ("报告",),
    "情况": ("报告", "通报"),
    "说明": ("报告", "函"),
    "打算": ("报告",),
    "答复": ("函", "批复"),
    "安排": ("通知",),
    "部署": ("通知",),
    "事项": ("通知",),
    "问题": ("通知", "意见"),
    "方案": ("通知",),
    "计划": ("通知",),
    "要点": ("通知",),
    "总结": ("报告",),
}
NO_TYPE = later(
    r"(?<!的)(?P<tail>(?:工作|有关)安排|情况汇报|有关事项|有关问题|工作打算|工作部署|若干事项)$"
    r"|的(?P<name>安排|汇报材料|情况材料|汇报|申请|请求|事项|部署|答复|说明|情况|打算|方案|计划|要点|总结)$"
)
NEVER_SENT = ("方案", "计划", "要点", "说明", "总结")  # may carry a title of their own, but are sent with a 通知
ANSWERS_PEOPLE = later(
    r"(?:建议|提案|问题|反映|来信|留言|咨询|投诉|诉求|信访|事项).{0,8}的(?:答复|回复)$"
)  # by their own rules
PASSED_ON = later(
    r"关于(?:印发|转发|批转|公布|颁发)(?!.*的\S{2}$)[^《》]*(?:办法|规定|细则|规则|制度|方案|规划|计划|要点|预案|意见|标准|目录|名单)$"
)
ASKS_FOR_TYPE = "末尾写明“通知”“报告”“请示”等文种"
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
SHORT = 14  # code points of a title that names no issuer and no matter
WITHOUT_OF = later(r"关于[^的]*(?:的.{6,})?[^的]{5}(?<!紧急)(?<!补充)(?<!预备)(?P<kind>通知|请示|批复|通告|公告)$")
ISSUER = later(
    r"(?:中共)?[^\W\d_]{2,16}?(?:人民政府(?:办公[室厅])?|委员会(?:办公[室厅])?|[县市区省州镇乡]委(?:办公[室厅]|[组宣统]\S{1,2}部)?|局|厅|公司|集团|"
    r"医院|学校|中学|小学|大学|学院|法院|检察院)"
)
OPENS_MATTER = later(r"对(?!于)|转发|批转|印发|[^\W\d_]{0,12}(?:会议|大会)|给|致")
OTHER_ABOUT = later(r"对于|有关|就|为了?")
MATTER_OPENS = later(r"\d{4}年")
OF_TYPE = later(r"[^，。]{2,60}的[^的]{1,4}$")


@rule(
    "title.no-type",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    general=True,
    bad=[
        notice(title="沅泽县水利局关于做好2026年春灌⟦工作→工作的通知⟧"),
        notice(title="沅泽县水利局关于印发河道巡查⟦办法→办法的通知⟧"),
        notice(title="沅泽县水利局关于2026年春灌⟦工作安排→工作安排的通知⟧"),
        notice(title="沅泽县水利局关于春灌工作的⟦汇报→报告⟧", recipients="县人民政府："),
        notice(title="沅泽县水利局关于举办水法宣传周的⟦方案→通知⟧"),
    ],
    good=[notice(title="沅泽县水利局关于做好2026年春灌工作的通知"), "春灌记\n沅泽县水利局\n2026年3月2日"],
)
def no_type(draft: Draft) -> Iterator[Hit]:
    """标题由发文机关名称、事由和文种组成，不能缺文种。"""
    span, words = draft.once(title), title_words(draft).rstrip("。：；，")
    shown = {ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS} & {e.kind for e in draft.blocks}
    if span is None or not shown or "关于" not in words or ANSWERS_PEOPLE.search(words):
        return
    if m := NO_TYPE.search(words):
        name = m["name"] or m["tail"]
        if m["name"] in NEVER_SENT and ElementKind.RECIPIENTS not in shown:
            return
        right = MEANT[m["name"]] if m["name"] else tuple(f"{name}的{t}" for t in MEANT[name[-2:]])
        severity = Severity.HINT if m["name"] in NEVER_SENT else None
        yield hit(_tail(draft, span, name), f"“{name}”不是公文文种，标题{ASKS_FOR_TYPE}", *right, severity=severity)
    elif PASSED_ON.search(words) or (draft.type is None and not ENDS_WITH_TYPE.search(words)):
        name = "的" if words.endswith("的") else words[-2:]
        kinds = ("通知",) if PASSED_ON.search(words) or not upward(draft) else ("报告", "请示")
        message = f"标题缺文种：标题由发文机关名称、事由和文种组成，{ASKS_FOR_TYPE}"
        yield hit(_tail(draft, span, name), message, *(f"{name.removesuffix('的')}的{k}" for k in kinds))


def upward(draft: Draft) -> bool:
    """Whether a draft goes to one organ, as one that reports or asks does."""
    return len(draft.recipients) == 1 and not draft.recipients[0].startswith("各")


def _tail(draft: Draft, span: Span, name: str) -> Span:
    """Where the last words of a title stand, which may be broken over two lines."""
    start = draft.text.rfind(name[0], span.start, span.end)
    return Span(max(start, span.start), span.end)


@rule(
    "title.no-issuer",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(title="⟦关于→沅泽县水利局关于⟧做好春灌工作的通知"),
        notice(title="⟦春灌工作通知⟧"),
    ],
    good=[notice(), notice(letterhead="", number="", title="关于做好春灌工作的通知", signature="", date="")],
)
def no_issuer(draft: Draft) -> Iterator[Hit]:
    """标题由发文机关名称、事由和文种组成，完整的标题写出发文机关。"""
    span, words, kinds = draft.once(title), title_words(draft), {e.kind for e in draft.blocks}
    if span is None or not FORMAL & kinds or draft.type not in NEEDS_ABOUT:
        return
    if words.startswith("关于") and len(draft.issuers) == 1 and is_organ(draft.issuers[0]):
        right = f"{draft.issuers[0]}关于"
        yield hit(Span(span.start, span.start + 2), "标题缺发文机关名称：发文机关＋事由＋文种", right)
    elif len(words) <= SHORT and "关于" not in words and not _issuer(draft, words):
        yield hit(span, "标题不完整：由发文机关名称、事由和文种组成，如“沅泽县水利局关于做好春灌工作的通知”")


@rule(
    "title.of",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[notice(title="沅泽县水利局关于做好春灌工作⟦通知→的通知⟧")],
    good=[notice(), notice(title="沅泽县水利局关于青石渠塌方的紧急通知")],
)
def of(draft: Draft) -> Iterator[Hit]:
    """文种前面用“的”：关于……的通知。"""
    span, m = draft.once(title), WITHOUT_OF.search(title_words(draft))
    if span and m and draft.text.endswith(m["kind"], span.start, span.end):
        yield hit(Span(span.end - len(m["kind"]), span.end), "文种前面用“的”：关于＋事由＋的＋文种", f"的{m['kind']}")


@rule(
    "title.about",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(title="沅泽县水利局⟦做好→关于做好⟧2026年春灌工作的通知"),
        notice(title="沅泽县水利局⟦2026年→关于2026年⟧春灌工作的通知"),
        notice(title="沅泽县水利局⟦对于→关于⟧做好春灌工作的通知"),
    ],
    good=[
        notice(),
        notice(title="沅泽县水利局转发市水利局春灌方案的通知"),
        notice(title="沅泽县水利局对青石渠塌方事故的通报"),
    ],
)
def about(draft: Draft) -> Iterator[Hit]:
    """标题的事由前面用“关于”。"""
    span, words = draft.once(title), title_words(draft)
    if span is None or draft.type not in NEEDS_ABOUT or not FORMAL & {e.kind for e in draft.blocks}:
        return
    matter = words[len(_issuer(draft, words)) :]
    at = draft.text.find(matter[:2], span.start, span.end) if matter else -1
    if at < 0 or "关于" in words or OPENS_MATTER.match(matter) or not OF_TYPE.search(matter):
        return
    message = "标题的事由前面用“关于”：发文机关＋关于＋事由＋的＋文种"
    if m := OTHER_ABOUT.match(matter):
        yield hit(Span(at, at + len(m.group())), message, "关于")
    else:
        opening = MATTER_OPENS.match(matter)
        length = opening.end() if opening else 2
        yield hit(Span(at, at + length), message, f"关于{draft.text[at : at + length]}")


def _issuer(draft: Draft, words: str) -> str:
    """The issuer that a title begins with: one that the draft names elsewhere, else what looks like an organ's name."""
    named = next((n for n in draft.issuers if words.startswith(n)), "")
    m = ISSUER.match(words)
    return named or (m.group() if m else "")
