"""What a draft says to docproof itself."""

from __future__ import annotations

from enum import Enum

import msgspec

from docproof.model.span import Span


class Verb(str, Enum):
    """What a directive asks for."""

    OFF = "off"
    ON = "on"
    UNKNOWN = "unknown"


class Directive(msgspec.Struct, frozen=True):
    """`docproof: off RULE, RULE reason`, written in an HTML comment of a text or in a comment of a Word file.

    `rules` are the ids and families named; none stands for all. `span` is where it is written; `reach` the words that
    a Word comment is anchored to, None in a text, where it holds until the next `on` or to the end.
    """

    span: Span
    verb: Verb
    rules: tuple[str, ...] = ()
    reach: Span | None = None
