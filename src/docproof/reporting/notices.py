"""What must be said of a file beside what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.model import Draft, Report

SECRET = "标有密级“{mark}”。涉密文稿不得在联网的计算机上起草、存放和校对，请转到涉密计算机处理；本次未留缓存和日志"


def notices(report: Report) -> Iterator[str]:
    """Lines about the handling of a draft that was checked: those of the draft, and of its house's list."""
    if report.draft is not None:
        yield from notices_of(report.path, report.draft)
        yield from (f"{report.path}：{note}" for note in report.notes)


def notices_of(path: str, draft: Draft) -> Iterator[str]:
    """Lines about the handling of a draft: open in Word, marked as secret."""
    for note in draft.document.notes:
        yield f"{path}：{note}"
    if mark := draft.classification:
        yield f"{path}：{SECRET.format(mark=mark.span.of(draft.text))}"
