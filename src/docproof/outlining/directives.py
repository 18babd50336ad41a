"""Words to docproof itself: `docproof: off RULE`, in an HTML comment of a text or a comment of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docproof.model import Directive, Document, Span, Verb
from docproof.model.draft import mask

NAME = r"[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9*-]+)*"
DOTTED = r"[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9*-]+)+"
ADDRESSED = r"docproof(?:\s*[:：]|\s(?=\s*(?:on|off)\b))\s*"
BRACKETS = ("<", "＜", "《")  # those of HTML, and what a Chinese keyboard makes of them
SIGNS = ("docproof", "Docproof", "DocProof", "DOCPROOF")
# Not compiled here: most drafts hold no directive.
IN_TEXT = rf"(?i:[<＜《][!！](?:--|——)\s*{ADDRESSED}(?P<words>[^\n]{{0,400}}?)(?:--|——)[>＞》])"
IN_COMMENT = rf"(?is:\s*{ADDRESSED}(?P<words>.*))"
WORDS = rf"(?i:(?P<verb>on|off)(?![A-Za-z-])\s*[:：]?\s*(?P<names>{NAME}(?:\s*[,，、;；]\s*{NAME}|\s+{DOTTED})*)?)"


def directives(document: Document, opaque: Sequence[Span] = ()) -> Iterator[Directive]:
    """The directives of a document, in text order; one shown as code, in an opaque span, is none."""
    for comment in document.comments:
        if match := re.match(IN_COMMENT, comment.text):
            yield _directive(match["words"], comment.span, comment.span)
    if document.format == "docx" or not any(sign in document.text for sign in SIGNS):
        return
    code = [s for s in opaque if not s.of(document.text).lstrip().startswith(BRACKETS)]
    for match in re.finditer(IN_TEXT, mask(document.text, code)):
        yield _directive(match["words"], Span(*match.span()), None)


def _directive(words: str, span: Span, reach: Span | None) -> Directive:
    match = re.match(WORDS, words.strip())
    if match is None:
        return Directive(span, Verb.UNKNOWN, reach=reach)
    names = tuple(name.lower().removesuffix(".*") for name in re.findall(NAME, match["names"] or ""))
    return Directive(span, Verb(match["verb"].lower()), names, reach)
