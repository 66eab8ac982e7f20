"""One person, one row: the appearances of one council's meetings that speak of the same human or post.

Names are joined by what they cannot contradict, the fullest first: a name joins a person only where it fits exactly
one of the same body, two people of one record are never one, and a name that fits several stays apart and is listed.
Between bodies of a council only names are joined that are the same and hold a forename or two initials.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes_extract.likeness import forenames_agree, post_form
from minutes_extract.link.bodies import Series
from minutes_extract.link.met import Appearance, Linked, Person, Why, ids, linked
from minutes_extract.link.names import Depth, Form, form, letters

_DEPTHS: tuple[Depth, ...] = ("full", "initial", "surname", "initials")


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """An appearance that fits several people, by their ids."""

    appearance: Appearance
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    people: tuple[Linked, ...]
    ambiguous: tuple[Ambiguous, ...]


def link_people(appearances: Iterable[tuple[Series, Appearance]]) -> Links:
    """Link the appearances of ONE council, given in the order of the meetings.

    Ids are made of the council, the body where only one was met that is not the council itself, and the fullest name
    ('gullhaven-parish-council/jane-potter'), and numbered where two are alike. They last as long as what they are
    made of.
    """
    bodies: dict[Series, list[Appearance]] = {}
    for one, appearance in appearances:
        bodies.setdefault(one, []).append(appearance)
    people = [person for one, met in bodies.items() for person in _within(one, met)]
    people = _between(people)
    named = dict(ids(people))
    ambiguous = tuple(
        Ambiguous(appearance, tuple(sorted({named[fit] for fit in person.fits if fit in named})))
        for person in people
        if person.fits
        for appearance, _ in person.appearances
    )
    return Links(tuple(linked(named[person], person) for person in people), ambiguous)


def _within(one: Series, met: list[Appearance]) -> list[Person]:
    """The people of one body."""
    people: list[Person] = []
    families: dict[str, list[Person]] = {}
    for shape, alike in _by_shape(met):
        known = people if shape.depth == "initials" else families.setdefault(shape.family, [])
        fits = [person for person in known if not person.fits and _fits(one, shape, person)]
        own: Person | None = None
        for appearance in alike:
            if len(fits) == 1 and (appearance.loose or appearance.meeting not in fits[0].meetings):
                fits[0].add(appearance, _why(shape, fits[0]))
            elif appearance.loose:
                continue
            elif own is not None and len(fits) < 2 and appearance.meeting not in own.meetings and _tells(one, shape):
                own.add(appearance, "same_name")
            else:
                own = Person(one, [shape], fits=fits if len(fits) > 1 else [])
                own.add(appearance, "first")
                people.append(own)
                if known is not people:
                    known.append(own)
        if len(fits) == 1:
            fits[0].forms.append(shape)
    return [*people, *_posts(one, [a for a in met if a.name is None and a.roles])]


def _by_shape(met: list[Appearance]) -> list[tuple[Form, list[Appearance]]]:
    """Appearances by the form of the name, the fullest forms first."""
    shapes: dict[Form, list[Appearance]] = {}
    for appearance in met:
        if appearance.name is not None:
            shapes.setdefault(form(appearance.name, appearance.title), []).append(appearance)
    return sorted(shapes.items(), key=lambda found: (_DEPTHS.index(found[0].depth), -len("".join(found[0].given))))


def _fits(one: Series, shape: Form, person: Person) -> bool:
    if one.council is None and (shape.depth != "full" or all(known.called != shape.called for known in person.forms)):
        return False
    return _agree(shape, person)


def _tells(one: Series, shape: Form) -> bool:
    """Is the same form in two records the same person? Of an unknown council only a full name is."""
    return one.council is not None or shape.depth == "full"


def _agree(shape: Form, person: Person) -> bool:
    """Does nothing that is printed contradict that it is this person?"""
    if shape.depth == "initials":
        return any("".join(shape.given).lower() in letters(known) for known in person.forms)
    if any(shape.gender and known.gender and shape.gender != known.gender for known in person.forms):
        return False
    if shape.depth == "surname" and shape.elected is not None:
        # 'Mr Potter' who asked a question is not Cllr Potter, if only Councillors are called so
        told = {known.elected for known in person.forms if known.elected is not None}
        if told and shape.elected not in told:
            return False
    return all(forenames_agree(shape.given, known.given) for known in person.forms)


def _why(shape: Form, person: Person) -> Why:
    if shape.depth == "initials":
        return "initials"
    if any(known.called == shape.called for known in person.forms):
        return "same_name"
    return "surname" if shape.depth == "surname" else "fuller_name"


def _posts(one: Series, met: list[Appearance]) -> list[Person]:
    """Posts without a name: the same post of one body is one row, unless a record has two of it."""
    posts: dict[str, Person] = {}
    people: list[Person] = []
    for appearance in met:
        post = post_form(appearance.roles[0])
        person = posts.get(post)
        if person is None or one.council is None or appearance.meeting in person.meetings:
            person = Person(one, [])
            people.append(person)
            posts.setdefault(post, person)
            person.add(appearance, "first")
        else:
            person.add(appearance, "post")
    return people


def _between(people: list[Person]) -> list[Person]:
    """Join people of several bodies of the council who have the same name, the only one in each of them."""
    names: dict[tuple[str, str], list[Person]] = {}
    for person in people:
        if not person.fits and person.series.council is not None:
            for key in {(f.called, f.family) for f in person.forms if _unmistakable(f)}:
                names.setdefault(key, []).append(person)
    joined: dict[Person, Person] = {}
    for same in names.values():
        if len(same) < 2 or len({person.series for person in same}) < len(same):
            continue
        first = joined.get(same[0], same[0])
        for other in same[1:]:
            other = joined.get(other, other)
            if other is not first and _compatible(first, other):
                first.forms += [shape for shape in other.forms if shape not in first.forms]
                first.meetings |= other.meetings
                first.appearances += [(a, "other_body" if why == "first" else why) for a, why in other.appearances]
                joined = {key: first if value is other else value for key, value in joined.items()}
                joined[other] = first
    for person in people:
        person.fits = [joined.get(fit, fit) for fit in person.fits]
    return [person for person in people if person not in joined]


def _unmistakable(shape: Form) -> bool:
    """'Jane Potter' and 'J M Potter' are; there may be another J Potter in the council."""
    return shape.depth == "full" or (shape.depth == "initial" and len("".join(shape.given).replace(".", "")) > 1)


def _compatible(a: Person, b: Person) -> bool:
    return not a.meetings & b.meetings and all(_agree(shape, a) for shape in b.forms)
