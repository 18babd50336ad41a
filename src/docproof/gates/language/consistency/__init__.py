"""Consistency in the draft: one part of it against another."""
