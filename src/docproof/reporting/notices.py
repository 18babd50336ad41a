"""What must be said of a file beside what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.model import Report

SECRET = "标有密级“{mark}”。涉密文稿不得在联网的计算机上起草、存放和校对，请转到涉密计算机处理；本次校对未留缓存和日志"


def notices(report: Report) -> Iterator[str]:
    """Lines about the handling of a draft: open in Word, marked as secret."""
    if report.draft is None:
        return
    for note in report.draft.document.notes:
        yield f"{report.path}：{note}"
    if mark := report.draft.classification:
        yield f"{report.path}：{SECRET.format(mark=mark.span.of(report.draft.text))}"
