"""Sums in a sentence: the parts and their total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import Parts, parts_before, parts_behind, sentence_around
from docproof.gates.language.quantities import Quantity, counted_text, plain, quantities
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import amount, whole_number
from docproof.model.patterns import each, later, one_of

OPENS_PARTS = (
    later(r"其中[，：:]?"),
    later(r"包括(?<=，包括)"),
    later(r"分(?:为|别[为是有])"),
    later(r"即(?<=，即)"),
    *one_of("（：", r"(?<=[人名位户家个项件条元次里米吨亩期场所处台辆].)(?=[^\d，。；：（）\n]{1,18}\d)"),
)
EXHAUSTIVE = ("分为", "分别", "即")
TOLD_TOTAL = later(r"[共总合计]")
OF_ALL = (
    *one_of("共总", r"(?<!公共)(?!同|建|享|青|产|有?\d)[^\d，。；：、\n]{1,6}(?=\d)"),
    later(r"累计(?!\d)[^\d，。；：、\n]{1,6}(?=\d)"),
    later(r"合计(?!\d)[^\d，。；：、\n]{1,6}(?=\d)"),
    later(r"(?:全长|总长度?|总面积|总投资|总人数)[为达共]?(?=\d)"),
)
OF_ALL_WORD = later(
    r"[，：]\s?(?P<who>(?:这)?(?:(?P<n>\d{1,2}|[两三四五六七八九十]{1,2})[个项类者户家镇村县区校])?[^\d，。；：、\n]{0,6})$"
)
MIXED = later(  # 集体12个、个人28名，共40个集体和个人
    r"(?:集体|单位|企业|组织)(?P<a>\d{1,4})[个家][、，和](?:先进|优秀)?[^\d，。；、\n]{0,8}(?P<b>\d{1,4})[名人个]，(?:共计?|合计|总计)(?P<n>\d{1,4})(?P<unit>个|名|家)(?=[^，。；\n]{2,6}和)"
)
IN_ALL = one_of("共计", r"(?=有?\d)")
ALL_WORD = later(
    r"[，、：]?\s?(?:[上下]半年|全年|前[两三]个?季度|[两三四五六]项|以上|上述|[两三]者|全部)?(?P<all>总共|一共|共计|合计|总计|共)$"
)
REST = later(r"(?:其余|剩余|余下|剩下|尚缺|还差|尚差|缺口|尚需|仍需)[^\d，。；：（）\n]{0,8}(?=\d)")
CLOSES = later(r"其[他它余]|剩余|自筹|不[^\d]{1,5}$|未[^\d]{1,5}$")  # names of a part that is the last
MANY = 4  # parts, which are hardly a mere selection
MANY_NEARLY = Decimal("0.12")
NUMBER_OF = later(r"[\d,.]+(?P<scale>[万亿]*)")
SEVERAL_NEARLY = Decimal("0.08")  # three parts
NEARLY = Decimal("0.05")  # a list that falls short of its total by so little was meant to be complete


@rule(
    "sums.parts",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "造成⟦5人→6人⟧受伤，其中重伤2人、轻伤4人。",
        "授予⟦30名→32名⟧同志称号，其中乡镇干部14名、村干部11名、部门干部7名。",
        "总里程⟦6840公里→6940公里⟧，其中县道1120公里、乡道2060公里、村道3760公里",
        "共转移群众⟦2.1万人→2.2万人⟧，其中甲县1.46万人、乙县0.54万人、其他县0.2万人",
        "全年共办理建议⟦65件→70件⟧（甲类30件、乙类40件）",
        "共计⟦12640件→12630件⟧，其中文书档案8215件、科技档案3180件、会计档案1235件。",
        "共有⟦12项→9项⟧，分为甲类5项、乙类4项。",
        "班子成员⟦7名→8名⟧：书记1名、副书记2名、委员5名。",
    ],
    good=[
        "造成6人受伤，其中重伤2人、轻伤4人。",
        "立案448件，其中特大案件116件、要案61件。",
        "参训100人，其中党员70人，女性50人，少数民族20人",
        "财政支出12.4亿元，其中教育4.15亿元、卫生3.16亿元、社保5.05亿元",
        "特有品种共40种，其中特有26种，具有经济价值23种",
        "落实资金4060万元，其中中央补助2430万元、县级自筹1630万元，尚有缺口800万元",
        "超过2万人参加，其中甲县1.5万人、乙县0.8万人",
    ],
)
def parts_and_total(draft: Draft) -> Iterator[Hit]:
    """分项相加与总数要相符。

    报总数，同时提示最后一个分项：错的可能是其中任何一个。“共……，其中……、……”各项单位相同而相加多于总数的，报警告；用逗号隔开、可能有交叉的，以及四舍五入勉强能解释的，只提示。
    相加略少于总数（差百分之五以内）的提示；“分为”“分别为”列出的应当恰好相等。
    """
    text = draft.once(counted_text)
    for opener in each(OPENS_PARTS, text):
        start, end = sentence_around(text, opener.start())
        if opener.group() == "其中" and not text[start : opener.start()].strip():
            start, _ = sentence_around(text, max(0, start - 2))
        listed = parts_behind(text, opener.end(), end)
        if listed is None:
            continue
        total = _total(text, start, opener, listed)
        if total:
            bracketed = opener.group()[0] in "（："
            mild = bracketed and not TOLD_TOTAL.search(text[max(start, total.span.start - 12) : total.span.start])
            exhaustive = bracketed or opener.group().strip("，：:（ ").startswith(EXHAUSTIVE)
            yield from _compared(text, listed, total, exhaustive=exhaustive, mild=mild)


def _total(text: str, start: int, opener: re.Match[str], listed: Parts) -> Quantity | None:
    """What the parts should add up to: the greatest quantity of their unit before them in the sentence."""
    same = [q for q in quantities(text, start, opener.start()) if q.unit == listed.unit]
    if not same or not all(q.exact for q in same):
        return None
    if opener.group()[0] in "（：":
        return same[-1] if opener.start() - same[-1].span.end < 8 else None
    return max(same, key=lambda q: q.value)


def _compared(text: str, listed: Parts, total: Quantity, *, exhaustive: bool, mild: bool) -> Iterator[Hit]:
    """What is wrong with a list of parts and its total, if anything: told at the total, and at the last part."""
    over = listed.sum - total.value
    severity = Severity.HINT if mild else _mismatch(listed, total)
    if _mismatch(listed, total) is None:
        return
    if listed.overlap and not (
        0 < abs(over) <= NEARLY * total.value and all(not s for s in (*listed.steps, total.step))
    ):
        return
    count = len(listed.steps)
    nearly = MANY_NEARLY if count >= MANY else SEVERAL_NEARLY if count == MANY - 1 else NEARLY
    closed = exhaustive or CLOSES.search(text[listed.last.span.start - 8 : listed.last.span.start]) is not None
    if over < 0 and not (
        listed.complete and (listed.distinct or exhaustive) and (closed or -over <= nearly * total.value)
    ):
        return
    if listed.overlap or (over < 0 and not exhaustive):
        severity = Severity.HINT
    more = "多" if over > 0 else "少"
    message = f"各项相加是{_told(listed)}，比总数{total}{more}，请核对"
    yield hit(total.span, message, _rewritten(text, total, listed.sum), severity=severity)


def _rewritten(text: str, quantity: Quantity, value: Decimal) -> str:
    """Another value in the form of a quantity: with its unit, in 万 or 亿 where it is."""
    m = NUMBER_OF.match(quantity.span.of(text))
    scale = amount("1" + m["scale"]) if m and m["scale"] else Decimal(1)
    number = f"{value / scale:f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number}{quantity.span.of(text)[m.start('scale') if m else 0 :]}"


def _mismatch(listed: Parts, total: Quantity) -> Severity | None:
    """How sure it is that a sum is not its total: a warning beyond all rounding, a hint where rounding hardly explains it.

    None where the two agree.
    """
    off = abs(listed.sum - total.value)
    steps = [*listed.steps, total.step]
    if off <= sum((x * x for x in steps), Decimal(0)).sqrt():
        return None
    return Severity.WARNING if off > sum(steps) and listed.distinct else Severity.HINT


def _told(listed: Parts) -> str:
    return f"{plain(listed.sum)}{listed.unit}"


@rule(
    "sums.total",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "抽查甲镇5户、乙镇8户，共⟦15户⟧。",
        "投入市级资金120万元、县级资金80万元，合计⟦210万元⟧",
        "甲村捐款3万元，乙村捐款2万元，两个村共捐款⟦7万元⟧。",
        "表彰先进集体12个、先进个人28名，共计⟦42个→40个⟧集体和个人。",
        "检查餐饮店12家、超市8家、食堂5家，累计检查⟦26家⟧。",
    ],
    good=[
        "甲村捐款3万元，乙村捐款2万元，全镇共捐款50万元。",
        "抽查甲镇5户、乙镇8户，共13户。",
        "走访5户、慰问8人，共13次",
        "甲镇5户、乙镇8户等，共30户",
        "下降3%，新建2所，共5所",
    ],
)
def total_behind(draft: Draft) -> Iterator[Hit]:
    """分项之后的合计要等于各项之和。"""
    text = draft.once(counted_text)
    for m in each(IN_ALL, text):
        start, end = sentence_around(text, m.start())
        word = ALL_WORD.search(text[start : m.end()])
        at = m.end() + text.startswith("有", m.end())
        total = next(quantities(text, at, end), None)
        if word is None or total is None or total.span.start != at or not total.exact:
            continue
        listed = parts_before(text, start, start + word.start(), total.unit)
        severity = _mismatch(listed, total) if listed else None
        if listed and severity and not listed.overlap:
            message = f"前面各项相加是{_told(listed)}，与合计不符，请核对"
            yield hit(total.span, message, _rewritten(text, total, listed.sum), severity=severity)
    for m in MIXED.finditer(text) if "个人" in text else ():
        both = int(m["a"]) + int(m["b"])
        if both != int(m["n"]):
            right = f"{both}{m['unit']}"
            yield hit(Span(m.start("n"), m.end("unit")), f"前面相加是{right}，与合计不符，请核对", right)
    for m in each(OF_ALL, text):
        yield from _of_all(text, m)


def _of_all(text: str, m: re.Match[str]) -> Iterator[Hit]:
    """What is wrong with a total told in a clause of its own (三个村共捐款7.5万元), which can be of more than the parts."""
    start, end = sentence_around(text, m.start())
    word = OF_ALL_WORD.search(text[start : m.start()])
    total = next(quantities(text, m.end(), end), None)
    if word is None or total is None or total.span.start != m.end() or not total.exact:
        return
    listed = parts_before(text, start, start + word.start(), total.unit)
    if listed is None or listed.overlap or _mismatch(listed, total) is None:
        return
    of_these = (
        (len(m.group()) > 1 and m.group().startswith(("全", "总")))
        or word["who"].startswith(("以上", "上述", "合计"))
        or whole_number(word["n"] or "") == len(listed.steps)
    )
    if listed.sum > total.value or of_these or total.value - listed.sum <= NEARLY * total.value:
        message = f"前面各项相加是{_told(listed)}，与总数不符，请核对"
        yield hit(total.span, message, _rewritten(text, total, listed.sum), severity=Severity.HINT)


@rule(
    "sums.rest",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("其余", "剩余", "余下", "剩下", "尚缺", "还差", "尚差", "缺口", "尚需", "仍需"),
    bad=[
        "交办的⟦12件→11件⟧积案中，已化解6件，其余⟦5件→6件⟧正在办理。",
        "共需资金⟦96万元→106万元⟧，已落实60万元，尚缺⟦46万元→36万元⟧。",
    ],
    good=[
        "交办的11件积案中，已化解6件，其余5件正在办理。",
        "今年12件、去年8件积案中，已化解6件，其余5件",
        "办理12件，已化解6件，其余正在办理",
    ],
)
def rest_of_total(draft: Draft) -> Iterator[Hit]:
    """总数减去已列的，应当等于“其余”的数。报总数，同时提示“其余”的数。"""
    text = draft.once(counted_text)
    for m in REST.finditer(text):
        start, end = sentence_around(text, m.start())
        rest = next(quantities(text, m.end(), end), None)
        if rest is None or rest.span.start != m.end():
            continue
        if "其中" in text[start : m.start()]:
            continue
        same = [q for q in quantities(text, start, m.start()) if q.unit == rest.unit]
        if not 2 <= len(same) <= 5 or not all(q.exact for q in (*same, rest)):
            continue
        total, *done = same
        left = total.value - sum(q.value for q in done)
        if (
            left >= 0
            and total.value > max(q.value for q in done)
            and abs(left - rest.value) > sum(q.step for q in same) + rest.step
        ):
            message = f"{total}减去已列的，余{plain(left)}{rest.unit}，与后文“{rest}”不符，请核对"
            yield hit(total.span, message, _rewritten(text, total, total.value - left + rest.value))
            yield hit(rest.span, message, _rewritten(text, rest, left), severity=Severity.HINT)
