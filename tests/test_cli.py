"""Commands as they are typed: help, errors, pages of rules."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import click
import polib
import pytest

import docproof as package
from docproof.checking import shipped_rules
from docproof.cli import main

SAMPLES = Path(__file__).parent.parent / "samples"
LOCALE = Path(package.__file__).parent / "cli/locale/zh_CN/LC_MESSAGES"
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Show|Missing|Invalid|default|required|No such)\b")


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["check"],
        ["text"],
        ["outline"],
        ["rules"],
        ["rules", "list"],
        ["rules", "show"],
        ["rules", "test"],
        ["words"],
        ["words", "add"],
        ["words", "list"],
        ["words", "import"],
        ["ignore"],
    ],
)
def test_help_is_in_chinese(docproof, command):
    result = docproof(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("用法：")
    assert not ENGLISH.search(result.stdout)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "没有 chek 这个命令"),
        (["check"], "缺少参数"),
        (["check", "--nope", "x"], "没有 --nope 这个选项"),
        (["check", "--format", "xml", "x"], "不在可选之列"),
        (["check", "--as-of", "3月", "x"], "不是日期，应写作 2026-03-02"),
        (["check", "--as-of", "20260302", "x"], "不是日期，应写作 2026-03-02"),
        (["check", "--gate", "x", "y"], "不认识的关"),
        (["check", "--gate", "coordination", "--rule", "punctuation", "y"], "规则 punctuation 不在 --gate 所选的关里"),
        (["check", "--rule", "ignores", "y"], "ignores 要看其他规则的结果，不能用 --rule 单独选用"),
        (["check", "--config", "none.toml", "y"], "none.toml：找不到文件"),
        (["check", "--config", "none.toml", "--no-config", "y"], "只能用一个"),
        (["words", "add"], "缺少参数"),
        (["outline", "--profile", "nope", "x"], "没有名为 nope 的单位类型"),
        (["check", "--max-size", "x", "y"], "不是大小，应写作 20M"),
        (["check", "--rule", "nope", "x"], "没有名为 nope 的规则"),
        (["check", "--profile", "nope", "x"], "没有名为 nope 的单位类型"),
        (["text", "none.docx"], "none.docx：找不到文件"),
        (["rules", "show", "nope"], "没有名为 nope 的规则"),
        (["rules", "test", "none"], "none：规则包应是一个文件夹"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(docproof, arguments, words):
    result = docproof(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert not ENGLISH.search(result.stderr)


def test_version(docproof):
    assert docproof("--version").stdout == f"docproof {package.__version__}\n"


def test_the_compiled_words_are_those_of_the_po_file():
    compiled = {(e.msgid, e.msgstr or e.msgstr_plural[0]) for e in polib.mofile(str(LOCALE / "messages.mo"))}
    assert compiled == {(e.msgid, e.msgstr or e.msgstr_plural[0]) for e in polib.pofile(str(LOCALE / "messages.po"))}


def test_every_rule_has_a_page(docproof):
    listed = docproof("rules", "list").stdout
    for rule in shipped_rules().rules.values():
        assert f"{rule.id}　" in listed
        page = docproof("rules", "show", rule.id).stdout
        assert rule.source.standard in page
        assert rule.bad[0].marked.split("\n")[0] in page


def test_rules_test_tells_how_many_examples_failed(docproof, tmp_path):
    assert docproof("rules", "test").stdout.endswith("0 个不符\n")
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "a.yaml").write_text(
        "- id: house.word\n  message: 不用\n  severity: hint\n  source: {standard: 本单位}\n  words: [搞]\n"
        "  bad:\n    - '⟦抓⟧工作'\n  good:\n    - '搞工作'\n",
        encoding="utf-8",
    )
    result = docproof("rules", "test", tmp_path)
    assert result.exit_code == 1
    assert "没有报“抓”" in result.stdout
    assert "误报：搞" in result.stdout


def test_standard_input(docproof, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("各地要布署".encode("gb18030"))))
    report = json.loads(docproof("check", "-", "--format", "json").stdout)
    assert [f["text"] for f in report["documents"][0]["findings"]] == ["布署"]


def test_outline_as_data(docproof):
    path = SAMPLES / "请示-合格.docx"
    data = json.loads(docproof("outline", path, "--format", "json").stdout)
    text = docproof("text", path).stdout
    assert data["type"] == "请示"
    assert all(text[e["start"] : e["end"]] == e["text"] for e in data["elements"])
    assert "主送机关" in docproof("outline", path).stdout


def test_a_pack_of_ones_own_is_used_and_its_mistakes_are_named(docproof, tmp_path):
    rule = (
        "- id: house.word\n  message: 不用“{words}”\n  severity: warning\n  source: {standard: 本单位}\n  words: [搞好]\n"
        "  bad:\n    - '⟦搞好⟧工作'\n  good:\n    - '做好工作'\n"
    )
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "a.yaml").write_text(rule, encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text("搞好工作。", encoding="utf-8")
    assert "不用“搞好”" in docproof("check", "--pack", tmp_path, draft).stdout
    (tmp_path / "language" / "a.yaml").write_text(rule.replace("warning", "grave"), encoding="utf-8")
    result = docproof("check", "--pack", tmp_path, draft)
    assert result.exit_code == 2
    assert "a.yaml:3：规则 house.word 的 severity：取值“grave”" in result.stderr
    assert result.stderr.count("\n") == 1


def commands(group, name="docproof"):
    """Every command below a group, with its full name."""
    context = click.Context(group)
    for child in group.list_commands(context):
        command = group.get_command(context, child)
        yield f"{name} {child}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {child}")


def test_every_command_and_option_is_documented():
    page = (Path(__file__).parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
    for name, command in commands(main):
        assert isinstance(command, click.Group) or f"## {name}" in page
        for option in (p for p in command.params if isinstance(p, click.Option)):
            assert all(f"`{flag}" in page for flag in option.opts), f"{name} {option.opts}"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk", "utf-8"])
def test_output_in_a_pipe_is_utf_8_whatever_the_console(encoding):
    run = subprocess.run(
        [sys.executable, "-m", "docproof", "rules", "show", "punctuation.document-number"],
        capture_output=True,
        env={"PYTHONIOENCODING": encoding, "PATH": "", "SYSTEMROOT": ""},
        check=True,
    )
    assert "〔2026〕" in run.stdout.decode("utf-8")


@pytest.mark.parametrize("command", ["text", "outline"])
def test_what_concerns_the_handling_of_a_draft_is_told_on_standard_error(docproof, tmp_path, command):
    path = tmp_path / "a.txt"
    path.write_text("机密★1年\n关于做好档案工作的通知\n各科室：\n请抓好落实。", encoding="utf-8")
    outcome = docproof(command, path)
    assert "标有密级“机密★1年”。涉密文稿不得在联网的计算机上" in outcome.stderr
    assert outcome.stderr.count("\n") == 1
    assert outcome.exit_code == 0


@pytest.mark.parametrize("command", ["text", "outline"])
def test_an_error_within_the_program_is_one_line(docproof, tmp_path, monkeypatch, command):
    def breaks(*_):
        raise KeyError("x")

    monkeypatch.setattr("docproof.cli.show.outlined", breaks)
    (tmp_path / "a.txt").write_text("各地", encoding="utf-8")
    outcome = docproof(command, tmp_path / "a.txt")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr == "docproof：程序内部出错（KeyError），请把能重现的文稿反馈给开发者\n"
