"""Measure words that do not go with what they count: 两家项目, 一颗树."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import later

SOURCE = Source("党政机关公文处理工作条例", "第二十条", Strength.REQUIRED)
NUMERALS = "一二两俩三四五六七八九十百千万亿几数"
NUMBERED = rf"(?<=[{NUMERALS}\d余多]{{}})"
GAP = r"(?P<gap>[^，。；：、（）“”《》的和与及或第所称来作向对为是有专又关规给在把被让请完参列考争驻似办增加了以上下时有做』\n\s\d]{0,5}?)"
ENDS = (
    r"(?=[，。；：、）\n\s]|$|和|与|及|以及|等(?!级)|已|均|都|被|因|在|将|也|未|正在|参加|参与|获得?|荣获|完成|开工|竣工|"
    r"建成|投产|落地|落户|签约|通过|受到?|纳入|列入|进行|开展|接受|实现|需|应|要|到|从|向|对|共|来(?![信访电函人源料])|不|于|发生|入选|顺利|先后|陆续|相继|全部)"
)


NOT_COUNTED = ("第", "每", "同", "某")  # 第三家, 每一家
LONGER = ("庭", "灯", "起", "捐")  # 一家庭, 万家灯火, 一起办好

PERSONS_MEASURES = ("名", "位")
PERSON = later("[人员者民生师长]")  # 两位老人逛公园, 数百名电影、图书工作者


class Row(msgspec.Struct, frozen=True):
    """Nouns, the measure words that are wrong with them, and the right ones, the most usual first."""

    name: str
    nouns: tuple[str, ...]
    wrong: tuple[str, ...]
    right: tuple[str, ...]


class Measure(msgspec.Struct, frozen=True):
    """A measure word's pattern over what follows it, and the right ones for each noun that it does not go with."""

    after: re.Pattern[str]
    right: Mapping[str, tuple[str, ...]]


def _measures(rows: Sequence[Row]) -> list[Measure]:
    of: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in rows:
        for wrong in row.wrong:
            of[wrong] |= dict.fromkeys(row.nouns, row.right)
    return [Measure(re.compile(_pattern(word, nouns)), nouns) for word, nouns in of.items()]


def _pattern(word: str, nouns: Mapping[str, tuple[str, ...]]) -> str:
    objects = "|".join(sorted(nouns, key=len, reverse=True))
    return rf"{word}{NUMBERED.replace('{}', word)}{GAP}(?P<noun>{objects}){ENDS}"


MEASURES = Table("language/measure-words.tsv", Row, _measures)


@rule(
    "grammar.measure-word",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    fix=FixSafety.UNSAFE,
    reads=[MEASURES],
    bad=[
        "开工⟦3家重点项目→3个重点项目⟧，抓获⟦三位犯罪嫌疑人→三名犯罪嫌疑人⟧。",
        "门前贴着⟦一幅对联→一副对联⟧，补植⟦20余颗树→20余棵树⟧。",
        "⟦两名公司→两家公司⟧被处以罚款。",
    ],
    good=[
        "开工3个重点项目，抓获三名犯罪嫌疑人，两名公司职工受伤，3家项目建设单位到场。",
        "一副对联，一幅油画，第一位代表，一件民事案件，一项工程，一条建议。",
    ],
)
def measure_word(draft: Draft, basis: Basis) -> Iterator[Hit]:
    """量词要与所数的事物相配。

    项目论个、论项，企业论家，犯罪嫌疑人论名，对联论副，树论棵等，见 measure-words.tsv。
    """
    text = draft.view(Scope.WORDS)
    for measure in basis.of(MEASURES):
        for m in measure.after.finditer(text):
            word = m.group()[0]
            start = _number_start(text, m.start())
            if not _is_counted(text, start, m):
                continue
            number, rest = text[start : m.start()], m.group()[1:]
            rights = [number + right + rest for right in measure.right[m["noun"]]]
            message = f"“{m['noun']}”不论“{word}”，量词用“{measure.right[m['noun']][0]}”"
            yield hit(Span(start, m.end()), message, *rights)


def _is_counted(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the number before a measure word counts the noun behind it, and no person or word between."""
    if text[start - 1 : start] in NOT_COUNTED or m.group()[1:2] in LONGER or text[start : m.start() + 1] == "一起":
        return False
    of_persons = m.group()[0] in PERSONS_MEASURES
    return not (of_persons and (PERSON.search(m["gap"]) or text[m.end() : m.end() + 1] == "、"))


def _number_start(text: str, at: int) -> int:
    """Where the number that ends at an offset begins."""
    while at > 0 and (text[at - 1].isdigit() or text[at - 1] in NUMERALS or text[at - 1] in "余多.,"):
        at -= 1
    return at
