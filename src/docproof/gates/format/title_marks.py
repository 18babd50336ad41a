"""Marks, repetitions and length of the title (GB/T 9704—2012 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.parts import FORMAL, NO_OFFICIAL, title, title_words
from docproof.gates.sources import PRACTICE
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

DOUBLED = later(
    r"(?P<mark>(?P<about>关于)\s*关于|关于(?P<passed>转发|批转|印发)关于|(?P<of>的)\s*的|会议\s*(?P<minutes>会议纪要)|(?P<type>通知|请示|批复|报告|意见|通报|函)\s*(?:的\s*)?(?P=type)\s*$)"
)
STOPS = "。；！：，: \u3000"
QUOTED = later(r"《[^《》]*》|“[^“”]*”|〈[^〈〉]*〉|[（(][^（）()]*[）)]")
MARKS = later(r"[，；：。,;:！!？?]")
UNBRACKETED = later(
    r"(?:印发|公布|发布|废止|修改|修订)(?P<mark>[^《》“”\s关][^《》“”关]{2,40}?(?:条例|办法|规定|细则|规则|章程|制度|实施方案|规划|预案))"
    r"(?:（[^（）]{1,8}）)?的(?:通知|决定|公告|通告)$"
)


@rule(
    "title.doubled",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=FixSafety.UNSAFE,
    bad=[
        "沅泽县水利局局长办公⟦会议会议纪要→会议纪要⟧\n2026年3月2日，局长孟怀川主持召开会议。",
        notice(title="沅泽县水利局⟦关于关于→关于⟧做好春灌工作的通知"),
        notice(title="沅泽县水利局转发市水利局关于做好春灌工作的⟦通知的通知→通知⟧"),
    ],
    good=[notice(title="沅泽县水利局转发市水利局关于做好春灌工作意见的通知")],
)
def doubled(draft: Draft) -> Iterator[Hit]:
    """标题里的“关于”“的通知”不重复。

    转发通知的通知，标题可写作“转发××关于……的通知”。
    """
    span = draft.once(title)
    for m in DOUBLED.finditer(draft.text, span.start, span.end) if span else ():
        right = m["about"] or m["passed"] or m["minutes"] or m["of"] or m["type"]
        yield hit(Span(*m.span("mark")), f"标题里的字重复了，改为“{right}”", right)


@rule(
    "title.marks",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=PRACTICE,
    bad=[notice(title="沅泽县水利局关于做好春灌工作⟦，⟧保障粮食安全的通知")],
    good=[
        notice(title="沅泽县水利局关于印发《春灌用水，我来节约活动方案》的通知"),
        notice(title="关于做好“节水、护水”工作的通知"),
    ],
)
def marks(draft: Draft) -> Iterator[Hit]:
    """标题中除书名号、引号、括号、顿号外，一般不用标点。"""
    span = draft.once(title)
    if span is None or draft.type is None or draft.type in NO_OFFICIAL or "关于" not in title_words(draft):
        return
    words = QUOTED.sub(lambda m: "　" * len(m.group()), span.of(draft.text)).rstrip()
    for m in MARKS.finditer(words, 0, len(words) - 1):
        at = Span(span.start + m.start(), span.start + m.end())
        yield hit(at, f"公文标题中一般不用“{m.group()}”，可改用空格或换一种说法")


@rule(
    "title.end",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=FixSafety.UNSAFE,
    bad=[notice(title="沅泽县水利局关于做好春灌工作的通⟦知。→知⟧")],
    good=[notice()],
)
def end(draft: Draft) -> Iterator[Hit]:
    """标题末尾不加标点。"""
    span = draft.once(title)
    words = span.of(draft.text) if span and draft.type else ""
    bare = words.rstrip(STOPS)
    if span and bare and bare != words:
        yield hit(Span(span.start + len(bare) - 1, span.end), "标题末尾不加标点", bare[-1])


@rule(
    "title.long",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=PRACTICE,
    bad=[
        notice(
            title="⟦沅泽县水利局关于进一步加强全县中小型水库安全运行管理切实做好汛前检查和隐患排查整治以及应急物资储备等各项工作确保安全度汛的通知⟧"
        )
    ],
    good=[notice()],
)
def too_long(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """标题不宜过长，长短由单位类型的 limits.title 规定。"""
    span, limit = draft.once(title), basis.profile.limits.title
    if span is None or limit is None or not FORMAL & {e.kind for e in draft.blocks}:
        return
    length = len(title_words(draft))
    if length > limit:
        yield hit(span, f"标题有{length}字，超过{limit}字，宜精简事由")


@rule(
    "title.book-marks",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=PRACTICE,
    fix=FixSafety.UNSAFE,
    bad=[notice(title="沅泽县水利局关于印发⟦沅泽县河道管理办法→《沅泽县河道管理办法》⟧的通知")],
    good=[notice(title="沅泽县水利局关于印发《沅泽县河道管理办法》的通知")],
)
def book_marks(draft: Draft) -> Iterator[Hit]:
    """标题中的法规、规章和规范性文件名称加书名号。"""
    span = draft.once(title)
    if span is None or draft.type is None or "\n" in span.of(draft.text):
        return
    if m := UNBRACKETED.search(span.of(draft.text)):
        named = Span(span.start + m.start("mark"), span.start + m.end("mark"))
        yield hit(named, "标题中的法规、规章名称加书名号", f"《{m['mark']}》")
