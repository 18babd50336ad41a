"""What stands above the title: letterheads, numbers, signatories, marks of secrecy and urgency (GB/T 9704—2012 7.2)."""

from __future__ import annotations

import msgspec

from docproof.model import Element, ElementKind, Span
from docproof.model.characters import HAN
from docproof.model.patterns import later
from docproof.outlining.dates import ANY_DATE
from docproof.outlining.lines import Line
from docproof.outlining.names import are_persons, is_organ
from docproof.outlining.titles import is_letterhead, is_spaced_out

BRACKETS = r"[〔［\[（(【﹝]\s*\d{2,4}\s*[〕］\]）)】﹞]"
SERIAL = r"第\s*[\d〇一二三四五六七八九十百]+\s*[号期次]"
DOCUMENT_NUMBER = later(
    rf"(?:{HAN}(?:{HAN}|[ \u3000](?=\w|[〔［\[（(])){{0,18}})?{BRACKETS}\s*第?\s*(?:\d{{1,5}}|[×xXＸ_＿ \u3000]{{1,6}})\s*号"
    rf"|{BRACKETS}\s*第?\s*\d{{1,5}}\s*[号期]|{SERIAL}(?:\s*[（(]总\s*第?\s*\d+\s*[号期][）)])?"
)
ISSUED = later(rf"(?P<name>\S.*?)[ \t\u3000]+(?P<date>{ANY_DATE.pattern})")
LONGEST_NUMBER_LINE = 80  # code points
LONGEST_MARKS = 40  # code points
NUMBER_SIGNS = ("号", "期", "次", "签发人")
SIGNATORY = later(r"签\s*发\s*人\s*[：:]\s*\S.*")
SIMPLE = (
    (later(r"(?:№|No\.?|编号[：:]?|份号[：:]?)?\s*(?P<at>\d{6})"), ElementKind.COPY_NUMBER),
    (
        later(r"(?P<at>[绝机秘]\s*密(?:\s*[★☆*]?\s*(?:\d+\s*(?:年|个月|月)|长期|启用前|解密前)?)?)"),
        ElementKind.CLASSIFICATION,
    ),
    (later(r"(?P<at>特\s*急|加\s*急|平\s*急|特\s*提|急\s*件)"), ElementKind.URGENCY),
)


class Top(msgspec.Struct, frozen=True):
    """What can be told of the first lines, by their index, before the title among them is known.

    `known` are numbers, signatories and marks; `letterheads` lines that name an organ as letterheads do; `issued` the
    name and the date of an issuer that share a line, as minutes and bulletins have them.
    """

    known: dict[int, list[Element]]
    letterheads: set[int]
    issued: dict[int, tuple[str, Span]]

    @property
    def lines(self) -> set[int]:
        """The lines that are no title, whatever they look like."""
        return self.known.keys() | self.letterheads

    @classmethod
    def of(cls, lines: list[Line]) -> Top:
        known = _known_lines(lines)
        issued = {at: found for at, line in enumerate(lines) if at not in known and (found := _issued(line))}
        return cls(known, _letterheads(lines, known), issued)


def _issued(line: Line) -> tuple[str, Span] | None:
    match = ISSUED.fullmatch(line.text) if len(line.text) <= LONGEST_NUMBER_LINE else None
    name = "".join(match["name"].split()) if match else ""
    return (name, line.part(*match.span("date"))) if match and is_organ(name) else None


def _known_lines(lines: list[Line]) -> dict[int, list[Element]]:
    """What can be told from a line alone: numbers, signatories, marks of secrecy and urgency."""
    known: dict[int, list[Element]] = {}
    signatory: list[Element] = []  # the elements of the line whose signatories the next line may go on with
    for at, line in enumerate(lines):
        if signatory and (found := _number_and_name(line)):
            signatory[-1] = Element(ElementKind.SIGNATORY, Span(signatory[-1].span.start, line.span.end))
            known[at] = found
        elif found := _marks(line) or _numbers(line):
            known[at] = found
            signatory = found if found[-1].kind is ElementKind.SIGNATORY else []
        elif signatory and are_persons(line.text) and len(line.bare) <= 12:
            signatory[-1] = Element(ElementKind.SIGNATORY, Span(signatory[-1].span.start, line.span.end))
            known[at] = []
        else:
            signatory = []
    return known


def _marks(line: Line) -> list[Element]:
    """Copy number, secrecy and urgency, one or several on a line that holds nothing else."""
    if len(line.text) > LONGEST_MARKS:
        return []
    elements, at = [], 0
    while at < len(line.text):
        match, kind = next(((m, k) for p, k in SIMPLE if (m := p.match(line.text, at))), (None, None))
        if match is None or kind is None:
            return []
        elements.append(Element(kind, line.part(*match.span("at"))))
        at = match.end() + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())
    return elements


def _numbers(line: Line) -> list[Element]:
    """The document number, the signatory, or both, on a line that holds nothing else but an issuer and a date."""
    if len(line.text) > LONGEST_NUMBER_LINE or not any(sign in line.bare for sign in NUMBER_SIGNS):
        return []
    number, signatory = DOCUMENT_NUMBER.search(line.text), SIGNATORY.search(line.text)
    rest = line.text
    elements = []
    if number:
        elements.append(Element(ElementKind.DOCUMENT_NUMBER, line.part(*number.span())))
        rest = rest.replace(number.group(), "", 1)
    if signatory:
        elements.append(Element(ElementKind.SIGNATORY, line.part(*signatory.span())))
        rest = rest.replace(signatory.group(), "", 1)
    return elements if not rest.strip(" \t\u3000（）()") else []


def _number_and_name(line: Line) -> list[Element]:
    """The document number on a line that goes on with the signatories of the line above."""
    number = DOCUMENT_NUMBER.match(line.text)
    if number is None or not are_persons(line.text[number.end() :].strip()):
        return []
    return [Element(ElementKind.DOCUMENT_NUMBER, line.part(*number.span()))]


def _letterheads(lines: list[Line], known: dict[int, list[Element]]) -> set[int]:
    """Lines that name an organ as letterheads do.

    A name alone, and one that ends as a title does, count where a document number follows soon; so does a name that is
    spaced out over the page above the title.
    """
    numbered = [at for at, found in known.items() if any(e.kind is ElementKind.DOCUMENT_NUMBER for e in found)]
    heads = set()
    for at, line in enumerate(lines):
        if at in known:
            continue
        soon = any(at < n <= at + 6 and not any("关于" in x.bare for x in lines[at + 1 : n]) for n in numbered)
        below = any(at < n <= at + 2 for n in numbered)
        if (is_letterhead(line.bare) and (line.bare.endswith("文件") or below)) or (
            is_organ(line.bare)
            and (soon or (is_spaced_out(line) and at + 1 < len(lines) and "关于" in lines[at + 1].bare))
        ):
            heads.add(at)
    return heads
