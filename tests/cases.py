"""Marked fragments as data: which marks a check finds."""

import re
from collections import defaultdict

from docproof.model import Span

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
    replaced = [text[max(0, start - SLACK) : first] + s + text[last : end + SLACK] for s in finding.suggestions]
    return not wanted or any(w in r for r in replaced for w in wanted)
