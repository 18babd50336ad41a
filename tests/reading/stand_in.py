"""A stand-in for LibreOffice: converts RTF of plain words, and behaves badly where the words ask for it."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from word import p, word_file


def convert(source, target):
    words = source.read_text(encoding="utf-8").removeprefix("{\\rtf1 ").removesuffix("}")
    if "HANG" in words:
        time.sleep(60)
    if "CRASH" in words:
        target.write_bytes(word_file(p(words))[:-60])
        os._exit(139)
    if "REFUSE" not in words:
        target.write_bytes(word_file(p(words)))


def main(arguments):
    with open(os.environ["STARTS"], "a", encoding="utf-8") as log:
        log.write(" ".join(arguments) + "\n")
    if os.environ.get("MODE") == "hang":
        time.sleep(60)
    if os.environ.get("MODE") == "fail":
        sys.exit(1)
    at = arguments.index("--outdir")
    for source in map(Path, arguments[at + 2 :]):
        convert(source, Path(arguments[at + 1]) / f"{source.stem}.docx")


main(sys.argv[1:])
