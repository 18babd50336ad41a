"""以下简称: given and never used, used before it is given, given twice, or left aside for the full name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import DRAFTING
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

GIVEN = later(
    r"[（(](?:[^（）()\n]{0,12}[，,])?(?:以下|下文|下)(?:均|都|统一)?[简统合并通]称(?:为)?[：:]?(?P<open>[“‘「《]?)(?P<short>[^“”‘’「」（）()，,。；\n]{1,20}?)(?P<close>[”’」》]?)(?P<more>[，,；或、][^（）()\n]{0,40})?[）)]"
)
BREAKS = later(r"[，。；：！？、“”‘’（）()\n \u3000《》\ufffc]")
GENERIC = later(
    r"公司|本[市县区院所局校]|我[市县区院所局校]|甲方|乙方|丙方|条例|办法|规定|方案|通知|意见|项目|工程|办|委员会|代表|会议|企业|学校|单位|部门|人员|《[^》]{1,4}》"
)
BLANK = later(r"\s")
NAMES = ("简称", "统称", "合称", "并称", "通称")
LEAD_WORDS = ("根据", "按照", "依据", "关于", "由于", "贯彻", "落实", "执行", "印发", "成立", "委托", "参加", "依照", "收到", "召开", "开展", "以下", "对", "与", "和", "由", "在", "向", "将", "按", "为", "是", "及", "经", "以", "报", "请")  # fmt: skip
SHORTEST_REST = 6  # code points behind the sentence
SHORTEST_FULL = 5  # code points
LONGEST_FULL = 40


class Given(msgspec.Struct, frozen=True):
    """An abbreviation where it is given: the span of the brackets, of the short name, and the full name before them."""

    brackets: Span
    short: Span
    name: str
    full: Span
    more: bool


def givens(draft: Draft) -> list[Given]:
    """The abbreviations that the draft gives, in text order."""
    text = draft.view(Scope.PROSE)
    found = []
    for m in GIVEN.finditer(text) if any(name in text for name in NAMES) else ():
        start = _full_start(text, m.start())
        found.append(
            Given(Span(*m.span()), Span(*m.span("short")), m["short"].strip(), Span(start, m.start()), bool(m["more"]))
        )
    return found


def _full_start(text: str, end: int) -> int:
    """Where the full name before a bracket begins: behind the last mark, or at the 《 of a title."""
    if text[end - 1 : end] == "》":
        return max(text.rfind("《", max(0, end - 80), end), 0)
    left = max(0, end - LONGEST_FULL)
    start = max((left + m.end() for m in BREAKS.finditer(text[left : max(left, end - 1)])), default=left)
    lead = next((w for w in LEAD_WORDS if text.startswith(w, start) and end - start - len(w) >= SHORTEST_FULL), "")
    return start + len(lead)


@rule(
    "consistency.abbreviation-unused",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=DRAFTING,
    when=NAMES,
    bad=[
        "青禾县乡村建设工作领导小组⟦（以下简称“领导小组”）⟧统筹全县工作。各镇要抓好落实。",
        "根据《青禾县河道管理办法》⟦（以下简称《办法》）⟧，现就有关事项通知如下。\n一、各镇要落实河长责任。",
    ],
    good=["青禾县乡村建设工作领导小组（以下简称“领导小组”）统筹全县工作。领导小组下设办公室。"],
)
def abbreviation_unused(draft: Draft) -> Iterator[Hit]:
    """写了“以下简称”，后文要用；后文不用的，不必写。"""
    text = draft.text
    last: dict[str, int] = {}  # where each name is met last
    for given in draft.once(givens):
        name, end = given.name, given.brackets.end
        stop = text.find("。", end) if name and not given.more else -1
        if stop < 0 or stop >= draft.once(_end) - SHORTEST_REST:
            continue  # nothing goes on behind the sentence: nobody can know
        if name not in last:
            last[name] = text.rfind(name)
        if last[name] < end and not _split(draft, name, end):
            yield hit(given.brackets, f"简称“{given.name}”后文没有用到，删去“以下简称”，或者后文改用简称")


def _end(draft: Draft) -> int:
    """Where the text ends, white space left out."""
    return len(draft.text.rstrip())


def _split(draft: Draft, name: str, start: int) -> bool:
    """Whether an abbreviation is met behind an offset with white space in it, or without."""
    solid, blanks = draft.once(_solid)
    return solid.find("".join(name.split()), start - bisect_left(blanks, start)) >= 0


def _solid(draft: Draft) -> tuple[str, list[int]]:
    """The text without white space, and where white space stands in it."""
    return "".join(draft.text.split()), [m.start() for m in BLANK.finditer(draft.text)]


@rule(
    "consistency.abbreviation-early",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=DRAFTING,
    when=NAMES,
    bad=[
        "⟦县治超办⟧负责日常工作。青禾县治理车辆超限超载工作领导小组办公室（以下简称“县治超办”）要定期通报，县治超办每月汇总。"
    ],
    good=[
        "青禾县治理车辆超限超载工作领导小组办公室（以下简称“县治超办”）要定期通报，县治超办每月汇总。",
        "县委办公室、青禾县纪律检查委员会（以下简称“县纪委”）联合检查，县纪委负责。",
    ],
)
def abbreviation_early(draft: Draft) -> Iterator[Hit]:
    """简称要在第一次出现全称时给出，给出之前不用。"""
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    body = draft.first(ElementKind.BODY)
    start = body.span.start if body else 0
    first: dict[str, int] = {}  # where each name is met first
    for given in draft.once(givens):
        if len(given.name) < 3 or GENERIC.fullmatch(given.name):
            continue
        if given.name not in first:
            first[given.name] = text.find(given.name, start)
        at = first[given.name]
        if 0 <= at <= given.full.start - len(given.name) and given.name not in given.full.of(text):
            yield hit(
                Span(at, at + len(given.name)), f"“{given.name}”在后文才给出全称，首次出现时写全称并注明“以下简称”"
            )


@rule(
    "consistency.abbreviation-full",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=DRAFTING,
    fix=FixSafety.UNSAFE,
    when=NAMES,
    bad=[
        "青禾县乡村建设工作领导小组（以下简称“领导小组”）统筹工作。各镇每月向⟦青禾县乡村建设工作领导小组→领导小组⟧报告，领导小组负责督导。"
    ],
    good=["青禾县乡村建设工作领导小组（以下简称“领导小组”）统筹工作。各镇每月向领导小组报告。"],
)
def abbreviation_full(draft: Draft) -> Iterator[Hit]:
    """给出简称之后用简称。只提示后文第一处全称；署名、附件、书名号里的不提示。"""
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.WORDS)
    body = draft.first(ElementKind.BODY)
    end = body.span.end if body else len(text)
    absent = set()  # names that the rest of the text does not hold
    for given in draft.once(givens):
        full = given.full.of(text)
        if len(full) < max(SHORTEST_FULL, len(given.name) + 2) or "\ufffc" in full or full in absent:
            continue
        at = text.find(full, given.brackets.end, end)
        if at < 0:
            absent.add(full)
        if at >= 0 and not text.startswith(("（以下", "办公室", "成员", "文件"), at + len(full)):
            yield hit(Span(at, at + len(full)), f"前面已给出简称“{given.name}”，此处可用简称", given.name)


@rule(
    "consistency.abbreviation-twice",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=DRAFTING,
    when=NAMES,
    bad=[
        "青禾县水利工程建设有限公司（以下简称“水建公司”）负责施工，水建公司要加快进度。青禾县水务投资有限公司⟦（以下简称“水建公司”）⟧负责融资。",
        "青禾县河道整治指挥部（以下简称“指挥部”）统一调度，指挥部每周开会。青禾县河道整治指挥部⟦（以下简称“县指挥部”）⟧办公室设在水利局，县指挥部要报告。",
    ],
    good=[
        "青禾县水利工程建设有限公司（以下简称“水建公司”）负责施工。青禾县水务投资有限公司（以下简称“水投公司”）负责融资，水投公司要配合水建公司。"
    ],
)
def abbreviation_twice(draft: Draft) -> Iterator[Hit]:
    """一个简称只给一个全称，一个全称只给一个简称。附件里另起的不算。"""
    text = draft.view(Scope.PROSE)
    parts = [e.span for e in draft.all(ElementKind.ATTACHMENT)]
    names: dict[str, str] = {}
    fulls: dict[str, str] = {}
    for given in draft.once(givens):
        full = given.full.of(text)
        if any(p.contains(given.brackets) for p in parts):
            continue
        if given.name in names:
            problem = "重复给出" if names[given.name] == full else f"前面已用来简称“{names[given.name]}”"
            yield hit(given.brackets, f"简称“{given.name}”{problem}，请核对")
        elif len(full) >= SHORTEST_FULL and "\ufffc" not in full and full in fulls:
            yield hit(
                given.brackets,
                f"“{full}”前面已简称“{fulls[full]}”，此处又简称“{given.name}”，请统一",
                severity=Severity.HINT,
            )
        names.setdefault(given.name, full)
        fulls.setdefault(full, given.name)
