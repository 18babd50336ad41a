"""What LibreOffice makes of old Word, WPS, OpenDocument and RTF files is what their .docx says."""

import http.server
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from ole import ole_file

from docproof.checking import Settings, check_paths, shipped_rules
from docproof.model import Part
from docproof.reading import read
from docproof.reading.conversion import Converter

SAMPLES = Path(__file__).parent.parent.parent / "samples"
NAMES = ("通知-有错", "请示-合格", "决议-有错", "纪要-合格")
FILTERS = {"doc": "MS Word 97", "odt": "writer8", "rtf": "Rich Text Format"}
ODT = "application/vnd.oasis.opendocument.text"
ODT_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}.items()
)
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<m:file-entry m:full-path="/" m:media-type="{ODT}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
RULES = shipped_rules()


@pytest.fixture(scope="module")
def offices(soffice, tmp_path_factory):
    """A folder of samples as .doc, .wps, .odt and .rtf; a .wps is a .doc by another name."""
    folder = tmp_path_factory.mktemp("offices")
    profile = tmp_path_factory.mktemp("profile").as_uri()
    for ending, name in FILTERS.items():
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                f"{ending}:{name}",
                "--outdir",
                folder,
                *(SAMPLES / f"{n}.docx" for n in NAMES),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    for name in NAMES:
        shutil.copy(folder / f"{name}.doc", folder / f"{name}.wps")
    return folder


@pytest.fixture(scope="module")
def reports(offices):
    """The reports of all files in the folder, by name."""
    return {Path(r.path).name: r for r in check_paths([offices], Settings(), RULES)}


@pytest.mark.parametrize("ending", ["doc", "wps", "odt", "rtf"])
def test_the_text_and_the_findings_are_those_of_the_docx(reports, ending):
    for name in NAMES:
        (expected,) = check_paths([SAMPLES / f"{name}.docx"], Settings(), RULES)
        report = reports[f"{name}.{ending}"]
        assert report.error is None
        assert report.draft.document.format == ending
        assert report.draft.text == expected.draft.text
        assert [p.cell for p in report.draft.document.paragraphs] == [
            p.cell for p in expected.draft.document.paragraphs
        ]
        assert report.findings == expected.findings


def test_findings_are_placed_as_in_a_word_file(docproof, offices):
    old = docproof("check", offices / "通知-有错.doc").stdout
    new = docproof("check", SAMPLES / "通知-有错.docx").stdout
    assert "正文第" in old
    assert old.split("\n")[1:] == new.split("\n")[1:]


def test_tables_notes_headers_and_text_of_a_chinese_windows(soffice, tmp_path):
    han = "".join(f"\\'{byte:02x}" for byte in "各地要布署".encode("gbk"))
    path = tmp_path / "x.doc"
    path.write_text(
        "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0{\\header head\\par}"
        f"{han}{{\\footnote note}}\\par"
        "\\trowd\\cellx2000\\cellx4000\\intbl one\\cell\\intbl two\\cell\\row\\pard end\\par}",
        encoding="ascii",
    )
    document = read(path)
    assert document.format == "rtf"
    assert document.text == "各地要布署\none\ntwo\nend\nnote\nhead"
    assert [p.part for p in document.paragraphs] == [
        Part.BODY, Part.TABLE, Part.TABLE, Part.BODY, Part.FOOTNOTE, Part.HEADER,
    ]  # fmt: skip


def test_what_is_broken_is_said_and_the_rest_read(offices, tmp_path):
    whole = (offices / "通知-有错.doc").read_bytes()
    (tmp_path / "1.doc").write_bytes(whole)
    (tmp_path / "2.doc").write_bytes(ole_file({"WordDocument": b"\xec\xa5\xc1\0"}))
    (tmp_path / "3.odt").write_bytes((offices / "通知-有错.odt").read_bytes()[:-400])
    (tmp_path / "4.rtf").write_text("{\\rtf1 {{{", encoding="ascii")
    (tmp_path / "5.doc").write_bytes(whole)
    found = list(check_paths([tmp_path], Settings(), RULES))
    assert [r.error is None for r in found] == [True, False, False, False, True]
    assert all("\n" not in r.error for r in found if r.error)


def test_nothing_is_fetched(soffice, tmp_path):
    asked = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_OPTIONS = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (tmp_path / "secret.txt").write_text("SECRET", encoding="ascii")
    content = (
        f'<office:document-content {ODT_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        '<office:body><office:text><text:p>words<draw:frame svg:width="3cm" svg:height="3cm">'
        f'<draw:image xlink:href="http://127.0.0.1:{server.server_port}/a.png" xlink:type="simple"/></draw:frame></text:p>'
        f'<text:section text:name="S"><text:section-source xlink:href="{(tmp_path / "secret.txt").as_uri()}"/>'
        "<text:p>kept</text:p></text:section></office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    text = read(tmp_path / "a.odt").text
    server.shutdown()
    server.server_close()
    assert text.split() == ["words", "kept"]
    assert asked == []


def test_two_at_once(offices, tmp_path):
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "docproof", "text", offices / f"{NAMES[n]}.doc"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for n in range(2)
    ]
    for n, run in enumerate(runs):
        out, error = run.communicate(timeout=120)
        assert error == b""
        assert out.decode() == read(SAMPLES / f"{NAMES[n]}.docx").text + "\n"


def test_the_users_home_is_left_alone(soffice, offices, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    with Converter() as converter:
        assert read(offices / f"{NAMES[0]}.doc", converter=converter).text
    assert list(tmp_path.rglob("*")) == []
