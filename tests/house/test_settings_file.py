"""A settings file with a mistake: one line that names file and line, before any check."""

import json
from pathlib import Path

import pytest
from house_pack import PACK

SOUND = """profile = "enterprise"
packs = []
lexicon = "用语.txt"
exclude = ["归档/**"]

[rules]
"punctuation.*" = "hint"
punctuation.clash = "off"
confusable = "error"

[[files]]
match = "讲话/**"
profile = "plain"
[files.rules]
"numbering.*" = "off"

[[files]]
match = ["甲/*.txt", "乙"]
rules = { wording = "hint" }
"""


@pytest.fixture
def told(docproof, tmp_path, monkeypatch):
    """Check a draft beside a settings file of this text; returns the outcome."""

    def run(text, *arguments):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "用语.txt").write_text("荻桥镇\n", encoding="utf-8")
        (tmp_path / "稿.txt").write_text("各地要布署。", encoding="utf-8")
        (tmp_path / ".docproof.toml").write_text(text, encoding="utf-8")
        return docproof("check", "稿.txt", *arguments)

    return run


def test_a_sound_one_holds(told):
    outcome = told(SOUND)
    assert (outcome.exit_code, outcome.stderr) == (1, "")
    assert "企业" in outcome.stdout


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("packs =", "pack ="), 2, "不认识的项 pack，是不是 packs"),
        (('"enterprise"', '"enterprize"'), 1, "没有名为 enterprize 的单位类型，可选 auto、"),
        (('profile = "plain"', 'profile = "club"'), 13, "没有名为 club 的单位类型"),
        (('profile = "enterprise"', "profile = 3"), 1, "profile 应为 文字或空值，实为 数"),
        (("packs = []", 'packs = "x"'), 2, "packs 应为 列表，实为 文字"),
        (("packs = []", 'packs = ["没有"]'), 2, "没有 没有 这个规则包文件夹"),
        (("用语.txt", "无.txt"), 3, "找不到词表 无.txt；docproof words add 会建立它"),
        (("归档/**", "归档[/**"), 4, "exclude 的“归档[/**”[ 没有配对的 ]"),
        (("归档/**", "/归档"), 4, "不写完整路径"),
        (("归档/**", "../归档"), 4, "不能用 .. 指到"),
        (('"归档/**"', "'归档\\*'"), 4, "文件夹之间用 / 分隔"),
        (("punctuation.*", "punctuatoin.*"), 7, "没有名为 punctuatoin.* 的规则，是不是 punctuation"),
        (("punctuation.clash", "punctuation.clsh"), 8, "没有名为 punctuation.clsh 的规则，是不是 punctuation.clash"),
        (("numbering.*", "numbring"), 15, "没有名为 numbring 的规则，是不是 numbering"),
        (("{ wording =", "{ wroding ="), 19, "没有名为 wroding 的规则，是不是 wording"),
        (('clash = "off"', 'clash = "of"'), 8, "punctuation.clash 的“of”应为 off、hint、warning、error 之一"),
        (('clash = "off"', "clash = false"), 8, "punctuation.clash 的“false”应为 off"),
        (('confusable = "error"', 'exclude = "x"'), 9, "exclude 要写在 [rules] 之前"),
        (('"讲话/**"', "[]"), 12, "match 不能为空"),
        (('match = "讲话/**"\n', ""), 11, "缺少必填项 match"),
        (('match = "讲话/**"', 'match = "讲话/**"\nmach = 1'), 13, "不认识的项 mach，是不是 match"),
        (("[[files]]\nmatch = [", "[files]\nmatch = ["), 17, "与前面的项重复"),
        (('"punctuation.*" =', "punctuation.* ="), 7, "带 * 或中文的加引号"),
        (('"enterprise"', "“enterprise”"), 1, "文字要用半角引号"),
        (('"enterprise"', '"enterprise'), 1, "引号或括号没有配对"),
        (("packs = []", "packs = ["), 3, "值写法有误"),
        (('profile = "enterprise"', 'profile "enterprise"'), 1, "项名后面要有 ="),
        (("confusable =", "punctuation ="), 9, "加引号"),
        (('"error"', '"error" "x"'), 9, "一行只写一项"),
    ],
)
def test_a_mistake_is_one_line_that_names_file_and_line(told, change, line, words):
    assert change[0] in SOUND
    outcome = told(SOUND.replace(*change))
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith(f"docproof：.docproof.toml:{line}：")
    assert words in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_files_without_double_brackets_are_explained(told):
    assert ".docproof.toml:1：files 要写成 [[files]]" in told('[files]\nmatch = "x"\n').stderr


def test_nothing_of_a_json_report_is_printed_before_a_mistake(told):
    assert told("x = 1", "--format", "json").stdout == ""


def test_a_mistake_keeps_no_other_draft_from_being_checked(docproof, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("甲/稿.txt", "乙/稿.txt", "丙.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("各地要布署。", encoding="utf-8")
    (tmp_path / "甲" / ".docproof.toml").write_text('profil = "plain"\n', encoding="utf-8")
    (tmp_path / "乙" / ".docproof.toml").write_text('profile = "plain"\n', encoding="utf-8")
    outcome = docproof("check", "--format", "json", ".")
    documents = {d["path"]: d for d in json.loads(outcome.stdout)["documents"]}
    assert outcome.exit_code == 2
    assert documents["甲/稿.txt"]["error"] == "甲/.docproof.toml:1：不认识的项 profil，是不是 profile"
    assert [len(documents[n]["findings"]) for n in ("乙/稿.txt", "丙.txt")] == [1, 1]


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "\n\n"])
def test_an_empty_one_changes_nothing(told, text):
    assert told(text).exit_code == 1


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig", "utf-16"])
def test_a_file_that_notepad_saved_is_read(docproof, tmp_path, encoding):
    (tmp_path / ".docproof.toml").write_bytes('# 本单位的规矩\r\nprofile = "enterprise"\r\n'.encode(encoding))
    (tmp_path / "稿.txt").write_text("一切正常。", encoding="utf-8")
    assert "企业" in docproof("check", tmp_path / "稿.txt").stdout


def test_the_example_of_the_page_is_sound(office, docproof):
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    office({".docproof.toml": example, "本单位规则/language/a.yaml": PACK, "讲话/稿.txt": "各地要,布署。。"})
    outcome = docproof("check", "讲话/稿.txt")
    assert outcome.stderr == ""
    assert "普通文字" in outcome.stdout
