"""What a draft asks docproof to leave alone."""

import json

import pytest
from word import p

from docproof.checking import check_text
from docproof.house import REMARKS
from docproof.model import Verdict
from docproof.model.finding import Gate

START, END = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'


def found(text):
    return [f"{f.rule} {f.text}" for f in check_text(text).findings]


WORD, MARK = "confusable.wrong-word 布署", "punctuation.half-width ,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- docproof: off -->\n要布署,落实。", []),
        ("<!-- docproof: off confusable -->\n要布署,落实。", [MARK]),
        ("<!-- docproof: off confusable.* -原文- -->要布署,落实。", [MARK]),
        ("<!-- docproof：off confusable，punctuation.half-width -->要布署,落实。", []),
        ("要布署<!-- docproof: off confusable -->。\n要布署,落实。", [WORD, MARK]),
        ("<!-- docproof: off confusable -->要布署,落实。<!-- docproof: on -->\n要布署。", [MARK, WORD]),
        ("<!-- docproof: off -->要布署,好。\n<!-- docproof: on punctuation -->\n要布署,好。", [MARK]),
        ("<!-- docproof: off -->要布署,好。\n<!-- docproof: on -->\n要布署,好。", [WORD, MARK]),
    ],
)
def test_rules_are_off_from_a_directive_to_the_next(text, expected):
    assert found(text) == expected


def test_a_directive_itself_is_not_proofread():
    assert found("<!-- docproof: off confusable.wrong-word,confusable.variant 布署,帐户\u200b -->布署帐户") == []


def test_what_is_left_alone_changes_the_verdict_and_is_counted():
    report = check_text("<!-- docproof: off -->\n要布署,落实。")
    assert report.verdicts[Gate.LANGUAGE] is Verdict.PASS
    assert [f.text for f in report.ignored] == ["布署", ","]


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("<!-- docproof: off confusable.wrong-wrod -->",
         "忽略指令不起作用：没有名为 confusable.wrong-wrod 的规则，是不是 confusable.wrong-word"),
        ("<!-- docproof: off 规则 punctuation -->", None),
        ("<!-- docproof: of -->", "忽略指令看不懂，应写作 docproof: off 规则，或 docproof: on"),
    ],
)  # fmt: skip
def test_a_directive_that_is_not_understood_is_a_hint(directive, message):
    findings = check_text(f"{directive}要布署。").findings
    assert [f.message for f in findings if f.rule == "ignores.unknown"] == ([message] if message else [])
    assert all(f.text == directive for f in findings if f.rule == "ignores.unknown")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("<!-- docproof: off -->要抓好落实。", ["忽略指令没有用上：没有问题可忽略，可以删去"]),
        (
            "<!-- docproof: off confusable, punctuation -->布署",
            ["忽略指令没有用上：没有 punctuation 的问题可忽略，可以删去"],
        ),
        ("<!-- docproof: off confusable -->布署<!-- docproof: on -->", []),
    ],
)
def test_a_directive_that_is_not_needed_is_a_hint(text, messages):
    assert [f.message for f in check_text(text).findings if f.rule == "ignores.unused"] == messages


def test_what_did_not_run_is_not_said_to_be_unneeded(docproof, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("<!-- docproof: off -->\n<!-- docproof: off wording -->\n要抓好落实。", encoding="utf-8")
    assert docproof("check", path).stdout.count("没有用上") == 2
    assert "没有用上" not in docproof("check", "--rule", "punctuation", path).stdout
    assert docproof("check", "--gate", "language", path).stdout.count("没有用上") == 1
    (tmp_path / ".docproof.toml").write_text('[rules]\n"ignores.unused" = "off"\n', encoding="utf-8")
    assert "没有用上" not in docproof("check", path).stdout


def test_the_examples_of_these_rules_are_true():
    for rule in REMARKS:
        for example in rule.bad:
            spans = [f.span for f in check_text(example.text).findings if f.rule == rule.id]
            assert spans == [span for span, _ in example.marks]
        for example in rule.good:
            assert [f.rule for f in check_text(example.text).findings if f.rule == rule.id] == []


@pytest.fixture
def commented(docx, docproof):
    """The findings in a Word file, and how many were put to rest."""

    def run(body, *comments):
        xml = "".join(f'<w:comment w:id="{n}">{p(words)}</w:comment>' for n, words in enumerate(comments))
        report = json.loads(docproof("check", "--format", "json", docx(body, comments=xml)).stdout)
        (document,) = report["documents"]
        return [(f["rule"], f["text"], f["where"]) for f in document["findings"]], document["ignored"]

    return run


def test_in_word_a_comment_leaves_alone_what_it_is_anchored_to(commented):
    body = p("各地要", START.format(0), "布署", END.format(0), ",再布署。") + p("又布署。")
    assert commented(body, "docproof：off confusable 照录原文") == (
        [
            ("punctuation.half-width", ",", "正文第1段"),
            ("confusable.wrong-word", "布署", "正文第1段"),
            ("confusable.wrong-word", "布署", "正文第2段"),
        ],
        1,
    )


def test_in_word_a_comment_without_a_range_is_for_its_paragraph(commented):
    body = p("各地要布署,", '<w:r><w:commentReference w:id="0"/></w:r>', "再布署。") + p("又布署。")
    assert commented(body, "docproof: off") == ([("confusable.wrong-word", "布署", "正文第2段")], 3)


def test_in_word_what_is_wrong_with_a_comment_is_said_at_its_place(commented):
    body = p("一切正常。") + p("各地要", START.format(0), "抓好落实", END.format(0), "。")
    assert commented(body, "docproof: off confusable") == ([("ignores.unused", "", "正文第2段")], 0)
    assert commented(body, "docproof: off confusble") == ([("ignores.unknown", "", "正文第2段")], 0)
    assert commented(body, "docproof: on") == ([("ignores.unknown", "", "正文第2段")], 0)
    assert commented(body, "请核对数字") == ([], 0)
