"""Elements, type and addressing of drafts that people labelled, against what the outline says."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labels import agreement, f1, label, labelled

from docproof.checking import outline_text
from docproof.model import ElementKind
from docproof.outlining import outline
from docproof.reading import read

FOLDER = Path(__file__).parent / "drafts"


@pytest.mark.parametrize(
    ("folder", "least"),
    [
        ("office", 0.97),
        ("untidy", 0.97),
    ],
)
def test_elements_of_our_own_drafts(folder, least):
    counts, wrong = [0, 0, 0], []
    for path in sorted((FOLDER / folder).glob("*.txt")):
        draft = labelled(path)
        parts = agreement(draft.text, draft.labels, outline_text(draft.text).elements)
        counts = [n + len(p) for n, p in zip(counts, parts, strict=True)]
        wrong += [f"{path.name} missed {k.value}{v or ''} {w[:40]!r}" for k, v, w in parts[1]]
        wrong += [f"{path.name} extra {k.value}{v or ''} {w[:40]!r}" for k, v, w in parts[2]]
    print(f"elements of {folder}: F1 {f1(*counts):.4f} of {counts[0] + counts[1]} labelled")
    assert f1(*counts) >= least, "\n".join(wrong)


@pytest.mark.parametrize("folder", ["office", "untidy", "held-out"])
def test_facts_of_our_own_drafts(folder):
    right, wrong = 0, []
    for path in sorted((FOLDER / folder).glob("*.txt")):
        facts, draft = labelled(path).facts, outline_text(labelled(path).text)
        told = {
            "type": draft.type and draft.type.value,
            "direction": draft.direction and draft.direction.value,
            "issuer": draft.issuers,
            "recipients": draft.recipients,
            "as_of": draft.as_of,
        }
        for name, value in facts.items():
            if _same(value, told[name]):
                right += 1
            else:
                wrong.append(f"{path.name} {name}: {value!r}, not {told[name]!r}")
    assert right / (right + len(wrong)) >= 0.95, "\n".join(wrong)


def test_elements_of_published_texts(corpora):
    """tests/drafts/published.tsv labels twenty texts: file, kind, start, end."""
    wanted = {}
    for line in (FOLDER / "published.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, start, end = line.split("\t")
            wanted.setdefault(name, []).append(label(kind, int(start), int(end)))
    counts, wrong = [0, 0, 0], []
    for name, labels in wanted.items():
        draft = outline(read(corpora / "clean" / name))
        parts = agreement(draft.text, labels, draft.elements)
        counts = [n + len(p) for n, p in zip(counts, parts, strict=True)]
        wrong += [f"{name} missed {k.value}{v or ''} {w[:40]!r}" for k, v, w in parts[1]]
        wrong += [f"{name} extra {k.value}{v or ''} {w[:40]!r}" for k, v, w in parts[2]]
    assert len(wanted) >= 20
    assert f1(*counts) >= 0.95, "\n".join(wrong)


def _same(labelled_fact, told):
    if isinstance(told, tuple):
        wanted = labelled_fact if isinstance(labelled_fact, list) else [labelled_fact] if labelled_fact else []
        return "".join("、".join(wanted).split()) == "、".join(told)
    if isinstance(labelled_fact, str) and isinstance(told, date):
        return labelled_fact == told.isoformat()
    return labelled_fact == told


PIECES = sorted({line for path in FOLDER.glob("*/*.txt") for line in labelled(path).text.split("\n")})


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_lines_is_outlined(lines):
    text = "\n".join(lines)
    draft = outline_text(text)
    for element in draft.elements:
        words = element.span.of(text)
        assert words == words.strip() != ""
    body = draft.first(ElementKind.BODY)
    assert body is None or not any(body.span.contains(a.span) for a in draft.all(ElementKind.ATTACHMENT))
