"""The values that may stand at a place of a typed file, for the message that refuses another."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import inspect

from docproof.engine.yamlfiles import Steps

ALL_SHOWN = 16  # so many values are listed in full
SOME = 5


def choices(kind: Any, steps: Steps, value: str) -> str:
    """“，可用 …” for a message: the values of an enum or literal at a place, of many the ones most like `value`."""
    place: inspect.Type = inspect.type_info(kind)
    for _, name, _ in steps:
        place = _inner(place, name)
    values = [v for part in _parts(place) for v in _values(part) if v]
    if not values:
        return ""
    if len(values) <= ALL_SHOWN:
        return f"，可用 {'、'.join(values)}"
    some = get_close_matches(value, values, SOME, 0.3) or values[:SOME]
    return f"，可用 {'、'.join(some)} 等 {len(values)} 种"


def _parts(place: inspect.Type) -> Sequence[inspect.Type]:
    return place.types if isinstance(place, inspect.UnionType) else (place,)


def _inner(place: inspect.Type, name: str) -> inspect.Type:
    for part in _parts(place):
        if name and isinstance(part, inspect.StructType):
            return next((f.type for f in part.fields if f.encode_name == name), inspect.AnyType())
        if not name and isinstance(part, (inspect.ListType, inspect.VarTupleType)):
            return part.item_type
        if not name and isinstance(part, inspect.DictType):
            return part.value_type
    return inspect.AnyType()


def _values(place: inspect.Type) -> list[str]:
    if isinstance(place, inspect.EnumType):
        return [str(member.value) for member in place.cls]
    return [str(v) for v in place.values] if isinstance(place, inspect.LiteralType) else []
