"""Pages of ModernGov, with which most British councils publish their meetings.

A meeting is a table: in each row a cell with the number of an item and one with all the rest, whose paragraphs carry
classes. Nothing of the structure need be taken apart, the lines that come of it tell it to the next stage; but what the
system puts around the words has to be told from them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SIZE = re.compile(r"(?:PDF|DOCX?|XLSX?|PPTX?|RTF|HTML?)\s{1,3}[\d.,]{1,8}\s{0,3}[KM]B\b")
_NUMBER = re.compile(r"[A-Z]?\d[\d./]{0,9}\s?[a-z]?\.?|[A-Z]\d{0,3}\.?|\d{1,4}\(?[a-z]\)?\.?")
_LINKS = re.compile(r"(?:view the (?:decision|declarations?|background|reasons)|webcast|share this)\b", re.IGNORECASE)


def is_meeting(tree: LexborHTMLParser) -> bool:
    """A page of a meeting or of one of its items. Its headings are those of the system, not of the minutes."""
    return tree.css_first(".mgItemTable, .mgItemNumberCell, .mgAiTitleTxt, .mgSubItemTitleTxt, .mgWordPara") is not None


def is_item(row: LexborNode) -> bool:
    """A row that holds an item: its number stands on a line of its own, as on the page."""
    cell = row.css_first("td")
    if cell is None:
        return False
    if "mgItemNumberCell" in _classes(cell):
        return True
    title = cell.css_first("p.mgAiTitleTxt")
    return title is not None and _NUMBER.fullmatch((title.text() or "").strip()) is not None


def is_noise(node: LexborNode) -> bool:
    """Links of the system among the words of an item: 'View the decision for item 4'.

    'view the full minutes text for item 4' is none of them: it says that the page cuts the text.
    """
    return "mgActionList" in _classes(node) and _LINKS.match(node.text(strip=True) or "") is not None


def icon(image: LexborNode) -> str:
    """The words for the picture beside an attached document ('pdf icon'); empty for any other picture."""
    words = (image.attributes.get("alt") or "").strip()
    return f" {words} " if re.fullmatch(r"\w{2,12} icon", words, re.IGNORECASE) else ""


def spaced(node: LexborNode, text: str) -> str:
    """'PDF 97 KB' is printed apart from the title before it by style alone."""
    if node.prev is None and node.parent is not None and node.parent.tag in ("a", "span") and _SIZE.match(text):
        return f" {text}"
    return text


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()
