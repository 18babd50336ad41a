"""What programs read and what people read."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from word import p

SCHEMA = json.loads((files("docproof.reporting") / "report-v1.schema.json").read_text(encoding="utf-8"))
SAMPLES = Path(__file__).parent.parent / "samples"
DRAFT = """关于做好档案工作的通知
各科室：
一、总体要求
请认真布署,抓好落实。
松屏市档案局
2026年3月2日"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_bytes(DRAFT.replace("\n", "\r\n").encode("utf-8-sig"))
    return path


def test_the_report_format_is_its_contract(docproof, draft):
    result = docproof("check", "--gate", "language", "--format", "json", draft)
    report = json.loads(result.stdout)
    jsonschema.validate(report, SCHEMA)
    assert result.exit_code == 1
    assert report["version"] == 1
    assert report["summary"] == {
        "documents": 1, "characters": len(DRAFT), "findings": 2, "errors": 1, "warnings": 1, "hints": 0,
    }  # fmt: skip
    (document,) = report["documents"]
    assert list(document) == ["path", "type", "profile", "as_of", "characters", "error", "gates", "findings", "ignored"]
    assert (document["type"], document["profile"], document["as_of"]) == ("通知", "party-government", "2026-03-02")
    assert document["gates"] == {
        "format": None, "language": "fail", "policy": None, "routing": None, "coordination": None,
    }  # fmt: skip
    word, mark = document["findings"]
    start = DRAFT.index("布署")
    assert word | {"key": ""} == {
        "rule": "confusable.wrong-word", "gate": "language", "severity": "error", "message": "“布署”有错字，应为“部署”",
        "source": "党政机关公文处理工作条例 第二十条", "start": start, "end": start + 2, "text": "布署", "line": 4,
        "column": 4, "where": "第4行第4列", "suggestions": ["部署"], "fix": "safe", "key": "",
    }  # fmt: skip
    assert (mark["text"], mark["suggestions"], mark["fix"]) == (",", ["，"], "safe")


def test_every_sample_reports_by_the_schema(docproof):
    report = json.loads(docproof("check", "--format", "json", SAMPLES).stdout)
    jsonschema.validate(report, SCHEMA)
    assert len(report["documents"]) == 80
    counts = [len(d["findings"]) for d in report["documents"]]
    assert report["summary"]["findings"] == sum(counts)


def test_the_text_command_prints_what_offsets_count(docproof, draft):
    assert docproof("text", draft).stdout == DRAFT + "\n"


def test_the_text_command_keeps_what_a_terminal_would_obey(docproof, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("各地\x1b[31m布署", encoding="utf-8")
    assert docproof("text", path).stdout == "各地\x1b[31m布署\n"


def test_what_a_person_sees(docproof, draft):
    result = docproof("check", "--gate", "language", draft)
    assert (
        result.stdout
        == f"""{draft}　通知　党政机关　{len(DRAFT)}字　以2026-03-02为准
  格式关 未检查　文字关 不通过　政策关 未检查　行文规则关 未检查　事先协调关 未检查
  错误 一、总体要求 › 第4行第4列　“布署”有错字，应为“部署”
      请认真⟦布署⟧,抓好落实。
      改为 部署　confusable.wrong-word　党政机关公文处理工作条例 第二十条
  警告 一、总体要求 › 第4行第6列　半角“,”改为全角“，”
      请认真布署⟦,⟧抓好落实。
      改为 ，　punctuation.half-width　GB/T 15834—2011 5.1.1

共 1 份，{len(DRAFT)} 字：错误 1，警告 1，提示 0
"""
    )


def test_places_in_word_files(docproof, docx):
    cell = f"<w:tbl><w:tr><w:tc>{p('项目')}</w:tc><w:tc>{p('金额,元')}</w:tc></w:tr></w:tbl>"
    path = docx(
        p("松屏市档案局关于做好档案工作的通知")
        + p("各科室：")
        + p("一、总体要求")
        + p("请认真布署。")
        + cell
        + p("松屏市档案局")
        + p("2026年3月2日"),
        footnotes=f'<w:footnote w:id="1">{p("见附件,一")}</w:footnote>',
    )
    findings = json.loads(docproof("check", "--format", "json", path).stdout)["documents"][0]["findings"]
    assert [f["where"] for f in findings] == ["正文第2段", "表1第1行第2列", "脚注1"]
    assert "一、总体要求 › 正文第2段" in docproof("check", path).stdout


def test_many_findings_of_a_kind_are_folded(docproof, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("各地要抓好,落实。\n" * 130, encoding="utf-8")
    folded, whole = docproof("check", path).stdout, docproof("check", "--all", path).stdout
    assert folded.count("改为 ，") == 3
    assert "同类 130 处，列前 3 处" in folded
    assert whole.count("改为 ，") == 130
    assert len(json.loads(docproof("check", "--format", "json", path).stdout)["documents"][0]["findings"]) == 130


def test_what_a_draft_holds_never_reaches_the_terminal_raw(docproof, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("加强\x1b[31m领导,落实\u202e", encoding="utf-8")
    shown = docproof("check", path).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "<U+001B>" in shown


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("hint", 1), ("never", 0)])
def test_the_exit_status_follows_fail_on(docproof, tmp_path, fail_on, status):
    path = tmp_path / "a.txt"
    path.write_text("加强,领导", encoding="utf-8")
    assert docproof("check", "--fail-on", fail_on, path).exit_code == status
