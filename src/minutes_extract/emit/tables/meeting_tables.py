"""Tables of the documents, their meetings and who was there."""

from __future__ import annotations

from minutes_extract.emit.tables.columns import MEETING, Column, Table, attendee, key, person, place

MEETING_TABLES = (
    Table(
        "sources",
        "The documents that were read.",
        (
            Column("name", "File name, or path below the given folder; `stdin`.", required=True),
            Column("media_type", "Such as application/pdf.", required=True),
            Column("sha256", "Digest of the bytes of the document.", required=True),
            Column("extractor", "Program, version and settings that made the rows."),
            Column("schema_version", "Version of the record from which they were made.", required=True),
            Column("characters", "Length of the text.", "integer", required=True),
            Column("layout", "Family of layouts that the headings belong to."),
            Column("pages", "Of a PDF: the offsets at which its pages start.", "integers", required=True),
        ),
    ),
    Table(
        "texts",
        "What the offsets count: the text of each source, decoded or converted.",
        (
            Column("source", "The document.", required=True, refers="sources", goes_with=True),
            Column("text", "Its whole text. A NUL is kept as U+FFFD, here and everywhere.", required=True),
        ),
    ),
    Table(
        "meetings",
        "One row for each document: what it says of the meeting as a whole.",
        (
            key("The name of the source."),
            Column("source", "The document, under the same name.", required=True, refers="sources", goes_with=True),
            Column("series", "What the meetings of one body of one council share; written at the end of a run."),
            Column("organization", "Council or other parent body, where it is named as such."),
            Column("body", "Committee, panel, board or council that met."),
            Column("date", "Day of the meeting.", "date"),
            Column("start_time", "24 hours, local: 19:15."),
            Column("end_time", "The same."),
            Column("location", "As printed."),
            Column("format", "in_person, virtual or hybrid."),
            Column("contact_name", "Whom to ask."),
            Column("contact_role", "Their post."),
            Column("contact_email", "Their address."),
            Column("contact_phone", "Their number."),
            Column("next_date", "Day of the next meeting.", "date"),
            Column("next_time", "Its time."),
            Column("next_location", "Its place."),
            Column("header_start", "The text before the first item.", "integer"),
            Column("header_end", "Where it ends.", "integer"),
            Column("closing_start", "The text behind the last item.", "integer"),
            Column("closing_end", "Where it ends.", "integer"),
        ),
        label="source",
    ),
    Table(
        "evidence",
        "Where each field of a meeting was read.",
        (
            key("Such as `june.txt#meeting.date`."),
            MEETING,
            Column("field", "Name of the field, as in the record: date, contact.email.", required=True),
            *place()[:2],
            Column("rule", "The rule that found it, where known."),
        ),
    ),
    Table(
        "people",
        "One row for each human (or post without a name) across the meetings, written at the end of a run.",
        (
            key("Of council and name: `gullhaven-parish-council/jane-potter`."),
            Column("name", "Fullest form printed, without title; null for a post without a name."),
            Column("title", "Councillor, Cllr, Dr, Mrs."),
            Column("roles", "Posts held.", "texts", required=True),
            Column("kind", "councillor, co_optee, officer or other."),
            Column("party", "As printed."),
            Column("represents", "Ward, school or organisation, as printed."),
            Column("organization", "The council in whose minutes the person stands."),
            Column("body", "The body; null for a person of several."),
        ),
        label="name",
    ),
    Table(
        "attendance",
        "One row for each person in each meeting: present, absent, or only named.",
        (
            key("Such as `june.txt#p1`."),
            MEETING,
            person("The human, across meetings."),
            Column(
                "person_why",
                "Why it is that one: first, same_name, fuller_name, surname, initials, post or other_body.",
            ),
            Column("name", "As printed in these minutes, without title."),
            Column("title", "As printed."),
            Column("roles", "Posts held at this meeting.", "texts", required=True),
            Column("kind", "councillor, co_optee, officer or other."),
            Column("status", "present (members), in_attendance (others), apologies, absent; null: not said."),
            attendee("substitute_for", "The person whose place they took."),
            Column("party", "As printed."),
            Column("represents", "Ward, school or organisation, as printed."),
            Column("mentions", "Where the text speaks of the person: pairs of offsets.", "spans", required=True),
            *place(),
        ),
        label="name",
    ),
)
