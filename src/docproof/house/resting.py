"""What a draft itself and its house have put to rest."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from docproof.engine import RuleSet
from docproof.house.places import shown
from docproof.house.remarks import remarks
from docproof.house.switches import Switches
from docproof.model import Draft, Finding

if TYPE_CHECKING:
    from docproof.house.ignores import Entry, Ignores


class Rested(msgspec.Struct, frozen=True):
    """The findings that stay, those that were put to rest, and lines about the house's list."""

    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...]
    notes: tuple[str, ...] = ()


def put_to_rest(found: Iterable[Finding], draft: Draft, path: str, rules: RuleSet, ignores: Ignores | None) -> Rested:
    """Part the findings of a draft at `path` by its directives, then by the house's list."""
    switches = Switches(draft.directives)
    findings = [f for f in found if not switches.speaks_of_one(f)]
    alone = {f.key for f in findings if switches.leaves_alone(f)}
    findings += remarks(draft, rules, switches)
    named, others = ignores.of(Path(path)) if ignores and ignores.entries else ([], [])
    rested = alone | {e.key for e in (*named, *others)}
    met = {f.key for f in findings}
    return Rested(
        tuple(f for f in findings if f.key not in rested),
        tuple(f for f in findings if f.key in rested),
        _leftover(ignores.path, named, met) if ignores and not rules.narrowed else (),
    )


def _leftover(path: Path, named: list[Entry], met: set[str]) -> tuple[str, ...]:
    """What the list has of this draft and the draft no longer has."""
    lines = [str(e.line) for e in named if e.key not in met]
    if not lines:
        return ()
    return (
        f"忽略清单 {shown(path)} 第 {'、'.join(lines)} 行没有用上，文稿或已改过，可用 docproof ignore --remove 编号 删去",
    )
