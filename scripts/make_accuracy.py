"""Write docs/accuracy.md: what published texts draw, how much of it is right, and what fragments are found.

    python scripts/make_accuracy.py [CORPORA] [--judge]

Each finding was read; `benchmarks/judged.tsv` says of each whether it is right. --judge prints those that nobody has
read yet, in context, and writes nothing.
"""

import os
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import gatecases  # noqa: E402
from cases import ledger, recall, sound  # noqa: E402

from docproof.checking import Settings, check_paths, shipped_rules  # noqa: E402
from docproof.model import Finding, Severity, Span  # noqa: E402
from docproof.reading import read  # noqa: E402
from docproof.reporting.names import GATE_NAMES  # noqa: E402

CORPORA = Path(os.environ.get("DOCPROOF_CORPORA", ROOT.parent / "shared" / "corpora"))
JUDGED = ROOT / "benchmarks" / "judged.tsv"
PAGE = ROOT / "docs" / "accuracy.md"
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
FRAGMENTS = {
    "language": "写规则时所用，写的人没有看过规则",
    "office": "办公室文稿片段；初次所得 0.70",
    "bureau": "局办文稿片段；初次所得 0.97",
    "held-out": "留作检验，没有照着改过规则；初次所得 0.82",
    "standards": "按两项标准的要求写的片段；初次所得 0.63",
    "standards-held-out": "同上，留作检验；初次所得 0.57",
    "clauses": "每一款两三个片段；初次所得 0.65",
    "number-variants": "数字用法的变化，写规则时所用",
    "numbers": "数字用法片段，写规则时所用",
}
GATES = {
    "language.tsv": "文字关片段；写规则时所用",
    "language-two.tsv": "第二人所写，写规则时所用；初次 0.52",
    "language-held-out.tsv": "留作检验，没有看过",
    "policy.tsv": "政策关片段；写规则时所用；初次 0.41",
    "policy-two.tsv": "第二人所写，写规则时所用；初次 0.82",
    "policy-held-out.tsv": "留作检验，没有看过",
    "format.tsv": "格式关片段；写规则时所用；初次 0.41",
    "format-two.tsv": "第二人所写，写规则时所用",
    "format-held-out.tsv": "留作检验，没有看过",
    "drafts.yaml": "整稿；写规则时所用；行文、协调两关初次 0.60",
    "drafts-two.yaml": "第二人所写整稿，写规则时所用；初次 0.62",
    "drafts-three.yaml": "第一人所写整稿，行文、协调两关看过 8 份；初次行文 0.53、协调 0.44",
    "drafts-four.yaml": "第三人所写整稿，写规则时所用；初次 0.60",
    "drafts-held-out.yaml": "第四人所写整稿，留作检验，没有看过；初次 0.83",
}


@dataclass(frozen=True)
class Drawn:
    """One finding in a published text that is not in the ledger of known mistakes."""

    file: str
    finding: Finding

    @property
    def place(self) -> tuple[str, str, int, int]:
        return self.file, self.finding.rule, self.finding.span.start, self.finding.span.end


def drawn_in(corpora: Path) -> tuple[list[Drawn], int]:
    """What the published texts draw beside the ledger, and how many characters they have."""
    known, found, characters = ledger(corpora / "known.tsv"), [], 0
    for report in check_paths([corpora / "clean"], Settings(), shipped_rules()):
        characters += report.characters
        name = Path(report.path).name
        found += [Drawn(name, f) for f in report.findings if not any(f.span.overlaps(s) for s in known[name])]
    return found, characters


def judged() -> dict[tuple[str, str, int, int], bool]:
    """What was read: file, rule, start, end, and whether the finding is right."""
    verdicts = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, rule, start, end, right, *_ = line.split("\t")
            verdicts[name, rule, int(start), int(end)] = right == "yes"
    return verdicts


