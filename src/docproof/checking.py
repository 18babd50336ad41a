"""The whole pipeline: from paths and texts to reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from docproof.engine import RuleSet, rules_root
from docproof.gates import CODE_RULES
from docproof.house import REMARKS, House, Settings, named, put_to_rest, selected
from docproof.model import DocproofError, Document, Draft, ReadError, Report, RuleError, SettingsError
from docproof.outlining import AUTO, outline
from docproof.reading import read
from docproof.reading.conversion import Converter
from docproof.reading.discovery import drafts
from docproof.reading.text import lines_as_paragraphs

__all__ = [
    "House",
    "Settings",
    "check_document",
    "check_path",
    "check_paths",
    "check_text",
    "outline_text",
    "selected",
    "shipped_rules",
]


@lru_cache(maxsize=1)
def shipped_rules() -> RuleSet:
    """The rules that come with docproof, data and code."""
    return RuleSet.load([rules_root()], CODE_RULES, proven=[rules_root()], watching=REMARKS)


def check_paths(paths: Iterable[Path], settings: Settings, rules: RuleSet | House) -> Iterator[Report]:
    """Check every draft at or below the paths; what cannot be read becomes a report with its error.

    The same rules for all, or a house's for each. The drafts that a faulty file of the house governs are not checked;
    where that is all of them its mistake is raised, before anything is checked.
    """
    house = rules if isinstance(rules, House) else House(rules, looks_up=False)
    found = [(path, error or house.at_or_why_not(path, settings)) for path, error in drafts(paths, house.excludes)]
    faults = [held for _, held in found if isinstance(held, (SettingsError, RuleError))]
    if faults and len(faults) == len(found):
        raise faults[0]
    return _checked(found)


def _checked(found: Sequence[tuple[Path, tuple[Settings, RuleSet] | DocproofError]]) -> Iterator[Report]:
    """The reports of files with what holds for them; those of other office formats are converted a batch ahead."""
    with Converter() as converter:
        line = converter.ahead((path, held if isinstance(held, ReadError) else None) for path, held in found)
        for (path, held), _ in zip(found, line, strict=True):
            if isinstance(held, DocproofError):
                yield Report.unreadable(named(path), str(held))
            else:
                yield check_path(path, *held, converter)


def check_path(path: Path, settings: Settings, rules: RuleSet, converter: Converter | None = None) -> Report:
    """Check one file; whatever happens there, the files after it are still checked."""
    try:
        return check_document(read(path, settings.max_size, converter), named(path), settings, rules)
    except ReadError as e:
        return Report.unreadable(named(path), str(e))
    except Exception as e:
        return Report.unreadable(named(path), f"校对时程序内部出错（{type(e).__name__}），请把能重现的文稿反馈给开发者")


def check_document(document: Document, path: str, settings: Settings, rules: RuleSet) -> Report:
    """Outline and check one document that has been read."""
    draft = outline(document, settings.profile or AUTO, settings.as_of)
    rested = put_to_rest(rules.findings(draft), draft, path, rules, settings.ignores)
    return Report.of(path, draft, rested.findings, rules.gates(draft), rested.ignored, rested.notes)


def outline_text(text: str, as_of: date | None = None) -> Draft:
    """A text as a draft, one paragraph a line ("\\n")."""
    return outline(Document(text, lines_as_paragraphs(text)), as_of=as_of)


def check_text(text: str, settings: Settings | None = None, rules: RuleSet | None = None, path: str = "") -> Report:
    """Check a text, one paragraph a line ("\\n")."""
    document = Document(text, lines_as_paragraphs(text))
    return check_document(document, path, settings or Settings(), rules or shipped_rules())
