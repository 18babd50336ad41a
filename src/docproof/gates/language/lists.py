"""Lists of parts in a sentence: 甲类5项、乙类8项."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from docproof.gates.language.quantities import Quantity, quantities
from docproof.model import Span
from docproof.model.patterns import later

STOPS = "。；\n！？"
LONGEST = 300  # code points of a sentence that are looked at
BRACKETED = later(r"（[^（）\n]*）|\([^()\n]*\)")
FILLER = "\u2003"  # stands for what is in brackets
FIRST = later(rf"[{FILLER}\s“”]*[^\d、，。：（）()]{{0,18}}")
BETWEEN = later(
    r"(?P<after>[^\d、，。：（）()]{0,18})(?P<join>[、，]\s?(?:以?及|和)?|以?及|和|与)(?P<before>[^\d、，。：（）()]{0,18})"
)
NO_PART = later(
    r"相应|增加(?!值)|包?含|包括|其中|较|[对环]比|比[上去前]|同期|增长|减少|上升|下降|降低|提高|超[过额]|去年|上年|人均|平均|累计|每|缺口|尚[有缺]|[至到由]|(?<![一二三四五六七八九特优甲乙丙丁高中初平劣])等(?!级|次|额)|从(?![业事])|(?<!公)共(?![同建享青])"
    r"|总[数计量额投面]|为期|历时|涉及|涉案|占|撬动|带动|吸引|引进|引导|列席|另|原[有来]|现有|计划|目标|此前|以前|目前"
)
EXISTING = later(r"^[^\d]{0,6}(?:现有|累计|总共)")
ETC = later(r"(?<![一二三四五六七八九特优甲乙丙丁高中初平劣])等(?!级|次|额)")
OVERLAPPING = later(
    r"党员|团员|女|妇|少数民族|以[上下]|学历|职称|本科|硕士|博士|青年|岁|新[增建]|特[大有别]|重[点大]|优秀|先进|省级|国家级|市级|具有?|获"
)
EXCLUSIVE = (
    ("重点", "一般"), ("重大", "较大", "一般"), ("特别重大", "重大"), ("男", "女"), ("新建", "改建", "扩建", "续建", "改造", "迁建"),
    ("国家级", "省级", "市级", "县级", "区级", "校级"), ("博士", "硕士", "本科", "专科", "大专"), ("优秀", "良好", "合格", "一般"),
    ("正高", "副高", "高级", "中级", "初级"), ("先进集体", "先进个人", "先进单位", "先进工作者"), ("特大", "大型", "中型", "小型"),
    ("规模以上", "规模以下"), ("以上", "以下"), ("党员", "群众"), ("党员干部", "一般干部"),
    ("新增", "续建", "结转"),
)  # fmt: skip
MOST_OVERLAPPING = 3  # parts of which some may overlap: from then on a sum that nearly is the total was meant to be it
LIST_MARKS = ("、", "和", "及", "与", "以及")


class Parts(msgspec.Struct, frozen=True):
    """A list of quantities of one unit.

    `steps` is how far each may be rounded. `distinct`: joined so that the
    parts do not overlap; `complete`: no further quantity of the unit follows in the sentence. `last` is the last part;
    `overlap` says that their names leave it open whether they exclude each other.
    """

    sum: Decimal
    steps: tuple[Decimal, ...]
    unit: str
    distinct: bool
    complete: bool
    last: Quantity
    overlap: bool


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Where the sentence, or the part of it between semicolons, around an offset begins and ends."""
    start = max(max(text.rfind(c, max(0, at - LONGEST), at) for c in STOPS) + 1, at - LONGEST, 0)
    ends = [e for c in STOPS if (e := text.find(c, at, at + LONGEST)) >= 0]
    return start, min(ends, default=min(at + LONGEST, len(text)))


