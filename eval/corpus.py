"""The documents to score: a text and its gold, in one folder or in two.

samples/NAME.txt beside samples/NAME.gold.json; an outside corpus as DIR/corpus/NAME.txt and DIR/gold/NAME.gold.json.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from eval.flat import Minutes

GOLD = ".gold.json"


class CorpusError(Exception):
    """The corpus cannot be scored as it stands; the message says which file and why."""


@dataclass(frozen=True)
class Document:
    name: str
    text: str
    gold: Minutes
    fingerprint: str  # of text and gold: a floor holds for the same document only


def load_samples(folder: Path) -> list[Document]:
    """Our own documents: each text must have its gold, so that none goes unscored unseen."""
    if unscored := _names(folder, ".txt") - _names(folder, GOLD):
        raise CorpusError(f"{folder}: no gold for {', '.join(sorted(unscored))}")
    return _load(folder, folder)


def load_outside(folder: Path) -> list[Document]:
    """An outside corpus, which may hold texts that nobody has read yet: those with gold are scored."""
    return _load(folder / "corpus", folder / "gold")


def _names(folder: Path, suffix: str) -> set[str]:
    return {path.name.removesuffix(suffix) for path in folder.glob(f"*{suffix}")}


def _load(texts: Path, golds: Path) -> list[Document]:
    names = _names(golds, GOLD)
    if not names:
        raise CorpusError(f"nothing to score: {golds} holds no file NAME{GOLD}")
    if missing := names - _names(texts, ".txt"):
        raise CorpusError(f"{texts}: no text for the gold of {', '.join(sorted(missing))}")
    return [_document(name, texts / f"{name}.txt", golds / f"{name}{GOLD}") for name in sorted(names)]


def _document(name: str, text: Path, gold: Path) -> Document:
    raw, written = text.read_bytes(), gold.read_bytes()
    fingerprint = hashlib.sha256(hashlib.sha256(raw).digest() + written).hexdigest()[:16]
    try:
        return Document(name, raw.decode("utf-8-sig"), Minutes.model_validate_json(written), fingerprint)
    except UnicodeDecodeError as error:
        raise CorpusError(f"{text}: not UTF-8 ({error})") from error
    except ValidationError as error:
        raise CorpusError(f"{gold}: {error}") from error
