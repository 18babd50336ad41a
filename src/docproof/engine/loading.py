"""Packs: folders of rule files, one folder a gate."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable
from pathlib import Path
from string import Formatter

from docproof.engine.datarules import Concerns, PatternRule, WordRule
from docproof.engine.face import Example, Rule
from docproof.engine.prepared import Prepared, prepared
from docproof.engine.schema import ExampleData, RuleData
from docproof.engine.tables import Entry, load_table, parse_date
from docproof.engine.yamlfiles import line_of, load, read
from docproof.model import Gate, RuleError, Scope, Source

DataRule = PatternRule | WordRule
KINDS = ("pattern", "words", "swaps", "table")
FOLDERS = (*(g.value for g in Gate), "profiles")
RULE_ID = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")


def load_pack(folder: Path, proven: bool = False, taken: Container[str] = ()) -> list[DataRule]:
    """The data rules of a pack: every `GATE/*.yaml` below the folder. Raises RuleError naming file, line and rule.

    The patterns of a `proven` pack, one whose examples are tested before it ships, are compiled when they are needed.
    Ids that are `taken` by rules outside the pack are refused.
    """
    if not folder.is_dir():
        raise RuleError(f"{folder}：规则包应是一个文件夹，下设 {'、'.join(g.value for g in Gate)} 等子文件夹")
    for inner in sorted(folder.iterdir()):
        if inner.is_dir() and not inner.name.startswith((".", "_")) and inner.name not in FOLDERS:
            raise RuleError(f"{inner}：规则包里不认识这个文件夹，可用的是 {'、'.join(FOLDERS)}")
    shelf = prepared(folder) if proven else None
    rules: list[DataRule] = []
    seen: dict[str, Path] = {}
    for gate in Gate:
        for path in sorted((folder / gate.value).glob("*.yaml")):
            name = path.relative_to(folder).as_posix()
            for index, data in enumerate(shelf.rules[name] if shelf else load(path, list[RuleData])):
                try:
                    rule = _rule(data, gate, path, shelf)
                except RuleError as e:
                    if str(e).startswith(str(path.parent)):  # a word list names its own line
                        raise
                    raise RuleError(f"{path}:{line_of(read(path), index)}：规则 {data.id}：{e}") from None
                if data.id in seen or data.id in taken:
                    where = f" {seen[data.id]} " if data.id in seen else "自带的规则或其他规则包"
                    raise RuleError(f"{path}:{line_of(read(path), index)}：规则 {data.id} 在{where}中已有，请换一个 id")
                seen[data.id] = path
                rules.append(rule)
    return rules


def see_files(folder: Path, tables: Collection[str], rules: Iterable[DataRule]) -> None:
    """See that a pack holds no file that nothing reads. Raises RuleError naming it.

    `tables` are those that code rules read, by their paths in a pack; `rules` are the pack's own.
    """
    lists = {rule.table.resolve() for rule in rules if isinstance(rule, WordRule) and rule.table}
    for path in sorted(p for name in FOLDERS for p in (folder / name).glob("[!.~]*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".yml":
            raise RuleError(f"{path}：没有读取，文件名要以 .yaml 结尾")
        if path.suffix == ".tsv" and name not in tables and path.resolve() not in lists:
            known = "、".join(sorted(t for t in tables if t.startswith(f"{path.parent.name}/"))) or "无"
            raise RuleError(f"{path}：没有规则读取这张表；词表要由规则的 table 写明，可以换的表有 {known}")


def _rule(data: RuleData, gate: Gate, path: Path, shelf: Prepared | None) -> DataRule:
    """One rule; of a proven pack if it stands on the `shelf`. Raises RuleError without the place, unless it stands in a table."""
    kinds = [k for k in KINDS if getattr(data, k) is not None]
    if kinds not in (["pattern"], ["pattern", "swaps"], ["words"], ["swaps"], ["table"]):
        raise RuleError("pattern、words、swaps、table 应写且只写一种（pattern 可配 swaps）")
    if not RULE_ID.fullmatch(data.id):
        raise RuleError("id 应为小写单词，形如 punctuation.half-width")
    face = _face(data, gate, path)
    since = parse_date(data.since, "since") if data.since else None
    concerns = Concerns(tuple(data.types), tuple(data.directions), tuple(data.exempt))
    _refuse_unused(data)
    if data.pattern is None:
        _see_placeholders([data.message], {"words", "right", "note"}, "这种规则")
        entries, table = tuple(_entries(data, gate, path, shelf)), path.parent / data.table if data.table else None
        return WordRule(face, entries, data.scope or Scope.WORDS, since, concerns, table)
    patterns = [data.pattern] if isinstance(data.pattern, str) else data.pattern
    if shelf is None:
        _prove(patterns, data)
    suggest = (data.suggest,) if isinstance(data.suggest, str) else tuple(data.suggest or ())
    return PatternRule(
        face,
        tuple(patterns),
        tuple(data.when),
        tuple(data.absent),
        suggest,
        data.swaps or {},
        data.scope or Scope.PROSE,
        since,
        data.apart,
        data.unless,
        concerns,
    )


def _refuse_unused(data: RuleData) -> None:
    """A field that the rule's kind does not use is a mistake that would pass unseen."""
    of_patterns = {
        "when": data.when,
        "absent": data.absent,
        "unless": data.unless,
        "suggest": data.suggest is not None,
        "apart": data.apart != "no",
    }
    unused = [n for n, given in of_patterns.items() if given] if data.pattern is None else []
    if data.except_ and (data.pattern is not None or data.table is not None):
        unused.append("except")
    if unused:
        raise RuleError(f"这种规则不用 {'、'.join(unused)}")


