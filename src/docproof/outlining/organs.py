"""What an organ's name tells: its level, which of the bodies it belongs to, whether it governs, whose part it is."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

import msgspec

from docproof.model.characters import HAN
from docproof.model.patterns import later

LEVELS = {"省": 4, "自治区": 4, "直辖市": 4, "市": 3, "州": 3, "盟": 3, "地区": 3}
LEVELS |= {"县": 2, "区": 2, "旗": 2, "乡": 1, "镇": 1, "街道": 1, "村": 0, "社区": 0}
CENTRAL = 5
# What looks like a place within a department's name: 市场监督管理局, 城乡建设局, 园区, 社区矫正
PLACE = later(
    rf"(?:{HAN}{{0,8}}?)(?P<kind>省|自治区|直辖市|自治州|自治县|自治旗|地区|街道|(?<!城)市(?![场政容民])|(?<![神九])州|盟(?!员)|"
    r"县(?!域)|社区(?!矫|治|建|服|工作)|(?<![园景护库林矿牧校片灌社发海辖山小])区(?![域划块])|旗(?!袍|舰)|"
    r"(?<!城)乡(?![村镇])|(?<!城)(?<!村)镇(?!村)|(?<![农乡])村(?![镇庄])(?=村?民|党|委|两委|支|经|$))"
)
OF_CENTRE = later(
    r"国务院|中共中央|党中央|全国(?:人|政协|总工会|妇联)|中央|国家|中华全国|最高人民|"
    r"(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理)部(?!门)"
)
PARTY = later(
    r"^中共|中国共产党|(?:[省市县区州旗乡镇盟]|地|党)委(?!员|托|办局)|党[委组校]|党工委|(?:^|[省市县区州旗])工委|机关工委|"
    r"纪委|纪律检查|(?:组织|宣传|统战|统一战线工作|社会工作)部|政法委|机构编制|编办|巡[察视]|(?:党|总)支部|党总支"
)
CONGRESS = later(r"人大|人民代表大会")
CONSULTATIVE = later(r"政协|政治协商")
COURT = later(r"法院|检察院")
MASS = later(
    r"总工会|工会$|妇联|妇女联合会|共青团|团[省市县区州委]|残联|残疾人联合会|科协|工商联|文联|红十字会|侨联|青联"
)
COMPANY = later(r"公司|集团|[工电矿]厂|银行|支行|合作社")
INSTITUTION = later(
    r"(?:医院|卫生院|大学|学院|学校|中学|小学|幼儿园|研究[院所]|中心|站|馆|博物院|林场|农场|党校|保护区|管理处)$"
)
GOVERNS = later(
    r"(?:政府|国务院|党委|党工委|[省市县区州旗乡镇盟地]委|人大常委会|人民代表大会(?:常务委员会)?|街道办事处|管委会|管理委员会|"
    r"^中(?:共|国共产党)[^委]{1,14}委员会|村民?委(?:员会)?|居委会|[村居]民委员会)$"
)
OFFICE = later(r"(?:办公厅|办公室|政府办|[党县市区省]委办)$")
INNER = later(
    r"(?:[局厅部院署]|委员会|[改健信]委|公司|集团|大学|学院|医院|中学|政府|政府办公室|党委|支队|法院|检察院)"
    r".{1,10}?(?<![办代联])(?<!派出)(?:科|股|处|室|部)$"
)
NO_INNER = later(
    r"办公[室厅]$|管理处$|办事处$|代表处$|筹建处$|指挥部$|工作部$|项目部$|分部$|武装部$|委员会$|[组宣统]\S{1,3}部$"
)


class Body(Enum):
    """Which of the bodies (系统) an organ belongs to."""

    PARTY = "党委"
    GOVERNMENT = "政府"
    CONGRESS = "人大"
    CONSULTATIVE = "政协"
    COURT = "法院、检察院"
    MASS = "群团"
    COMPANY = "企业"
    INSTITUTION = "事业单位"


class Organ(msgspec.Struct, frozen=True):
    """An organ as its name tells.

    `places` are the names of places that the name begins with, the last the one that it serves; `level` is 5 for the
    centre, 4 a province, 3 a city, 2 a county, 1 a township, 0 a village, None where the name names no place.
    `governs` the organs of its place do that lead its others; an `inner` one is a part of an organ; `office` is the
    general office of one that governs or of a department.
    """

    name: str
    body: Body
    places: tuple[str, ...]
    level: int | None
    governs: bool
    inner: bool
    office: bool

    @property
    def place(self) -> str:
        """The place that it serves, "" where the name names none."""
        return self.places[-1] if self.places else ""

    @property
    def is_department(self) -> bool:
        """Whether it is a part of a government or party committee that leads one field (部门)."""
        return not self.governs and not self.inner and self.body in (Body.GOVERNMENT, Body.PARTY)


class Standing(Enum):
    """How an organ stands to another."""

    SUPERIOR = "上级"
    EQUAL = "平级或不相隶属"
    SUBORDINATE = "下级"


@lru_cache(maxsize=4096)
def organ_of(name: str) -> Organ:
    """What an organ's name tells; white space in it does not count."""
    bare = "".join(name.split())
    core = bare.removeprefix("中国共产党").removeprefix("中共")
    places, level = _places(core)
    if level is None and OF_CENTRE.match(bare):
        level = CENTRAL
    governs = GOVERNS.search(bare) is not None
    inner = not governs and INNER.search(bare) is not None and not NO_INNER.search(bare)
    return Organ(bare, _body(bare), places, level, governs, inner, OFFICE.search(bare) is not None)


