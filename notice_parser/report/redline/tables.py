"""Tables of Word: rows of cells of equal width, over the width of the page."""

from collections.abc import Sequence

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
LAYOUT = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>'
PAGE = 9360  # twentieths of a point between the margins


def table(rows: Sequence[str], columns: int | Sequence[int]) -> str:
    """A table of written rows: with so many equal columns, or with columns of these widths."""
    widths = [PAGE // columns] * columns if isinstance(columns, int) else columns
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{LAYOUT}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Sequence[str], mark: str = "", widths: Sequence[int] = ()) -> str:
    """A row of cells, each the paragraphs it holds; `mark` says that the whole row came or went."""
    chosen = widths or [PAGE // max(1, len(cells))] * len(cells)
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, chosen, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{mark}</w:trPr>' if mark else ''}{written}</w:tr>"
