"""Files that LibreOffice converts: in batches, in order, and whatever one of them does to it."""

import io
import os
import sys
from itertools import count
from pathlib import Path

import pytest

from docproof.checking import Settings, check_paths, shipped_rules
from docproof.reading.conversion import AHEAD, BATCH, Converter

RULES = shipped_rules()
STAND_IN = Path(__file__).with_name("stand_in.py")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is started by a shell script")


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """The folder for temporary files, empty before and after."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def starts(tmp_path, monkeypatch):
    """How a stand-in for LibreOffice was called, a line for each start."""
    script, log = tmp_path / "soffice", tmp_path / "starts"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{STAND_IN}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("DOCPROOF_SOFFICE", str(script))
    monkeypatch.setenv("STARTS", str(log))
    return lambda: log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def impatient(monkeypatch):
    """Wait a second for LibreOffice, not a minute."""
    monkeypatch.setattr("docproof.reading.libreoffice.PATIENCE", 1.0)
    monkeypatch.setattr("docproof.reading.libreoffice.LOOK_EVERY", 0.05)


@pytest.fixture
def drafts(tmp_path):
    """Write drafts, name → words, in RTF but for .txt; returns their folder."""

    def write(names):
        folder = tmp_path / "drafts"
        for name, words in names.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words if path.suffix == ".txt" else f"{{\\rtf1 {words}}}", encoding="utf-8")
        return folder

    return write


def reports(*paths):
    return list(check_paths(paths, Settings(), RULES))


def texts(*paths):
    """What was read of each file by its name, or "" for an error."""
    return {Path(r.path).name: r.draft.text if r.draft else "" for r in reports(*paths)}


def test_a_folder_is_converted_in_batches_and_reported_in_order(starts, drafts):
    names = {f"{n:02}.{'txt' if n % 10 == 3 else 'rtf'}": f"第{n}份" for n in range(44)}
    assert list(texts(drafts(names)).items()) == list(names.items())
    assert len(starts()) == 2
    assert BATCH < 40


def test_names_do_not_matter(starts, drafts):
    names = [
        "通知 终稿（1）.rtf",
        "-rf.rtf",
        "a'b\"c$d.doc",
        "甲/同名.rtf",
        "乙/同名.rtf",
        "乙/同名.wps",
        "无后缀",
        "x.docx",
    ]
    folder = drafts({name: f"文{n}" for n, name in enumerate(names)})
    read = [r.draft.text for r in reports(*(folder / name for name in names))]
    assert read == [f"文{n}" for n in range(len(names))]
    assert len(starts()) == 1


@pytest.mark.parametrize("bad", ["REFUSE", "CRASH", "HANG"])
def test_a_file_that_stops_libreoffice_does_not_lose_the_others(starts, impatient, drafts, bad):
    names = {"1.rtf": "甲", "2.rtf": bad, "3.rtf": bad, "4.rtf": "乙"}
    found = {Path(r.path).name: r for r in reports(drafts(names))}
    assert {n: r.draft.text for n, r in found.items() if r.draft} == {"1.rtf": "甲", "4.rtf": "乙"}
    for name in ("2.rtf", "3.rtf"):
        assert "LibreOffice 转换不了这份文件" in found[name].error
        assert "另存为 .docx" in found[name].error


@pytest.mark.parametrize("mode", ["fail", "hang"])
def test_a_libreoffice_that_does_not_work_is_started_once(docproof, starts, impatient, drafts, monkeypatch, mode):
    monkeypatch.setenv("MODE", mode)
    folder = drafts({f"{n}.rtf": "甲" for n in range(40)} | {"good.txt": "一切正常。"})
    result = docproof("check", folder)
    assert result.exit_code == 2
    assert result.stdout.count("没有正常运行") == 40
    assert "good.txt　" in result.stdout
    assert len(starts()) == 1


def test_what_is_no_program_is_named(docproof, drafts, monkeypatch, tmp_path):
    monkeypatch.setenv("DOCPROOF_SOFFICE", str(tmp_path / "none"))
    result = docproof("text", drafts({"a.rtf": "甲"}) / "a.rtf")
    assert result.exit_code == 2
    assert f"LibreOffice（{tmp_path / 'none'}）启动不了" in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_libreoffice_the_other_files_are_checked(docproof, drafts, monkeypatch):
    monkeypatch.delenv("DOCPROOF_SOFFICE", raising=False)
    monkeypatch.setattr("docproof.reading.libreoffice.find", lambda: None)
    result = docproof("check", drafts({"a.rtf": "甲", "b.txt": "一切正常。", "c.rtf": "乙"}))
    assert result.exit_code == 2
    assert result.stdout.count("请安装 LibreOffice 后重试，或在 Word 或 WPS 中另存为 .docx") == 2
    assert "b.txt　" in result.stdout


def test_no_file_to_convert_no_start(starts, drafts):
    assert texts(drafts({"a.txt": "甲"})) == {"a.txt": "甲"}
    assert starts() == []


def test_standard_input_is_converted(docproof, starts, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("{\\rtf1 布署}".encode())))
    assert docproof("text", "-").stdout == "布署\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("{\\rtf1 布署}".encode())))
    assert "布署" in docproof("check", "-").stdout


def test_a_run_that_is_broken_off_leaves_nothing(starts, drafts, temporary):
    run = check_paths([drafts({f"{n}.rtf": "甲" for n in range(5)})], Settings(), RULES)
    assert next(run).draft
    assert list(temporary.iterdir())
    run.close()


def test_a_long_line_of_files_is_looked_at_bit_by_bit(starts, drafts):
    folder = drafts({"a.rtf": "甲"})
    numbers = count()
    line = ((folder / ("a.rtf" if n == 0 else f"{n}.txt"), None) for n in numbers)
    with Converter() as converter:
        path, _ = next(converter.ahead(line))
        with path.open("rb") as file:
            from docproof.reading.formats import detect

            with converter.docx(file, detect(file, ".rtf"), path):
                pass
    assert next(numbers) <= AHEAD + 2
