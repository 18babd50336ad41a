"""YAML files as strictly typed data, with errors that name file, line and rule."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from docproof.model import RuleError

T = TypeVar("T")
Steps = list[tuple[str, str, str]]
REFUSED = re.compile(r"Invalid enum value '(.+?)'")
COMPLAINTS = (
    (re.compile(r"Object missing required field `(.+?)`"), "缺少必填项 {0}"),
    (re.compile(r"Object contains unknown field `(.+?)`"), "不认识的项 {0}"),
    (REFUSED, "取值“{0}”不在允许的范围内"),
    (re.compile(r"Invalid RFC3339 encoded date"), "应写作 2018-03-13 的样子"),
    (re.compile(r"Expected `(.+?)`, got `(.+?)`"), "应为 {0}，实为 {1}"),
)
KINDS = {
    "str": "文字",
    "array": "列表",
    "object": "键值对",
    "null": "空值",
    "int": "数",
    "float": "数",
    "bool": "真假值",
}


def load(path: Path, kind: type[T]) -> T:
    """The file's content as `kind`. Raises RuleError naming file and line."""
    import yaml

    text = read(path)
    try:
        data = yaml.load(text, _loader())
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise RuleError(f"{where}：YAML 写法有误（{getattr(e, 'problem', None) or e}）") from None
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as e:
        complaint, _, at = str(e).partition(" - at `$")
        steps = steps_of(at)
        named = _named(data, steps)
        value = re.search("'(.+?)'", complaint) if any(unknown for _, _, unknown in steps) else None
        line = line_with_words(path, value[1]) if value else _line(text, steps)  # msgspec names no key of a mapping
        raise RuleError(f"{path}:{line}：{named}{in_chinese(complaint)}{_choices(kind, steps, complaint)}") from None


def steps_of(at: str) -> Steps:
    """The steps of a msgspec path behind its `$`: of each an index, a name, or `...` for a key that it does not tell."""
    return re.findall(r"\[(\d+)\]|\.([\w-]+)|\[(\.\.\.)\]", at)


def _loader() -> Any:
    """What reads every scalar as a string."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(path: Path) -> str:
    """A text file of a pack. Raises RuleError where it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RuleError(f"{path}：不是 UTF-8 编码，请另存为 UTF-8") from None
    except OSError as e:
        raise RuleError(f"{path}：读取失败（{e.strerror or e}）") from None


def line_of(text: str, index: int) -> int:
    """The line, from 1, of an item of a file's top-level list."""
    return _line(text, [(str(index), "", "")])


def line_with(path: Path, rule: str, words: str) -> int:
    """The line, from 1, on which a rule's entry shows these words, else that of its id; as the file writes them."""
    lines = read(path).split("\n")
    first = next(
        (n for n, line in enumerate(lines, 1) if re.search(rf"\bid:\s*['\"]?{re.escape(rule)}(?![\w.-])", line)), 1
    )
    beginning = words.split("\n")[0]
    return next((n for n, line in enumerate(lines[first:], first + 1) if beginning in line), first)


def line_with_words(path: Path, words: str) -> int:
    """The line, from 1, on which these words first stand, else 1."""
    return next((n for n, line in enumerate(read(path).split("\n"), 1) if words in line), 1)


def _named(data: Any, steps: Steps) -> str:
    if steps and steps[0][0] and isinstance(data, list):
        item = data[int(steps[0][0])]
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            field = next((name for _, name, _ in steps if name), "")
            return f"规则 {item['id']}" + (f" 的 {field}" if field else "") + "："
    key = ".".join(name for _, name, _ in steps if name)
    return f"{key} " if key else ""


def _line(text: str, steps: Steps) -> int:
    """Follow a path of indices and keys through the composed nodes as far as it goes."""
    import yaml

    node = yaml.compose(text, _loader())
    line = 0
    for index, key, _ in steps:
        if index and isinstance(node, yaml.SequenceNode) and int(index) < len(node.value):
            node = node.value[int(index)]
        elif key and isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == key), None)
            if pair is None:
                break
            node = pair[1]
            line = pair[0].start_mark.line
            continue
        else:
            break
        line = node.start_mark.line
    return int(line) + 1


def complaint_of(error: msgspec.ValidationError, kind: Any) -> str:
    """What is wrong with data that should be `kind`, for a person: the key, and the values that may stand there."""
    complaint, _, at = str(error).partition(" - at `$")
    steps = steps_of(at)
    key = next((f"{name} " for _, name, _ in steps if name), "")
    return f"{key}{in_chinese(complaint)}{_choices(kind, steps, complaint)}"


def _choices(kind: Any, steps: Steps, complaint: str) -> str:
    refused = REFUSED.search(complaint)
    if not refused:
        return ""
    from docproof.engine.choices import choices

    return choices(kind, steps, refused[1])


def in_chinese(complaint: str) -> str:
    """What msgspec complains of, for a person."""
    for pattern, words in COMPLAINTS:
        if match := pattern.search(complaint):
            return words.format(*("或".join(KINDS.get(k, k) for k in g.split(" | ")) for g in match.groups()))
    return complaint
