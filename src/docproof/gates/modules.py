"""The code rules that the modules of a gate define."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from docproof.engine import CodeRule


def rules_of(package: str, path: Iterable[str]) -> tuple[CodeRule, ...]:
    """The rules of all modules of a package, by its name and `__path__`; in the order of modules, packages within too."""
    rules: list[CodeRule] = []
    for found in iter_modules(path):
        module = import_module(f"{package}.{found.name}")
        if found.ispkg:
            rules += rules_of(module.__name__, module.__path__)
        else:
            rules += (r for r in vars(module).values() if isinstance(r, CodeRule))
    return tuple(rules)
