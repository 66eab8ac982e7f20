"""Pages of a written document, and Chromium to open them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.emit.review.pages import TEXT, page_of
from tests.tools import need

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of TEXT."""
    path = tmp_path_factory.mktemp("review") / "page.html"
    path.write_text(page_of(TEXT), encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of the test's own, in which nothing is kept from another."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Open]:
    """`visit(path)` opens a page. At the end no page may have asked for anything, complained or met an error."""
    faults: list[str] = []

    def visit(path: Path) -> Page:
        def asked(request: Request) -> None:
            if request.url.partition("#")[0] not in (path.as_uri(), "data:,") and not request.url.startswith("blob:"):
                faults.append(f"asked for {request.url}")

        def said(message: ConsoleMessage) -> None:
            faults.append(f"console: {message.text}")

        page = context.new_page()
        page.on("request", asked)
        page.on("console", said)
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.goto(path.as_uri())
        return page

    yield visit
    assert faults == []
