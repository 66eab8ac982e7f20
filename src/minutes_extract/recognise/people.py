"""Everyone in the document: attendance first, then the body, then posts whose holder is never named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from minutes_extract.dates import times
from minutes_extract.records import Notice, Segmented
from minutes_extract.recognise.attendance import AttendanceReader
from minutes_extract.recognise.language import language
from minutes_extract.recognise.lists import Entry, ListReader
from minutes_extract.recognise.names import Name, NameReader
from minutes_extract.recognise.roles import Post, PostReader
from minutes_extract.recognise.roster import Movement, Person, Roster, flat, post_form, same_post, title_rank
from minutes_extract.rules import Patterns

_ANY = frozenset(("a", "an", "any", "each", "every", "all", "no", "another", "new", "some", "one", "two", "both", "other", "former", "previous", "next"))
_GENERIC = frozenset(
    "member councillor councilor councilmember resident officer governor applicant objector representative witness neighbour owner agent speaker "
    "petitioner trustee delegate visitor volunteer observer substitute presenter developer consultant contractor partner teacher nurse inspector "
    "head lead parent deputy landlord landowner questioner elector proxy alderman commissioner inspector assistant trainee judge minister editor "
    "principal liaison signatory caretaker".split()
)
_OFFICER_POST = re.compile(
    r"\b(?:director|officer|manager|clerk|chief executive|solicitor|counsel|engineer|planner|accountant|treasurer|head of|monitoring|surveyor|"
    r"secretary|administrator|analyst|city manager|recorder|attorney|s151|lawyer|registrar|dso|lead)\b",
    re.IGNORECASE,
)
_MEMBER_POST = re.compile(r"\b(?:leader|portfolio holder|cabinet member|executive member|mayor|lead member|chair(?:man|woman|person)?|vice[- ]chair\w*)\b", re.IGNORECASE)
_CO_OPTED = re.compile(r"\b(?:co-opt\w*|parent governor|diocesan|church representative|independent member)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:former|formerly|previous(?:ly)?|ex|late|outgoing|then|retired|past|deceased)\W*$", re.IGNORECASE)


@dataclass(slots=True)
class Mention:
    """A place in the view that speaks of someone. `person` is None where the text does not determine who it is."""

    start: int
    end: int
    text: str
    person: Person | None
    post: bool = False


@dataclass(slots=True)
class People:
    """Result of the second stage."""

    roster: Roster
    mentions: list[Mention]
    notices: list[Notice] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin between two positions of the view."""
        if len(self._starts) != len(self.mentions):
            self._starts = [m.start for m in self.mentions]
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, position: int) -> Mention | None:
        """The mention that covers a position of the view."""
        if len(self._starts) != len(self.mentions):
            self._starts = [m.start for m in self.mentions]
        k = bisect_right(self._starts, position) - 1
        return self.mentions[k] if k >= 0 and self.mentions[k].end > position else None


def recognise(document: Segmented, patterns: Patterns) -> People:
    """Everyone whom the document names, with attendance, posts and mentions; and the posts that act without a name."""
    return _Recogniser(document, patterns).run()


