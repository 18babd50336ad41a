"""Folders of an office: files from a few lines, and what a check of them finds."""

import json

import pytest


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Write files by name into a folder, which becomes the current one."""
    monkeypatch.chdir(tmp_path)

    def write(files):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def found(docproof):
    """What a check finds, by draft: rule, severity and words of each finding."""

    def run(*arguments):
        outcome = docproof("check", "--format", "json", *arguments)
        assert outcome.stdout, outcome.stderr
        report = json.loads(outcome.stdout)
        return {
            d["path"]: [f"{f['severity']} {f['rule']} {f['text']}".rstrip() for f in d["findings"]]
            for d in report["documents"]
        }

    return run
