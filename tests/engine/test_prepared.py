"""The shipped rule files are kept as one file: made from them, made anew when they change, done without where it can't be."""

import shutil

import msgspec
import pytest

from docproof.checking import outline_text
from docproof.engine import RuleSet, prepared, rules_root
from docproof.gates import CODE_RULES


@pytest.fixture
def caches(tmp_path, monkeypatch):
    monkeypatch.setattr(prepared, "_caches", lambda: tmp_path / "caches")
    prepared.prepared.cache_clear()
    yield tmp_path / "caches"
    prepared.prepared.cache_clear()


def findings(pack, text="请认真布署，建立台帐。"):
    prepared.prepared.cache_clear()
    rules = RuleSet.load([pack], CODE_RULES, proven=[pack])
    return [f.rule for f in rules.findings(outline_text(text))]


def test_what_is_kept_finds_what_the_files_find(caches):
    first = findings(rules_root())
    (kept,) = caches.iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    assert findings(rules_root()) == first != []
    assert list(caches.iterdir()) == [kept]


def test_a_changed_file_is_read_again(caches, tmp_path):
    pack = shutil.copytree(rules_root(), tmp_path / "rules")
    before = findings(pack)
    (pack / "language" / "confusable.yaml").unlink()
    assert findings(pack) != before


def test_only_the_newest_are_kept(caches, tmp_path):
    for n in range(6):
        findings(shutil.copytree(rules_root(), tmp_path / f"rules-{n}"))
    assert len(list(caches.iterdir())) == prepared.MOST_KEPT


EMPTY = msgspec.msgpack.encode(prepared.Prepared({}, {}, {}))


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\x93", EMPTY])
def test_a_damaged_file_is_made_anew(caches, content):
    first = findings(rules_root())
    (kept,) = caches.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(content)
    assert findings(rules_root()) == first
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_written_the_files_are_parsed(caches):
    caches.write_text("a file where the folder should be", encoding="utf-8")
    assert findings(rules_root())


def test_a_file_that_lacks_a_word_list_is_made_anew(caches):
    first = findings(rules_root())
    (kept,) = caches.iterdir()
    whole = kept.read_bytes()
    shelf = msgspec.msgpack.decode(whole)
    shelf["tables"].popitem()
    kept.write_bytes(msgspec.msgpack.encode(shelf))
    assert findings(rules_root()) == first
    assert kept.read_bytes() == whole


def test_no_unfinished_file_is_left_where_the_old_one_cannot_be_replaced(caches, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(prepared.os, "replace", refuse)
    assert findings(rules_root())
    assert list(caches.iterdir()) == []
