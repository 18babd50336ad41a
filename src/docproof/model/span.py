"""A stretch of a document's text."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch `[start, end)` of a text, in code points; empty where something is absent."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The words that stand here in `text`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether all of `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point; an empty span overlaps what surrounds it."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)
