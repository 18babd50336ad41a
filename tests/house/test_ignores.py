"""Findings that a house has put to rest."""

import json

import pytest

LIST = ".docproof-ignores.tsv"
HEAD = "编号\t规则\t文稿\t原文\t理由\n"
DRAFT = "照录原件：各地要布署。\n另加一段，要布署。"


@pytest.fixture
def key(docproof):
    """The key of the first finding of a draft."""

    def of(path):
        report = json.loads(docproof("check", "--no-config", "--format", "json", path).stdout)
        return report["documents"][0]["findings"][0]["key"]

    return of


def test_one_finding_is_put_to_rest_and_counted(office, docproof, key):
    root = office({"稿.txt": DRAFT})
    number = key("稿.txt")
    assert f"编号 {number}\n" in docproof("check", "--keys", "稿.txt").stdout
    assert "编号" not in docproof("check", "稿.txt").stdout
    outcome = docproof("ignore", number, "--reason", "照录1953年\t原件")
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert outcome.stdout == f"稿.txt：已忽略 confusable.wrong-word 布署，记入 {LIST}\n"
    assert (root / LIST).read_text(encoding="utf-8") == (
        f"{HEAD}{number}\tconfusable.wrong-word\t稿.txt\t布署\t照录1953年 原件\n"
    )
    shown = docproof("check", "稿.txt").stdout
    assert shown.endswith("共 1 份，21 字：错误 1，警告 0，提示 0；已忽略 1\n")
    report = json.loads(docproof("check", "--format", "json", "稿.txt").stdout)
    assert report["documents"][0]["ignored"] == 1
    assert report["summary"]["findings"] == 1


def test_a_finding_at_rest_is_said_to_be_so(office, docproof, key):
    root = office({"稿.txt": DRAFT})
    number = key("稿.txt")
    docproof("ignore", number, "稿.txt", "--reason", "原文")
    before = (root / LIST).read_bytes()
    outcome = docproof("ignore", number, "--reason", "再来")
    assert (outcome.exit_code, outcome.stdout) == (0, "稿.txt：这处问题已经忽略\n")
    assert (root / LIST).read_bytes() == before


def test_a_key_is_looked_for_below_the_settings_and_with_a_path_only_there(office, docproof, key, monkeypatch):
    root = office({".docproof.toml": "", "甲/稿.txt": DRAFT, "乙/稿.txt": DRAFT, "乙/二稿.txt": DRAFT})
    number = key("甲/稿.txt")
    monkeypatch.chdir(root / "甲")
    assert docproof("ignore", number, "../乙/稿.txt", "--reason", "原文").stdout.count("已忽略") == 1
    outcome = docproof("ignore", number, "--reason", "原文")
    assert outcome.stdout.count("已忽略") == 2
    assert outcome.stdout.count("这处问题已经忽略") == 1
    rows = [line.split("\t")[2] for line in (root / LIST).read_text(encoding="utf-8").splitlines()[1:]]
    assert sorted(rows) == ["乙/二稿.txt", "乙/稿.txt", "甲/稿.txt"]


