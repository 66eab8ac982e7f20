"""What a person does on the page and sees of it, for the tests that drive Chromium."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page


def lit(page: Page) -> str:
    return "".join(page.locator("#text .lit").all_text_contents())


def record(page: Page, ref: str) -> Locator:
    return page.locator(f'#records [data-ref="{ref}"]')


def active(page: Page) -> str | None:
    ref: str | None = page.evaluate("document.querySelector('#records .active')?.dataset.ref ?? null")
    return ref


def press(page: Page, keys: Sequence[str]) -> None:
    for key in keys:
        page.keyboard.press(key)


def select(page: Page, words: str) -> None:
    """Select words of the text as a mouse would."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const whole = nodes.map(node => node.data).join("");
          const point = offset => { for (const node of nodes) { if (offset <= node.length) return [node, offset]; offset -= node.length; } };
          const start = whole.indexOf(words);
          const range = document.createRange();
          range.setStart(...point(start));
          range.setEnd(...point(start + words.length));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def gold(page: Page) -> dict[str, Any]:
    page.locator("#download").click()
    with page.expect_download() as download:
        page.locator("#save-gold").click()
    page.keyboard.press("Escape")
    assert download.value.suggested_filename == "gullhaven.gold.json"
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_bytes())
    return found
