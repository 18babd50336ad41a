"""The note below the date (附注; GB/T 9704—2012 7.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import lines, lines_behind, own
from docproof.gates.parts import body
from docproof.gates.sources import clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later

CLAUSE = clause("7.3.6")
PUBLICITY = r"(?:此|本)(?:件|文)(?:公开|不公开|不予公开|依申请|主动|可|免予|删减|发至|传达)[^。\n]{0,24}?|(?:主动|依申请|不予)公开"
CONTACT = r"联\s?系\s?(?:人|电\s?话)[^。\n]{0,60}"
OPEN, CLOSE = '(（\\[【〔{“"《', ')）\\]】〕}”"》'
LABEL = r"(?:附|备)?注[：:]\s*"
NOTE = later(rf"(?:{LABEL})?[{OPEN}]?\s*(?P<words>{PUBLICITY}|{CONTACT}?)\s*[{CLOSE}]?[。.；;]?[{CLOSE}]?")
MISPLACED = later(rf"[{OPEN}]?(?:{PUBLICITY})[{CLOSE}]?[。.]?")
CONTACT_LINE = later(rf"[(（]{CONTACT}[)）]")
NEAR_END = 4  # lines of the body's end among which a misplaced note stands


@rule(
    "note.brackets",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(after="⟦此件公开发布→（此件公开发布）⟧"),
        notice(after="⟦联系人：孟怀川，电话：8126035→（联系人：孟怀川，电话：8126035）⟧"),
        notice(after="⟦(此件公开发布)→（此件公开发布）⟧"),
        notice(after="⟦附注：此件公开发布→（此件公开发布）⟧"),
        notice(after="⟦【此件公开发布】→（此件公开发布）⟧"),
    ],
    good=[notice(after="（此件公开发布）"), notice(after="（联系人：孟怀川，电话：8126035）")],
)
def brackets(draft: Draft) -> Iterator[Hit]:
    """附注居左空二字加全角圆括号，写在成文日期下一行，末尾不加标点。"""
    notes = [line for s in own(draft, ElementKind.NOTE) for line in lines(draft.text, s.start, s.end)]
    for line in notes or lines_behind(draft, ElementKind.ISSUE_DATE)[:1]:
        m = NOTE.fullmatch(draft.text, line.start, line.end)
        right = f"（{m['words'].rstrip()}）" if m else ""
        if m and line.of(draft.text) != right:
            yield hit(line, "附注用全角圆括号括起，末尾不加标点", right, severity=_severity(notes, draft))


@rule(
    "note.place",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=CLAUSE,
    bad=[
        notice(attached="⟦（此件公开发布）⟧"),
        notice(attached="⟦（联系人：孟怀川，电话：8126035）⟧"),
    ],
    good=[notice(after="（此件公开发布）")],
)
def place(draft: Draft) -> Iterator[Hit]:
    """附注在成文日期下一行。"""
    dates, whole = own(draft, ElementKind.ISSUE_DATE), draft.once(body)
    start = whole.start if whole else 0
    for line in list(lines(draft.text, start, dates[-1].start))[-NEAR_END:] if dates else ():
        if MISPLACED.fullmatch(draft.text, line.start, line.end):
            yield hit(line, "附注应写在成文日期的下一行")
        elif CONTACT_LINE.fullmatch(draft.text, line.start, line.end):
            yield hit(line, "联系人写入附注的，应写在成文日期的下一行", severity=Severity.HINT)


def _severity(notes: list[Span], draft: Draft) -> Severity | None:
    """A list of contacts on lines of their own may be meant as text; an answer to deputies has them so."""
    answer = draft.type is DocumentType.LETTER or (draft.type is None and draft.first(ElementKind.TITLE) is not None)
    return Severity.HINT if len(notes) > 1 or answer else None
