"""What tests share: corpora where they are, drafts in a line, Word files from a few words of XML."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from word import word_file

from docproof.checking import check_text
from docproof.cli import main

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("DOCPROOF_CORPORA", ROOT.parent / "shared" / "corpora"))

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=200)
settings.register_profile("dev", deadline=None, max_examples=60)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def corpora():
    """The folder of published texts and odd Word files, which is no part of the project."""
    if not CORPORA.is_dir():
        pytest.skip(f"needs the corpora: no folder {CORPORA} (set DOCPROOF_CORPORA)")
    return CORPORA


@pytest.fixture(scope="session")
def soffice():
    """LibreOffice's command."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        pytest.skip("needs LibreOffice: no soffice on the PATH")
    return found


@pytest.fixture
def check():
    """Check a text and get its report."""
    return check_text


@dataclass
class Outcome:
    """What a command printed, and its exit status."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def docproof(capsys):
    """Run the command `docproof` with arguments."""

    def run(*args):
        with pytest.raises(SystemExit) as end:
            main.main(args=[str(a) for a in args], prog_name="docproof")
        printed = capsys.readouterr()
        return Outcome(end.value.code or 0, printed.out, printed.err)

    return run


@pytest.fixture
def docx(tmp_path):
    """Write a Word file from the inner XML of its body and other parts; returns its path."""

    def write(body, name="draft.docx", **parts):
        path = tmp_path / name
        path.write_bytes(word_file(body, **parts))
        return path

    return write
