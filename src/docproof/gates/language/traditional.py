"""Characters that have no standing in simplified text: traditional, Japanese and variant ones, and radicals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from docproof.engine import Hit, hit, rule
from docproof.gates.language.shelf import lines_of
from docproof.gates.language.surroundings import on_line_after, on_line_before
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import later

RADICALS = later("[\u2e80-\u2fd5\uf900-\ufaff]+")
SHORT = 3_000  # code points up to which it is quicker to look at the characters than to make the pattern
MANY = 8  # traditional characters in a paragraph, from which on the paragraph is one finding
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
NAME_BEFORE = later(rf"(?:^|[、，：；（( ]|同志|主任|局长|书记)[{SURNAMES}][\u4e00-\u9fff]?\Z")
NAME_AFTER = later(r"[\u4e00-\u9fff]?(?:[、，；。）) （(]|$|同志|先生|女士|教授|主任|局长|书记|等)")


@cache
def simplified() -> dict[int, str]:
    """The standard character for each traditional, Japanese or variant one, by code point."""
    pairs = "".join("".join(lines_of("characters-traditional.txt")).split())
    return dict(zip(map(ord, pairs[::2]), pairs[1::2], strict=True))


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, simplified()))}]+")


@rule(
    "characters.traditional",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("国家通用语言文字法", "第三条", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=["认真学习⟦貫→贯⟧彻会议精神", "加强⟦農業→农业⟧基础设施建设", "推动高质量⟦発→发⟧展"],
    good=["于2013年《通用规范汉字表》收入的喆、堃、淼", "出版《紫氣東來》画册"],
)
def traditional(draft: Draft) -> Iterator[Hit]:
    """有繁体字、异体字或日本汉字，改为规范字。

    国家机关以规范汉字为公务用字。一段之中多处是繁体的，合为一条；像是人名用字的，引号里可能照录原文的，只作提示。
    """
    text = draft.view(Scope.WORDS)
    if len(text) < SHORT and simplified().keys().isdisjoint(map(ord, set(text))):
        return
    found: dict[tuple[int, int], list[Span]] = {}
    for match in _runs().finditer(text):
        found.setdefault(draft.document.line_bounds(match.start()), []).append(Span(*match.span()))
    for spans in found.values():
        if sum(map(len, spans)) >= MANY:
            whole = Span(spans[0].start, spans[-1].end)
            yield hit(
                whole,
                "此处用了繁体字，公文用规范字",
                whole.of(draft.text).translate(simplified()),
                severity=Severity.HINT if _in_quotation(text, whole) else None,
            )
            continue
        for span in spans:
            words = span.of(draft.text)
            right = words.translate(simplified())
            unless = _exemption(text, span)
            yield hit(
                span,
                f"“{words}”{unless or '不是规范字'}，应写作“{right}”",
                right,
                severity=Severity.HINT if unless else None,
            )


def _exemption(text: str, span: Span) -> str:
    """The condition on which the characters are wrong where they may have a right to stand; "" elsewhere."""
    if _in_name(text, span):
        return "如不是人名中的字"
    return "如不是照录原文" if _in_quotation(text, span) else ""


def _in_quotation(text: str, span: Span) -> bool:
    """Whether the span stands in “…”, which may copy an inscription, a seal or a name."""
    line = text.rfind("\n", 0, span.start) + 1
    return text.rfind("“", line, span.start) > text.rfind("”", line, span.start)


def _in_name(text: str, span: Span) -> bool:
    """Whether the characters stand where a person's name has its last one or two."""
    return (
        len(span) <= 2
        and NAME_BEFORE.search(on_line_before(text, span.start, 4)) is not None
        and NAME_AFTER.match(on_line_after(text, span.end, 4)) is not None
    )


@rule(
    "characters.radical",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB 18030—2022", strength=Strength.REQUIRED),
    fix=FixSafety.SAFE,
    bad=["加强人才队⟦⽂→文⟧化建设", "公共⟦⻋→车⟧辆"],
    good=["加强文化建设"],
)
def radical(draft: Draft) -> Iterator[Hit]:
    """有部首字符或兼容汉字，看着像汉字而不是，检索不到，改为汉字。

    多为从 PDF 复制带来。
    """
    for match in RADICALS.finditer(draft.view(Scope.PROSE)):
        right = unicodedata.normalize("NFKC", match[0]).translate(_radicals())
        if right != match[0]:
            yield hit(Span(*match.span()), f"“{match[0]}”是部首字符，应为汉字“{right}”", right)


@cache
def _radicals() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines_of("characters-radicals.txt") for pair in line.split()}
