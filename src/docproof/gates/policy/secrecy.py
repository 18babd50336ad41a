"""Terms of secrecy against the law's limits (保守国家秘密法 article 20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import MOST_YEARS, SECRETS_ACT
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.numerals import han_numeral, whole_number
from docproof.model.patterns import each, later

GRADES = tuple(MOST_YEARS)
STAR = "★☆*＊✩⭐"
TERM = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<unit>年|个月)"
GRADE = r"(?P<grade>绝密|机密|秘密)(?<!国家..)(?<!商业..)(?<!工作..)级?"  # 机密级国家秘密 is one grade
PERIOD = r"(?:保密期限?|保密时限|期限|保密)"
IS = r"(?:[拟暂确]?定?为|是|：|:|最长(?:为|不超过)?|不得?超过|一般为|上限为)?(?:自[^，。；\n]{1,14}起)?"
TERMS = (
    later(rf"{GRADE}\s*[{STAR}]\s*{TERM}"),
    later(rf"{GRADE}(?:国家秘密)?[^。；，,\n]{{0,6}}[，,、（(；;\s]*的?{PERIOD}{IS}\s*{TERM}"),
    later(rf"{PERIOD}{IS}\s*{TERM}[^。；\n]{{0,6}}?(?:[拟暂确]?定为|密级为|密级：|的)(?P<grade>绝密|机密|秘密)"),
)
FOREVER = later(
    rf"{GRADE}(?:国家秘密)?\s*(?:[{STAR}]\s*|[，,、（(]?\s*的?{PERIOD}{IS}\s*)(?P<long>长期|永久|无限期|永远)"
)
NO_GRADE = rf"(?:内部(?:资料|文件|使用|材料|参考|刊物)?|工作秘密|商业秘密|[核普]?[心通]?商密|敏感(?:信息)?|普通|公开|一般|注意保存|平件)\s*[{STAR}]"
UNGRADED = later(NO_GRADE)
MARK = later(rf"{NO_GRADE}\s*(?:\d+\s*(?:年|个月)|长期)?")
STARRED = later(f"[{STAR}]")
PUBLIC = (DocumentType.ANNOUNCEMENT, DocumentType.PUBLIC_NOTICE, DocumentType.COMMUNIQUE)
LONGEST_MARK = 40  # code points, white space included


@rule(
    "secrecy.term",
    gate=Gate.POLICY,
    severity=Severity.ERROR,
    source=SECRETS_ACT,
    when=GRADES,
    bad=[
        "机密★⟦25年⟧",
        "本方案定为秘密级，保密期限⟦15年⟧",
        "绝密级，保密期限为⟦四十年→三十年⟧",
        "属机密级国家秘密，保密期限为⟦25年⟧",
        "保密期限为⟦30年⟧的机密级文件",
    ],
    good=[
        "机密★20年，绝密★30年，秘密★10年，秘密★6个月",
        "保密期限，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年",
        "秘密侦查15年，属机密级国家秘密，保密期限20年",
    ],
)
def term(draft: Draft) -> Iterator[Hit]:
    """保密期限超过法律规定的上限。

    除另有规定外，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。
    """
    text = draft.view(Scope.PROSE)
    for m in each(TERMS, text):
        n = whole_number(m["n"])
        limit = MOST_YEARS[m["grade"]]
        if (n if m["unit"] == "年" else n / 12) > limit:
            span = Span(m.start("n"), m.end("unit"))
            right = limit if m["n"].isdigit() else han_numeral(limit)
            yield hit(span, f"{m['grade']}级的保密期限不超过{limit}年，另有规定的除外，请重新核定", f"{right}年")


@rule(
    "secrecy.long",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SECRETS_ACT,
    when=GRADES,
    bad=["绝密★⟦长期⟧", "定为机密级，保密期限为⟦长期⟧"],
    good=["绝密★30年，保存期限：长期，长期保守秘密"],
)
def long_term(draft: Draft) -> Iterator[Hit]:
    """保密期限写明年数，不写“长期”。"""
    text = draft.view(Scope.PROSE)
    for m in FOREVER.finditer(text):
        limit = MOST_YEARS[m["grade"]]
        yield hit(
            Span(*m.span("long")),
            f"保密期限应写明，{m['grade']}级不超过{limit}年；确需长期保密的，由有权机关决定并写明依据",
            f"{limit}年",
        )


@rule(
    "secrecy.no-grade",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=Source("中华人民共和国保守国家秘密法", "第二十二条", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    when=tuple(STAR),
    bad=["⟦内部资料★3年→内部资料⟧\n关于秋收的通知", "⟦内部★→内部⟧"],
    good=["内部资料，注意保存；秘密★3年"],
)
def no_grade(draft: Draft) -> Iterator[Hit]:
    """国家秘密分绝密、机密、秘密三级，不属于国家秘密的不作国家秘密标志。"""
    text = draft.view(Scope.PROSE)
    for m in _ungraded(text):
        words = m.group().rstrip()
        at = min(words.index(c) for c in STAR if c in words)
        commercial = "商" in words  # companies have taken the form over
        yield hit(
            Span(m.start(), m.start() + len(words)),
            "密级只有绝密、机密、秘密，不属于国家秘密的不标“★”和保密期限",
            words[:at].rstrip(),
            severity=Severity.HINT if commercial else None,
        )


def _ungraded(text: str) -> Iterator[re.Match[str]]:
    """The marks of secrecy that show no grade, looked for before each star."""
    reached = 0
    for star in STARRED.finditer(text, reached):
        before = UNGRADED.search(text, max(reached, star.start() - LONGEST_MARK), star.end())
        if before and (mark := MARK.match(text, before.start())):
            reached = mark.end()
            yield mark


@rule(
    "secrecy.public",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=Source("中华人民共和国保守国家秘密法", strength=Strength.REQUIRED),
    bad=["⟦秘密★1年⟧\n青禾县人民政府\n关于水库禁渔的通告\n现将禁渔期通告如下。\n青禾县人民政府\n2026年3月2日"],
    good=["秘密★1年\n青禾县人民政府\n关于水库安全的请示\n县委：\n妥否，请批示。\n青禾县人民政府\n2026年3月2日"],
)
def public(draft: Draft) -> Iterator[Hit]:
    """公开发布的文种不标密级。"""
    if draft.classification and draft.type in PUBLIC:
        yield hit(draft.classification.span, f"{draft.type.value}公开发布，不标密级")
