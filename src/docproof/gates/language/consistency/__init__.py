"""Consistency in the draft: one part of it against another."""

from docproof.gates.language.consistency import attachments, nothing_below, references

MODULES = (attachments, nothing_below, references)

__all__ = ["MODULES"]
