"""The articles of laws that a draft cites: 第…条第…款第（…）项."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.policy.citations import ARTICLE, Citation, cited, is_basis
from docproof.gates.policy.names import COUNTRY, LAWS
from docproof.gates.sources import EXAMINING, regulations
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.numerals import article_number, han_numeral
from docproof.model.patterns import each, later

NOW = date(2025, 6, 1)
LEGISLATION = Source("中华人民共和国立法法", "第六十五条", Strength.REQUIRED)
UNMARKED = (
    "宪法",
    "党章",
    "刑法",
    "香港特别行政区基本法",
    "澳门特别行政区基本法",
)  # what is often cited without book marks in edited texts
MORE = later(r"(?:[、，和及与]|以及|至|到|—)第(?P<n>[一二三四五六七八九十百千零〇\d]{1,8})条")
CARRIED_OUT = later(r"(?:贯彻|落实|执行|学习|遵守|宣传)$")
PART = r"第?[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?"
SWAPPED = (
    later(rf"项(?=、?{PART}款)"),
    later(rf"款(?=(?:{PART}项)?第[一二三四五六七八九十百千零\d]{{1,8}}条)"),
)
MISPLACED = later(
    rf"(?P<article>第[一二三四五六七八九十百千零\d]{{1,8}}条)?(?P<item>{PART}项)、?(?P<paragraph>{PART}款)"
    rf"|(?P<first>{PART}款(?:{PART}项)?)(?P<last>第[一二三四五六七八九十百千零\d]{{1,8}}条)(?!第)"
)
NEWS_LIKE = (
    DocumentType.SPEECH,
    DocumentType.SUMMARY,
    DocumentType.RESEARCH_REPORT,
    DocumentType.INFORMATION,
    DocumentType.PAPER,
    DocumentType.STATUTE,
)
DIGITS = later(r"第(?P<n>\d{1,4})(?P<unit>[条款项])")


@rule(
    "law.article-beyond",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=EXAMINING,
    reads=[LAWS],
    bad=[
        ("根据《中华人民共和国民法典》⟦第一千二百八十条⟧的规定", NOW),
        ("依照《行政处罚法》第三十二条、⟦第九十六条⟧，《公司法》⟦第二百七十条⟧", NOW),
        ("根据行政许可法⟦第八十五条⟧", NOW),
        ("《行政复议法》⟦第六十条⟧", date(2023, 6, 1)),
    ],
    good=[
        ("根据《中华人民共和国民法典》第一千二百六十条，《行政复议法》第六十条", NOW),
        ("《治安管理处罚法》第一百一十九条，《青禾县物业管理条例》第九十条", NOW),
        ("《行政处罚法实施办法》第九十六条", NOW),
    ],
)
def article_beyond(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """所引的条文序号超过了法律的条数。

    法律按成文日期时施行的文本计算；看不出日期的，按条数最多的文本计算。
    """
    text = draft.view(Scope.PROSE)
    for c in cited(draft, basis):
        most = _articles(c, draft.as_of)
        at = ARTICLE.match(text, c.span.end) if most else None
        while at:
            if article_number(at["n"]) > most:
                span = Span(at.start("n") - 1, at.end("n") + 1)
                yield hit(span, f"《{c.name}》只有{most}条，没有第{article_number(at['n'])}条，请核对条文序号")
            at = MORE.match(text, at.end())


def _articles(c: Citation, day: date | None) -> int:
    """How many articles the text of a law has that held on a day; 0 where that is not known."""
    law = c.law
    if law is None or not law.articles:
        return 0
    if law.since is None:
        return law.articles
    if day is None:
        return max(law.articles, law.earlier) if law.earlier else 0
    older = day < law.since or (c.year is not None and c.year < law.since.year - 1)
    return law.earlier if older else law.articles


@rule(
    "law.article-numeral",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=LEGISLATION,
    fix=FixSafety.UNSAFE,
    reads=[LAWS],
    bad=["依据《中华人民共和国行政许可法》⟦第12条→第十二条⟧的规定", "《安全生产法》⟦第38条→第三十八条⟧⟦第1款→第一款⟧"],
    good=["依据《中华人民共和国行政许可法》第十二条，《租赁合同》第12条"],
)
def article_numeral(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """法律条文的序号用汉字数字，与法律原文一致。"""
    text = draft.view(Scope.PROSE)
    for c in cited(draft, basis):
        at = ARTICLE.match(text, c.span.end) if c.law else None
        while at:
            for digits in DIGITS.finditer(text, at.start("n") - 1, at.end()):
                right = f"第{_han(int(digits['n']))}{digits['unit']}"
                yield hit(Span(*digits.span()), f"法律条文的序号用汉字数字，“{right}”", right)
            at = MORE.match(text, at.end())


def _han(n: int) -> str:
    """The numeral as laws write it: 第一千零四十二条."""
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return han_numeral(n)
    tail = han_numeral(rest) if rest else ""
    if 10 <= rest < 20:
        tail = "一" + tail
    return f"{han_numeral(thousands)}千{'零' if 0 < rest < 100 else ''}{tail}"


@rule(
    "law.article-order",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=LEGISLATION,
    fix=FixSafety.UNSAFE,
    bad=[
        "依据《劳动合同法》第三十九条⟦第（二）项第一款→第一款第（二）项⟧",
        "根据该条例⟦第二款第十二条→第十二条第二款⟧",
    ],
    good=["依据《劳动合同法》第三十九条第一款第（二）项", "第一项、第二款，第三批项目款项，违反第二款第十二条第一款"],
)
def article_order(draft: Draft) -> Iterator[Hit]:
    """引用条文按条、款、项的顺序。"""
    text = draft.view(Scope.PROSE)
    lines = {draft.document.line_bounds(m.start()) for m in each(SWAPPED, text)}
    for start, end in sorted(lines):
        for m in MISPLACED.finditer(text, start, end):
            if m["item"] and "、" not in m[0]:
                span, right = Span(m.start("item"), m.end()), m["paragraph"] + m["item"]
            elif m["last"]:
                span, right = Span(*m.span()), m["last"] + m["first"]
            else:
                continue
            yield hit(span, f"引用条文按条、款、项的顺序，“{right}”", right)


@rule(
    "law.unmarked",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=Source("GB/T 15834—2011", strength=Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    reads=[LAWS],
    bad=[
        "根据⟦行政处罚法→《行政处罚法》⟧第三十二条，从轻处罚",
        "依照⟦“中华人民共和国政府采购法”→《中华人民共和国政府采购法》⟧选择采购方式",
        "依照⟦中华人民共和国预算法→《中华人民共和国预算法》⟧规定执行",
    ],
    good=["根据《行政处罚法》第三十二条，宪法第三条，法律第三条", "宣传行政处罚法律知识"],
)
def unmarked(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """引用法律、法规，名称加书名号。

    作依据的，或者写全称的才报；每部法律报一次。法规、司法解释的正文里常不加，不报。
    """
    if draft.type is DocumentType.STATUTE:
        return
    seen = set()
    text = draft.view(Scope.PROSE)
    for c in cited(draft, basis):
        if c.marked or c.law is None or c.name in UNMARKED or c.law.name in seen:
            continue
        if text[max(0, c.span.start - 3) : c.span.start].rstrip().endswith("《"):
            continue  # the line is broken behind the mark
        if c.full or is_basis(text, c) or CARRIED_OUT.search(text, max(0, c.span.start - 4), c.span.start):
            seen.add(c.law.name)
            quoted = text[c.span.start - 1 : c.span.start] == "“" and text.startswith("”", c.span.end)
            span = Span(c.span.start - 1, c.span.end + 1) if quoted else c.span
            yield hit(span, f"法律、法规的名称加书名号，“《{c.name}》”", f"《{c.name}》")


@rule(
    "law.short-first",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=regulations(strength=Strength.PRACTICE),
    fix=FixSafety.UNSAFE,
    reads=[LAWS],
    bad=["根据《⟦劳动法→中华人民共和国劳动法⟧》第三十六条，现就工时安排通知如下。按照《劳动法》执行。"],
    good=[
        "根据《中华人民共和国劳动法》（以下简称《劳动法》）第三十六条，违反《劳动法》的",
        "根据《信访工作条例》",
    ],
)
def short_first(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """法律第一次提到，名称写全。

    后文再用简称；讲话、总结、调研报告、信息和报道不要求。
    """
    if draft.type in NEWS_LIKE:
        return
    whole = {c.law.name for c in cited(draft, basis) if c.law and c.full}
    for c in cited(draft, basis):
        law = c.law
        if law is None or law.until or not c.marked or not law.name.startswith(COUNTRY) or law.name in whole:
            continue
        whole.add(law.name)
        yield hit(c.span, f"第一次引用写全称，“《{law.name}》”", law.name)
