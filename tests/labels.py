"""Drafts whose elements are labelled (docs/elements.md), and how well an outline agrees with the labels."""

import re
from collections import Counter
from dataclasses import dataclass

import yaml

from docproof.model import ElementKind

FACTS = re.compile(r"---\n(?P<facts>.*?)\n---\n(?P<text>.*)", re.DOTALL)
MARK = re.compile(r"⟦(?P<kind>[^|⟦⟧\n]{2,12})\||⟧")
EDGES = " \t\n\u3000。，、；：:;,."


@dataclass(frozen=True)
class Label:
    """One labelled element; `level` is 0 but for headings."""

    kind: ElementKind
    level: int
    start: int
    end: int


@dataclass(frozen=True)
class LabelledDraft:
    facts: dict
    text: str
    labels: tuple[Label, ...]


def labelled(path):
    """A file of tests/drafts: its facts, its text without the marks, its elements."""
    parts = FACTS.fullmatch(path.read_text(encoding="utf-8"))
    plain, length, at, stack, labels = [], 0, 0, [], []
    marked = parts["text"]
    for mark in MARK.finditer(marked):
        plain.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["kind"]:
            stack.append((mark["kind"], length))
        else:
            kind, start = stack.pop()
            labels.append(label(kind, start, length))
    plain.append(marked[at:])
    return LabelledDraft(yaml.safe_load(parts["facts"]), "".join(plain).rstrip("\n"), tuple(labels))


def label(kind, start, end):
    """A label from its written kind, whose last digit is a heading's level."""
    name, level = (kind[:-1], int(kind[-1])) if kind[-1].isdigit() else (kind, 0)
    return Label(ElementKind(name), level, start, end)


def agreement(text, labels, elements):
    """What both name, what only the labels and what only the outline names, as three lists of (kind, level, words).

    White space and the mark that ends a span do not count.
    """
    wanted = Counter(_trimmed(text, x.kind, x.level, x.start, x.end) for x in labels)
    found = Counter(_trimmed(text, e.kind, e.level, e.span.start, e.span.end) for e in elements)
    parts = (wanted & found, wanted - found, found - wanted)
    return [[(k, level, text[s:e]) for k, level, s, e in sorted(p.elements(), key=lambda x: x[2])] for p in parts]


def f1(both, missed, extra):
    """The F1 of counts."""
    return 2 * both / (2 * both + missed + extra) if both else 0.0


def _trimmed(text, kind, level, start, end):
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return kind, level, start, end
