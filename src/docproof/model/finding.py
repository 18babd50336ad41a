"""What a rule says about a draft."""

from __future__ import annotations

import re
from enum import Enum
from hashlib import blake2b

import msgspec

from docproof.model.span import Span

CONTEXT = 8  # code points on either side that belong to a finding's key
NOT_WORDS = re.compile(r"[\W\d_]+")


class Gate(str, Enum):
    """关, in the order in which an office reads a draft."""

    FORMAT = "format"
    LANGUAGE = "language"
    POLICY = "policy"
    ROUTING = "routing"
    COORDINATION = "coordination"


class Severity(str, Enum):
    """How sure and how grave: 错误, 警告, 提示."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for a hint, 2 for an error."""
        return ("hint", "warning", "error").index(self.value)


class Strength(str, Enum):
    """How strongly the source asks for it (STANDARDS: 规定, 一般, 推荐, 可以, 实务)."""

    REQUIRED = "规定"
    GENERAL = "一般"
    RECOMMENDED = "推荐"
    ALLOWED = "可以"
    PRACTICE = "实务"


class FixSafety(str, Enum):
    """A safe fix changes nothing that is right as it stands; an unsafe one needs a look."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Source(msgspec.Struct, frozen=True):
    """Where a requirement is written."""

    standard: str
    clause: str = ""
    strength: Strength = Strength.PRACTICE

    def __str__(self) -> str:
        return f"{self.standard} {self.clause}".rstrip()


class Finding(msgspec.Struct, frozen=True):
    """One thing that a rule says about one span of a draft's text (code points, half-open).

    What is absent is a finding with an empty span where it should stand. `key` names the finding across
    versions of the draft: the rule, the words, and the words around them.
    """

    rule: str
    gate: Gate
    severity: Severity
    message: str
    source: Source
    span: Span
    text: str
    suggestions: tuple[str, ...] = ()
    fix: FixSafety | None = None
    key: str = ""


def finding_key(rule: str, text: str, span: Span, ordinal: int = 1, since: int = 0) -> str:
    """The identity of a finding: 16 hexadecimal digits of rule, words and normalised words around them on the line.

    `ordinal` counts, from 1, the findings of a draft that would have the same key. What stands before `since`, a
    number that Word generates, is left out, so that a paragraph added above renames nothing.
    """
    line = text[max(since, span.start - 3 * CONTEXT) : span.start].rpartition("\n")[2]
    before = NOT_WORDS.sub("", line)[-CONTEXT:]
    after = NOT_WORDS.sub("", text[span.end : span.end + 3 * CONTEXT].partition("\n")[0])[:CONTEXT]
    named = "\0".join((rule, span.of(text), before, after, *([str(ordinal)] if ordinal > 1 else [])))
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
