"""Templates, style and scripts to one page that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; form-action 'none'"
)


def render(template: str, styles: tuple[str, ...], scripts: tuple[str, ...], **values: object) -> str:
    """The page of a template, with the named files of `assets/` inlined in their order."""
    style = "\n".join(map(_asset, styles))
    script = "(() => {\n" + "\n".join(map(_asset, scripts)) + "\n})();\n"
    policy = _POLICY.format(style=_digest(style), script=_digest(script))
    page = _environment().get_template(template)
    return page.render(style=Markup(style), script=Markup(script), policy=policy, **values)


def as_data(value: Any) -> Markup:
    """JSON that may stand inside a script element: nothing in it can end the element or open a comment."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("minutes_extract.emit.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(name: str) -> str:
    return files("minutes_extract.emit.review").joinpath("assets", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
