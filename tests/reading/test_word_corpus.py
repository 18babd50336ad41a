"""Odd and damaged Word files: each is read or refused in a line, and read as LibreOffice reads it."""

import re
import subprocess

import pytest

from docproof.model import Part, ReadError
from docproof.reading import read

# What LibreOffice’s text export adds: note numbers, deletions that are still tracked.
# What it leaves out: text boxes, notes, headers and footers.
ADDED = {
    "58067": "tracked deletions",
    "bug65649": "note numbers",
    "delins": "tracked deletions",
    "footnotes": "note numbers",
    "stress004": "note numbers",
    "stress008": "note numbers",
    "stress010": "note numbers",
    "stress015": "signs of symbol fonts",
}
WITH_PASSWORD = {"protected_agile"}  # LibreOffice knows the standard password of a protected file
DELETED_ONLY = {"Tika-792"}  # all its text is deleted or moved away
# A paragraph in a frame (w:framePr), which the export leaves out like a text box.
FRAMED = {"checkboxes": "Test a checkbox", "stress010": "\t*    "}
IGNORED = re.compile(r"[\s\ufeff\u2028\ufffc\u00ad\u200b\ue000-\uf8ff]+")
BULLETS = re.compile(r"[•◦▪]|^[o–✓➢-]\t")  # the export writes one of three for a bullet, whatever it is
BODY = {Part.BODY, Part.TABLE}


def normal(text):
    return IGNORED.sub("", BULLETS.sub("•", text)).replace("\u2011", "-")


def test_each_file_is_read_or_refused_in_one_line(corpora):
    for path in sorted((corpora / "word").glob("*.docx")):
        try:
            document = read(path)
        except ReadError as e:
            refusal = str(e)
        else:
            refusal = "read"
            assert document.text == "\n".join(document.text[p.start : p.end] for p in document.paragraphs)
        assert len(refusal.splitlines()) == 1


@pytest.fixture(scope="module")
def exported(corpora, soffice, tmp_path_factory):
    """The files as LibreOffice exports their text, in one run."""
    out = tmp_path_factory.mktemp("exported")
    profile = tmp_path_factory.mktemp("profile").as_uri()
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            out,
            *sorted((corpora / "word").glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return out


def test_the_text_is_what_libreoffice_reads(corpora, exported):
    compared = 0
    for path in sorted((corpora / "word").glob("*.docx")):
        other = exported / f"{path.stem}.txt"
        if not other.exists():
            with pytest.raises(ReadError):
                read(path)
            continue
        theirs = normal(other.read_text(encoding="utf-8-sig"))
        try:
            document = read(path)
        except ReadError:
            assert not theirs or path.stem in WITH_PASSWORD | DELETED_ONLY, path.name
            continue
        words = [document.text[p.start : p.end] for p in document.paragraphs if p.part in BODY]
        frame = FRAMED.get(path.stem)
        ours = "".join(normal(w) for w in words if not (frame and w.startswith(frame)))
        if path.stem in ADDED:
            assert is_within(ours, theirs), path.name
        else:
            assert ours == theirs, path.name
        compared += 1
    assert compared > 50


def is_within(part, whole):
    """Whether `whole` is `part` with more put in between."""
    rest = iter(whole)
    return all(c in rest for c in part)
