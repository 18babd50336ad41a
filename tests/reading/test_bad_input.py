"""One clear line in Chinese for each thing that cannot be read; the other files are still checked."""

import io
import json
import zipfile

import pytest
from ole import ole_file
from word import p, word_file

CONTROL = "一、总体要求"
ODT = "application/vnd.oasis.opendocument.text"
BOMB = "<!DOCTYPE x [<!ENTITY a '甲'><!ENTITY b '&a;&a;&a;&a;'>]>"


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def deep(levels):
    return "<w:sdt><w:sdtContent>" * levels + p("深") + "</w:sdtContent></w:sdt>" * levels


def endless(file):
    """The OLE file with a directory that leads back to its beginning."""
    directory = int.from_bytes(file[48:52], "little")
    at = 512 + 4 * directory
    return file[:at] + file[48:52] + file[at + 4 :]


BAD = {
    "empty.txt": (b"", "空"),
    "blank.txt": (b" \n\n", "没有文字"),
    "notes.docx": (zipped(a="1"), "不是 Word 文档，而是别的压缩文件"),
    "parts-missing.docx": (zipped(word__styles_xml="<x/>"), "损坏"),
    "late-nul.txt": ("校对".encode() * 4000 + b"\0", "不是文本文件"),
    "late-nul-utf-16.txt": (("校对" * 4000 + "\0").encode("utf-16"), "不是文本文件"),
    "text.docx": ("这是文字".encode(), "不是 Word 文档"),
    "truncated.docx": (word_file(p("甲" * 3000))[:-200], "损坏"),
    "cut-xml.docx": (zipped(word__document_xml="<w:document"), "损坏"),
    "password.docx": (ole_file({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "密码"),
    "password.doc": (ole_file({"WordDocument": b"\xec\xa5\xc1\0" + b"\0" * 7 + b"\1"}), "密码"),
    "password.odt": (zipped(mimetype=ODT, **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "密码"),
    "cut.doc": (ole_file({"WordDocument": b"x"})[:2000], "损坏"),
    "endless.doc": (endless(ole_file({"WordDocument": b"x"})), "损坏"),
    "sheet.et": (ole_file({"Workbook": b"x"}, embedded=["WordDocument"]), "表格"),
    "sheet.ods": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "表格"),
    "works.wps": (ole_file({"CONTENTS": b"x", "MatOST": b"x"}), "Microsoft Works"),
    "mail.msg": (ole_file({"__properties_version1.0": b"x"}), "不是文字文稿"),
    "page.doc": ("\ufeff\r\n<html><body>通知</body></html>".encode(), "网页"),
    "page-in-one.doc": (b"From: <x>\r\nMIME-Version: 1.0\r\n", "网页"),
    "oldest.wps": (b"\x01\xfe\x32\0" + b"\0" * 600, "不是能识别的文字文稿"),
    "scan.pdf": (b"%PDF-1.7\n", "版式文件，不能直接校对，请校对源文件"),
    "issued.ofd": (zipped(**{"OFD.xml": "<x/>"}), "版式文件，不能直接校对，请校对源文件"),
    "table.xlsx": (zipped(xl__workbook="<x/>"), "表格"),
    "entities.docx": (word_file(p("&b;"), prolog=BOMB), "实体"),
    "doctype.docx": (word_file(p("甲"), prolog="<!DOCTYPE x>"), "实体"),
    "deep.docx": (word_file(deep(400)), "嵌套过深"),
    "bomb.docx": (word_file(p("甲" * 70_000_000)), "远超上限"),
    "long-text.docx": (word_file(p("甲" * 8_000_000)), "超过 20 MB|远超上限"),
    "many-paragraphs.docx": (word_file(p("甲" * 9000) * 1000), "超过 20 MB"),
    "pictures.docx": (word_file("<w:p/>"), "没有文字"),
    "odd-encoding.txt": (b"\x81\xff\x93\x20" * 40, "编码"),
    "~$draft.docx": (b"\x05user" + b"\0" * 100, "锁定文件"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_line_names_the_file_and_the_way_out(docproof, tmp_path, name):
    data, words = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(CONTROL, encoding="utf-8")
    result = docproof("check", "--format", "json", tmp_path / name, tmp_path / "good.txt")
    bad, good = json.loads(result.stdout)["documents"]
    assert result.exit_code == 2
    assert any(w in bad["error"] for w in words.split("|")), bad["error"]
    assert "\n" not in bad["error"]
    assert result.stderr.strip() == f"{tmp_path / name}：{bad['error']}"
    assert good["error"] is None
    assert good["characters"] == len(CONTROL)


def test_a_missing_file_and_a_folder_without_drafts_are_named(docproof, tmp_path):
    (tmp_path / "empty").mkdir()
    result = docproof("check", tmp_path / "none.txt", tmp_path / "empty")
    assert result.exit_code == 2
    assert "none.txt：找不到文件" in result.stdout
    assert "empty：文件夹里没有可校对的文稿" in result.stdout


def test_the_bound_on_size_can_be_moved(docproof, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("校" * 2000, encoding="utf-8")
    refused = docproof("check", "--max-size", "1K", path)
    assert refused.exit_code == 2
    assert "--max-size" in refused.stdout
    assert docproof("check", "--max-size", "1M", path).exit_code == 0
    for size in ("0", "0K", "0.1"):
        refused = docproof("check", "--max-size", size, path)
        assert refused.exit_code == 2
        assert "不足 1 字节" in refused.stderr


def test_a_locked_file_and_an_open_one(docproof, tmp_path, monkeypatch):
    path = tmp_path / "周报.docx"
    path.write_bytes(word_file(p("一切正常。")))
    (tmp_path / "~$周报.docx").write_bytes(b"x")
    result = docproof("check", tmp_path)
    assert result.exit_code == 0
    assert "正在 Word 中打开" in result.stderr

    opened = type(path).open

    def refuse(self, *args, **kwargs):
        if self == path:
            raise PermissionError
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(type(path), "open", refuse)
    result = docproof("check", path)
    assert result.exit_code == 2
    assert "正被 Word 占用" in result.stdout


def test_a_classified_draft_is_spoken_of(docproof, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("机密★1年\n关于某事的请示\n市政府：\n特此请示。", encoding="utf-8")
    result = docproof("check", path)
    assert "标有密级“机密★1年”" in result.stderr
    assert "涉密计算机" in result.stderr


def test_an_odt_that_unpacks_without_end_is_refused_before_it_is_converted(docproof, tmp_path):
    path = tmp_path / "稿.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<m/>")
        archive.writestr("content.xml", "<a>" + "<b>x</b>" * 14_000_000 + "</a>")
    outcome = docproof("check", path)
    assert outcome.exit_code == 2
    assert "解压后的内容远超上限" in outcome.stdout
