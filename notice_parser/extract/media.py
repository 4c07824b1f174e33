"""Which format bytes are in, by their content first and their name second."""


def media_type(data: bytes, name: str) -> str:
    """The IANA media type of `data`; `name` decides only between kinds of plain text."""
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    return "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"
