"""Who came and went during the meeting, and when: added to `Person.movements`."""

from __future__ import annotations

import re

from minutes_extract.dates import times
from minutes_extract.itemtext import ItemText, Sentence
from minutes_extract.later import later
from minutes_extract.parse.doers import Doer, Doers
from minutes_extract.people import People
from minutes_extract.records import Place
from minutes_extract.roster import Movement, Person
from minutes_extract.rules import Patterns

_ELIDED = later(r"(?:\band(?: \w+ly)?|\bbut|,|\bthen)\s*$", re.IGNORECASE)
_NOT_DONE = later(
    r"\b(?:will|would|to|not|never|may|might|could|should|must|if|when|before|until|after|once)\s+(?:have |be |he |she |they )?$",
    re.IGNORECASE,
)
# A declaration tells what is to come ('declared an interest in item 9 and left the room for that item'), a note in the item
# what was told before ('had earlier declared an interest and left the meeting').
_DECLARED = later(r"\bdeclar(?:ed|es|ing)\b", re.IGNORECASE)
_FOR_ITEM = later(r" for (?:that|the|this|each|both) (?:agenda )?items?\b", re.IGNORECASE)
_EARLIER = later(r"\bhad (?:earlier|previously|already) (?:declared|disclosed)\b", re.IGNORECASE)
_TOLD = 300  # characters before the verb in which the declaration stands
_BEHIND, _LED = 90, 200  # characters behind the verb, and before the first of a sentence, in which its time stands
_RECENT = 12  # movements of a person among which one told again is looked for
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_HOUR = "|".join(_NUMBERS)
_SPOKEN = later(
    rf"\b(?:(?P<part>five|ten|(?:a )?quarter|twenty|twenty[- ]five|half)(?: minutes)? (?P<side>past|to) (?P<hour>{_HOUR})|(?P<full>{_HOUR}) o'clock)\b(?P<half> ?[ap]\.?m\b)?",
    re.IGNORECASE,
)
_MINUTES = {
    "five": 5,
    "ten": 10,
    "quarter": 15,
    "a quarter": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "half": 30,
}
_OPPOSITE = {"left": ("returned", "arrived"), "returned": ("left",), "arrived": ("left",)}


def find_movements(item: ItemText, people: People, patterns: Patterns, meeting_start: str | None = None) -> None:
    """Add the movements that the item tells to the people who moved; one that is there already is not doubled.

    `meeting_start`: 'HH:MM' or None; it settles a time printed without am or pm ('left at 8.15').
    """
    doers = Doers(item, people, patterns)
    for sentence in item.sentences:
        found = [
            (match, rule, who)
            for rule in patterns.near("parse.movement", item.text, sentence.start, sentence.end)
            for match in rule.regex.finditer(item.text, sentence.start, sentence.end)
            if (who := _who(item, doers, match, sentence))
        ]
        found.sort(key=lambda f: f[0].start())
        for k, (match, rule, who) in enumerate(found):
            hi = found[k + 1][0].start() if k + 1 < len(found) else sentence.end
            told = [(match.end() if not match.re.groupindex else match.start(), min(hi, match.end() + _BEHIND))]
            if k == 0:
                told.append((max(sentence.start, match.start() - _LED), match.start()))
            clock = next((clock for lo, hi in told if (clock := _time(item.text, lo, hi, meeting_start))), None)
            for doer in who:
                if doer.person is not None:
                    begin = doer.start if doer.start >= sentence.start else match.start()
                    _add(doer.person, Movement(rule.set["type"], clock, (begin, match.end()), rule.id))


def _who(item: ItemText, doers: Doers, match: re.Match[str], sentence: Sentence) -> list[Doer]:
    """The people who moved: right before the verb, or earlier in the sentence where only 'and' stands before it."""
    at = match.start()
    if _NOT_DONE.search(item.text, max(sentence.start, at - 24), at):
        return []
    told = max(sentence.start, at - _TOLD)
    if _EARLIER.search(item.text, told, at) or (
        _FOR_ITEM.match(item.text, match.end(), sentence.end) and _DECLARED.search(item.text, told, at)
    ):
        return []
    found = doers.before(sentence.start, at)
    if found and found[-1].sort == "pronoun":
        whom = doers.antecedent(sentence, found[-1].start)
        return [Doer(whom.start, whom.end, whom.person, "pronoun")] if whom else []
    if found or not _ELIDED.search(item.text, max(sentence.start, at - 40), at):
        return found
    if told_of := doers.subjects(sentence, at):
        return told_of
    first = doers.after(sentence.start, at)  # 'AB left at 6.05pm and returned at 6.20pm'
    return [first] if first is not None and first.sort == "initials" else []


def _time(text: str, lo: int, hi: int, start: str | None) -> str | None:
    """The first time in text[lo:hi], as 'HH:MM'."""
    printed = next((_settled(t.clock, text[t.start : t.end], start) for t in times(text, lo, hi)), None)
    return printed or _spoken(text, lo, hi, start)


def _settled(clock: str, printed: str, start: str | None) -> str:
    """A time without am or pm is read as the one that comes after the meeting began."""
    hour = int(clock[:2])
    bare = not re.search(r"[ap]\.?\s?m|noon|midday|hours|hrs", printed, re.IGNORECASE)
    if bare and start is not None and 0 < hour < 12 and clock < start:
        later = f"{hour + 12:02d}{clock[2:]}"
        return later if later >= start else clock
    return clock


def _spoken(text: str, lo: int, hi: int, start: str | None) -> str | None:
    """'ten past eight': only where am or pm is printed or the beginning of the meeting settles it."""
    match = _SPOKEN.search(text, lo, hi)
    if match is None:
        return None
    hour = _NUMBERS.index((match["hour"] or match["full"]).lower()) + 1
    minute = _MINUTES[match["part"].lower()] if match["part"] else 0
    if match["side"] and match["side"].lower() == "to":
        hour, minute = hour - 1 or 12, 60 - minute
    half = (match["half"] or "").strip().lower()
    if half:
        return f"{hour % 12 + (12 if half.startswith('p') else 0):02d}:{minute:02d}"
    if start is None:
        return None
    early, late = f"{hour % 12:02d}:{minute:02d}", f"{hour % 12 + 12:02d}:{minute:02d}"
    return early if early >= start else late if late >= start else None


def _add(person: Person, new: Movement) -> None:
    """Enter a movement unless the same is there; one without time takes the time that is told elsewhere."""
    before = next((m for m in reversed(person.movements) if m.place[0] < new.place[0]), None)
    if new.type == "arrived" and before is not None and before.type == "left":
        new.type = "returned"  # 'entered the meeting' after having left it
    for known in person.movements[-_RECENT:]:
        if known.type != new.type:
            continue
        if known.time == new.time and (new.time is not None or not _between(person, known.place, new.place, new.type)):
            return
        if (known.time is None or new.time is None) and not _between(person, known.place, new.place, new.type):
            known.time = known.time or new.time
            return
    person.movements.append(new)


def _between(person: Person, a: Place, b: Place, kind: str) -> bool:
    """Does a contrary movement stand between two places?"""
    lo, hi = sorted((a[0], b[0]))
    return any(lo < m.place[0] < hi and m.type in _OPPOSITE[kind] for m in person.movements[-_RECENT:])