def test_a_draft_that_lies_elsewhere_has_its_list_beside_it(office, docproof, key, monkeypatch):
    root = office({"甲/稿.txt": DRAFT, "乙/x.txt": ""})
    number = key("甲/稿.txt")
    monkeypatch.chdir(root / "乙")
    docproof("ignore", number, root / "甲" / "稿.txt", "--reason", "原文")
    assert (root / "甲" / LIST).exists()
    assert not (root / "乙" / LIST).exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["0123456789abcdef", "--reason", "x"], "在 . 里没有找到编号 0123456789abcdef 的问题"),
        (["0123456789abcdef", "稿.txt", "--reason", "x"], "在 稿.txt 里没有找到"),
        (["0123456789abcdef", "无.txt", "--reason", "x"], "无.txt：找不到文件"),
        (["0123456789abcdef"], "请用 --reason 写明理由"),
        (["0123456789abcdef", "--reason", " "], "请用 --reason 写明理由"),
        (["布署", "--reason", "x"], "“布署”不是编号"),
        ([], "没有写编号"),
        (["0123456789abcdef", "--remove"], f"忽略清单 {LIST} 里没有 0123456789abcdef"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(office, docproof, arguments, words):
    root = office({"稿.txt": DRAFT})
    outcome = docproof("ignore", *arguments)
    assert (outcome.exit_code, outcome.stdout, outcome.stderr.count("\n")) == (2, "", 1)
    assert words in outcome.stderr
    assert not (root / LIST).exists()


def test_the_list_is_shown_and_an_entry_taken_out_the_rest_left_as_it_was(office, docproof, key):
    text = f"{HEAD}# 2026年审阅\n0123456789abcdef\tx.y\t稿.txt\t甲\t乙\n"
    root = office({"稿.txt": DRAFT, LIST: text})
    number = key("稿.txt")
    docproof("ignore", number, "--reason", "原文")
    assert docproof("ignore", "--list").stdout == (
        f"0123456789abcdef　x.y　稿.txt　甲　乙\n{number}　confusable.wrong-word　稿.txt　布署　原文\n"
    )
    assert docproof("ignore", "--remove", number).stdout == f"已删去 1 条：{LIST}\n"
    assert (root / LIST).read_text(encoding="utf-8") == text


def test_an_entry_holds_for_the_drafts_that_it_names(office, found, key):
    office({"稿.txt": DRAFT, "通知[1].txt": DRAFT, "通知2.txt": DRAFT})
    number = key("稿.txt")
    for draft, at_rest in {
        "通知[1].txt": {"通知[1].txt"},
        "通知*.txt": {"通知[1].txt", "通知2.txt"},
        "*": {"稿.txt", "通知[1].txt", "通知2.txt"},
    }.items():
        office({LIST: f"{HEAD}{number}\t\t{draft}\n"})
        assert {path for path, findings in found(".").items() if len(findings) == 1} == at_rest


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("编号\t规则\n", 1, "首行应写列名 编号、规则、文稿、原文、理由"),
        (f"{HEAD}12\tx\t稿.txt\n", 2, "编号“12”应为 16 位十六进制数"),
        (f"{HEAD}\n# 注\n0123456789abcdef\tx\n", 4, "文稿一栏不能为空"),
        (f"{HEAD}0123456789abcdef\tx\ta\tb\tc\td\n", 2, "有 6 列，应为 5 列"),
    ],
)
def test_a_list_with_a_mistake_is_named_by_file_and_line(office, docproof, text, place, words):
    office({"稿.txt": DRAFT, LIST: text})
    outcome = docproof("check", "稿.txt")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith(f"docproof：{LIST}:{place}：{words}")


def test_an_entry_that_is_no_longer_met_is_told_on_standard_error(office, docproof, key):
    root = office({"稿.txt": DRAFT, "他.txt": "一切正常。"})
    docproof("ignore", key("稿.txt"), "--reason", "原文")
    assert docproof("check", ".").stderr == ""
    (root / "稿.txt").write_text("另加一段，要部署。", encoding="utf-8")
    outcome = docproof("check", ".")
    assert outcome.stderr == (
        f"稿.txt：忽略清单 {LIST} 第 2 行没有用上，文稿或已改过，可用 docproof ignore --remove 编号 删去\n"
    )
    assert outcome.exit_code == 0
    assert docproof("check", "他.txt").stderr == ""
    assert docproof("check", "--rule", "punctuation", ".").stderr == ""
    assert docproof("check", "--gate", "language", ".").stderr == ""


def test_a_list_that_excel_saved_is_read(office, found, key):
    root = office({"稿.txt": DRAFT})
    row = f"{key('稿.txt')}\tconfusable.wrong-word\t稿.txt\t布署\t照录原件\r\n"
    for encoding in ("gbk", "utf-16", "utf-8-sig"):
        (root / LIST).write_bytes((HEAD.replace("\n", "\r\n") + row).encode(encoding))
        assert len(found("稿.txt")["稿.txt"]) == 1
