"""How the XML of Word is read: children and values by their short names."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def child(element: Any, *names: str) -> Any:
    """The first child of that name, and its child of the next name, ...; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


def value(element: Any, name: str = "val") -> str:
    """An attribute; empty where it, or the element, is missing."""
    return "" if element is None else element.get(_W + name, "")


def number(element: Any, otherwise: int, name: str = "val") -> int:
    """An attribute that holds a number of up to six digits; `otherwise` where it does not."""
    text = value(element, name)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 8 else otherwise


def is_on(element: Any) -> bool:
    """A switch such as <w:vanish/>: on where it stands, unless it says that it is off."""
    return element is not None and value(element) not in ("0", "false", "off")


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
