"""Where the rules of the format gate hold: from the standard on, for official documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from msgspec import structs

from docproof.engine import Basis, CodeRule, Hit
from docproof.gates.parts import NO_OFFICIAL
from docproof.model import Draft, ElementKind, Severity
from docproof.model.patterns import later

IN_FORCE = date(2012, 7, 1)  # the standard and the regulations
OFFICIAL = {ElementKind.LETTERHEAD, ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS, ElementKind.CLASSIFICATION}
JUDGED = later(r"审判[员长]|书记员")
SIGNED_WITHIN = 200  # code points of the end


def held(rule: CodeRule) -> CodeRule:
    """The rule as far as the standard holds for a draft.

    It is silent about drafts dated before the standard and about a line that is no title on its own, and gives but
    hints where a text has a title of another kind, as summaries, speeches and judgments have, and nothing that makes it
    an official document.
    """

    def check(draft: Draft, basis: Basis) -> Iterator[Hit]:
        if draft.once(_concerned):
            found = rule.check(draft, basis)
            yield from map(_softened, found) if draft.once(_is_other) else found

    return replace(rule, check=check)


def _concerned(draft: Draft) -> bool:
    in_force = draft.as_of is None or draft.as_of >= IN_FORCE
    return in_force and ("\n" in draft.text.strip() or draft.first(ElementKind.TITLE) is not None)


def _is_other(draft: Draft) -> bool:
    """Whether a title or a judge's name says that a text is no official document, and no other element that it is one."""
    kinds = {e.kind for e in draft.blocks}
    other = ElementKind.TITLE in kinds and (draft.type is None or draft.type in NO_OFFICIAL)
    return (other and not OFFICIAL & kinds) or JUDGED.search(
        draft.text, max(0, len(draft.text) - SIGNED_WITHIN)
    ) is not None


def _softened(found: Hit) -> Hit:
    return structs.replace(found, severity=Severity.HINT)
