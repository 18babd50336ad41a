"""Compile the Chinese words of the command line: python scripts/make_locale.py"""

from pathlib import Path

import polib

FOLDER = Path(__file__).resolve().parent.parent / "src/docproof/cli/locale/zh_CN/LC_MESSAGES"

if __name__ == "__main__":
    polib.pofile(str(FOLDER / "messages.po")).save_as_mofile(str(FOLDER / "messages.mo"))
