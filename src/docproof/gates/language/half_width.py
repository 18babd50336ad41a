"""Half-width marks in Chinese text, what drafts suffer from most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import (
    References,
    after,
    before,
    in_foreign_sentence,
    is_chinese,
    on_line_before,
)
from docproof.gates.sources import regulations
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.characters import count_han, is_han
from docproof.model.patterns import later

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "｡": "。", "､": "、",
        "﹐": "，", "﹑": "、", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！"}  # fmt: skip
MARK = later(r"[,;:?!｡､﹐﹑﹔﹕﹖﹗]")
STOP = later(r"\.(?![.\s]{0,8}\.)|．(?!．)(?<!．．)")
NUMBERED = later(r"\s*第?(?:[一二三四五六七八九十百]{1,6}|[甲乙丙丁戊己庚辛壬癸])[章节条]?")
LONG_LINE = 8  # Han characters that make what stands before a mark a sentence
NEAR = 40  # code points before a mark


@rule(
    "punctuation.half-width",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "5.1.1", Strength.REQUIRED),
    fix=FixSafety.SAFE,
    general=True,
    bad=[
        "各级各部门要加强领导⟦,→，⟧落实责任⟦;→；⟧具体要求如下⟦:→：⟧",
        "是否同意⟦?→？⟧请批示。",
        "2025年⟦,→，⟧GDP⟦,→，⟧同比增长5.2%⟦,→，⟧增速居全省前列。",
        "《条例》⟦,→，⟧“两不愁”⟦;→；⟧",
    ],
    good=[
        "会议于8:30开始，比分3:1，共1,234,567元，详见 https://a.example/x?y=1,2;z",
        "该文发表于 Nature (Smith, J.; Li, Q., 2020)，其中 f(x, y)=a:b 成立",
        "[1] 张平. 论公文[J]. 行政论坛, 2020, 3(2): 1-5.",
        "密码应含特殊字符（如!、@、#、$），与Yahoo!公司合作，男:女=3:2",
        "The term 公文, which means official document, is used in all the chapters below.",
        "It reads the elements of a draft (标题, 署名), and then the rules run.",
    ],
)
def half_width_marks(draft: Draft) -> Iterator[Hit]:
    """中文语句中的标点用全角。

    紧靠汉字或中文标点的半角逗号、分号、冒号、问号、叹号。网址、邮箱、小数、时刻、比值、千分撇、算式和外文语句中的不报，
    参考文献条目（GB/T 7714）中的不报。
    """
    text = draft.view(Scope.PROSE)
    references = References(text)
    for m in MARK.finditer(text):
        at, mark = m.start(), m.group()
        if _is_chinese_mark(text, at, mark) and not references.hold(*draft.document.line_bounds(at)):
            yield hit(Span(at, at + 1), f"半角“{mark}”改为全角“{FULL[mark]}”", FULL[mark])


@rule(
    "punctuation.half-width-stop",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 15834—2011", "5.1.1", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    general=True,
    bad=["妥否，请批示⟦.→。⟧", "增速居全省前列⟦.→。⟧下一步，继续努力⟦.→。⟧"],
    good=[
        "一. 是序号后的标点，由另一条规则报",
        "第一章.总则",
        "增长5.2%，见附件.docx，网址www.a.cn",
        "[3] 国务院办公厅. 关于政务公开的意见[EB/OL].",
    ],
)
def half_width_stop(draft: Draft) -> Iterator[Hit]:
    """中文语句末尾用句号。

    汉字或中文标点之后的半角句点。序号后的、文件名里的不报；外国人名中的间隔号应为“·”。
    """
    text = draft.view(Scope.PROSE)
    references = References(text)
    for m in STOP.finditer(text):
        at = m.start()
        if (
            not _ends_chinese(text, at)
            or in_foreign_sentence(text, at)
            or references.hold(*draft.document.line_bounds(at))
        ):
            continue
        if not NUMBERED.fullmatch(on_line_before(text, at, NEAR)):
            inside = is_han(text[at + 1 : at + 2])
            mark = m.group()
            message = f"句中的“{mark}”：句末改为“。”，人名中间改为“·”" if inside else f"句末用了“{mark}”，改为“。”"
            yield hit(Span(at, at + 1), message, *("。·" if inside else "。"))


@rule(
    "characters.lost",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=regulations("第二十五条"),
    bad=["堤防加固二期、⟦?⟧水灌区开工建设", "1个学科进入前1⟦?⟧。"],
    good=["是否同意？请批示。", "您好?请问", "详见 a.cn/x?y=1"],
)
def lost_character(draft: Draft) -> Iterator[Hit]:
    """编码转换丢字，留下问号。

    顿号之后的、数字与中文标点之间的半角问号多半是丢失的字，找原稿核对。
    """
    text = draft.view(Scope.PROSE)
    for m in re.finditer(r"\?", text):
        at = m.start()
        left, right = text[at - 1 : at], text[at + 1 : at + 2]
        if (left == "、" and is_han(right)) or (left.isdigit() and right in "。，；、" and right):
            yield hit(Span(at, at + 1), "此处像是丢了一个字（编码转换所致），请核对原稿补上")


def _is_chinese_mark(text: str, at: int, mark: str) -> bool:
    """A mark beside Chinese words or marks, or at the end of a Chinese line, in a Chinese sentence."""
    left, right = before(text, at), after(text, at + 1)
    if right == "、" or (left == "、" and right and not is_han(right)):  # signs are listed: 如!、@、#
        return False
    if mark == "!" and left.isascii() and left.isalpha() and text[at + 1 : at + 2] == right:  # a name: Yahoo!公司
        return False
    if mark == ":" and text[at + 2 : at + 3] == "=":  # 男:女=3:2
        return False
    if is_chinese(left) or is_chinese(right):
        return not in_foreign_sentence(text, at)
    return not right and left != "" and count_han(on_line_before(text, at, NEAR)) >= LONG_LINE


def _ends_chinese(text: str, at: int) -> bool:
    """A full stop behind Chinese words that ends them: more words, a mark or the line's end follow."""
    left, right = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    goes_on = right.isalnum() or right in (".", "_")
    if is_han(left) or (left and left in "”）》’"):
        return is_han(right) or not goes_on
    return bool(left) and left in "％%" and not goes_on
