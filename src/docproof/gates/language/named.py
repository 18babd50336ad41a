"""Things named one by one and how many they are said to be: 甲镇、乙镇、丙镇4个乡镇."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import count_like, whole_number
from docproof.model.patterns import each, later, one_of

UNIT = one_of(
    "个名位家部类种项",
    r"(?<=[\d两三四五六七八九十].)(?=乡镇|镇街|街道|村|社区|县|市|区(?!域)|部门|单位|同志|专家|企业|学校|文件|法规|法律|办法|制度|标准|方案|省份|物资|产品|材料|人员|问题|情形|对象|事项|群体|设备|工作(?!日)|任务|措施|指标|内容)",
)
NUMBER = later(r"(?P<etc>等)?(?<![“第跨近约各每])(?P<n>[2-9]|1\d|[两三四五六七八九十])$")
ITEM = r"[^，。；：、\n\d（）和及与等的]{1,10}"
LIST = later(rf"(?:^|[，。；：对在由向给将到为从了有〕》])(?P<list>{ITEM}(?:、{ITEM})+(?:(?:和|及|以及|与){ITEM})?)$")
TITLES = later(r"(?P<list>(?:《[^《》\n]{1,40}》(?:（[^（）\n]{1,20}）)?[、和及]?){2,})$")
AND = later(r"和|及|与")
LONGEST = 160  # code points of a list


@rule(
    "sums.named",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "已印发《考勤办法》《公务用车办法》《会议制度》⟦两→三⟧个文件。",
        "在青石镇、白水镇、云溪镇⟦4→3⟧个乡镇开展试点",
        "表彰张建国、李秀英、王永福等⟦2→3⟧名同志。",
    ],
    good=[
        "已印发《考勤办法》《会议制度》两个文件。",
        "在青石镇、白水镇、云溪镇3个乡镇开展试点",
        "青石镇、白水镇等12个乡镇，表彰张建国、李秀英等6名同志",
    ],
)
def named(draft: Draft) -> Iterator[Hit]:
    """逐一列出名称的，个数要与列出的相等。

    有“等”字的，只报少于列出的。
    """
    text = draft.view(Scope.PROSE)
    for unit in each(UNIT, text):
        before = on_line_before(text, unit.start(), LONGEST)
        m = NUMBER.search(before)
        if m is None:
            continue
        listed = _listed(before[: m.start()])
        n = whole_number(m["n"])
        if listed and (n < listed if m["etc"] else n != listed):
            right = count_like(m["n"], listed)
            at = unit.start() - len(m["n"])
            yield hit(Span(at, unit.start()), f"前面列了{listed}{unit.group()}，请核对", right)


def _listed(before: str) -> int:
    """How many things the end of a text lists; 0 for no list."""
    titles = TITLES.search(before)
    if titles:
        return titles["list"].count("《")
    items: re.Match[str] | None = LIST.search(before)
    return items["list"].count("、") + len(AND.findall(items["list"])) + 1 if items else 0
