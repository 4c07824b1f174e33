"""Bytes to characters: byte order mark, declaration, UTF-8, then detection. It never fails."""

import codecs

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same way
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536  # bytes; detection looks no further


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of `data`. `declared` is the encoding that the document names for itself."""
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, errors="replace")
    for name in (_wide(data[:SAMPLE]), "utf-8", declared):
        text = _strictly(data, name)
        if text is not None:
            return text
    return data.decode(_detected(data), errors="replace")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is NUL."""
    if sample.count(0) * 3 < len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _strictly(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(_web_name(name)) if name else None
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _web_name(name: str) -> str:
    """Browsers read the names of Latin-1 and ASCII as Windows-1252, and pages count on it."""
    return "cp1252" if name.strip().lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name


def _detected(data: bytes) -> str:
    """The likeliest encoding of bytes that are no UTF-8: mostly UTF-8 with a few broken bytes, else by statistics."""
    broken = data[:SAMPLE].decode("utf-8", errors="replace").count("\ufffd")
    multibyte = sum(byte >= 0xC2 for byte in data[:SAMPLE])
    if broken * 4 <= multibyte:
        return "utf-8"
    if sum(byte >= 0x80 for byte in data[:SAMPLE]) * 4 < len(data[:SAMPLE]):
        return "cp1252"  # statistics err on texts with few accents
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], steps=5, chunk_size=512).best()
    return _web_name(best.encoding) if best else "cp1252"
