"""Where the shipped rules are."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def rules_root() -> Path:
    """The folder of the shipped rules: in an installed package beside the code, in a checkout at the top."""
    installed = PACKAGE / "rules"
    return installed if installed.is_dir() else PACKAGE.parent.parent / "rules"
