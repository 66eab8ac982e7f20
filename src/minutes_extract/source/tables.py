"""Cells of a row → lines."""

from __future__ import annotations

from dataclasses import dataclass

_LABEL = 12  # characters of the longest label: '21/47(a)(ii)'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and how many line breaks stand before it."""

    gap: int
    text: str


def row_lines(cells: list[list[Line]], stacked: bool = False) -> list[Line]:
    """The lines of one row.

    Where every cell is one line, the row is one, with a tab between two cells and an empty cell kept, so that columns
    stay columns. Where a cell holds paragraphs, the short cells before it (the number of an item, say) stand before its
    first line, and what follows it (who is to act) stands below. `stacked` gives every cell lines of its own.
    """
    if not any(cells):
        return []
    if stacked:
        return [line for cell in cells for line in _apart(cell)]
    if all(len(cell) <= 1 for cell in cells):
        return [Line(1, "\t".join(cell[0].text if cell else "" for cell in cells).rstrip("\t"))]
    if paired := _paired(cells):
        return paired
    lines: list[Line] = []
    short: list[str] = []
    for cell in filter(None, cells):
        if len(cell) == 1 and not lines:
            short.append(cell[0].text)
            continue
        first, *rest = cell
        if lines:
            lines.append(Line(1, first.text))
        else:
            lines.append(Line(2, "\t".join([*short, first.text])))
        lines += rest
    return lines


def _paired(cells: list[list[Line]]) -> list[Line]:
    """Numbers in one cell and a paragraph for each in the next: line by line. Empty where the cells are not so."""
    filled = [cell for cell in cells if cell]
    count = len(filled[0])
    if count < 2 or any(len(cell) != count for cell in filled) or any(len(line.text) > _LABEL for line in filled[0]):
        return []
    return [Line(1, "\t".join(line.text for line in lines)) for lines in zip(*filled, strict=True)]


def _apart(cell: list[Line]) -> list[Line]:
    return [Line(2, line.text) if place == 0 else line for place, line in enumerate(cell)]
