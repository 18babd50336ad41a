"""The pipeline from paths: whatever one file does, the others are checked."""

import os
import sys
from pathlib import Path

import pytest

from docproof.checking import Settings, check_paths, check_text, shipped_rules
from docproof.model import Verdict
from docproof.model.finding import Gate

RULES = shipped_rules()


def reports(*paths):
    return list(check_paths(paths, Settings(), RULES))


def test_folders_are_walked_in_order_and_each_file_once(tmp_path):
    for name in ("乙/2.txt", "甲.md", "乙/1.txt", ".隐藏/3.txt", "乙/~$1.docx", "乙/.~lock.1.txt#", "图.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("一切正常。", encoding="utf-8")
    found = [Path(r.path).name for r in reports(tmp_path, tmp_path / "甲.md", tmp_path / "乙" / ".." / "甲.md")]
    assert found == ["甲.md", "1.txt", "2.txt"]


def test_an_error_within_the_program_stops_one_file_only(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("布署", encoding="utf-8")
    real = type(RULES).findings

    def breaks_once(self, draft, seen=[]):  # noqa: B006
        seen.append(draft)
        if len(seen) == 1:
            raise KeyError("x")
        return real(self, draft)

    monkeypatch.setattr(type(RULES), "findings", breaks_once)
    broken, sound = reports(tmp_path)
    assert "程序内部出错（KeyError）" in broken.error
    assert sound.verdicts[Gate.LANGUAGE] is Verdict.FAIL


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a system whose file names are bytes")
def test_a_file_name_in_another_encoding_is_reported_with_replacements(docproof, tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), "公文".encode("gbk") + b".txt"), "wb") as file:
        file.write("布署".encode())
    result = docproof("check", "--format", "json", tmp_path)
    assert result.exit_code == 1
    assert "\ufffd" in result.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_regular_file_is_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("一切正常。", encoding="utf-8")
    assert [Path(r.path).name for r in reports(tmp_path)] == ["a.txt"]


def test_a_folder_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    def barred(folder, onerror):
        onerror(PermissionError(13, "x", str(tmp_path / "x")))
        return iter(())

    monkeypatch.setattr("docproof.reading.discovery.os.walk", barred)
    (report,) = reports(tmp_path)
    assert report.path.endswith("/x")
    assert "没有读取权限" in report.error


def test_a_request_to_party_and_government_without_a_signature_is_checked():
    report = check_text("关于修复青石渠的请示\n县委、县政府：\n青石渠年久失修。妥否，请批示。\n2026年3月2日")
    assert report.error is None


@pytest.mark.parametrize(
    "text", ["违反《中华人民共和国民法典》第三2百四十条", "第一条 甲。\n第二条 违反本办法第四4条的。\n第三条 乙。"]
)
def test_a_mixture_that_is_no_number_is_passed_over(text):
    check_text(text)
