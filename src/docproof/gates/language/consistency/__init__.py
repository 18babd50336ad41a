"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import attachments, references

MODULES = (attachments, references)

__all__ = ["MODULES"]
