"""Marked fragments as data: which marks a check finds."""

import re
from collections import defaultdict
from pathlib import Path

import yaml

from docproof.checking import check_text
from docproof.model import Gate, Severity, Span

FOLDER = Path(__file__).parent / "cases"

SLACK = 12  # code points by which a finding may be longer than its mark


def load(path):
    """The fragments of a TSV file: text, spans, wanted suggestions."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            _, marked, *rest = line.split("\t")
            text, spans = unmark(marked.replace("\\n", "\n"))
            yield text, spans, [w for w in (rest[0] if rest else "").split("|") if w]


def ledger(path):
    """What published texts are known to have really wrong: spans by file name."""
    known = defaultdict(list)
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, start, end, *_ = line.split("\t")
            known[name].append(Span(int(start), int(end)))
    return known


def unmark(marked):
    """A text without its ⟦ ⟧, and the spans that they enclosed."""
    plain, spans, length = [], [], 0
    for piece in re.split("(⟦|⟧)", marked):
        if piece == "⟦":
            spans.append([length, length])
        elif piece == "⟧":
            spans[-1][1] = length
        else:
            plain.append(piece)
            length += len(piece)
    return "".join(plain), spans


def finds(finding, start, end, wanted, text):
    """Whether a finding meets a mark: it overlaps, is not much longer, and suggests one of the wanted words."""
    first, last = finding.span.start, finding.span.end
    if not (first < max(end, start + 1) and max(last, first + 1) > start and last - first <= end - start + SLACK):
        return False
    return not wanted or any(_puts(text, start, end, first, last, s, w) for s in finding.suggestions for w in wanted)


def _puts(text, start, end, first, last, suggested, wanted):
    """Whether a suggestion, put in place, makes the wanted words stand across the replaced place."""
    before, after = text[max(0, start - SLACK) : first], text[last : end + SLACK]
    replaced = before + suggested + after
    at = replaced.find(wanted)
    while at >= 0:
        if at < len(before) + len(suggested) and at + len(wanted) > len(before):
            return True
        at = replaced.find(wanted, at + 1)
    return False


def recall(name, gate=Gate.LANGUAGE):
    """Of a file of fragments for a gate: how many marks, how many are met, how many at warning and above."""
    gates = {gate, Gate.FORMAT} if gate is Gate.LANGUAGE else {gate}  # which tells the form of elements
    marks = met = firm = 0
    for text, spans, wanted in load(FOLDER / f"{name}.tsv"):
        findings = [f for f in check_text(text).findings if f.gate in gates]
        for start, end in spans:
            found = [f for f in findings if finds(f, start, end, wanted, text)]
            marks += 1
            met += bool(found)
            firm += any(f.severity is not Severity.HINT for f in found)
    return marks, met, firm


def sound():
    """How many of the sound fragments draw no warning, and how many there are."""
    cases = [c for path in sorted(FOLDER.glob("*.yaml")) for c in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return sum(all(f.severity is Severity.HINT for f in check_text(c["text"]).findings) for c in cases), len(cases)


def planted(samples, page):
    """Of the mistakes that docs/samples.md lists for the flawed samples: how many a finding meets, and how many there are."""
    met = marks = 0
    for section in page.read_text(encoding="utf-8").split("\n## ")[1:]:
        path = samples / section.partition("（")[0].strip()
        if not path.exists():
            continue
        text = path.read_text(encoding="utf-8")
        findings = check_text(text).findings
        for kind, wrong, _ in re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", section, re.MULTILINE):
            start = text.find(wrong.replace("\\|", "|"))
            if kind not in ("类别", "---") and start >= 0:
                place = Span(start, start + len(wrong))
                marks += 1
                met += any(f.span.overlaps(place) or place.contains(f.span) for f in findings)
    return met, marks
