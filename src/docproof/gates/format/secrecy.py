"""Secrecy and its term, and the copy number that goes with it (GB/T 9704—2012 7.2.1, 7.2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, like, top_lines
from docproof.gates.sources import ELEMENTS, MOST_YEARS, SECRETS_ACT, clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Span, Strength
from docproof.model.numerals import han_number, whole_number
from docproof.model.patterns import later

N = r"(?:\d+|[〇零一二三四五六七八九十百]+)"
BETWEEN = r"\s*[★☆*＊✩—:：·\-（(]?\s*(?:保密期限[：:]?\s*)?"
TERM = rf"{N}\s*(?:年|个月|月|天)|长期|永久"
LEVEL = r"[绝机秘]\s*密|[绝机]\s*秘|密\s*秘|[绝机秘]蜜"
MISSPELT = {"绝秘": "绝密", "机秘": "机密", "密秘": "秘密", "绝蜜": "绝密", "机蜜": "机密", "秘蜜": "秘密"}
MARK = later(rf"(?P<level>{LEVEL})级?{BETWEEN}(?P<term>(?P<n>{N})\s*(?P<unit>年|个月|月|天)|长期|永久)?")
TERM_FIRST = later(rf"(?P<term>(?P<n>{N})\s*(?P<unit>年|个月|月))\s*[★☆*＊]\s*(?P<level>{LEVEL})")
LINE = later(
    rf"(?:密\s*级\s*[：:]\s*|[★☆*＊]\s*)?(?:{LEVEL})级?{BETWEEN}(?:{TERM})?\s*[）)]?"
    rf"|{N}\s*(?:年|个月|月)\s*[★☆*＊]\s*(?:{LEVEL})",
    given="密秘蜜",
)
COPY_NUMBER = later(r"(?:№|No\.?|编号[：:]?|份号[：:]?)?\s*(?P<n>\d{1,8})")
AROUND_STAR = later(r"\s★|★\s")
UNKNOWN_LEVEL = later(rf"(?!(?:{LEVEL}))[^\W\d_]{{1,2}}密\s*[★☆]\s*(?:{TERM})?", given="密")


@rule(
    "secrecy.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7.2.2", Strength.GENERAL),
    fix=FixSafety.UNSAFE,
    bad=[
        notice(marks="000012\n⟦机密1年→机密★1年⟧"),
        notice(marks="000012\n⟦机密★一年→机密★1年⟧"),
        notice(marks="000012\n⟦密级：机密→机密★1年⟧"),
        notice(marks="000012\n⟦机密（1年）→机密★1年⟧"),
        notice(marks="000012\n⟦机秘★1年→机密★1年⟧"),
        notice(marks="000012\n⟦1年★机密→机密★1年⟧"),
    ],
    good=[notice(marks="000012\n机密★1年"), notice(marks="000012\n机密")],
)
def form(draft: Draft) -> Iterator[Hit]:
    """密级和保密期限写作“机密★1年”。

    密级与期限之间用“★”隔开，期限的数字用阿拉伯数字。
    """
    for span in draft.once(marked):
        m = read(span.of(draft.text))
        if m is None:
            continue
        term = "".join((m["term"] or "").split())
        if m["n"] and not m["n"].isdigit():
            term = f"{han_number(m['n'])}{m['unit']}"
        named = _level(m)
        if bare(draft, span) != (f"{named}★{term}" if term else named) or AROUND_STAR.search(span.of(draft.text)):
            right = f"{named}★{term or '1年'}"
            yield hit(span, f"密级和保密期限写作“{right}”{'' if term else '的样子'}，中间用“★”", right)


@rule(
    "secrecy.level",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[notice(marks="⟦特密★1年⟧")],
    good=[notice(marks="000012\n机密★1年")],
)
def level(draft: Draft) -> Iterator[Hit]:
    """国家秘密的密级分绝密、机密、秘密三级。"""
    for line in like(draft, draft.once(top_lines), UNKNOWN_LEVEL):
        yield hit(line, "密级分“绝密”“机密”“秘密”三级，没有这一级")


@rule(
    "secrecy.no-term",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    bad=[notice(marks="000012\n⟦机密⟧")],
    good=[notice(marks="000012\n机密★1年")],
)
def no_term(draft: Draft) -> Iterator[Hit]:
    """密级后一般标注保密期限。"""
    for span in draft.once(marked):
        if bare(draft, span) in MOST_YEARS:
            yield hit(span, "密级后一般标注保密期限，写作“机密★1年”的样子")


@rule(
    "secrecy.mark-term",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=SECRETS_ACT,
    fix=FixSafety.UNSAFE,
    bad=[notice(marks="000012\n⟦秘密★20年→秘密★10年⟧")],
    good=[notice(marks="000012\n秘密★10年"), notice(marks="000012\n绝密★30年")],
)
def term(draft: Draft) -> Iterator[Hit]:
    """保密期限不超过法定上限：绝密30年，机密20年，秘密10年，法律另有规定的除外。"""
    for span in draft.once(marked):
        m = read(span.of(draft.text))
        if m is None or not m["n"] or m["unit"] != "年":
            continue
        named = _level(m)
        years = whole_number(m["n"])
        if years > MOST_YEARS[named]:
            yield hit(
                span,
                f"{named}级的保密期限不超过{MOST_YEARS[named]}年，现为{years}年；另有规定的除外",
                f"{named}★{MOST_YEARS[named]}年",
            )


@rule(
    "secrecy.no-copy-number",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[notice(marks="⟦⟧机密★1年")],
    good=[notice(marks="000012\n机密★1年")],
)
def no_copy_number(draft: Draft) -> Iterator[Hit]:
    """涉密公文应当标注份号。"""
    mark = draft.classification
    if mark and draft.first(ElementKind.LETTERHEAD) and draft.first(ElementKind.COPY_NUMBER) is None:
        start = mark.span.start
        yield hit(Span(start, start), "涉密公文应当标注份号，一般用6位阿拉伯数字，编在密级上一行")


@rule(
    "copy-number.digits",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=clause("7.2.1", Strength.GENERAL),
    fix=FixSafety.UNSAFE,
    bad=[notice(marks="⟦12→000012⟧\n机密★1年")],
    good=[notice(marks="000012\n机密★1年")],
)
def digits(draft: Draft) -> Iterator[Hit]:
    """份号一般用6位阿拉伯数字。"""
    top = draft.once(top_lines)
    if len(top) > 1 and draft.once(marked):
        for line in like(draft, top[:1], COPY_NUMBER):
            right = "".join(c for c in line.of(draft.text) if c.isdigit()).zfill(6)
            if right != line.of(draft.text):
                yield hit(line, "份号一般用6位阿拉伯数字", *([right] if len(right) == 6 else []))


def marked(draft: Draft) -> list[Span]:
    """The marks of secrecy above the title, whatever their form."""
    return like(draft, draft.once(top_lines), LINE) or [e.span for e in draft.all(ElementKind.CLASSIFICATION)]


def read(words: str) -> re.Match[str] | None:
    """Level and term of a mark, in whichever order."""
    return TERM_FIRST.search(words) or MARK.search(words)


def _level(m: re.Match[str]) -> str:
    level = "".join(m["level"].split())
    return MISSPELT.get(level, level)