def _prove(patterns: list[str], data: RuleData) -> None:
    """Compile the patterns and see that message and suggestions name only groups that there are."""
    try:
        compiled = [re.compile(p) for p in patterns]
        re.compile(data.unless or "")
    except re.error as e:
        raise RuleError(f"pattern 有误：{e}") from None
    if not compiled or any(p.match("") for p in compiled):
        raise RuleError("pattern 会匹配空文字")
    known = {"words", "right", *(name for p in compiled for name in p.groupindex)}
    templates = [data.message, *([data.suggest] if isinstance(data.suggest, str) else data.suggest or [])]
    _see_placeholders(templates, known, "pattern")


def _see_placeholders(templates: list[str], known: set[str], where: str) -> None:
    """Message and suggestions may name only what the rule knows."""
    try:
        named = {name for t in templates for _, name, _, _ in Formatter().parse(t) if name is not None}
    except ValueError:
        raise RuleError("message 或 suggest 里的 { } 不成对") from None
    if unknown := named - known:
        raise RuleError(f"message 或 suggest 里的 {{{unknown.pop()}}} 在 {where} 中没有同名的组")


def _face(data: RuleData, gate: Gate, path: Path) -> Rule:
    bad, good = ([_example(e) for e in examples] for examples in (data.bad, data.good))
    if not bad or not good:
        raise RuleError("bad 和 good 各至少要有一个例句")
    if any(not e.marks for e in bad):
        raise RuleError("bad 例句要用 ⟦ ⟧ 标出错处")
    source = Source(data.source.standard, data.source.clause, data.source.strength)
    return Rule(
        data.id,
        gate,
        data.severity,
        data.message,
        source,
        data.fix,
        tuple(bad),
        tuple(good),
        data.why,
        data.general == "yes",
        path,
    )


def _example(data: str | ExampleData) -> Example:
    if isinstance(data, str):
        return Example.parse(data)
    return Example.parse(data.text, parse_date(data.date, "例句的 date") if data.date else None)


def _entries(data: RuleData, gate: Gate, path: Path, shelf: Prepared | None) -> list[Entry]:
    if data.table is not None and shelf:
        return shelf.tables[f"{gate.value}/{data.table}"]
    if data.table is not None:
        return load_table(path.parent / data.table)
    pairs = data.swaps if data.swaps is not None else dict.fromkeys(data.words or [], "")
    if not all(pairs):
        raise RuleError("words、swaps 里不能有空词")
    return [Entry(wrong, (right,) if right else (), excepts=tuple(data.except_)) for wrong, right in pairs.items()]
