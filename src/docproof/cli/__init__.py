"""The command `docproof`: parses, calls, prints and returns; no logic of its own."""

from docproof.cli.main import main

__all__ = ["main"]
