"""Write docs/coverage.md from docs/coverage/*.yaml: which clause of which standard is checked by which rules."""

import sys
from pathlib import Path

import yaml

DOCS = Path(__file__).resolve().parent.parent / "docs"
HEAD = """# 标准逐条对照：哪些由程序查，哪些留给人

由 `python scripts/make_coverage.py` 根据 `docs/coverage/` 下的数据生成，不要直接改。“要求”是转述；某一款没有规则查的，写明理由。规则的说明和正误例句见 `docproof rules show 规则名`。
"""


def page() -> str:
    """The page as text: a section a standard, a table of its clauses, and the clauses that are left to people."""
    return HEAD + "".join(_section(path) for path in sorted((DOCS / "coverage").glob("*.yaml")))


def _section(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").partition("：")[0]
    rows = yaml.load(text, yaml.BaseLoader)
    machine = [row for row in rows if row.get("people") != "yes"]
    checked = sum(bool(row.get("rules")) for row in machine)
    lines = [f"\n## {title}\n", f"可由程序查的 {len(machine)} 项，有规则的 {checked} 项。\n"]
    lines += ["| 条款 | 要求 | 规则 |", "|---|---|---|"]
    lines += [f"| {row['clause']} | {row['asks']} | {_rules(row)} |" for row in machine]
    people = [row for row in rows if row.get("people") == "yes"]
    if people:
        lines += ["\n须由人判断的：\n", "| 条款 | 要求 | 为什么 |", "|---|---|---|"]
        lines += [f"| {row['clause']} | {row['asks']} | {row['why']} |" for row in people]
    return "\n".join(lines) + "\n"


def _rules(row: dict) -> str:
    return "、".join(f"`{rule}`" for rule in row["rules"]) if row.get("rules") else f"不查：{row['why']}"


if __name__ == "__main__":
    (DOCS / "coverage.md").write_text(page(), encoding="utf-8", newline="\n")
    sys.exit(0)
