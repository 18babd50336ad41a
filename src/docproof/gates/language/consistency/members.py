"""A count before the names themselves: 3个镇（白水镇、青石镇、云溪镇）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import on_line_after, on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import count_like, whole_number
from docproof.model.patterns import each, later, one_of

OPENS = one_of("（：:", r"(?=[^\d\n])")
COUNT = later(
    r"(?P<mark>(?<![第每近约超余各“\d.一二三四五六七八九十百千])(?P<n>[2-9]|1\d|[两三四五六七八九十])(?:个|名|位|家|所|项|种|类|部|条|座|支|点|大|件|份|方面|步|步走))"
    r"(?P<what>[^，。；：（）\n\d“”]{0,10})$"
)
SLOGAN = later(
    r"“(?P<mark>(?P<n>[两三四五六七八九十])个)(?P<what>[\u4e00-\u9fff]{1,3})”(?:[^，。；：（）\n]{0,8})$", given="”"
)
ITEM = r"[^，。；：、（）\n]{1,14}(?:（[^（）\n]{1,16}）)?"
LIST = later(rf"(?P<list>{ITEM}(?:、{ITEM})+)(?P<end>）|[。；\n]|$|，)")
TITLES = later(r"(?P<list>(?:《[^《》\n]{1,40}》(?:（[^（）\n]{1,20}）)?[、和及]?){2,})")
CLAUSES = later(r"(?P<list>[^。；：、（）\n]{2,60}(?:；[^。；：（）\n]{2,60})+)(?P<end>。)")
COMMA_CLAUSES = later(r"(?P<list>[^。；：、（），\n\d]{3,12}(?:，[^。；：、（），\n\d]{3,12})+)(?P<end>。)")
AND = later(r"(?<=[\u4e00-\u9fff])(?:和|及|以及|与)(?=[\u4e00-\u9fff])")
ETC = later(r"等|以及其他|含|以下|不含|其中|分别|每|均|各")
PROMISES = later(
    r"问题|要求|意见|措施|任务|工作|方面|原则|环节|目标|建议|特点|原因|职责|条件|项|点|不足|困难|机制|行动|举措|制度|重点"
)
NO_NAMES = ("字", "词", "关键词", "版块")
PLACES = frozenset(
    ("自治区", "直辖市", "市", "区", "县", "旗", "州", "街道", "社区", "镇", "乡", "居", "村", "居委会", "兵团", "盟", "自治州", "开发区", "园区", "地区", "处", "场")
)  # fmt: skip
ORDERED = later(r"\s*(?:一[是要]|第一|首先|（一）|①|1[.．、])")
NEAR = 24
FAR = 400


@rule(
    "consistency.members",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "在⟦3个→4个⟧镇（白水镇、青石镇、云溪镇、河口镇）开展试点。",
        "选取⟦4个→3个⟧试点乡镇：白水镇、青石镇、云溪镇。",
        "审议通过⟦三个→两个⟧文件：《考勤办法》《公务用车办法》。",
        "存在以下⟦三个→两个⟧问题：责任落实不到位；经费保障不足。",
        "提出如下⟦四点→三点⟧要求：提高政治站位，压实工作责任，严格督查考核。",
        "围绕“⟦四个→三个⟧一”（一支队伍、一本台账、一张清单）抓落实。",
    ],
    good=[
        "在3个镇（白水镇、青石镇、云溪镇）开展试点。",
        "选取4个试点乡镇：白水镇、青石镇、云溪镇、河口镇。",
        "在12个镇（白水镇、青石镇等）开展试点，3个县（市、区）参加。",
        "存在以下三个问题：责任落实不到位；经费保障不足；督导不够。",
        "新建两所学校（含幼儿园、小学各一所）。",
    ],
)
def members(draft: Draft) -> Iterator[Hit]:
    """说有几个，后面括号里或冒号后逐一列出的，个数要相等。"""
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    for opener in each(OPENS, text):
        before = on_line_before(text, opener.start(), NEAR)
        m = COUNT.search(before) or SLOGAN.search(before)
        if m is None:
            continue
        n = whole_number(m["n"])
        counts = _listed(
            on_line_after(text, opener.end(), FAR), m["mark"][-1] + m["what"], bracketed=opener.group() == "（"
        )
        if counts and n not in counts:
            right = m["mark"].replace(m["n"], count_like(m["n"], min(counts)), 1)
            at = opener.start() - len(before) + m.start("mark")
            yield hit(
                Span(at, at + len(m["mark"])),
                f"前面说“{m['mark']}”，后面列了{min(counts)}{m['mark'][len(m['n']) :]}，请核对",
                right,
            )


def _listed(behind: str, what: str, *, bracketed: bool) -> set[int]:
    """How many things a list may name, a joint name counted as one or two; empty where that cannot be told."""
    if titles := TITLES.match(behind):
        return {titles["list"].count("《")}
    m = LIST.match(behind)
    if (
        m
        and (m["end"] == "）") == bracketed
        and m["end"] not in ("，", "；")
        and not ETC.search(m["list"])
        and "”" not in behind[m.end("list") :][:1]
    ):
        plain = re.sub(r"（[^（）]*）", "", m["list"])
        items = plain.split("、")
        least = len(items)
        if ORDERED.match(behind):
            return set()
        return {least + k for k in range(len(AND.findall(items[-1])) + 1)} if _is_named(items, what) else set()
    if bracketed or not PROMISES.search(what) or ORDERED.match(behind):
        return set()
    m = CLAUSES.match(behind)
    if m:
        return {m["list"].count("；") + 1}
    m = COMMA_CLAUSES.match(behind)
    if m and len({len(c) for c in m["list"].split("，")}) <= 2:
        return {m["list"].count("，") + 1}
    return set()


def _is_named(items: list[str], what: str) -> bool:
    """Whether items are names: no words for kinds of places (省（自治区、直辖市）), no characters (八个字)."""
    return not what[1:].startswith(NO_NAMES) and not all(item in PLACES for item in items)
