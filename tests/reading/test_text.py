"""Text files in the encodings that offices save."""

import pytest

from docproof.model import ReadError
from docproof.reading import read

WORDS = "关于做好档案工作的通知\n各科室：\n请按要求在规定的时间内报送。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_give_the_same_text(tmp_path, encoding, line_end):
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.replace("\n", line_end).encode(encoding))
    document = read(path)
    assert document.text == WORDS
    assert [document.text[p.start : p.end] for p in document.paragraphs] == WORDS.split("\n")


def test_big5_is_recognised(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(("關於做好檔案工作的通知，請各單位在規定的時間內報送。這是一個重要的會議。" * 8).encode("big5"))
    assert read(path).text.startswith("關於做好檔案")


@pytest.mark.parametrize("odd", ["\u2028", "\u0085", "\u200d", "𠮷", "\x0b", "\x0c"])
def test_only_line_feeds_end_a_line(tmp_path, odd):
    path = tmp_path / "a.txt"
    path.write_bytes(f"甲{odd}乙\n丙".encode())
    document = read(path)
    assert document.text == f"甲{odd}乙\n丙"
    assert len(document.paragraphs) == 2


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x81\xff" * 50, b"\x00\x01\x02\x03" * 300])
def test_what_is_no_text_is_refused_with_advice(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"UTF-8|文本文件"):
        read(path)


def test_markdown_code_links_and_markers_are_no_prose(tmp_path):
    path = tmp_path / "a.md"
    source = (
        "---\ntitle: 甲,乙\n---\n# 一、总体要求\n见[附件,一](http://a.cn/甲,乙)和`x,y`。\n\n"
        "```\n代码,块\n```\n- **重点**:甲\n<!-- 注,释 -->\n"
    )
    path.write_text(source, encoding="utf-8")
    document = read(path)
    opaque = "|".join(document.text[s.start : s.end] for s in document.opaque)
    assert document.text == source
    for words in ("title: 甲,乙", "](http://a.cn/甲,乙)", "`x,y`", "代码,块", "<!-- 注,释 -->", "# ", "- "):
        assert words in opaque
    assert "附件,一" not in opaque
    heading = next(q for q in document.paragraphs if q.outline_level == 1)
    assert document.text[heading.start : heading.end] == "一、总体要求"


@pytest.mark.parametrize("words", ["王堃、陈喆同志任职。", "各地要布署", "<p>通知</p>", "𠮷县㙍坪村领导"])
def test_short_texts_with_rare_names_in_gb18030(tmp_path, words):
    path = tmp_path / "a.txt"
    path.write_bytes(words.encode("gb18030"))
    assert read(path).text == words


def test_a_text_that_speaks_of_pdf_is_a_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("文件头为 %PDF-1.7 的是版式文件。", encoding="utf-8")
    assert read(path).text.startswith("文件头")


def test_markdown_footnotes_are_prose_and_bold_headings_are_headings(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("**一、总体要求**\n\n[^1]: 脚注,好\n", encoding="utf-8")
    document = read(path)
    assert document.text[document.paragraphs[0].start :].startswith("一、")
    assert not any("脚注" in document.text[s.start : s.end] for s in document.opaque)


def test_numbers_that_markdown_counts_itself_are_no_prose(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("1. 甲\n1. **乙**\n1. 丙\n\n说明\n\n1) 丁\n2) 戊\n\n说明\n\n1. 己\n2. 庚\n", encoding="utf-8")
    document = read(path)
    begins = [document.text[p.start : p.end] for p in document.paragraphs if p.end > p.start]
    assert begins == ["甲", "乙**", "丙", "说明", "丁", "戊", "说明", "1. 己", "2. 庚"]
