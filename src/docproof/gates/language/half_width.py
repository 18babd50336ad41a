"""Half-width marks in Chinese text, what drafts suffer from most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import REFERENCE, after, before, is_chinese, line_around
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.characters import count_han, has_han, is_han

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）", "｡": "。", "､": "、",
        "﹐": "，", "﹑": "、", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！"}  # fmt: skip
MARK = re.compile(r"[,;:?!｡､﹐﹑﹔﹕﹖﹗]")
STOP = re.compile(r"\.(?![.\s]*\.)")
BRACKET = re.compile(r"[()]")
ANY_BRACKET = re.compile(r"\[[\d.,∞ +-]+\)|\([\d.,∞ +-]+\]|[()（）]")  # intervals such as [0, 1) are no brackets
NUMBERED = re.compile(r"第?(?:[一二三四五六七八九十百]{1,4}|[甲乙丙丁戊己庚辛壬癸])")
LATIN_OR_DIGIT = re.compile(r"[A-Za-z0-9]")
LONG_LINE = 8  # Han characters that make a line a sentence


@rule(
    "punctuation.half-width",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "5.1.1", Strength.REQUIRED),
    fix=FixSafety.SAFE,
    general=True,
    bad=[
        "各级各部门要加强领导⟦,→，⟧落实责任⟦;→；⟧具体要求如下⟦:→：⟧",
        "是否同意⟦?→？⟧请批示⟦.→。⟧",
        "2025年⟦,→，⟧GDP⟦,→，⟧同比增长5.2%⟦,→，⟧增速居全省前列。",
        "《条例》⟦,→，⟧“两不愁”⟦;→；⟧",
    ],
    good=[
        "会议于8:30开始，比分3:1，共1,234,567元，详见 https://a.example/x?y=1,2;z",
        "该文发表于 Nature (Smith, J.; Li, Q., 2020)，其中 f(x, y)=a:b 成立",
        "[1] 张平. 论公文[J]. 行政论坛, 2020, 3(2): 1-5.",
        "一. 是序号后的标点，由另一条规则报",
        "密码应含特殊字符（如!、@、#、$）",
    ],
)
def half_width_marks(draft: Draft) -> Iterator[Hit]:
    """中文语句中的标点用全角。

    紧靠汉字或中文标点的半角逗号、分号、冒号、问号、叹号和句点。网址、邮箱、小数、时刻、比值、千分撇、算式和外文语句中的不报，
    参考文献条目（GB/T 7714）中的不报。
    """
    text = draft.view(Scope.PROSE)
    for m in MARK.finditer(text):
        at, mark = m.start(), m.group()
        left, right = before(text, at), after(text, at + 1)
        if _belongs_to_chinese(text, at, left, right) and not _is_reference(text, at):
            yield hit(Span(at, at + 1), f"半角“{mark}”改为全角“{FULL[mark]}”", FULL[mark])
    for m in STOP.finditer(text):
        at = m.start()
        if _ends_chinese(text, at) and not (_is_numbering(text, at) or _is_reference(text, at)):
            yield hit(Span(at, at + 1), "句末用了半角“.”，应为“。”", "。", fix=FixSafety.UNSAFE)


@rule(
    "punctuation.half-width-bracket",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "5.1.3", Strength.REQUIRED),
    fix=FixSafety.SAFE,
    general=True,
    bad=[
        "国内生产总值⟦(→（⟧GDP⟦)→）⟧稳步增长",
        "附件⟦(→（⟧共3份⟦)→）⟧",
        "青沅县（含开发区⟦)→）⟧",
        "⟦(→（⟧一⟦)→）⟧加强组织领导",
    ],
    good=[
        "函数 f(x) 的值，型号 A(2)，见 Smith (2020)",
        "API(v2)接口",
        "取值在[0,1)和(1,2]上",
        "国内生产总值（GDP）",
    ],
)
def half_width_brackets(draft: Draft) -> Iterator[Hit]:
    """中文语句中的括号用全角。

    括号内有汉字，或括号外紧靠汉字、中文标点的半角圆括号。外文、型号、算式自己的括号（紧接在字母、数字之后，内中没有汉字）不报。
    """
    text = draft.view(Scope.PROSE)
    for opening, closing in _bracket_pairs(text):
        if _is_reference(text, opening if opening >= 0 else closing) or not _in_chinese(text, opening, closing):
            continue
        for at in (opening, closing):
            if at >= 0 and text[at] in "()":
                yield hit(Span(at, at + 1), f"半角“{text[at]}”改为全角“{FULL[text[at]]}”", FULL[text[at]])


def _ends_chinese(text: str, at: int) -> bool:
    """A full stop behind Chinese words that ends them: more words, a mark or the line's end follow."""
    left, right = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if is_han(left) or left in "”）》’":
        return left != "" and (is_han(right) or not (right.isalnum() or right in (".", "_")))
    return left in "％%" and left != "" and not (right.isalnum() or right in (".", "_"))


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Opening and closing offsets of brackets of which at least one is half-width; -1 for a missing half."""
    if not BRACKET.search(text):
        return
    start = -1
    stack: list[int] = []
    for m in ANY_BRACKET.finditer(text):
        at = m.start()
        line = text.rfind("\n", 0, at)
        if line != start:
            yield from ((o, -1) for o in stack if text[o] == "(")
            start, stack = line, []
        if len(m.group()) > 1:
            continue
        if m.group() in "(（":
            stack.append(at)
        else:
            opening = stack.pop() if stack else -1
            if m.group() == ")" or (opening >= 0 and text[opening] == "("):
                yield opening, at
    yield from ((o, -1) for o in stack if text[o] == "(")


def _in_chinese(text: str, opening: int, closing: int) -> bool:
    start, end = line_around(text, max(opening, closing))
    outer_left = before(text, opening) if opening >= 0 else ""
    outer_right = after(text, closing + 1) if closing >= 0 else ""
    inside = text[opening + 1 if opening >= 0 else start : closing if closing >= 0 else end]
    if opening < 0:  # a numbering such as "1)" has no opening half
        label = text[start:closing].strip()
        return has_han(inside) or (label.isdigit() and is_chinese(outer_right))
    if has_han(inside) or is_chinese(inside[:1]):
        return True
    if outer_left and LATIN_OR_DIGIT.match(outer_left) and text[opening - 1] == outer_left:
        return False
    return is_chinese(outer_left) or is_chinese(outer_right)


def _belongs_to_chinese(text: str, at: int, left: str, right: str) -> bool:
    """Beside Chinese words or marks, or at the end of a Chinese line; not where signs are listed (如!、@、#)."""
    if right == "、" or (left == "、" and right and not is_han(right)):
        return False
    if is_chinese(left) or is_chinese(right):
        return True
    start, _ = line_around(text, at)
    return not right and left != "" and count_han(text[start:at]) >= LONG_LINE


def _is_numbering(text: str, at: int) -> bool:
    start, _ = line_around(text, at)
    return NUMBERED.fullmatch(text[start:at].strip()) is not None


def _is_reference(text: str, at: int) -> bool:
    start, end = line_around(text, at)
    return "[" in text[start:end] and REFERENCE.match(text, start, end) is not None
