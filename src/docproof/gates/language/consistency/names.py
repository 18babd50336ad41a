"""Names that differ by one character within a draft: persons, companies, works and actions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.characters import HAN, is_han
from docproof.model.patterns import later

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温骆戚柳祁裴岑"
    "倪庞樊兰殷施洪翟安颜牛温芦季俞章鲁葛伍申尤毕聂焦柴路岳齐梅庄辛管祝左涂谷舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裘席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强桑"
)
OFFICE = "书记|县长|市长|区长|镇长|乡长|局长|主任|校长|院长|主席|董事长|经理|组长|队长|所长|站长|科长|处长|部长|厅长|委员|秘书长|检察长|行长|馆长|会长|园长|村长|负责人|联系人|主持人|教师|医师|民警|干部|法定代表人"
NO_GIVEN = "等同任主参出代在到率为和与及的或是委局部厅门站所党省市县区镇乡村员级理管高基司各选机关专职处科组团会"
NAME = rf"[{SURNAMES}](?![{NO_GIVEN}]){HAN}(?![{NO_GIVEN}]){HAN}"
BEHIND = r"(?=同志|主持|出席|参加|带队|作[了出动讲]|讲话|强调|指出|任|为|率|到|在|[，、。；：）（\s]|汇报|宣读|代表|负责|通报|传达|陪同|对|介绍|$)"
BEHIND_OFFICE = later(rf"[：:]?\s?(?P<name>{NAME}){BEHIND}")
OFFICE_WORD = later(OFFICE)
SENTENCE_ENDS = later(r"[。；\n]")
OFFICE_BEFORE = later(rf"(?:{OFFICE})$")
COMRADE = later("同志")
COMRADE_NAME = later(rf"(?P<name>{NAME})$")
ENDINGS = later(
    r"有限公司|有限责任公司|股份公司|专业合作社|中心小学|中心医院|卫生院|幼儿园|水库|大桥|工业园|产业园|养老院|福利院"
)
STEM = later(rf"(?:{HAN}|[（）]){{4,16}}$")
QUOTED = later(
    r"“(?P<name>[^“”，。；：、\s]{4,12})”(?P<kind>(?:专项)?(?:行动|工程|计划|活动|项目|系统|平台|大赛|品牌|整治))"
)
TITLED = later(r"《(?P<name>[^《》]{6,40})》")
MOST = 200  # names of a kind that are compared with each other
NOT_SLIPS = set(
    "一二三四五六七八九十百〇零上下前后东西南北中大小新老甲乙丙丁正副省市县区镇乡村男女增减升降多少高低长短进出左右国与和及的"
) | set("0123456789")


def _slip(one: str, other: str) -> int | None:
    """Where two names of one length differ, by one character that could be a slip; None where they are two names."""
    if len(one) != len(other) or one == other:
        return None
    differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) != 1 or {one[differing[0]], other[differing[0]]} & NOT_SLIPS:
        return None
    return differing[0]


@rule(
    "consistency.person-name",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "会议由副局长温建国主持。\n会上，副局长⟦温健国→温建国⟧通报了情况。",
        "表彰戚望舒同志。\n⟦戚望书→戚望舒⟧同志扎根基层。",
    ],
    good=[
        "会议由副局长温建国主持。\n会上，副局长温建国通报了情况。",
        "组长温建国、温建军，副局长温建军参加。",
    ],
)
def person_name(draft: Draft) -> Iterator[Hit]:
    """同一个人的姓名前后写法一致。

    两个姓名只差一个字，又没有在同一段里并列的，提示。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    places: dict[str, list[int]] = {}
    for m in OFFICE_WORD.finditer(text):
        if named := BEHIND_OFFICE.match(text, m.end()):
            places.setdefault(named["name"], []).append(named.start("name"))
        end = m.start() - (text[m.start() - 1 : m.start()] == "副")
        found = COMRADE_NAME.search(text, max(0, end - 3), end)
        if found and not is_han(text[found.start() - 1 : found.start()] or " "):
            places.setdefault(found["name"], []).append(found.start("name"))
    for m in COMRADE.finditer(text):
        before = text[max(0, m.start() - 3) : m.start()]
        if found := COMRADE_NAME.search(before):
            places.setdefault(found["name"], []).append(m.start() - len(before) + found.start("name"))
    for name in places:
        yield from _other_surnames(text, name)
    for one, other in combinations(islice(places, MOST), 2):
        if _slip(one, other) in (1, 2) and not _listed_together(text, places[one][0], places[other][0]):
            wrong, right = _fewer(places, one, other)
            at = places[wrong][0]
            yield hit(Span(at, at + len(wrong)), f"文中又写作“{right}”，是同一个人的请统一", right)


