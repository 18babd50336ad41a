"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import attachments

MODULES = (attachments,)

__all__ = ["MODULES"]
