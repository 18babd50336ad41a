"""Years: four digits, and the right zero where they are written in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

TWO_DIGITS = later(r"年(?<=\d\d年)(?<!\d\d\d年)")
ALONE = later(
    r"(?:^|(?<!民国)(?<!光绪)(?<!宣统)(?<!昭和)(?<!大正)(?<!明治)(?<!平成)(?<!令和)(?<!康熙)(?<!乾隆)(?<!嘉庆)(?<!道光)(?<!咸丰)(?<!同治)(?<!雍正)[^\d.〔\[(（'’/第])(?P<y>\d\d)年$"
)
PAIR = later(r"(?:^|[^\d.〔\[（(’/第])(?P<y>[0-4]\d)年?(?P<to>[-—–～~至到]|[、和与])(?P<s>[0-4]\d)年$")
OPENS_CLAUSE = later(r"(?:^|[，。；：\n\s]|[自从在于和、及])$")
YEARS_BEHIND = later(r"期间|间|度|两年|底|[，我全本学各市县区镇局公]")
TOLD_OF = later(
    r"，?(?:[我全本各][市县区镇乡省局校院村厂行司]|全年|公司|集团|单位|累计|完成|实现|新[增建改]|建成|共[有计]?\d|计划|预计|拟)"
)
SAME_SENTENCE = 40  # code points back to a full year
FULL_YEAR = later(r"(?:19|20)\d\d年")
GOES_ON = later(r"[^\d，。；：来后前间以内的期龄多，]{1,6}\d")
FOUNDED = later(r"(?:[建始成生立业]于|截[至止]到?|早在|力争到|预计到|计划到|确保到)$")
RANGE = later(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?年?\s?[-—–～~至到]\s?(?P<s>\d\d)年$")
POINT = later(
    r"度(?!假|量)|底(?![蕴子气色线])|末|初(?![心衷创级期中次])|[上下]半年|前三季度|[一二三四1-4]季度"
    r"|(?:0?[1-9]|1[0-2])月(?![龄以内])"
)
LIKELY = later(r"全[市县省区]|我[市县省局区]|春[节季耕]|国庆|汛期|工作[总要计]|[预决]算|年初")
COMPARED = later(r"[同增减提下上]|的|相比|翻|多|少")
SINCE = later(r"起|开始|以来|至今|到现在")
SPAN_OF_YEARS = later(
    r"(?:近|连续|历时|过去|前|后|未来|今后|满|每|长达?|达|约|整整|这|经过|逾|超过?|超?[有用]|工作|工龄|刑期|执行|任期|服役|从业|党龄|教龄|时隔|[一二]十|个|建[立国党]|期限?为?)$"
)
ERAS = (
    "民国",
    "康熙",
    "雍正",
    "乾隆",
    "嘉庆",
    "道光",
    "咸丰",
    "同治",
    "光绪",
    "宣统",
    "明治",
    "大正",
    "昭和",
    "平成",
    "令和",
)
ZEROS = "〇零○◯0０OoＯ"
HAN_YEAR = later(rf"年(?<=[一二][{ZEROS}一二三四五六七八九]{{3}}年)")


def full_year(two: str) -> str:
    """The year that two digits stand for: 1950 to 2049."""
    return ("20" if int(two) < 50 else "19") + two


@rule(
    "numerals.year-short",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "截至⟦25→2025⟧年底，⟦25→2025⟧年度预算",
        "⟦98→1998⟧年6月建成，2024—⟦25→2025⟧年，较⟦24→2024⟧年增长5%",
        "自⟦95→1995⟧年起",
        "⟦25→2025⟧年，全区工业增加值增长6.8%",
        "⟦23至25年→2023至2025年⟧，学校选派骨干教师31人次",
    ],
    good=[
        "近25年来，满25年，工作25年，第25年，25年期国债，连续10年年底考核优秀",
        "有期徒刑15年6个月，上世纪90年代，从10年增加到15年，自80年代以来",
        "2025年底，2024—2025年，’97香港回归，2020年至15年后",
        "25年，他走遍了全县，服役期为10至15年，运行20—25年，处15至20年有期徒刑",
    ],
)
def short_year(draft: Draft) -> Iterator[Hit]:
    """年份用四位数字，不简写。

    “25年”可以是年份，也可以是时间的长短；只报看得出是年份的：后面是“底”“度”“上半年”、月份，前面是“截至”“较”“自”，
    或者是起止年份的后一个。
    """
    text = draft.view(Scope.PROSE)
    for year in TWO_DIGITS.finditer(text):
        before = on_line_before(text, year.end(), 14)
        at = Span(year.start() - 2, year.start())
        if before[:-3].endswith(ERAS):
            continue
        ranged = RANGE.search(before)
        if ranged:
            if full := _end_of_range(ranged["y"], ranged["s"]):
                yield hit(at, f"年份写全，“{full}年”", full)
        elif (pair := PAIR.search(before)) and 0 < int(pair["s"]) - int(pair["y"]) <= 6:
            yield from _pair(pair, before, text, year)
        elif ALONE.search(before):
            beside = on_line_before(text, year.start() - 2, SAME_SENTENCE).rpartition("。")[2]
            severity = _certainty(before[:-3], text, year.end(), beside=FULL_YEAR.search(beside) is not None)
            if severity:
                full = full_year(at.of(text))
                yield hit(at, f"年份写全，“{full}年”", full, severity=severity)


def _pair(pair: re.Match[str], before: str, text: str, year: re.Match[str]) -> Iterator[Hit]:
    """Two years of two digits, as in 23至25年; they can be a length of time, too."""
    lead = before[: pair.start("y")]
    if int(pair["y"]) < 10 or SPAN_OF_YEARS.search(lead) or not OPENS_CLAUSE.search(lead):
        return
    if YEARS_BEHIND.match(text, year.end()):
        at = year.end() - len(before) + pair.start("y")
        first, last = full_year(pair["y"]), full_year(pair["s"])
        right = [f"{first}{'年' if pair['to'] in '、和与' else ''}{pair['to']}{last}年"]
        if pair["to"] in "至到":
            right.append(f"{first}—{last}年")
        yield hit(Span(at, year.end()), f"年份写全，“{right[0]}”", *right, severity=Severity.HINT)


def _end_of_range(first: str, second: str) -> str | None:
    """The year in which a range such as 2024—25 ends; None where the second number is a count of years."""
    century = int(first[:2]) + (int(second) < int(first[2:]) and first[2:] > "90" and second < "10")
    end = f"{century}{second}"
    return end if int(first) < int(end) <= int(first) + 20 else None


def _certainty(before: str, text: str, at: int, *, beside: bool) -> Severity | None:
    """How sure it is that two digits are a year, by the words before them and those from `at` on; None for not at all.

    `beside`: a full year stands before in the sentence.
    """
    if SPAN_OF_YEARS.search(before):
        return None
    if POINT.match(text, at) or (FOUNDED.search(before) and not text.startswith(("来", "代"), at)):
        return Severity.WARNING
    if before.endswith(("比", "较", "与")) and COMPARED.match(text, at):
        return Severity.WARNING
    if before.endswith(("从", "自", "由")) and SINCE.match(text, at):
        return Severity.WARNING
    opens = not before or before.endswith(("。", "；", "，", "、", "\u3000"))
    return (
        Severity.HINT
        if LIKELY.match(text, at) or (opens and TOLD_OF.match(text, at))
        else (Severity.HINT if beside and before.endswith(("，", "、", "；")) and GOES_ON.match(text, at) else None)
    )


@rule(
    "numerals.year-zero",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "⟦二○二六→二〇二六⟧年三月五日，⟦二零零八→二〇〇八⟧年，⟦二0二五→二〇二五⟧年",
        "⟦一九九O→一九九〇⟧年",
    ],
    good=["二〇二六年三月五日，二〇〇八年，一百零八年，2026年"],
)
def year_zero(draft: Draft) -> Iterator[Hit]:
    """汉字年份中的“0”写作“〇”。

    不写“零”“○”“O”“0”。“○”字形与“〇”相近，已出版的文件里也有，只提示。
    """
    text = draft.view(Scope.PROSE)
    for m in HAN_YEAR.finditer(text):
        span = Span(m.start() - 4, m.start())
        right = "".join("〇" if c in ZEROS else c for c in span.of(text))
        if right != span.of(text):
            alike = span.of(text).replace("○", "〇") == right
            severity = Severity.HINT if alike else None
            yield hit(span, f"汉字年份中的“0”写作“〇”：“{right}年”", right, severity=severity)