def _listed_together(text: str, one: int, other: int) -> bool:
    """Whether no sentence ends between two places."""
    return SENTENCE_ENDS.search(text, min(one, other), max(one, other)) is None


def _other_surnames(text: str, name: str) -> Iterator[Hit]:
    """Where the same given name stands behind an office with another surname."""
    at = text.find(name[1:])
    while at > 0:
        if (
            text[at - 1] != name[0]
            and is_han(text[at - 1])
            and text[at - 1] not in NO_GIVEN
            and OFFICE_BEFORE.search(text, max(0, at - 5), at - 1)
        ):
            yield hit(Span(at - 1, at + 2), f"文中又写作“{name}”，是同一个人的请统一", name)
        at = text.find(name[1:], at + 1)


@rule(
    "consistency.proper-name",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "中标单位为青禾恒源建材有限公司。请⟦青禾恒沅建材有限公司→青禾恒源建材有限公司⟧于3月底前进场。",
        "开展“碧水清源”行动。\n各镇要抓好“⟦碧水清原→碧水清源⟧”行动。",
        "印发《青禾县公务用车管理办法》。\n《⟦青禾县公务用车管里办法→青禾县公务用车管理办法⟧》自印发之日起施行。",
    ],
    good=[
        "中标单位为青禾恒源建材有限公司。请青禾恒源建材有限公司于3月底前进场。",
        "开展“一号行动”“二号行动”。《青禾县会议管理办法》《青禾县会议费管理办法》",
        "青禾第一建筑有限公司和青禾第二建筑有限公司，青禾县城东幼儿园和青禾县城西幼儿园",
    ],
)
def proper_name(draft: Draft) -> Iterator[Hit]:
    """公司、学校、工程、文件、行动的名称前后写法一致：只差一个字，又不在一段里并列的，提示。"""
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    for pattern in (QUOTED, TITLED):
        places: dict[str, list[int]] = {}
        for m in pattern.finditer(text):
            places.setdefault(m["name"], []).append(m.start("name"))
        paragraphs = {name: {draft.document.paragraph_index(at) for at in found} for name, found in places.items()}
        for one, other in combinations(islice(places, MOST), 2):
            if _slip(one, other) is not None and not paragraphs[one] & paragraphs[other]:
                yield from _told(places, one, other)
    yield from _endings(text)


def _endings(text: str) -> Iterator[Hit]:
    """Names with one ending of which the words before it differ by one character, alike on either side of it."""
    places: dict[str, list[int]] = {}
    for m in ENDINGS.finditer(text):
        if stem := STEM.search(text, max(0, m.start() - 16), m.start()):
            places.setdefault(stem.group() + m.group(), []).append(stem.start())
    for one, other in combinations(islice(places, MOST), 2):
        n = min(len(one), len(other))
        same = next((i for i in range(n) if one[-1 - i] != other[-1 - i]), n)
        left = 0
        while same + 1 + left < n and one[-2 - same - left] == other[-2 - same - left]:
            left += 1
        if left < 2 or same + 1 >= n:
            continue
        size = left + 1 + same
        a, b = one[-size:], other[-size:]
        if _slip(a, b) is not None:
            found = {
                a: [at + len(one) - size for at in places[one]],
                b: [at + len(other) - size for at in places[other]],
            }
            yield from _told(found, a, b)


def _told(places: dict[str, list[int]], one: str, other: str) -> Iterator[Hit]:
    wrong, right = _fewer(places, one, other)
    at = places[wrong][0]
    yield hit(Span(at, at + len(wrong)), f"文中又写作“{right}”，只差一个字，是同一名称的请统一", right)


def _fewer(places: dict[str, list[int]], one: str, other: str) -> tuple[str, str]:
    """The name that is met less often, the later one of two; and the other."""
    if len(places[one]) != len(places[other]):
        return (one, other) if len(places[one]) < len(places[other]) else (other, one)
    return (one, other) if places[one][0] > places[other][0] else (other, one)
