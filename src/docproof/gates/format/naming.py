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
)


def same_organ(one: str, other: str) -> bool:
    """Whether the shorter name is made of characters of the longer one, in their order, and ends as it does."""
    short, full = sorted((_core(one), _core(other)), key=len)
    if not short or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(c in rest for c in short)


def letterhead_organs(draft: Draft) -> list[str]:
    """The organs that the letterhead names."""
    words = ("".join(e.span.of(draft.text).split()) for e in draft.all(ElementKind.LETTERHEAD))
    return [name for w in words if is_organ(name := LETTERHEAD_ENDING.sub("", w))]


def _core(name: str) -> str:
    for full, short in SHORTENED:
        name = name.replace(full, short)
    return name.removeprefix("中共")
