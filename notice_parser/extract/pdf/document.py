"""Opening a PDF, and saying clearly why one cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from notice_parser.errors import UnreadableError

MAX_PAGES = 1_000
MAX_CHARACTERS = 200_000  # on one page; a dense page of print has 8,000
# What PDFium's error numbers mean (fpdfview.h).
PASSWORD, SECURITY = 4, 5


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document in `data`; closed at the end. Raises UnreadableError where PDFium cannot open it."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error, data) from None
    try:
        pages = len(document)
        if not pages:
            raise UnreadableError("the PDF has no pages", "it may be damaged: save it again from its source")
        if pages > MAX_PAGES:
            raise UnreadableError(f"the PDF has {pages:,} pages", f"the limit is {MAX_PAGES:,}: split it")
        yield document
    finally:
        document.close()


@contextmanager
def open_page(document: Any, number: int) -> Iterator[tuple[Any, Any]]:
    """A page and its text, closed at the end; None and None where PDFium cannot load it."""
    import pypdfium2.raw as pdfium

    page = pdfium.FPDF_LoadPage(document.raw, number)
    text_page = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield (page, text_page) if text_page else (None, None)
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        if page:
            pdfium.FPDF_ClosePage(page)


def is_tagged(document: Any) -> bool:
    """Whether the document says that its structure tree can be relied on."""
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDFCatalog_IsTagged(document.raw))


def _unreadable(error: Exception, data: bytes) -> UnreadableError:
    # PDFium may still give the number of an earlier error; the dictionary of an encrypted file is itself not encrypted.
    if getattr(error, "err_code", None) in (PASSWORD, SECURITY) and b"/Encrypt" in data:
        return UnreadableError("the PDF is encrypted", "remove the password")
    return UnreadableError("the PDF is damaged", "save it again from its source")
