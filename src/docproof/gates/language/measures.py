"""Measure words that do not go with what they count: 两家项目, 一颗树."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from docproof.engine import Basis, Hit, Table, hit, rule
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

NUMERALS = "一二两俩三四五六七八九十百千万亿几数"
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


class Measures:
    """All rows: one pattern from the end of a number on, and the right measure words for each wrong one with a noun."""

    def __init__(self, rows: Sequence[Row]):
        self.right = {(wrong, noun): row.right for row in rows for wrong in row.wrong for noun in row.nouns}
        words = "".join(sorted({wrong for wrong, _ in self.right}))
        nouns = "|".join(sorted({noun for _, noun in self.right}, key=lambda n: (-len(n), n)))
        self.counted = later(rf"[{NUMERALS}\d余多](?P<word>[{words}]){GAP}(?P<noun>{nouns}){ENDS}")


MEASURES = Table("language/measure-words.tsv", Row, Measures)


@rule(
    "grammar.measure-word",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
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
    text, known = draft.view(Scope.WORDS), basis.of(MEASURES)
    for m in known.counted.finditer(text):
        right = known.right.get((m["word"], m["noun"]))
        start = _number_start(text, m.start("word"))
        if right is None or not _is_counted(text, start, m):
            continue
        number, rest = text[start : m.start("word")], text[m.end("word") : m.end()]
        message = f"“{m['noun']}”不论“{m['word']}”，量词用“{right[0]}”"
        yield hit(Span(start, m.end()), message, *(number + word + rest for word in right))


def _is_counted(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the number before a measure word counts the noun behind it, and no person or word between."""
    after = text[m.end("word") : m.end("word") + 1]
    if text[start - 1 : start] in NOT_COUNTED or after in LONGER or text[start : m.end("word")] == "一起":
        return False
    of_persons = m["word"] in PERSONS_MEASURES
    return not (of_persons and (PERSON.search(m["gap"]) or text[m.end() : m.end() + 1] == "、"))


def _number_start(text: str, at: int) -> int:
    """Where the number that ends at an offset begins."""
    while at > 0 and (text[at - 1].isdigit() or text[at - 1] in NUMERALS or text[at - 1] in "余多.,"):
        at -= 1
    return at
