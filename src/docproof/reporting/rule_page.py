"""A rule's page: what it looks for, why, where that is written, and its examples."""

from __future__ import annotations

from datetime import date

from docproof.engine import Rule
from docproof.model import FixSafety
from docproof.reporting.names import GATE_NAMES, SEVERITY_NAMES

FIXES = {FixSafety.SAFE: "可放心自动改", FixSafety.UNSAFE: "须人工确认后改", None: "只提示，不代改"}


def page(rule: Rule, off: bool = False) -> str:
    """A rule's page; `off` where the house's settings turn it off."""
    lines = [
        rule.id,
        "",
        rule.title,
        *([rule.why] if rule.why else []),
        "",
        f"所属　{GATE_NAMES[rule.gate]}",
        f"级别　{SEVERITY_NAMES[rule.severity]}{'（设置文件中已关）' if off else ''}",
        f"依据　{rule.source}（{rule.source.strength.value}）",
        f"改正　{FIXES[rule.fix]}",
        "",
        "会报的：",
        *(f"  {_example(e.marked, e.as_of)}" for e in rule.bad),
        "不报的：",
        *(f"  {_example(e.marked, e.as_of)}" for e in rule.good),
    ]
    return "\n".join(lines)


def _example(marked: str, as_of: date | None) -> str:
    return marked.replace("\n", "⏎") + (f"（{as_of.isoformat()}）" if as_of else "")
