"""A written document and its review page."""

from __future__ import annotations

from minutes_extract.emit.review import page
from minutes_extract.pipeline import extract, unclaimed
from minutes_extract.source import from_text

# Letters outside the basic plane stand before everything else: JavaScript counts each as two.
TEXT = """\
🏛️🌊

Gullhaven Parish Council

Minutes of the meeting held in the Net Loft on Tuesday 3 May 2022 at 7.30 pm

Present: Cllr Ada Quill (Chair), Cllr Ben Marsh, Cllr Ivy Penn

41. Apologies for absence

Apologies were received from Cllr Tom Oduya.

42. Village green

Proposed by Cllr Marsh, seconded by Cllr Penn and RESOLVED (2:1):
(i) That a bench 🪑 be bought at a cost of not more than £400; and
(ii) That the thanks of the Council be sent to the school.

The Clerk agreed to obtain three quotations by 1 June 2022.

It was felt that everyone ought to have resolved this years ago.

43. Quay wall

Cllr Penn declared a personal interest as a berth holder, and remained in the meeting.

RESOLVED: That the report on the wall
be noted.
"""


def page_of(text: str, name: str = "gullhaven.txt") -> str:
    minutes = extract(from_text(text, name))
    return page(text, minutes, unclaimed(text, minutes))
