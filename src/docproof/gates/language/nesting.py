"""Quotes, book marks and brackets inside their like."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import on_line_before
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.characters import has_han
from docproof.model.patterns import later

STANDARD = "GB/T 15834—2011"
INNER = {"“": "‘", "”": "’", "《": "〈", "》": "〉"}
OUTER = {"‘": "“", "’": "”", "〈": "《", "〉": "》"}
PAIRS = {"“": "”", "《": "》"}
NAMES = {"“": "双引号里面用单引号", "《": "书名号里面用单书名号"}
MARK = later("[“”‘’《》〈〉]")
QUOTED = later(r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)+”")
TITLED = later(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)+》")
SINGLE = later(r"‘[^‘’“”\n]*’|〈[^〈〉《》\n]*〉")
BRACKETED = later(r"（[^（）\n]*（(?P<inner>[^（）\n]*)）[^（）\n]*）")
NUMBER = later(r"[一二三四五六七八九十\d]{1,3}")
FORMULA = later(r"[A-Za-z\d+*/=., -]*[A-Za-z+*/=][A-Za-z\d+*/=., -]*")
USUAL = later(r"(?:19|20)\d\d|[省市县区州盟旗乡镇村街道社、]+")  # a court's case number; 各县（市、区）
SHORT = 14  # code points of words that are told with their marks
FAR = 400  # code points over which a title may run


@rule(
    "punctuation.nested-quotes",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "4.8.3.4、4.15", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=[
        "会议强调：“要落实⟦“一岗双责”→‘一岗双责’⟧，抓好⟦“两个清单”→‘两个清单’⟧。”",
        "印发《关于贯彻⟦《档案管理条例》→〈档案管理条例〉⟧的实施意见》",
    ],
    good=[
        "会议强调：“要落实‘一岗双责’。”",
        "印发《关于贯彻〈档案管理条例〉的实施意见》",
        "推进“放管服”改革和“一网通办”",
        "《关于修改〈某省实施《档案法》办法〉的决定》",
        "“一要抓早。\\n“二要抓小，落实‘一岗双责’。”",
    ],
)
def nested_quotes(draft: Draft) -> Iterator[Hit]:
    """引号、书名号里面再用引号、书名号，外层用双的，里层用单的。"""
    text = draft.view(Scope.PROSE)
    for pattern in (QUOTED, TITLED):
        for m in pattern.finditer(text):
            outer = m.group()[0]
            for inner in _like_outer(outer, text, m.start() + 1, m.end() - 1):
                words = inner.of(draft.text)
                right = f"{INNER[outer]}{words[1:-1]}{INNER[PAIRS[outer]]}"
                yield hit(inner, f"{NAMES[outer]}“{INNER[outer]}”", right)


def _like_outer(outer: str, text: str, start: int, end: int) -> Iterator[Span]:
    """The pairs of outer marks within a pair of them, those inside inner marks apart: “…‘…“…”…’…”."""
    depth, opened = 0, start
    for mark in MARK.finditer(text, start, end):
        at, char = mark.start(), mark.group()
        if depth == 0 and char == outer:
            opened = at
        elif depth == 0 and char == PAIRS[outer]:
            yield Span(opened, at + 1)
        depth += (char == INNER[outer]) - (char == INNER[PAIRS[outer]])


@rule(
    "punctuation.single-outside",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source(STANDARD, "4.8.3.4、4.15", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=["推进⟦‘放管服’→“放管服”⟧改革", "认真学习⟦〈→《⟧关于加强和改进新时代档案工作的若干措施⟦〉→》⟧"],
    good=["会议强调：“要落实‘一岗双责’。”", "印发《关于贯彻〈档案管理条例〉的实施意见》", "It’s ‘fine’"],
)
def single_outside(draft: Draft) -> Iterator[Hit]:
    """单引号、单书名号只用在双引号、书名号里面；单独用的改为双的。"""
    text = draft.view(Scope.PROSE)
    counted = depth = 0
    for m in SINGLE.finditer(text):
        if not has_han(m.group()):
            continue
        opening, closing = (OUTER[text[at]] for at in (m.start(), m.end() - 1))
        depth += text.count("“", counted, m.start()) - text.count("”", counted, m.start())
        counted = m.start()
        line = on_line_before(text, m.start(), FAR) if opening == "《" else ""
        if (depth if opening == "“" else line.count(opening) - line.count(closing)) != 0:
            continue  # inside a quotation, be it one that runs over paragraphs
        if m.end() - m.start() <= SHORT:
            words = draft.text[m.start() + 1 : m.end() - 1]
            right = f"{opening}{words}{closing}"
            yield hit(Span(*m.span()), f"外层用“{opening}”，“{m.group()[0]}”只用在里层", right)
            continue
        for at in (m.start(), m.end() - 1):
            yield hit(Span(at, at + 1), f"外层用“{OUTER[text[at]]}”，“{text[at]}”只用在里层", OUTER[text[at]])


@rule(
    "punctuation.nested-brackets",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source(STANDARD, "4.9.3.6", Strength.RECOMMENDED),
    bad=["各乡镇（含街道⟦（办事处）→〔办事处〕⟧和开发区）", "（见附表⟦（2）→2⟧）"],
    good=[
        "各乡镇（含街道办事处和开发区）",
        "符合条件的（第（二）项除外）",
        "根据《通知》（松政发〔2026〕5号）",
        "按（a（b+c））计算",
        "《档案条例（草案）》（以下简称《条例（草案）》）",
        "（责任单位：市教育局、各县（市、区）人民政府）",
        "（参见（2023）沅0108行初15号行政判决书）",
    ],
)
def nested_brackets(draft: Draft) -> Iterator[Hit]:
    """同一形式的括号避免套用；必须套用的，换用另一种括号。

    里层是序号、算式、案号的年份，以及“各县（市、区）”一类的，不报。
    """
    text = draft.view(Scope.PROSE)
    for m in BRACKETED.finditer(text):
        outer = text[m.start() : m.start("inner") - 1]
        named = outer.count("《") > outer.count("》")  # （以下简称《条例（草案）》）
        if (
            named
            or USUAL.fullmatch(m["inner"])
            or FORMULA.fullmatch(m["inner"])
            or (outer.endswith("第") and NUMBER.fullmatch(m["inner"]))
        ):
            continue
        inner = Span(m.start("inner") - 1, m.end("inner") + 1)
        plain = [m["inner"]] if NUMBER.fullmatch(m["inner"]) else [f"〔{m['inner']}〕"]
        yield hit(inner, "圆括号里又用圆括号，宜改写，或者里外换用不同的括号", *plain)
