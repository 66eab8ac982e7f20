"""One record → the rows of every table."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

Data = dict[str, Any]
Rows = dict[str, list[Data]]


def rows(record: Data, text: str) -> Rows:
    """The rows by table, each with every column. `record` is the JSON of a record, `text` what its spans count."""
    return _Rows(record["source"]["name"] or "text").of(record, text)


class _Rows:
    def __init__(self, meeting: str) -> None:
        self._meeting = meeting
        self._rows: Rows = defaultdict(list)

    def of(self, record: Data, text: str) -> Rows:
        source = {**record["source"], "name": self._meeting, "schema_version": record["schema_version"]}
        self._rows["sources"].append(source)
        self._rows["texts"].append({"source": self._meeting, "text": text})
        self._meet(record)
        for person in record["people"]:
            self._person(person)
        for position, item in enumerate(record["items"], 1):
            self._item(position, item)
        for number, warning in enumerate(record["warnings"], 1):
            self._add("warnings", f"w{number}", code=warning["code"], message=warning["message"], **_span(warning))
        return self._rows

    def _add(self, table: str, local: str, **cells: object) -> str:
        """Append a row; its key."""
        key = self._key(local)
        self._rows[table].append({"id": key, "meeting": self._meeting, **cells})
        return key

    def _key(self, local: str) -> str:
        return f"{self._meeting}#{local}"

    def _ref(self, local: str | None) -> str | None:
        return None if local is None else self._key(local)

    def _meet(self, record: Data) -> None:
        meeting = record["meeting"]
        contact, following = meeting["contact"] or {}, meeting["next_meeting"] or {}
        fields = ("organization", "body", "date", "start_time", "end_time", "location", "format")
        self._rows["meetings"].append(
            {
                "id": self._meeting,
                "source": self._meeting,
                "series": None,
                **{name: meeting[name] for name in fields},
                **{f"contact_{name}": contact.get(name) for name in ("name", "role", "email", "phone")},
                **{f"next_{name}": following.get(name) for name in ("date", "time", "location")},
                **_named("header", record["header"]),
                **_named("closing", record["closing"]),
            }
        )
        for field, span in meeting["evidence"].items():
            place = _named("span", span)
            self._add("evidence", f"meeting.{field}", field=field, **place, rule=meeting["rules"].get(field))

    def _person(self, person: Data) -> None:
        local = person["id"]
        fields = ("name", "title", "roles", "kind", "party", "represents")
        self._add(
            "attendance",
            local,
            person=None,  # which human that is, is settled at the end of a run: see across.py
            person_why=None,
            **{name: person[name] for name in fields},
            status=person["attendance"],
            substitute_for=self._ref(person["substitute_for"]),
            mentions=[[span["start"], span["end"]] for span in person["mentions"]],
            **_place(person),
        )
        for number, moved in enumerate(person["movements"], 1):
            self._add(
                "movements",
                f"{local}.{number}",
                attendee=self._key(local),
                type=moved["type"],
                time=moved["time"],
                item=self._ref(moved["item"]),
                **_place(moved),
            )

    def _item(self, position: int, item: Data) -> None:
        fields = ("number", "title", "kind", "agenda_text", "exempt", "exemption", "truncated")
        key = self._add(
            "items",
            item["id"],
            position=position,
            **{name: item[name] for name in fields},
            parent=self._ref(item["parent"]),
            reference_numbers=item["references"],
            **_place(item),
        )
        for number, paper in enumerate(item["attachments"], 1):
            self._add("attachments", f"{item['id']}.a{number}", item=key, position=number, **paper, **_place(item))
        for number, paragraph in enumerate(item["paragraphs"], 1):
            speaker = self._ref(paragraph["speaker"])
            cells = {"position": number, "speaker": speaker, "text": paragraph["text"], **_span(paragraph)}
            self._add("paragraphs", f"{item['id']}.{number}", item=key, **cells)
        for decision in item["decisions"]:
            self._decision(key, decision)
        for motion in item["motions"]:
            self._motion(key, motion)
        for action in item["actions"]:
            self._action(key, action)
        for declaration in item["declarations"]:
            self._declaration(key, declaration)

    def _decision(self, item: str, decision: Data) -> None:
        fields = ("type", "cue", "lead_in", "text", "reasons")
        cells = {name: decision[name] for name in fields} | self._movers(decision)
        key = self._add("decisions", decision["id"], item=item, **cells, **_place(decision))
        self._clauses(decision["id"], decision["clauses"], {"decision": key, "parent": None})
        self._vote(decision, item=item, decision=key, motion=None)

    def _clauses(self, local: str, clauses: list[Data], above: Data) -> None:
        for position, clause in enumerate(clauses, 1):
            path = f"{local}.{position}"
            cells = {name: clause[name] for name in ("label", "text", "verb")}
            key = self._add("clauses", path, **above, position=position, **cells, **_place(clause))
            self._clauses(path, clause["clauses"], {**above, "parent": key})

    def _motion(self, item: str, motion: Data) -> None:
        cells = {name: motion[name] for name in ("type", "text", "result")} | self._movers(motion)
        key = self._add("motions", motion["id"], item=item, **cells, **_place(motion))
        self._vote(motion, item=item, decision=None, motion=key)

    def _movers(self, record: Data) -> Data:
        return {name: self._ref(record[name]) for name in ("moved_by", "seconded_by")}

    def _vote(self, on: Data, **above: str | None) -> None:
        vote, local = on["vote"], f"{on['id']}.vote"
        if vote is None:
            return
        result = {"method": vote["method"], "result": vote["result"]}
        key = self._add("votes", local, **above, **vote["counts"], **result, **_place(vote))
        for position, ballot in enumerate(vote["votes"], 1):
            cells = {
                "attendee": self._ref(ballot["person"]),
                "person": None,
                "name": ballot["name"],
                "option": ballot["option"],
            }
            self._add("voters", f"{local}.{position}", vote=key, position=position, **cells, **_place(vote))

    def _action(self, item: str, action: Data) -> None:
        due = action["due"]
        key = self._add(
            "actions",
            action["id"],
            item=item,
            **{name: action[name] for name in ("text", "explicit", "status")},
            due_text=due and due["text"],
            due_date=due and due["date"],
            **_named("due", due and due["span"]),
            **_place(action),
        )
        for position, owner in enumerate(action["owners"], 1):
            cells = {"attendee": self._ref(owner["person"]), "person": None, "name": owner["name"]}
            self._add("owners", f"{action['id']}.{position}", action=key, position=position, **cells, **_place(action))

    def _declaration(self, item: str, declaration: Data) -> None:
        fields = ("name", "interest", "text", "nature", "withdrew")
        cells = {name: declaration[name] for name in fields} | {"item_numbers": declaration["items"]}
        who = {"attendee": self._ref(declaration["person"]), "person": None}
        self._add("declarations", declaration["id"], item=item, **who, **cells, **_place(declaration))


def _named(name: str, span: Data | None) -> Data:
    start, end = (None, None) if span is None else (span["start"], span["end"])
    return {f"{name}_start": start, f"{name}_end": end}


def _span(record: Data) -> Data:
    return _named("span", record["span"])


def _place(record: Data) -> Data:
    return {**_span(record), "rule": record["rule"]}
