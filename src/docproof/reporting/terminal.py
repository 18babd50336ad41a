"""Reports for people at a terminal, in colour there and plain in a pipe."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from docproof.model import Draft, Finding, Report, Severity, Summary, Verdict
from docproof.reporting.names import GATE_NAMES, SEVERITY_NAMES
from docproof.reporting.where import heading_of, where

VERDICTS = {
    Verdict.PASS: ("通过", "green"),
    Verdict.WARN: ("待核", "yellow"),
    Verdict.FAIL: ("不通过", "red"),
    None: ("未检查", "dim"),
}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
FOLD_FROM = 6  # findings of one rule in one draft from which they are folded
SHOWN = 3
CONTEXT = 14  # code points on either side of the wrong words
LONGEST_HEADING = 20


def print_reports(
    reports: Iterable[Report], console: Console, fold: bool, keys: bool, profiles: dict[str, str]
) -> Summary:
    """Print each report as it comes; returns the total.

    With `fold`, of many findings of one rule in a draft the first three are shown and the rest counted; with `keys`,
    each shows its key. `profiles` gives the names of profiles by id.
    """
    total = Summary()
    for report in reports:
        _print_report(report, console, fold, keys, profiles)
        total += Summary.of(report)
    words = f"共 {total.documents - total.unreadable} 份，{total.characters} 字："
    words += f"错误 {total.errors}，警告 {total.warnings}，提示 {total.hints}"
    words += f"；已忽略 {total.ignored}" if total.ignored else ""
    words += f"；另有 {total.unreadable} 个未能读取" if total.unreadable else ""
    console.print(Text(words, "bold"))
    return total


def _print_report(report: Report, console: Console, fold: bool, keys: bool, profiles: dict[str, str]) -> None:
    draft = report.draft
    if draft is None:
        console.print(Text.assemble((_path(report), "bold"), "：", (report.error or "", "red")))
        console.print()
        return
    facts = [
        draft.type.value if draft.type else "文种未识别",
        profiles.get(draft.profile, draft.profile),
        f"{report.characters}字",
    ]
    if draft.as_of:
        facts.append(f"以{draft.as_of.isoformat()}为准")
    console.print(Text.assemble((_path(report), "bold"), "　", ("　".join(facts), "dim")))
    line = Text("  ")
    for gate, name in GATE_NAMES.items():
        words, style = VERDICTS[report.verdicts.get(gate)]
        line.append(f"{name} ").append(words, style).append("　")
    line.rstrip()
    console.print(line)
    counts = Counter(f.rule for f in report.findings)
    shown: Counter[str] = Counter()
    for finding in report.findings:
        shown[finding.rule] += 1
        many = fold and counts[finding.rule] >= FOLD_FROM
        if not many or shown[finding.rule] <= SHOWN:
            _print_finding(finding, draft, console, keys)
        if many and shown[finding.rule] == SHOWN:
            console.print(Text(f"      同类 {counts[finding.rule]} 处，列前 {SHOWN} 处（--all 全部列出）", "dim"))
    console.print()


def _path(report: Report) -> str:
    return "标准输入" if report.path == "-" else report.path


def _print_finding(finding: Finding, draft: Draft, console: Console, keys: bool) -> None:
    word, style = SEVERITY_NAMES[finding.severity], STYLES[finding.severity]
    place = where(draft, finding.span)
    heading = heading_of(draft, finding.span)
    if heading:
        place = f"{visible(heading[:LONGEST_HEADING])}{'…' if len(heading) > LONGEST_HEADING else ''} › {place}"
    console.print(Text.assemble("  ", (word, style), " ", (place, "bold"), "　", finding.message))
    before, words, after = _context(draft, finding)
    marked = (words or "‸", f"{style} underline") if console.is_terminal else f"⟦{words}⟧"
    console.print(Text.assemble("      ", before, marked, after))
    tail = Text("      ")
    if finding.suggestions:
        options = " 或 ".join(visible(s) if s else "（删去）" for s in finding.suggestions[:3])
        tail.append("改为 ").append(options, "green").append("　")
    if not draft.document.is_editable(finding.span):
        tail.append("这是自动编号，请改编号格式　")
    tail.append(f"{finding.rule}　{finding.source}{f'　编号 {finding.key}' if keys else ''}", "dim")
    console.print(tail)


def _context(draft: Draft, finding: Finding) -> tuple[str, str, str]:
    """The words before, the words themselves, and those after, on their line."""
    text, start, end = draft.text, finding.span.start, finding.span.end
    line_start, line_end = draft.document.line_bounds(start)[0], draft.document.line_bounds(end)[1]
    left, right = max(line_start, start - CONTEXT), min(line_end, end + CONTEXT)
    return (
        ("…" if left > line_start else "") + visible(text[left:start]),
        visible(text[start:end]),
        visible(text[end:right]) + ("…" if right < line_end else ""),
    )


def visible(words: str) -> str:
    """The words with characters that do not show as their code points, line ends as ⏎; terminals obey none of them."""
    return "".join(_shown(c) for c in words)


def _shown(char: str) -> str:
    if char in "\n\u2028":
        return "⏎"
    if char == "\t" or (char.isspace() and char != "\u3000"):
        return " "
    if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn", "Cs"}:
        return f"<U+{ord(char):04X}>"
    return char
