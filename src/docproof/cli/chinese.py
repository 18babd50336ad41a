"""Click's own words in Chinese, through gettext, which Click asks for every message."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def speak_chinese() -> None:
    """Let gettext find Click's messages in this package, whatever the machine's locale."""
    gettext.bindtextdomain("messages", str(LOCALE))
    os.environ["LANGUAGE"] = "zh_CN"