def parts_behind(text: str, start: int, end: int) -> Parts | None:
    """The list that begins at `start`; None where there are not two parts of one unit, some are but guesses, or the
    parts may well overlap (党员、女性).
    """
    segment = BRACKETED.sub(lambda m: FILLER * len(m.group()), text[start:end])
    found = list(quantities(segment, 0, len(segment)))
    if not found or not FIRST.fullmatch(segment[: found[0].span.start]) or _is_no_part(segment[: found[0].span.start]):
        return None
    parts, joins = _run(segment, found)
    rest = found[len(parts) :]
    names = segment[: parts[-1].span.end]
    found_parts = _parts(parts, joins, names, complete=not any(q.unit == parts[0].unit for q in rest))
    return found_parts and replace(found_parts, last=_shifted(parts[-1], start))


def _shifted(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, span=Span(quantity.span.start + by, quantity.span.end + by))


def parts_before(text: str, start: int, end: int, unit: str) -> Parts | None:
    """The list of quantities of one unit that ends at `end`; None as for `parts_behind`."""
    segment = BRACKETED.sub(lambda m: FILLER * len(m.group()), text[start:end])
    if "其中" in segment or ETC.search(segment):
        return None
    found = list(quantities(segment, 0, len(segment)))
    if not found or len(segment) - found[-1].span.end > 18 or re.search(r"[、，：]", segment[found[-1].span.end :]):
        return None
    first = len(found) - 1
    joins: list[str] = []
    while first and (join := _join(segment, found[first - 1], found[first])):
        joins.append(join)
        first -= 1
    parts = found[first:]
    if parts[0].unit != unit or (first and found[first - 1].unit == unit):
        return None
    name = re.split(r"[、，：]", segment[found[first - 1].span.end if first else 0 : parts[0].span.start])[-1]
    if _is_no_part(EXISTING.sub("", name)):
        return None
    found_parts = _parts(parts, joins, name + segment[parts[0].span.start :], complete=True)
    return found_parts and replace(found_parts, last=_shifted(parts[-1], start))


def _run(segment: str, found: list[Quantity]) -> tuple[list[Quantity], list[str]]:
    """The quantities of one unit, joined as a list, with which the found ones begin, and their joins."""
    parts, joins = found[:1], []
    for quantity in found[1:]:
        if not (join := _join(segment, parts[-1], quantity)):
            break
        parts.append(quantity)
        joins.append(join)
    return parts, joins


def _join(segment: str, one: Quantity, other: Quantity) -> str | None:
    """What joins two quantities as parts of one list; None where they are none."""
    gap = segment[one.span.end : other.span.start].replace(FILLER, "").strip()
    m = BETWEEN.fullmatch(gap)
    bare = m is not None and not (m["after"] or m["before"])  # 分别完成2亿元、3亿元
    if one.unit != other.unit or m is None or _is_no_part(gap) or (bare and "分别" not in segment[: one.span.start]):
        return None
    return m["join"].strip()


def _parts(parts: list[Quantity], joins: list[str], names: str, *, complete: bool) -> Parts | None:
    if len(parts) < 2 or not all(q.exact for q in parts) or parts[0].unit in ("%", "个百分点"):
        return None
    exclusive = _exclude_each_other(names, len(parts))
    overlap = parts[0].unit != "元" and not exclusive and _overlap(names, len(parts))
    if overlap and len(parts) < MOST_OVERLAPPING:
        return None
    listed = exclusive or all(j in LIST_MARKS for j in joins) or parts[0].unit == "元"
    return Parts(
        sum((q.value for q in parts), Decimal(0)),
        tuple(q.step for q in parts),
        parts[0].unit,
        listed,
        complete,
        parts[-1],
        overlap,
    )


def _overlap(names: str, parts: int) -> bool:
    """Whether a name is one that others may share (党员, 女性), and not every part has it: 在职党员, 退休党员."""
    words = OVERLAPPING.findall(names)
    return bool(words) and not any(words.count(word) == parts == len(words) for word in words)


def _exclude_each_other(names: str, parts: int) -> bool:
    """Whether each part of a list has a name of one division: 重点课题 and 一般课题."""
    return any(sum(names.count(word) for word in division) == parts for division in EXCLUSIVE)


def _is_no_part(name: str) -> bool:
    return NO_PART.search(name) is not None