def standing(other: Organ, own: Organ) -> Standing | None:
    """How `other` stands to `own`; None where the names do not tell.

    A city may be one of a prefecture or of a county (县级市), a district one of a city or of a 直辖市: between two
    places of such kinds nothing is said.
    """
    if own.level is None or other.level is None:
        return None
    if _same_place(other, own):
        if other.governs == own.governs:
            return None if other.governs else Standing.EQUAL
        return Standing.SUPERIOR if other.governs else Standing.SUBORDINATE
    if other.level == own.level or ({other.level, own.level} == {2, 3} and own.place.endswith("区")):
        return None
    above = other.level > own.level
    if own.governs and not other.governs:  # a department of a higher place leads its own kind, not a lower government
        return Standing.EQUAL if above and not other.office else None
    return Standing.SUPERIOR if above else Standing.SUBORDINATE


def skipped(other: Organ, own: Organ) -> int:
    """How many levels lie between `own` and a superior; 0 where none or where the names do not tell."""
    if other.level is None or own.level is None or other.level <= own.level - (not own.governs):
        return 0
    if standing(other, own) is None or standing(other, own) is Standing.SUBORDINATE:
        return 0
    steps = other.level - own.level
    if own.place.endswith(("市", "区")) and own.level >= 2:
        steps = min(steps, 1)
    if own.is_department and other.governs:
        steps += 1  # its own government comes first
    return max(0, steps - 1)


def _places(name: str) -> tuple[tuple[str, ...], int | None]:
    places: list[str] = []
    at, level = 0, None
    while match := PLACE.match(name, at):
        places.append(match.group())
        kind = match["kind"]
        level = LEVELS.get(kind, LEVELS.get(kind[-1]))
        at = match.end()
    return tuple(places), level


def _same_place(one: Organ, other: Organ) -> bool:
    """Whether two organs serve one place; 县水利局 and 松屏县财政局 do."""
    if one.level != other.level:
        return False
    return one.place == other.place or min(len(one.place), len(other.place)) == 1


def _body(name: str) -> Body:
    for pattern, body in (
        (COMPANY, Body.COMPANY),
        (INSTITUTION, Body.INSTITUTION),
        (CONGRESS, Body.CONGRESS),
        (CONSULTATIVE, Body.CONSULTATIVE),
        (COURT, Body.COURT),
        (MASS, Body.MASS),
        (PARTY, Body.PARTY),
    ):
        if pattern.search(name):
            return body
    return Body.GOVERNMENT
