"""Regular participles that no list of verbs knows, and their base forms."""

from __future__ import annotations

import re

from minutes_extract.later import later

# Stems whose base ends in a mute e: 'defin(e)', 'requir(e)', 'secur(e)', 'releas(e)', 'provid(e)', 'prepar(e)', 'handl(e)',
# but 'maintain', 'repair', 'favour', 'focus', 'avoid', 'appear', 'treat'
_MUTE_E = later(
    r"(?:(?<![eo])at|[cn]eat|is|iz|[vcu]|[^n]g|[ae]ng|rs|[^aeo]in|[^a]ir|[^o]ur|[^aeiou]as|eas|os|[^c]us|[^aeo]id|[^o]ud|[^aeo]ad|"
    r"[^o]ut|[bcdfgkpt]l|ul|[^e]ar|[^aeio]am|com|[zp]on|[^i]tor|plor)$"
)


def regular(form: str) -> str | None:
    """The base of a regular participle that no list knows: 'filmed' is 'film', 'exercised' is 'exercise'."""
    match = re.fullmatch(r"([a-z]{3,})ed", form.casefold())
    if match is None:
        return None
    stem = match[1]
    if _MUTE_E.search(stem):
        return stem + "e"
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem[:-1] if re.search(r"[aeiou]([bdgmnprt])\1$", stem) else stem
