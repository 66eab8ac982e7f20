"""The words of a title without what a page hangs on it: attachments, references, the closing colon."""

from __future__ import annotations

import re

from minutes_extract.segment.extent import ATTACHMENT, attached
from minutes_extract.segment.runin import REFERENCE

_REFERENCE_END = re.compile(
    r"(?<!\s)\s*+[\[(]\s*(?:ref|minute|report|agenda item|item|document|paper|doc)s?\.?\s*(?:no\.?)?:?\s*[^()\[\]]{1,60}[\])]\s*$",
    re.IGNORECASE,
)
# the head of a column beside the first heading: 'Minutes of last meeting          Action'
_COLUMN = re.compile(r"\t\s*(?:actions?|owner|who|by whom)(?: by)?[\s:]*$", re.IGNORECASE)
_TITLE_END = " \t\n\u00a0:-\u2013|"


def cleaned(title: str) -> tuple[str, list[str]]:
    """The title without attachment sizes, printed references and closing colon; the references."""
    references: list[str] = []
    title = _COLUMN.sub("", ATTACHMENT.sub("", title) if attached(title) else title)
    while title.rstrip().endswith((")", "]")) and (match := _REFERENCE_END.search(title)):
        references.insert(0, match[0].strip(" ()[]"))
        title = title[: match.start()]
    if match := REFERENCE.match(title):
        references.insert(0, match[0].strip(" :,-"))
        title = title[match.end() :]
    return title.rstrip(_TITLE_END), references
