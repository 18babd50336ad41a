"""Speed of docproof beside its peers, as ratios measured in one run: python benchmarks/speed.py [FOLDER]

FOLDER holds texts (*.txt); without it the published texts of the corpora, else the samples. Peers: autocorrect-py's
`lint_for` on the same texts, python-docx opening the same Word file.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from docproof.checking import Settings, check_document, shipped_rules
from docproof.reading import read

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("DOCPROOF_CORPORA", ROOT.parent / "shared" / "corpora"))
WORD_FILE = ROOT / "samples" / "通知-有错.docx"
REPEATS = 7
PEAK = """
import resource, sys
from docproof.cli import main
sys.stdout = open({null!r}, "w")
try:
    main(["check", "--format", {form!r}, "--fail-on", "never", {folder!r}])
except SystemExit:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def best(work):
    """The shortest of the runs, in seconds: what the work costs when nothing else is in the way."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def cold(*command):
    """The median of starting a command, in seconds."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def gates(folder):
    """Characters a second of outlining and all gates on one core, and the ratio to autocorrect's."""
    documents = [read(path) for path in sorted(folder.glob("*.txt"))]
    characters = sum(len(d.text) for d in documents)
    rules = shipped_rules()
    ours = best(lambda: [check_document(d, "", Settings(), rules) for d in documents])
    print(
        f"outlining and gates      {characters / ours / 1e6:6.2f} million characters a second ({characters} characters)"
    )
    try:
        from autocorrect_py import lint_for
    except ImportError:
        print("autocorrect-py is not installed: no ratio (pip install '.[bench]')")
        return
    theirs = best(lambda: [lint_for(d.text, "text") for d in documents])
    print(f"autocorrect-py lint_for  {characters / theirs / 1e6:6.2f} million characters a second")
    print(f"ratio                    {theirs / ours:6.2f}")


def start():
    """The cold start of a check of one Word file, beside opening it with python-docx."""
    ours = cold(sys.executable, "-m", "docproof", "check", "--fail-on", "never", str(WORD_FILE))
    theirs = cold(sys.executable, "-c", f"import docx; docx.Document({str(WORD_FILE)!r})")
    print(f"docproof check one.docx  {ours:6.3f} s from a cold start, median of {REPEATS}")
    print(f"python-docx, opening it  {theirs:6.3f} s")
    print(f"ratio                    {ours / theirs:6.2f}")


def memory(folder):
    """Peak memory of a check of the whole folder."""
    code = PEAK.format(null=os.devnull, form="json", folder=str(folder))
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    print(f"peak memory              {int(run.stderr.split()[-1]):6} MB on {folder.name}/")


if __name__ == "__main__":
    texts = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA / "clean"
    texts = texts if texts.is_dir() else ROOT / "samples"
    gates(texts)
    start()
    if sys.platform != "win32":
        memory(texts)
