"""References within the draft that have no target: 附件3, 表3, 图2, 本办法第五十条, 前款, 上述三项."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.articles import Articles, articles
from docproof.gates.language.consistency.attached import attachments
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, ElementKind, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numbering import HAN_NUMERAL
from docproof.model.numerals import article_number, han_number, han_numeral, whole_number
from docproof.model.patterns import later

MOST_SUGGESTED = 4
ATTACHMENT = later(rf"附件[ \u3000]?(?P<n>\d{{1,2}}|{HAN_NUMERAL})(?![\d.．、：:\s]|[至到和、—]附)")
RANGE = later(r"附件[ \u3000]?(?P<a>\d{1,2})[ \u3000]?[—–～~至到-][ \u3000]?(?:附件)?(?P<b>\d{1,2})")
OF_ANOTHER = later(
    r"(?:》|〕\d+号）?|[该原其文函件]|合同|协议|通知|请示|报告|方案|规定|办法|标准|的)(?:的|中|及其?|所附)?$"
)
FIGURE = later(
    r"(?P<kind>[表图])[ \u3000]?(?P<n>\d{1,2}(?:[-—.．]\d{1,2})?)(?![\d%％]|[年月日个名件份张项人户])", given="表图"
)
SEE = later(r"(?:详?见|参见|如|由|从|按照?|对照|根据|据|在|列[入于]|附)$")
CAPTION = later(
    r"(?m)^[ \t\u3000]*(?:[（(]?续)?附?(?P<kind>[表图])[ \u3000]?(?P<n>\d{1,2}(?:[-—.．]\d{1,2})?)(?![\d.．]|中|所示|可|显示|为)",
    given="表图",
)
OWN = "条例|办法|规定|细则|规则|规程|法|章程|制度|守则|准则|合同|协议|公约|规约|意见|方案"
OWN_ARTICLE = later(
    rf"本(?:{OWN})第(?P<n>[零〇一二三四五六七八九十百千\d]{{1,6}})条(?!之)(?:第(?P<p>[一二三四五六七八九十]{{1,3}})款)?(?:第[（(]?(?P<i>[一二三四五六七八九十]{{1,3}})[）)]?项)?"
)
OWN_HEADING = later(
    r"本(?:公告|通告|通知|方案|意见|办法|规定|制度|细则|协议|合同|决定)第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})[条项部]分?"
)
BARE_ARTICLE = later(
    r"第(?<=[依按]照第|根据第|违反第|符合第|适用第|依据第|具有第|所列第)(?P<n>[零〇一二三四五六七八九十百千\d]{1,6})条(?![之例])"
)
FORMER_CLAUSE = later(
    r"前(?<![条一二三四五六七八九十]前)(?P<n>[两二三四])?款(?=[规所的第项之行]|[^，。]{0,4}(?:规定|情形))"
)


@rule(
    "consistency.attachment-reference",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("附件",),
    bad=[
        "关于报送材料的通知\n各股室：\n请填写登记表（见⟦附件3⟧），于4月1日前报送。\n附件：1.登记表\n2.汇总表\n青禾县水利局\n2026年3月5日",
        "关于报送材料的通知\n各股室：\n请按⟦附件二⟧的要求填写。\n附件：登记表\n青禾县水利局\n2026年3月5日",
    ],
    good=[
        "关于报送材料的通知\n各股室：\n请填写登记表（见附件2），于4月1日前报送。\n附件：1.登记表\n2.汇总表\n青禾县水利局\n2026年3月5日",
        "关于报送材料的通知\n各股室：\n请按《项目管理办法》附件3的格式填写（见附件1）。\n附件：1.登记表\n2.汇总表\n青禾县水利局\n2026年3月5日",
    ],
)
def attachment_reference(draft: Draft) -> Iterator[Hit]:
    """文中提到的附件要在附件说明中。没有附件说明，也没有附件的，不报。"""
    found = draft.once(attachments)
    if not found.listed and not found.attached:
        return
    named = [*(found.listed or ()), *found.attached]
    count = max(len(found.listed or ()), len(found.attached))
    known = {x.n for x in named if x.n is not None} or set(range(1, count + 1))
    marks = {x.mark.start for x in named}
    inside = [e.span for e in draft.all(ElementKind.ATTACHMENT)]
    text = draft.view(Scope.PROSE)
    for m in ATTACHMENT.finditer(text):
        n = whole_number(m["n"])
        before = on_line_before(text, m.start(), 12)
        if (
            count == 1
            and n == 1
            and all(x.n is None for x in named)
            and before.strip()
            and not OF_ANOTHER.search(before)
        ):
            yield hit(Span(*m.span()), "附件只有一个，不编顺序号", "附件", severity=Severity.HINT)
            continue
        if n in known or m.start() in marks or not before.strip() or OF_ANOTHER.search(before):
            continue
        severity = Severity.HINT if any(i.contains(Span(*m.span())) for i in inside) else None
        others = [f"附件{n}" for n in sorted(known)[:MOST_SUGGESTED]] if count > 1 else ["附件"]
        yield hit(Span(*m.span()), f"文中提到“{m.group()}”，附件说明中没有，请核对", *others, severity=severity)
    for m in RANGE.finditer(text):
        if int(m["b"]) > max(known) and m.start() not in marks:
            yield hit(Span(*m.span()), f"文中提到附件{m['a']}至附件{m['b']}，附件只有{max(known)}个，请核对")


@rule(
    "consistency.figure-reference",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "各镇完成情况见⟦表3⟧。\n表1 各镇任务\n表2 各镇进度",
        "管网走向如⟦图2⟧所示。\n图1 管网布置",
    ],
    good=[
        "各镇完成情况见表2。\n表1 各镇任务\n表2 各镇进度",
        "各镇完成情况见表2。",
        "管网走向如图1所示，见《设计说明》图5。\n图1 管网布置",
    ],
)
def figure_reference(draft: Draft) -> Iterator[Hit]:
    """文中提到的表、图要有。一张带编号的表（图）也没有的不报。"""
    text = draft.view(Scope.PROSE)
    captions: dict[str, set[str]] = {}
    for m in CAPTION.finditer(text):
        captions.setdefault(m["kind"], set()).add(_plain(m["n"]))
    if not captions:
        return
    for m in FIGURE.finditer(text):
        before = on_line_before(text, m.start(), 8).removesuffix("附")
        if m["kind"] in captions and _plain(m["n"]) not in captions[m["kind"]] and SEE.search(before):
            yield hit(
                Span(*m.span()), f"文中提到“{m.group()}”，文中没有这{'张表' if m['kind'] == '表' else '幅图'}，请核对"
            )


def _plain(number: str) -> str:
    return re.sub(r"[—.．]", "-", number)


@rule(
    "consistency.article-reference",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "第一条 为规范管理，制定本办法。\n第二条 违反⟦本办法第五条⟧的，责令改正。\n第三条 本办法自印发之日起施行。",
        "第一条 下列情形不予受理：\n（一）超过期限的；\n（二）材料不全的。\n第二条 有⟦本办法第一条第三项⟧情形的，应当告知。\n第三条 本办法自印发之日起施行。",
        "第一条 ⟦前款⟧规定的情形，由乡镇负责。\n第二条 其他情形，由县级负责。\n第三条 本办法自印发之日起施行。",
    ],
    good=[
        "第一条 为规范管理，制定本办法。\n第二条 违反本办法第一条的，责令改正。\n第三条 本办法自印发之日起施行。",
        "第一条 依照《中华人民共和国行政处罚法》第五条的规定执行。\n第二条 申请由乡镇受理。\n前款规定的申请，应当书面提出。\n第三条 本办法自印发之日起施行。",
    ],
)
def article_reference(draft: Draft) -> Iterator[Hit]:
    """引用本文件的条、项要有，“前款”之前要有款。"""
    found = draft.once(articles)
    text = draft.view(Scope.PROSE)
    if found is None:
        yield from _of_headings(draft, text)
        return
    for m in OWN_ARTICLE.finditer(text):
        yield from _checked(m, found)
    for m in BARE_ARTICLE.finditer(text, found.start, found.end):
        if (n := article_number(m["n"])) > found.last and not _names_another(text, m.start()):
            span = Span(m.start("n") - 1, m.end())
            yield hit(
                span, f"本文件只到第{han_numeral(found.last)}条，没有第{m['n']}条，请核对", severity=Severity.HINT
            )
        elif n > found.last:
            continue
    for m in FORMER_CLAUSE.finditer(text, found.start, found.end):
        needed = han_number(m["n"]) if m["n"] else 1
        before = found.clauses_before(m.start())
        if before is not None and before < needed:
            yield hit(
                Span(m.start(), m.start() + len(m.group())),
                f"“{m.group()}”之前本条没有{'这么多' if needed > 1 else ''}款，请核对",
            )


def _of_headings(draft: Draft, text: str) -> Iterator[Hit]:
    """References to articles of a draft that has none, but headings 一、 二、 fewer than that."""
    last = sum(h.level == 1 for h in draft.headings)
    for m in OWN_HEADING.finditer(text) if last > 1 else ():
        if article_number(m["n"]) > last:
            yield hit(
                Span(*m.span()), f"本文件只有{han_numeral(last)}条，没有第{m['n']}条，请核对", severity=Severity.HINT
            )


def _checked(m: re.Match[str], found: Articles) -> Iterator[Hit]:
    """What is wrong with a reference to an article of the draft's own, if anything."""
    n = article_number(m["n"])
    if n > found.last:
        yield hit(Span(*m.span()), f"本文件只到第{han_numeral(found.last)}条，没有第{m['n']}条，请核对")
        return
    items = found.items.get(n, 0)
    if m["i"] and 0 < items < han_number(m["i"]):
        yield hit(Span(*m.span()), f"第{m['n']}条只有{items}项，没有第{m['i']}项，请核对")


def _names_another(text: str, at: int) -> bool:
    """Whether another law is named shortly before."""
    before = on_line_before(text, at, 60).rpartition("。")[2]
    return "》" in before or re.search(r"[^本]法(?![律定规人院])", before) is not None
