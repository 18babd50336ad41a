"""A small draft from which the rules' examples are made."""

from __future__ import annotations


def notice(
    *,
    marks: str = "",
    letterhead: str = "沅泽县水利局文件",
    number: str = "沅水〔2026〕8号",
    title: str = "沅泽县水利局关于做好春灌工作的通知",
    recipients: str = "各乡镇水利站：",
    body: str = "请各站及早动手。",
    attached: str = "",
    signature: str = "沅泽县水利局",
    date: str = "2026年3月2日",
    after: str = "",
) -> str:
    """A notice of ten parts, each of which an example may replace; an empty one is left out."""
    parts = (marks, letterhead, number, title, recipients, body, attached, signature, date, after)
    return "\n".join(part for part in parts if part)
