"""What only several meetings show: who is the same person, what became of an action, which minutes were approved.

Plain data in, plain data out: each function takes what the records of one council say and gives the links with the
evidence for each. Where the texts leave two answers there is no link, and the case is listed.
"""

from minutes_extract.link.actions import Followed, Passage, Task, follow, takes_up
from minutes_extract.link.approvals import Approval, Held, Statement, approvals
from minutes_extract.link.bodies import Series, series
from minutes_extract.link.met import Appearance, Linked, Why
from minutes_extract.link.people import Ambiguous, Links, link_people

__all__ = [
    "Ambiguous",
    "Appearance",
    "Approval",
    "Followed",
    "Held",
    "Linked",
    "Links",
    "Passage",
    "Series",
    "Statement",
    "Task",
    "Why",
    "approvals",
    "follow",
    "link_people",
    "series",
    "takes_up",
]
