"""The code rules that modules define."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from docproof.engine import CodeRule


def rules_of(modules: Iterable[ModuleType]) -> tuple[CodeRule, ...]:
    """The rules of modules, in their order."""
    return tuple(r for module in modules for r in vars(module).values() if isinstance(r, CodeRule))