class _Recogniser:
    def __init__(self, document: Segmented, patterns: Patterns) -> None:
        self.document = document
        self.view = document.view
        self.text = document.view.text
        self.patterns = patterns
        self.words = language(patterns).read(self.text)
        self.names = NameReader(self.words, patterns)
        self.posts = PostReader(self.words, self.names)
        self.lists = ListReader(self.words, self.names, self.posts)
        self.roster = Roster()
        self.mentions: list[Mention] = []
        self.taken: list[bool] = [False] * len(self.words)
        self.notices: list[Notice] = []
        verbs = patterns.words.get("speech", []) + patterns.words.get("undertake", [])
        self.acting = frozenset(verb.split()[0] for verb in verbs) | {"was", "left", "arrived", "declared", "moved", "proposed", "seconded"}

    def run(self) -> People:
        reader = AttendanceReader(self.words, self.text, self.lists, self.patterns)
        document = self.document
        entries = reader.blocks(*document.head)
        for section in document.sections:
            entries += reader.blocks(section.lo, section.hi, at_line_only=section.kind != "apologies")
            if section.title:
                entries += reader.apologies(section.lo, section.hi)
        entries += reader.apologies(*document.head)
        for entry in entries:
            self._attend(entry)
        self._labelled_posts()
        self._body()
        self._substitutes()
        self._posts()
        self.mentions.sort(key=lambda m: (m.start, -m.end))
        for person in self.roster.people:
            person.mentions.sort()
            self._kind(person)
        return People(self.roster, self.mentions, self.notices)

    # --- attendance

    def _attend(self, entry: Entry) -> None:
        """Enter one entry of an attendance list into the roster."""
        words = self.words
        if any(self.taken[entry.first : entry.last]):
            return
        roles = [self._printed(first, last) for first, last in entry.roles]
        place = (words.start[entry.first], words.end[entry.last - 1])
        if entry.name is None:
            holders = self.roster.holders(roles[0])
            if not holders:
                person = Person(roles=[_article_off(roles[0])], attendance=entry.attendance, place=place, rule=entry.rule, acts=True)
                self.roster.people.append(person)
                self._mention(entry.first, entry.last, person, post=True)
            return
        person = self._person(entry.name, entry.rule)
        if person is None:
            return
        if person.attendance is None or entry.attendance == "apologies" and person.attendance == "in_attendance":
            person.attendance = entry.attendance
        person.kind = person.kind or entry.kind
        person.rule = entry.rule if person.rule == "recognise.mention" else person.rule
        for role in roles:
            self.roster.give_role(person, _article_off(role))
        person.party = person.party or entry.party
        person.represents = person.represents or entry.represents
        if entry.initials:
            person.initials = entry.initials
            self.roster.teach_initials(entry.initials, person)
        for kind, said in (("arrived", entry.arrived), ("left", entry.left)):
            if said is not None:
                span = (words.start[said[1]], words.end[said[2] - 1])
                clock = next((t.clock for t in times(said[0])), None)
                person.movements.append(Movement(kind, clock, span, entry.rule))
        if entry.stands_for is not None:
            person.stands_for = self._person(entry.stands_for, entry.rule)
        self._mention(entry.name.first, entry.name.last, person)
        for k in range(entry.first, entry.last):
            self.taken[k] = True

    def _printed(self, first: int, last: int) -> str:
        while last > first and self.words.text[last - 1] in (",", ".", "-", ":", ";", "and", "&", "(", "of", "for", "the"):
            last -= 1
        return self.view.printed(self.words.start[first], self.words.end[last - 1]).strip("–-:, ")

    def _person(self, name: Name, rule: str) -> Person | None:
        """The person of this name: found or new; None (and a notice) where several fit."""
        found = self.roster.find(name)
        if len(found) > 1:
            span = self.view.span(self.words.start[name.first], self.words.end[name.last - 1])
            labels = ", ".join(p.label for p in found)
            self.notices.append(Notice("ambiguous_person", f"{name.printed} could be {labels}", span))
            return None
        place = (self.words.start[name.first], self.words.end[name.last - 1])
        if found:
            self.roster.fuller(found[0], self._as_printed(name))
            return found[0]
        return self.roster.add(self._as_printed(name), place, rule)

    def _as_printed(self, name: Name) -> Name:
        """The name in the characters of the source (curly apostrophes kept)."""
        words, printed = self.words, self.view.printed
        given_end = name.name_first + len(name.given)
        given = tuple(printed(words.start[k], words.end[k]) for k in range(name.name_first, given_end))
        family = printed(words.start[given_end], words.end[name.name_last - 1])
        title = name.title and printed(words.start[name.first], words.end[name.name_first - 1]).rstrip(".")
        return Name(title, given, family, name.first, name.last, name.name_first, name.name_last, name.sure)

    def _mention(self, first: int, last: int, person: Person | None, post: bool = False) -> None:
        start, end = self.words.start[first], self.words.end[last - 1]
        self.mentions.append(Mention(start, end, self.text[start:end], person, post))
        for k in range(first, last):
            self.taken[k] = True
        if person is not None:
            person.mentions.append((start, end))

    # --- labels: 'Minute Secretary: John Foster', 'Chaired by Simon Barnes'

    def _labelled_posts(self) -> None:
        for rule in self.patterns.stage("recognise.post"):
            for match in rule.regex.finditer(self.text):
                first = bisect_left(self.words.start, match.end())
                name = self.names.read(first, listed=True)
                if name is None or (not name.sure and "listed" not in rule.form):
                    continue
                person = self._person(name, rule.id)
                if person is None:
                    continue
                role = rule.set["role"] if "role" in rule.set else self.view.printed(*match.span("role")).strip()
                if role:
                    self.roster.give_role(person, role)
                self._mention(name.first, name.last, person)
                _, after = self._apposition(name.last)
                for said in after:
                    self.roster.give_role(person, said)

    # --- the body

    def _body(self) -> None:
        words, names = self.words, self.names
        surnames, forenames = self.roster.by_family, self.roster.by_given
        at = 0
        while at < len(words):
            word = words.text[at]
            if self.taken[at] or words.space[at] or not word[:1].isupper():
                at += 1
                continue
            lower = word.lower()
            title_end = names.title_end(at)
            if title_end > at and any(words.upto("PLURAL", k) > k for k in range(at, title_end)):
                at = self._several(at)
            elif title_end > at or words.upto("POST", at) > at:
                at = self._titled(at, title_end)
            elif lower in names.forenames or lower in names.ambiguous or len(word.rstrip(".")) == 1 or flat(word) in forenames:
                at = self._untitled(at)
            elif word in self.roster.by_initials:
                self._mention(at, at + 1, self.roster.by_initials[word])
                at += 1
            elif flat(word) in surnames:
                at = self._surname(at)
            elif self._subject(at):
                at = self._untitled(at, listed=True)
            else:
                at += 1

    def _several(self, at: int) -> int:
        """'Councillors Medlock and Shaw-Tindall'."""
        entries, stop, _ = self.lists.read(at, min(len(self.words), at + 220), prose=True)
        for entry in entries:
            if entry.name is not None and (person := self._person(entry.name, "recognise.mention")) is not None:
                self._mention(entry.name.first, entry.name.last, person)
                for first, last in entry.roles:
                    self.roster.give_role(person, _article_off(self._printed(first, last)))
        return max(stop, at + 1)

    def _titled(self, at: int, title_end: int) -> int:
        """'Councillor Barry Johnson (Portfolio Holder)', 'Mr Gough', 'Chair Dausman'."""
        words = self.words
        if title_end > at:
            name = self.names.read(at)
            if name is None:
                return at + 1
            return self._named(name)
        post_end = words.upto("POST", at)
        name = self.names.read(post_end, plural=True)
        known = name is not None and (self.roster.find(name) or (name.sure and name.given))
        if name is None or not known or words.text[post_end][:1].islower():
            return at + 1
        person = self._person(name, "recognise.mention")
        if person is not None:
            if name.given:
                self.roster.give_role(person, self._printed(self.posts.before(at), post_end))
            self._mention(at, name.last, person)
        return name.last

    def _untitled(self, at: int, listed: bool = False) -> int:
        """'Andy Wallace of Highways', 'C O'Neill, Children's Improvement Advisor', 'Annie noted'."""
        words = self.words
        name = self.names.read(at, listed=listed)
        if name is not None and not self._inside_title(name):
            found = self.roster.find(name)
            initial_only = bool(name.given) and len(name.given[0].rstrip(".")) == 1 and all(len(g.rstrip(".")) <= 2 for g in name.given)
            if found or (name.sure and not initial_only) or listed or (initial_only and self._introduced(name.last)):
                return self._named(name)
        word = words.text[at]
        people = self.roster.by_given.get(flat(word), [])
        follows = words.text[at + 1] if at + 1 < len(words) else ""
        if people and not (follows[:1].isupper() and follows.lower() not in ("and",)) and not self._inside_place(at):
            known = {id(p): p for p in people}
            if len(known) == 1:
                self._mention(at, at + 1, next(iter(known.values())))
                return at + 1
        if flat(word) in self.roster.by_family:
            return self._surname(at)
        return at + 1

    def _inside_title(self, name: Name) -> bool:
        """Part of a longer run of capital words that is no name ('St Helena Charlotte Road')."""
        words, before = self.words, name.first - 1
        nxt = words.text[name.last] if name.last < len(words) else ""
        if nxt[:1].isupper() and nxt.lower() not in ("and",) and not words.space[name.last] and words.upto("ORG", name.last) > name.last:
            return True
        if before >= 0 and words.text[before] in ("St", "Saint", "Mount", "Lake", "Fort"):
            return True
        return False

    def _inside_place(self, at: int) -> bool:
        words = self.words
        before = words.text[at - 1] if at else ""
        return before[:1].isupper() and not words.space[at - 1] and before.lower() not in ("the", "and", "but", "as", "when", "that", "then", "in", "also")

    def _introduced(self, at: int) -> bool:
        """Does a post or a verb of speech follow, so that an initial and a capital word before it are a person?"""
        words = self.words
        if at >= len(words):
            return False
        if words.text[at].lower() in self.acting:
            return True
        return words.text[at] == "," and self.posts.head_in(at + 1, min(len(words), at + 8)) is not None

    def _subject(self, at: int) -> bool:
        """An unknown forename and surname before a verb of speech: 'Leemya McKeown thanked'."""
        words = self.words
        if at + 2 >= len(words) or not words.text[at + 1][:1].isupper() or words.text[at + 2].lower() not in self.acting:
            return False
        if any(words.upto(label, k) > k for k in (at, at + 1) for label in ("ORG", "BODY", "HEAD", "MODIFIER", "NOBODY")):
            return False
        starts = at == 0 or words.space[at - 1] or words.text[at - 1] in (".", "•", "-", ")", ";")
        plain = all(len(words.text[k]) > 2 and not words.text[k].isupper() and words.text[k].isalpha() for k in (at, at + 1))
        return starts and plain and words.text[at + 2].lower() not in ("was", "will", "would", "is", "to", "has")

    def _surname(self, at: int) -> int:
        """A surname from the roster by itself ('Mohi/Blake', 'Barker seconded')."""
        words = self.words
        follows = words.text[at + 1] if at + 1 < len(words) else ""
        if self._inside_place(at) or (follows[:1].isupper() and not words.space[at + 1] and follows.lower() not in ("and",) and words.text[at + 1] != "CARRIED"):
            return at + 1
        if words.upto("ORG", at) > at and not (follows.startswith("/") or (at and words.text[at - 1] == "/")):
            return at + 1
        people = self.roster.by_family[flat(words.text[at])]
        listed = [p for p in people if p.attendance in ("present", "in_attendance")] or people
        self._mention(at, at + 1, listed[0] if len(listed) == 1 else None)
        return at + 1

    def _named(self, name: Name) -> int:
        person = self._person(name, "recognise.mention")
        if person is None:
            self._mention(name.first, name.last, None)
            return name.last
        before = self._post_before(name.first)
        last, roles = self._apposition(name.last)
        if before is not None:
            roles = [before, *roles]
        past = _PAST.search(self.text, max(0, self.words.start[name.first] - 14), self.words.start[name.first])
        for role in roles:
            if not past:
                self.roster.give_role(person, role)
        self._mention(name.first, name.last, person)
        for k in range(name.last, last):
            self.taken[k] = True
        return last

    def _post_before(self, at: int) -> str | None:
        """'City Planner Carole Connell': the post that stands right before a name."""
        words = self.words
        for k in range(max(0, at - 5), at):
            if words.upto("HEAD", k) == at and not self.taken[k] and words.text[k].lower() not in _GENERIC and words.upto("NOBODY", k) == k:
                if words.upto("TITLE", k) == at or not (words.text[k][:1].isupper()):
                    continue
                first = self.posts.before(k)
                role = self._printed(first, at)
                for j in range(first, at):
                    self.taken[j] = True
                return role
        return None

    def _apposition(self, at: int) -> tuple[int, list[str]]:
        """Posts behind a name: ', Head of Finance', '(Portfolio Holder for Adult Care)'."""
        words = self.words
        if at >= len(words) or words.text[at] not in (",", "(", "-"):
            return at, []
        roles: list[str] = []
        while at < len(words) and words.text[at] in (",", "("):
            if words.text[at] == "(":
                close = next((k for k in range(at + 1, min(len(words), at + 24)) if words.text[k] == ")"), None)
                if close is None or self.posts.head_in(at + 1, close) is None or words.text[at + 1][:1].islower():
                    break
                roles.append(self._printed(at + 1, close))
                at = close + 1
                continue
            nxt = at + 1
            while nxt < len(words) and words.text[nxt].lower() in ("the", "our", "as"):
                nxt += 1
            head = self.posts.head_in(nxt, min(len(words), nxt + 9))
            if head is None or any(words.text[k][:1].islower() and words.text[k] not in ("of", "for", "and", "to", "regional", "council", "deputy", "first") and words.upto("MODIFIER", k) == k for k in range(nxt, head)):
                break
            if any(words.text[k] in (",", ".", "(", ";") or words.space[k] or self.names.title_end(k) > k for k in range(nxt, head)):
                break
            post = self.posts.post(head, min(len(words), head + 30))
            if post is None or (post.first < nxt and words.text[nxt][:1].isupper() is False) or words.text[head].lower() in _GENERIC and post.last - nxt < 2:
                break
            if not words.text[nxt][:1].isupper() and not words.text[head][:1].islower():
                break
            roles.append(self._printed(nxt, post.last))
            at = post.last
        return at, roles

    def _substitutes(self) -> None:
        """'Nancy Sayer who was substituted by Roxanne Hills', 'Cllr A (substitute for Cllr B)'."""
        for rule in self.patterns.stage("recognise.substitute"):
            for match in rule.regex.finditer(self.text):
                before = next((m for m in reversed(self.mentions) if m.end <= match.start() and match.start() - m.end < 3), None)
                after = next((m for m in self.mentions if m.start >= match.end() and m.start - match.end() < 3), None)
                if before is None or after is None or before.person is None or after.person is None:
                    continue
                if rule.set["direction"] == "by":
                    after.person.stands_for = before.person
                else:
                    before.person.stands_for = after.person

    # --- posts without a name

    def _posts(self) -> None:
        """Posts that act or speak: resolved to their holder where the text names one, a person of their own where not."""
        words = self.words
        found: list[tuple[Post, str, bool]] = []
        at = 0
        while at < len(words):
            if self.taken[at] or words.upto("HEAD", at) == at:
                at += 1
                continue
            post = self.posts.post(at, self._sentence_end(at))
            if post is None:
                at += 1
                continue
            article = words.text[post.first - 1].lower() if post.first else ""
            if any(self.taken[post.first : post.last]) or article in _ANY or (post.last - post.first == 1 and words.text[at].lower() in _GENERIC):
                at = max(at + 1, words.upto("HEAD", at))
                continue
            capital = words.text[at][:1].isupper() or article in ("the", "our")
            if capital:
                found.append((post, self._printed(post.first, post.last), self._acts(post, article)))
            at = max(post.last, at + 1)
        self._resolve_posts(found)

    def _sentence_end(self, at: int) -> int:
        words = self.words
        upto = min(len(words), at + 40)
        return next((k for k in range(at, upto) if words.text[k] in (".", ";") or words.space[k] and "\n" in words.text[k]), upto)

    def _acts(self, post: Post, article: str) -> bool:
        """The post is the subject of a verb of speech or of an undertaking."""
        words = self.words
        at = post.last
        if at < len(words) and words.text[at] == "(":
            at = next((k + 1 for k in range(at, min(len(words), at + 8)) if words.text[k] == ")"), at)
        if at < len(words) and words.text[at].lower() in ("then", "also", "further", "briefly", "again", "subsequently", "therefore", "duly", "and"):
            at += 1
        if at >= len(words) or words.text[at].lower() not in self.acting or words.text[at].lower() == "to":
            return False
        starts = post.first == 0 or words.space[post.first - 1] or words.text[post.first - 1] in (".", "•", "-", ")", ";", ",", ":")
        if words.text[at].lower() in ("was", "will", "would", "is", "has", "had", "should") and not (starts or article in ("the", "our")):
            return False
        return article in ("the", "our") or starts

    def _resolve_posts(self, found: list[tuple[Post, str, bool]]) -> None:
        posts: list[Person] = [p for p in self.roster.people if p.printed is None]
        acting = sorted((f for f in found if f[2]), key=lambda f: (-len(f[1]), f[0].first))
        for post, role, _ in acting:
            if self.roster.holders(role):
                continue
            known = next((p for p in posts if same_post(p.roles[0], role)), None)
            if known is None:
                place = (self.words.start[post.first], self.words.end[post.last - 1])
                known = Person(roles=[role], place=place, rule="recognise.post", acts=True)
                posts.append(known)
                self.roster.people.append(known)
        for post, role, acts in found:
            holders = self.roster.holders(role)
            if len(holders) > 1:
                listed = [p for p in holders if p.attendance == "present"]
                holders = listed if len(listed) == 1 else holders
            same = [p for p in posts if post_form(p.roles[0]) == post_form(role)] or [p for p in posts if same_post(p.roles[0], role)]
            person = holders[0] if len(holders) == 1 else same[0] if len(same) == 1 and not holders else None
            if person is not None or acts:
                self._mention(post.first, post.last, person, post=True)

    def _kind(self, person: Person) -> None:
        """What kind of person: the title decides, then the post."""
        if person.kind is not None or not person.roles:
            return
        roles = "; ".join(person.roles)
        if _CO_OPTED.search(roles):
            person.kind = "co_optee"
        elif title_rank(person.title) == 0:
            person.kind = "councillor"
        elif _OFFICER_POST.search(roles):
            person.kind = "officer"
        elif _MEMBER_POST.search(roles) and not re.fullmatch(r"(?i)(?:vice[- ])?chair\w*", roles):
            person.kind = "councillor"


def _article_off(role: str) -> str:
    return re.sub(r"^(?:the|our) ", "", role, flags=re.IGNORECASE)
