"""The whole pipeline: from paths and texts to reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from docproof.engine import RuleSet, rules_root
from docproof.gates import CODE_RULES
from docproof.model import Document, Draft, Gate, ReadError, Report, UsageError
from docproof.outlining import AUTO, outline
from docproof.reading import DEFAULT_MAX_SIZE, read
from docproof.reading.conversion import Converter
from docproof.reading.discovery import drafts
from docproof.reading.text import lines_as_paragraphs


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose for a check; `max_size` is in bytes of text."""

    profile: str = AUTO
    as_of: date | None = None
    gates: tuple[Gate, ...] = tuple(Gate)
    rules: tuple[str, ...] = ()
    max_size: int = DEFAULT_MAX_SIZE


@lru_cache(maxsize=1)
def shipped_rules() -> RuleSet:
    """The rules that come with docproof, data and code."""
    return rules_with(())


def rules_with(packs: Sequence[Path]) -> RuleSet:
    """The shipped rules and those of a user's packs (folders), read anew. Raises RuleError."""
    return RuleSet.load([rules_root(), *packs], CODE_RULES, proven=[rules_root()])


def selected(rules: RuleSet, settings: Settings) -> RuleSet:
    """The rules that the settings ask for. Raises UsageError for a rule or a profile that does not exist."""
    if settings.profile != AUTO and settings.profile not in rules.profiles:
        raise UsageError(f"没有名为 {settings.profile} 的单位类型，可选 {AUTO}、{'、'.join(rules.profiles)}")
    return rules.only(settings.rules, settings.gates)


def check_paths(paths: Iterable[Path], settings: Settings, rules: RuleSet) -> Iterator[Report]:
    """Check every draft at or below the paths; what cannot be read becomes a report with its error."""
    with Converter() as converter:
        for path, error in converter.ahead(drafts(paths)):
            yield Report.unreadable(_named(path), str(error)) if error else check_path(path, settings, rules, converter)


def check_path(path: Path, settings: Settings, rules: RuleSet, converter: Converter | None = None) -> Report:
    """Check one file; whatever happens there, the files after it are still checked."""
    try:
        return check_document(read(path, settings.max_size, converter), _named(path), settings, rules)
    except ReadError as e:
        return Report.unreadable(_named(path), str(e))
    except Exception as e:
        return Report.unreadable(
            _named(path), f"校对时程序内部出错（{type(e).__name__}），请把能重现的文稿反馈给开发者"
        )


def _named(path: Path) -> str:
    """A path as text, with / on every system; bytes of another encoding in a name become replacement characters."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def check_document(document: Document, path: str, settings: Settings, rules: RuleSet) -> Report:
    """Outline and check one document that has been read."""
    draft = outline(document, settings.profile, settings.as_of)
    return Report.of(path, draft, rules.findings(draft), rules.gates)


def outline_text(text: str, as_of: date | None = None) -> Draft:
    """A text as a draft, one paragraph a line ("\\n")."""
    return outline(Document(text, lines_as_paragraphs(text)), as_of=as_of)


def check_text(text: str, settings: Settings | None = None, rules: RuleSet | None = None, path: str = "") -> Report:
    """Check a text, one paragraph a line ("\\n")."""
    document = Document(text, lines_as_paragraphs(text))
    return check_document(document, path, settings or Settings(), rules or shipped_rules())
