"""Whether two names name one organ: 沅泽县人民政府办公室 is also 县政府办."""

from __future__ import annotations

from docproof.model import Draft, ElementKind
from docproof.outlining.addressing import LETTERHEAD_ENDING
from docproof.outlining.names import is_organ

SHORTENED = (
    ("办公室", "办"),
    ("办公厅", "办"),
    ("委员会", "委"),
    ("常委会", "常委"),
    ("安委会", "安委"),
    ("管委会", "管委"),
    ("人民政府", "政府"),
    ("中国共产党", "中共"),
    ("有限责任公司", "公司"),
    ("有限公司", "公司"),
    ("纪律检查委", "纪委"),
    ("监察委", "监委"),
    ("安全生产委", "安委"),
    ("工会委", "工会"),
    ("人民代表大会", "人大"),
    ("常务委", "常委"),
    ("政治协商会议", "政协"),
    ("妇女联合会", "妇联"),
    ("残疾人联合会", "残联"),
    ("工商业联合会", "工商联"),
    ("文学艺术界联合会", "文联"),
    ("科学技术协会", "科协"),
    ("共产主义青年团", "共青团"),
    ("和改革", "改革"),
    ("和社会保障", "社会保障"),
    ("和城乡建设", "城乡建设"),
    ("和信息化", "信息化"),
    ("和旅游", "旅游"),
)
# 县应急局 is 县应急管理局, but 县林业局 is no 县林业和草原局
LEFT_OUT = {"", "管理", "监督管理", "事务", "工作", "县", "市", "区", "省", "镇", "乡"}


def same_organ(one: str, other: str) -> bool:
    """Whether the shorter name is made of characters of the longer one, in their order, and ends as it does."""
    short, full = sorted((_core(one), _core(other)), key=len)
    if not short or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(c in rest for c in short) and _left_out(short, full) in LEFT_OUT


def _left_out(short: str, full: str) -> str:
    """The words within the longer name whose lack alone makes it the shorter; "" where other characters lack too."""
    before = _alike(short, full)
    after = _alike(short[::-1], full[::-1])
    return full[before : len(full) - len(short) + before] if before and before + after >= len(short) else ""


def _alike(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def letterhead_organs(draft: Draft) -> list[str]:
    """The organs that the letterhead names, of which a line may set several apart by white space."""
    organs: list[str] = []
    for element in draft.all(ElementKind.LETTERHEAD):
        pieces = element.span.of(draft.text).split()
        names = [LETTERHEAD_ENDING.sub("", p) for p in pieces]
        several = [n for n in names if n]
        organs += several if all(map(is_organ, several)) else [LETTERHEAD_ENDING.sub("", "".join(pieces))]
    return [o for o in organs if is_organ(o)]


def _core(name: str) -> str:
    for full, short in SHORTENED:
        name = name.replace(full, short)
    return name.removeprefix("中共")
