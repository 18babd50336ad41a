"""The nouns of docproof: what a draft is, what is found in it, what is reported. No I/O."""

from docproof.model.directive import Directive, Verb
from docproof.model.document import Alignment, Comment, Document, Paragraph, Part
from docproof.model.draft import MASK, Direction, DocumentType, Draft, Element, ElementKind, Scope
from docproof.model.errors import DocproofError, ReadError, RuleError, SettingsError, UsageError
from docproof.model.finding import Finding, FixSafety, Gate, Severity, Source, Strength
from docproof.model.report import Report, Summary, Verdict
from docproof.model.span import Span

__all__ = [
    "MASK",
    "Alignment",
    "Comment",
    "Direction",
    "Directive",
    "DocproofError",
    "Document",
    "DocumentType",
    "Draft",
    "Element",
    "ElementKind",
    "Finding",
    "FixSafety",
    "Gate",
    "Paragraph",
    "Part",
    "ReadError",
    "Report",
    "RuleError",
    "Scope",
    "SettingsError",
    "Severity",
    "Source",
    "Span",
    "Strength",
    "Summary",
    "UsageError",
    "Verb",
    "Verdict",
]
