"""A finding's text is the text at its span, whatever characters a draft holds."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from word import p, word_file

from docproof.checking import Settings, check_document, shipped_rules
from docproof.model import Document, Scope
from docproof.outlining import outline
from docproof.reading import read_stream
from docproof.reading.text import lines_as_paragraphs

RULES = shipped_rules()
ODD = ["\u2028", "\u0085", "\u200d", "𠮷", "👩\u200d🌾", "\u200b", "\x0b", "\x1c", "\ue123", "\ufffc", "\ufeff"]
WORDS = ["布署", "各地要", "，", ",", "。。", "（", ")", "“", '"', "《", "一、", "三、", "1、", "2026年2月30日", "[2026]5号", "...", "的的",
         "http://a.cn/x,y", "×××", "待定", "发", "第", " ", "　", "\t", "XX", "是", "完成"]  # fmt: skip
texts = st.lists(st.sampled_from([*WORDS, *ODD, "\n"]), min_size=1, max_size=60).map("".join)
with_returns = st.lists(st.sampled_from([*WORDS, *ODD, "\n", "\r", "\r\n"]), min_size=1, max_size=60).map("".join)


def findings_hold(document):
    report = check_document(document, "", Settings(), RULES)
    for f in report.findings:
        assert f.span.of(document.text) == f.text
        line, column = document.position(f.span.start)
        assert document.text.split("\n")[line - 1][column - 1 :].startswith(f.text.split("\n")[0])
    starts = [f.span for f in report.findings]
    assert starts == sorted(starts)


@given(texts)
def test_plain_documents(text):
    findings_hold(Document(text, lines_as_paragraphs(text)))


@given(with_returns, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_text_files(text, encoding):
    written = f"在{text}{'的一是在工作中国年' * 12}"
    document = read_stream(BytesIO(written.encode(encoding)), ".txt")
    assert document.text == written.replace("\r\n", "\n").replace("\r", "\n")
    assert document.text == "\n".join(document.text[q.start : q.end] for q in document.paragraphs)
    findings_hold(document)


@given(texts)
def test_markdown_files(text):
    document = read_stream(BytesIO(f"# 标题\n\n{text}`x,y`字".encode()), ".md")
    assert all(0 <= s.start <= s.end <= len(document.text) for s in document.opaque)
    findings_hold(document)


@given(st.lists(texts.map(lambda t: "".join(c for c in t if c not in "\n\x0b\x1c")), min_size=1, max_size=6))
def test_word_files(paragraphs):
    paragraphs = ["开头", *(words or "空" for words in paragraphs)]
    body = "".join(p(words.replace("&", "&amp;").replace("<", "&lt;")) for words in paragraphs)
    document = read_stream(BytesIO(word_file(body)))
    assert [document.text[q.start : q.end] for q in document.paragraphs] == paragraphs
    findings_hold(document)


@given(texts)
def test_views_keep_length_and_line_ends(text):
    draft = outline(Document(text, lines_as_paragraphs(text)))
    for scope in Scope:
        view = draft.view(scope)
        assert len(view) == len(text)
        assert [n for n, c in enumerate(view) if c == "\n"] == [n for n, c in enumerate(text) if c == "\n"]
