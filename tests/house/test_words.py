"""A house's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docproof.house import lexicon

WORD = "error confusable.wrong-word"


def test_words_are_kept_beside_the_settings_in_the_order_they_came(office, docproof, monkeypatch):
    root = office({".docproof.toml": "", "甲/稿.txt": ""})
    monkeypatch.chdir(root / "甲")
    assert docproof("words", "add", "荻桥工做坊", "苇渡枢纽").stdout == f"加入 2 个词：{root}/.docproof-words.txt\n"
    again = docproof("words", "add", "苇渡枢纽", "阿寨村", "阿寨村")
    assert (again.exit_code, again.stderr) == (0, "“苇渡枢纽”已在第 2 行\n")
    assert docproof("words", "list").stdout == "荻桥工做坊\n苇渡枢纽\n阿寨村\n"


def test_without_settings_words_are_kept_here_and_hold_below(office, docproof, found, monkeypatch):
    root = office({"甲/乙/稿.txt": "荻桥工做坊认真工做。", "稿.txt": "荻桥工做坊。"})
    monkeypatch.chdir(root / "甲")
    assert docproof("words", "add", "荻桥工做坊").stdout == "加入 1 个词：.docproof-words.txt\n"
    monkeypatch.chdir(root)
    assert found(".") == {"甲/乙/稿.txt": [f"{WORD} 工做"], "稿.txt": [f"{WORD} 工做"]}
    assert found(".", "--no-config")["甲/乙/稿.txt"] == [f"{WORD} 工做", f"{WORD} 工做"]


def test_comments_notes_and_order_stay_as_people_wrote_them(office, docproof):
    text = "# 所属单位\n荻桥工做坊\t2024年成立\n\n# 人名\n阿寨"
    root = office({".docproof-words.txt": text})
    docproof("words", "add", "苇渡枢纽")
    assert (root / ".docproof-words.txt").read_text(encoding="utf-8") == f"{text}\n苇渡枢纽\n"
    assert docproof("words", "list").stdout == "荻桥工做坊\t2024年成立\n阿寨\n苇渡枢纽\n"


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("坊", "只有一个字"),
        ("荻桥 工做坊", "中间有空格"),
        ("荻桥　工做坊", "中间有空格"),
        ("#荻桥", "不是词"),
        ("……", "不是词"),
        ("荻桥\u200b坊", "看不见的字符"),
        ("荻" * 41, "超过 40 字"),
    ],
)
def test_what_is_no_word_is_refused_with_the_reason(office, docproof, word, reason):
    root = office({})
    outcome = docproof("words", "add", "苇渡枢纽", word)
    assert (outcome.exit_code, outcome.stdout, outcome.stderr.count("\n")) == (2, "", 1)
    assert reason in outcome.stderr
    assert not (root / ".docproof-words.txt").exists()


def test_a_lexicon_with_a_mistake_is_named_by_file_and_line(office, docproof):
    office({".docproof-words.txt": "荻桥镇\n坊\n", "稿.txt": "一切正常。"})
    outcome = docproof("check", "稿.txt")
    assert outcome.exit_code == 2
    assert outcome.stderr.startswith("docproof：.docproof-words.txt:2：“坊”只有一个字")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("名单.txt", "荻桥工做坊\n坊\n苇渡枢纽\t说明\n# 注\n"),
        ("名单.csv", "词语,说明\n荻桥工做坊,成立\n坊,\n\"苇渡枢纽\",\"有,逗号\"\n"),
        ("名单.tsv", "荻桥工做坊\t成立\n坊\n苇渡枢纽\n"),
    ],
)  # fmt: skip
def test_lists_are_imported_from_what_an_office_has(office, docproof, name, text, encoding):
    root = office({})
    (root / name).write_bytes(text.replace("\n", "\r\n").encode(encoding))
    outcome = docproof("words", "import", name)
    assert outcome.stdout == "加入 2 个词：.docproof-words.txt\n"
    line = 3 if name.endswith("csv") else 2
    assert outcome.stderr == f"{name}:{line}：“坊”只有一个字，会放过太多错处；请写完整的词；没有加入\n"
    assert docproof("words", "list").stdout == "荻桥工做坊\n苇渡枢纽\n"


def test_an_import_of_nothing_is_named(office, docproof):
    office({})
    assert docproof("words", "import", "无.txt").stderr == "docproof：无.txt：找不到文件，请检查路径\n"


def test_only_rules_on_words_give_way_to_a_lexicon(office, found):
    office({".docproof-words.txt": "荻桥工做,坊\n", "稿.txt": "荻桥工做,坊。别处工做。"})
    assert found("稿.txt")["稿.txt"] == ["warning punctuation.half-width ,", f"{WORD} 工做"]


def test_the_cut_into_words_knows_the_lexicon(office, found):
    office({"稿.txt": "赛恩工做强做大。"})
    before = found("稿.txt")["稿.txt"]
    office({".docproof-words.txt": "赛恩工\n"})
    assert found("稿.txt")["稿.txt"] == []
    assert before == [f"{WORD} 工做"]


def test_folders_with_other_words_do_not_share_them(office, found):
    office(
        {
            "甲/.docproof-words.txt": "荻桥工做坊\n",
            "甲/稿.txt": "荻桥工做坊，苇渡工做坊。",
            "乙/.docproof.toml": 'lexicon = "用语.txt"\nexclude = ["用语.txt"]\n',
            "乙/用语.txt": "苇渡工做坊\n",
            "乙/稿.txt": "荻桥工做坊，苇渡工做坊。",
            "丙/稿.txt": "荻桥工做坊，苇渡工做坊。",
        }
    )
    assert {path: len(findings) for path, findings in found(".").items()} == {
        "丙/稿.txt": 2,
        "乙/稿.txt": 1,
        "甲/稿.txt": 1,
    }


SOUND = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("5G·-"), min_size=2, max_size=12
).filter(lambda w: not lexicon.objection(w))


@given(st.lists(st.lists(SOUND, max_size=5), max_size=4), st.booleans())
def test_what_is_added_is_read_back_each_once_and_in_order(tmp_path_factory, batches, windows):
    path = tmp_path_factory.mktemp("words") / ".docproof-words.txt"
    head = b"\xef\xbb\xbf# words\r\n" if windows else b"# words\n"
    path.write_bytes(head)
    for batch in batches:
        lexicon.add(path, batch)
    assert [w.text for w in lexicon.load(path)] == list(dict.fromkeys(w for batch in batches for w in batch))
    assert path.read_bytes().startswith(head)
    assert path.read_bytes().count(b"\r\n") == (path.read_bytes().count(b"\n") if windows else 0)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_lexicon_that_cannot_be_written_stays_as_it_was(office, docproof, monkeypatch):
    root = office({".docproof-words.txt": "荻桥镇\n"})

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("docproof.house.textfiles.os.replace", full)
    outcome = docproof("words", "add", "苇渡枢纽")
    assert outcome.exit_code == 2
    assert ".docproof-words.txt：写不进去" in outcome.stderr
    assert [(p.name, p.read_text(encoding="utf-8")) for p in root.iterdir()] == [(".docproof-words.txt", "荻桥镇\n")]
