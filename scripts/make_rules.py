"""Write docs/rules.md: every rule with its reason, source, and examples, by gate and family."""

import sys
from itertools import groupby
from pathlib import Path

from docproof.checking import shipped_rules
from docproof.engine import Example, Rule
from docproof.reporting.names import GATE_NAMES, SEVERITY_NAMES
from docproof.reporting.rule_page import FIXES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
HEAD = """# 规则

由 `python scripts/make_rules.py` 根据规则生成，不要直接改。单条规则也可用 `docproof rules show 规则名` 查看。例句中 ⟦ ⟧ 里是所报的字，→ 后是建议；⏎ 是换行。
"""
MOST_EXAMPLES = 3
LONGEST_EXAMPLE = 120  # code points


def page() -> str:
    """The page as text: a section a gate, a heading a rule."""
    rules = list(shipped_rules().rules.values())
    parts = [HEAD]
    for gate, of_gate in groupby(rules, key=lambda r: r.gate):
        members = list(of_gate)
        parts.append(
            f"\n## {GATE_NAMES[gate]}\n\n{len(members)} 条规则：" + "、".join(_link(r) for r in members) + "\n"
        )
        parts += [_rule(r) for r in members]
    return "".join(parts)


def _link(rule: Rule) -> str:
    return f"[{rule.id}](#{rule.id.replace('.', '')})"


def _rule(rule: Rule) -> str:
    lines = [
        f"\n### {rule.id}\n",
        f"{rule.title}。{rule.why}\n",
        f"{SEVERITY_NAMES[rule.severity]}　{rule.source}（{rule.source.strength.value}）　{FIXES[rule.fix]}\n",
        *(f"- 报　`{_example(e)}`" for e in rule.bad[:MOST_EXAMPLES]),
        *(f"- 不报　`{_example(e)}`" for e in rule.good[:MOST_EXAMPLES]),
    ]
    return "\n".join(lines) + "\n"


def _example(example: Example) -> str:
    words = example.marked.strip("\n").replace("\n", "⏎").replace("`", "'")
    shown = words if len(words) <= LONGEST_EXAMPLE or "⟦" in words[LONGEST_EXAMPLE:] else words[:LONGEST_EXAMPLE] + "…"
    return shown + (f"（{example.as_of.isoformat()}）" if example.as_of else "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.exit(0)
