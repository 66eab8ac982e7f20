"""patterns/ → rules: vocabulary and fragments are filled into the patterns, which are compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import tomli
from pydantic import ValidationError

from minutes_extract.errors import PatternError
from minutes_extract.later import later
from minutes_extract.rules.cues import Anchors, Cues, Fits
from minutes_extract.rules.model import Rule, RuleFile
from minutes_extract.rules.words import alternation

_SLOT = re.compile(r"\{(?P<name>[a-z][a-z_]*)(?P<ends>:ends)?\}")
_DEPTH = 12  # fragments may refer to fragments; deeper than this is a circle


class Patterns:
    """All rules and vocabulary of one or more pattern folders; a later folder is laid over the earlier.

    The files of a user are validated; the built-in ones, which `extract patterns check` and the tests hold in order, only
    where `strict` asks for it: a start would take a tenth longer for it.
    """

    def __init__(self, folders: Iterable[Path], strict: bool = False) -> None:
        self._strict = strict
        self.words: dict[str, list[str]] = {}
        self.tables: dict[str, dict[str, Any]] = {}
        self._fragments: dict[str, str] = {}
        self._fragment_files: dict[str, Path] = {}
        self._filled: dict[str, str] = {}
        self._rules: dict[str, Rule] = {}
        self._regexes: dict[tuple[str, int], re.Pattern[str]] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}
        self._cues: tuple[Cues, ...] = ()  # of the last two texts: the reading view and its header's own reading
        self._built_in = locate()
        documents = [(path, folder, _parse(path)) for folder in folders for path in sorted(folder.rglob("*.toml"))]
        for path, _, data in documents:
            if "rule" not in data:
                self._add_words(path, data)
        defined: dict[tuple[Path, str], Path] = {}
        for path, folder, data in documents:
            if "rule" in data:
                self._add_rules(path, folder, data, defined)
        for (
            name,
            path,
        ) in self._fragment_files.items():  # the built-in ones may be read by code; a test finds the others
            if f"{{{name}}}" not in self._filled and self._built_in not in path.parents:
                raise PatternError(f"{path}: no rule uses the fragment {name!r}; use it as {{{name}}} or take it out")

    def _add_words(self, path: Path, data: dict[str, Any]) -> None:
        for name, value in data.items():
            if name == "fragment" and isinstance(value, dict):
                for fragment, pattern in value.items():
                    if not isinstance(pattern, str) or not pattern:
                        raise PatternError(f"{path}: the fragment {fragment!r} must be a piece of a pattern, in quotes")
                    self._fragments[fragment] = pattern
                    self._fragment_files[fragment] = path
            elif isinstance(value, list):
                if not value or not all(isinstance(word, str) and word for word in value):
                    raise PatternError(f"{path}: `{name}` must be a list of words with at least one in it")
                self.words[name] = list(dict.fromkeys([*self.words.get(name, []), *value]))
            elif isinstance(value, dict):
                self.tables.setdefault(name, {}).update(value)
            else:
                raise PatternError(f"{path}: `{name}` must be a list of words, a table, or `[[rule]]` entries")

    def _add_rules(self, path: Path, folder: Path, data: dict[str, Any], defined: dict[tuple[Path, str], Path]) -> None:
        strict = self._strict or folder != self._built_in
        if strict:
            _validate(path, data)
        stage, file = data["stage"], path.relative_to(folder).as_posix()
        for entry in data["rule"]:
            rule_id, place = entry["id"], f"{path}: rule {entry['id']}"
            if (folder, rule_id) in defined:
                other = defined[folder, rule_id].name
                raise PatternError(f"{path}: the id {rule_id} stands in {other} already; give each rule its own")
            defined[folder, rule_id] = path
            pattern = self.fill(entry["pattern"], place)
            begins = tuple(word for begin in entry.get("begins", ()) for word in self._listed(begin, place))
            self._rules[rule_id] = rule = Rule(entry, stage, path, file, pattern, begins)
            if strict:
                _ = rule.regex  # most documents need few of them

    def fill(self, pattern: str, place: str = "pattern", depth: int = 0) -> str:
        """`pattern` with each {name} replaced by the fragment or the alternation of the words of that name.

        {name:ends} is for a pattern that lets any words stand before the list: an entry that ends in another entry
        ("parish council" in "council") is left out, for the pattern is compiled faster without.

        Raises PatternError where no fragment or word list has the name, or fragments refer to one another in a circle.
        """
        if depth > _DEPTH:
            raise PatternError(f"{place}: fragments refer to one another in a circle")

        def slot(match: re.Match[str]) -> str:
            slot, name = match[0], match["name"]
            if slot not in self._filled:
                if name in self._fragments:
                    self._filled[slot] = f"(?:{self.fill(self._fragments[name], place, depth + 1)})"
                elif name in self.words:
                    words = self.words[name]
                    self._filled[slot] = alternation(_ends(words) if match["ends"] else words)
                else:
                    raise PatternError(f"{place}: there is no fragment or word list called {name!r}")
            return self._filled[slot]

        return _SLOT.sub(slot, pattern)

    def _listed(self, word: str, place: str) -> list[str]:
        """The words of the list that `word` names ('{name}'), or the word itself."""
        if not (slot := _SLOT.fullmatch(word)):
            return [word]
        if slot["name"] not in self.words:
            raise PatternError(f"{place}: there is no word list called {slot['name']!r}")
        return self.words[slot["name"]]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of their files."""
        return tuple(self._rules.values())

    @cached_property
    def laid_over(self) -> tuple[Rule, ...]:
        """The rules of a user's own folders."""
        return tuple(rule for rule in self._rules.values() if self._built_in not in rule.path.parents)

    def stage(self, name: str) -> tuple[Rule, ...]:
        """The rules of one stage, in the order of their files."""
        return self._by_stage.get(name, ())

    def near(self, stage: str, text: str, lo: int = 0, hi: int | None = None) -> tuple[Rule, ...]:
        """The rules of one stage that may match in text[lo:hi], in the order of their files; no other one can.

        Asked part by part of one text, it looks through that text once for the anchors of all rules.
        """
        return self._cues_of(text).rules(stage, lo, len(text) if hi is None else hi)

    def matches(
        self, rule: Rule, text: str, lo: int = 0, hi: int | None = None, fits: Fits | None = None
    ) -> Iterator[re.Match[str]]:
        """What `rule.regex.finditer(text, lo, hi)` finds, looked for where the rule may match alone.

        Behind a match that does not fit, the search goes on one character later.
        """
        return self._cues_of(text).matches(rule, lo, len(text) if hi is None else hi, fits)

    def _cues_of(self, text: str) -> Cues:
        for known in self._cues:
            if known.text is text:
                return known
        cues = Cues(text, self._anchors)
        self._cues = (cues, *self._cues[:1])
        return cues

    @cached_property
    def _anchors(self) -> Anchors:
        return Anchors(self._by_stage)

    @cached_property
    def _by_stage(self) -> dict[str, tuple[Rule, ...]]:
        stages = dict.fromkeys(rule.stage for rule in self.rules)
        return {stage: tuple(rule for rule in self.rules if rule.stage == stage) for stage in stages}

    def regex(self, pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """`pattern` with its slots filled in, compiled when it is first asked for."""
        if (pattern, flags) not in self._regexes:
            self._regexes[pattern, flags] = later(self.fill(pattern), flags)
        return self._regexes[pattern, flags]

    def any_of(self, *names: str) -> frozenset[str]:
        """The words of some lists, to ask whether a word is one of them; a list that there is not holds none."""
        if names not in self._sets:
            self._sets[names] = frozenset(chain.from_iterable(self.words.get(name, ()) for name in names))
        return self._sets[names]


def _ends(words: list[str]) -> list[str]:
    """The entries that do not end in another entry."""
    whole = set(words)
    return [word for word in words if not any(word[at + 1 :] in whole for at in range(len(word)) if word[at] == " ")]


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatternError(f"{path}: not a readable TOML file: {error}") from None


def _validate(path: Path, data: dict[str, Any]) -> None:
    """Raises PatternError where a file of rules holds what none may hold, or lacks what each must have."""
    try:
        RuleFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        name = _name_at(data, first["loc"])
        raise PatternError(f"{path}: {name}{place}: {first['msg']}") from None


def _name_at(data: dict[str, Any], loc: tuple[int | str, ...]) -> str:
    """The id of the rule that an error speaks of, for the message."""
    if len(loc) > 1 and loc[0] == "rule" and isinstance(loc[1], int):
        return f"rule {data['rule'][loc[1]].get('id', '(without id)')}: "
    return ""


def locate() -> Path:
    """The built-in patterns: inside the package of an installed wheel, or at the repository root."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "patterns", package.parent.parent / "patterns"):
        if folder.is_dir():
            return folder
    raise PatternError("the built-in patterns are missing; reinstall minutes-extract")


def folders(overlay: Path | None = None) -> list[Path]:
    """The folders that make up the patterns: the built-in one, then `overlay`. Raises PatternError where it is none."""
    if overlay is None:
        return [locate()]
    if not overlay.is_dir():
        raise PatternError(f"{overlay}: no such folder; --patterns takes a folder of .toml files")
    return [locate(), overlay]


def load(overlay: Path | None = None) -> Patterns:
    """The built-in patterns, with the files of `overlay` (a folder) laid over them; read once.

    A rule of the overlay with the id of a built-in rule takes its place; its word lists add to the built-in lists.
    Raises PatternError with file and rule where something does not fit.
    """
    return _loaded(overlay)


@lru_cache(maxsize=8)  # behind `load`, for which `load()` and `load(None)` are the same
def _loaded(overlay: Path | None) -> Patterns:
    return Patterns(folders(overlay))
