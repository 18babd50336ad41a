"""Proofread Chinese official documents (公文) before they are issued, offline."""

__version__ = "0.1.0"
