"""What the words of a list say of several people at once: a title in the plural, 'and', a new line or sentence."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_extract.roster import Name


@dataclass(slots=True)
class Run:
    """What the words before it say of the next entry of a list."""

    plural: bool  # a title in the plural reaches it
    spread: str = ""  # that title
    also: bool = False  # 'Also' stands before it
    group: tuple[int, int] | None = None  # the words that head its run: 'supervisors', 'Directors of Works:'
    closing: bool = False  # 'and' stands before it
    new_line: bool = True
    new_sentence: bool = True
    sentence: int = 0  # the entry with which the sentence began

    def separate(self, word: str, space: bool, before: str) -> None:
        """Take in a separator or white space."""
        broken = "\n" in word and before not in (":", ",")
        self.plural = self.plural and not (broken or word == ";")
        self.also = word.lower() == "also" or (self.also and "\n" not in word)
        self.closing = word in ("and", "&") or (self.closing and space)
        self.new_line = "\n" in word or (self.new_line and space)
        # 'Cllr Penn The Clerk and the Deputy Clerk were in attendance': a converter lost the stop
        self.new_sentence = self.new_sentence or word in (".", "The") or "\n" in word


def titled(name: Name | None, plural: str) -> Name | None:
    """The name with the title that a plural spreads: 'Councillors Marsh and Oduya' are each 'Councillor'."""
    if name is None or (name.title is not None and not name.title.lower().startswith(plural.lower())):
        return name
    low = plural.lower().rstrip(".")
    if " and " in low or "&" in low:
        return name  # 'Mr and Mrs Lockley' are told apart as a couple
    if low.endswith("men"):
        title = plural[:-2] + "an"  # 'Aldermen Penn and Marsh'
    elif low.endswith("s"):
        title = "Mr" if low.startswith("messrs") else plural.rstrip(".").removesuffix("s").removesuffix("S")
    else:
        return name
    return name._replace(title=title + (name.title or "")[len(plural) :])
