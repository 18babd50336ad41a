"""Names of WordprocessingML, alike for Transitional and Strict files."""

from functools import lru_cache

from lxml import etree

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
RELATIONSHIP_NAMESPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
OFF = {"0", "false", "off", "none"}


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return _local_name(element.tag)


def tags(name: str) -> list[str]:
    """The full names of an element of WordprocessingML, for lxml's own search."""
    return [f"{{{namespace}}}{name}" for namespace in NAMESPACES]


@lru_cache(maxsize=4096)
def _local_name(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute in the word-processing or the relationship namespace, or None."""
    for namespace in (*NAMESPACES, *RELATIONSHIP_NAMESPACES):
        value = element.get(f"{{{namespace}}}{name}")
        if value is not None:
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that local name, or None."""
    if element is not None:
        for found in element:
            if _local_name(found.tag) == name:
                return found
    return None


def value(element: etree._Element | None, name: str) -> str | None:
    """The `val` attribute of a child, or None where the child is missing."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """A toggle property: None where it is not set."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in OFF
