"""The recognised elements of a draft as data."""

from __future__ import annotations

from typing import Any

from docproof.model import Draft


def outline_data(draft: Draft, path: str) -> dict[str, Any]:
    """The recognised elements; offsets are code points of the text as `docproof text` prints it, half-open."""
    return {
        "path": path,
        "type": draft.type.value if draft.type else None,
        "profile": draft.profile,
        "direction": draft.direction.value if draft.direction else None,
        "issuers": list(draft.issuers),
        "recipients": list(draft.recipients),
        "as_of": draft.as_of.isoformat() if draft.as_of else None,
        "elements": [
            {
                "kind": e.kind.value,
                "level": e.level or None,
                "start": e.span.start,
                "end": e.span.end,
                "text": e.span.of(draft.text),
            }
            for e in draft.elements
        ],
    }
