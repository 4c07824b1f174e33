"""What a file says of itself beside its text: a title and a language, where they are worth anything."""

import re

# Titles that a program made up: "Microsoft Word - policy_v3.docx", "untitled", "privacy.indd", "https://…".
MADE_UP = re.compile(r"^microsoft word|^untitled|^document\d*$|\.\w{2,5}$|://|^\W*$|_", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)  # "en-GB"


def stated_title(text: str | None) -> str | None:
    """The title in a document's properties; none where it is one word or but the name of a file."""
    title = " ".join((text or "").split())
    return None if MADE_UP.search(title) or " " not in title else title


def stated_language(text: str | None) -> str | None:
    """The ISO 639 code of the language that a document names."""
    found = LANGUAGE.match((text or "").strip())
    return found.group().lower() if found else None
