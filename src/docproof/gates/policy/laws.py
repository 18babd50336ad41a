"""Laws and regulations that no longer hold, or of which a newer text holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docproof.engine import Basis, Hit, hit, rule
from docproof.gates.policy.citations import Citation, cited, is_basis
from docproof.gates.policy.names import LAWS, Law, Laws, shortened
from docproof.gates.policy.told import Time, told
from docproof.gates.sources import regulations
from docproof.model import Draft, FixSafety, Gate, Severity, Span

NEW = date(2025, 6, 1)
SOURCE = regulations()


@rule(
    "law.repealed",
    gate=Gate.POLICY,
    severity=Severity.ERROR,
    source=SOURCE,
    fix=FixSafety.UNSAFE,
    reads=[LAWS],
    bad=[
        ("依据《⟦合同法→民法典⟧》第五十二条，该协议无效", NEW),
        ("根据《⟦中华人民共和国物权法→中华人民共和国民法典⟧》和《中华人民共和国城乡规划法》，制定本办法", NEW),
        ("违反⟦行政监察法→监察法⟧第二十条的", NEW),
        "2025年5月，我局依照《⟦信访条例→信访工作条例⟧》办理",
        ("开展《⟦婚姻法→民法典⟧》宣传活动", NEW),
        "学习《⟦侵权责任法→民法典⟧》",
    ],
    good=[
        ("依据《劳动合同法》第三十九条，2019年签订的合同适用《合同法》", NEW),
        ("原《合同法》第五十二条，《合同法》已经废止，《民法典》施行，《婚姻法》《继承法》同时废止", NEW),
        ("依据《合同法》第五十二条", date(2020, 6, 1)),
        ("1999年颁布的《合同法》，婚姻法律关系，担保法律责任", NEW),
        ("依据《环境保护法》第六条", date(2026, 8, 1)),
    ],
)
def repealed(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """引用的法律、法规已经废止或者被取代。

    以成文日期为准：作依据引用的是错误，顺便提到的是警告；看不出文稿日期的只提示。讲过去的事（“1999年颁布的”“原”“同时废止”）
    不报。现行的写进建议，条文的序号要另外核对。
    """
    laws = basis.of(LAWS)
    for c in cited(draft, basis):
        law = c.law
        if law is None or law.until is None:
            continue
        time = told(draft, c.span, law.until)
        firm = is_basis(draft.text, c)
        named = c.marked or c.full or firm
        if time is Time.BEFORE or (time is Time.UNKNOWN and not named):
            continue
        severity = Severity.HINT
        if time is Time.AFTER and named:
            severity = Severity.ERROR if firm and draft.as_of is not None else Severity.WARNING
        new = successor(law, laws, draft.as_of)
        if laws.by_name.get(new) is law:  # made anew under its own name
            continue
        yield hit(c.span, _message(c.name, law.until, new), *_replacements(c, new), severity=severity)


def _message(name: str, until: date, new: str) -> str:
    ended = f"《{name}》自{until.year}年{until.month}月{until.day}日起废止"
    return f"{ended}，改引《{shortened(new)}》，并核对条文序号" if new else f"{ended}，不再引用"


def successor(law: Law, laws: Laws, day: date | None) -> str:
    """The full name of what holds on a day in a law's stead, "" for nothing; what replaced it first where the day is unknown.

    An office's table may lead back to a law: its own name where it was made anew under that.
    """
    new, seen = law.new, {law}
    while (then := laws.by_name.get(new)) and then not in seen and then.until and (day or date.min) >= then.until:
        seen.add(then)
        new = then.new
    return new


def _replacements(c: Citation, new: str) -> list[str]:
    """The names of what holds today, short where the draft writes a short one."""
    names = [n for n in dict.fromkeys([new, shortened(new)] if c.full else [shortened(new), new]) if n]
    return names if c.marked else [*names, *(f"《{n}》" for n in names)]


@rule(
    "law.edition",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=SOURCE,
    reads=[LAWS],
    bad=[("《中华人民共和国公司法（⟦2018→2023⟧修正）》第二十条，《行政复议法》（⟦2017→2023⟧修正）第六条", NEW)],
    good=[
        ("《中华人民共和国公司法（2023修订）》第二十条", NEW),
        ("《中华人民共和国公司法（2018修正）》第二十条", date(2023, 6, 1)),
    ],
)
def edition(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """引用的是法律的旧文本，现行的已经修改。"""
    for c in cited(draft, basis):
        if c.law is None or c.year is None or c.year >= c.law.revised:
            continue
        if told(draft, c.span, c.law.since or date(c.law.revised + 1, 1, 1)) is Time.BEFORE:
            continue
        year = draft.text.find(str(c.year), c.span.end, c.end + 8)
        if year >= 0:
            message = f"《{c.law.short}》已于{c.law.revised}年修改，请核对所引条文"
            yield hit(Span(year, year + 4), message, str(c.law.revised))