def in_context(text: str, span: Span) -> str:
    """A finding with the words around it, on one line."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    return f"{before}⟦{span.of(text)}⟧{after}".replace("\n", "⏎")


def print_unread(found: list[Drawn], corpora: Path) -> None:
    verdicts, texts = judged(), {}
    for d in found:
        if d.place not in verdicts:
            text = texts.setdefault(d.file, read(corpora / "clean" / d.file).text)
            print(*d.place, SEVERITIES[d.finding.severity], in_context(text, d.finding.span), sep="\t")


def page(found: list[Drawn], characters: int) -> str:
    verdicts = judged()
    rules: dict[tuple[Severity, str], list[bool | None]] = defaultdict(list)
    for d in found:
        rules[d.finding.severity, d.finding.rule].append(verdicts.get(d.place))
    order = sorted(rules.items(), key=lambda r: (list(SEVERITIES).index(r[0][0]), -len(r[1]), r[0][1]))
    firm = sum(len(v) for (s, _), v in rules.items() if s is not Severity.HINT)
    lines = [
        "# 准确程度",
        "",
        "由 `python scripts/make_accuracy.py` 生成，不要直接改。“正确”是逐处看过的结论（`benchmarks/judged.tsv`）。",
        "",
        "## 已发布的文件里还报什么",
        "",
        f"123 份已发布、经过编辑的文件，{characters / 10_000:.0f} 万字；已知确有的差错（半角标点、标点不成对等）另有清单，不计在内。"
        f"此外警告以上 {firm} 处，每万字 {10_000 * firm / characters:.3f} 处；连提示在内 {len(found)} 处，"
        f"每万字 {10_000 * len(found) / characters:.3f} 处。",
        "",
        "| 级别 | 规则 | 处数 | 其中正确 |",
        "|---|---|---|---|",
        *(f"| {SEVERITIES[s]} | `{rule}` | {len(v)} | {_right(v)} |" for (s, rule), v in order),
        "",
        "## 片段里的差错找到多少",
        "",
        "片段由没有看过规则的人照办公室的样子写成，标出差错和应有的写法。",
        "",
        "| 片段 | 标出 | 找到 | 其中警告以上 | 说明 |",
        "|---|---|---|---|---|",
    ]
    for name, note in FRAGMENTS.items():
        marks, met, firmly = recall(name)
        lines.append(f"| {name} | {marks} | {met}（{met / marks:.3f}） | {firmly}（{firmly / marks:.3f}） | {note} |")
    lines += ["", *of_gates()]
    passed, total = sound()
    lines += ["", f"没有差错的片段和文稿 {total} 份，不报警告的 {passed} 份。", ""]
    return "\n".join(lines)


def of_gates() -> list[str]:
    """What is found of the fragments and drafts for the five gates, and how many sound drafts draw no warning."""
    lines = [
        "## 五关的片段和整稿",
        "",
        "整稿按 `mentions` 里的词或标出的字计；没有差错的整稿以不报警告为过。",
        "",
        "| 材料 | 关 | 标出 | 找到 | 其中警告以上 | 说明 |",
        "|---|---|---|---|---|---|",
    ]
    clean = []
    for name, note in GATES.items():
        path = gatecases.FOLDER / name
        for gate, score in gatecases.scores(path).items():
            met, firm = (
                f"{score.met}（{score.met / score.marks:.3f}）",
                f"{score.firm}（{score.firm / score.marks:.3f}）",
            )
            lines.append(f"| {path.stem} | {GATE_NAMES[gate]} | {score.marks} | {met} | {firm} | {note} |")
        sound_drafts = [c for c in gatecases.cases(path) if c.clean]
        if sound_drafts:
            clean.append(f"{path.stem} {sum(not gatecases.alarms(c) for c in sound_drafts)}/{len(sound_drafts)}")
    return [*lines, "", f"没有差错的整稿通过：{'，'.join(clean)}。"]


def _right(verdicts: list[bool | None]) -> str:
    unread = verdicts.count(None)
    return f"{verdicts.count(True)}" + (f"（{unread} 处未看）" if unread else "")


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder = Path(arguments[0]) if arguments else CORPORA
    everything, count = drawn_in(folder)
    if "--judge" in sys.argv:
        print_unread(everything, folder)
    else:
        PAGE.write_text(page(everything, count), encoding="utf-8")
