"""Text for a terminal, a pipe or a file: rich lays it out, and the same input gives the same bytes everywhere."""

import io
from typing import TYPE_CHECKING

from notice_parser.report.look import Look
from notice_parser.report.safe import visible
from notice_parser.report.words import word_diff

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text


def screen(look: Look) -> "Console":
    """A console that writes to memory and asks the environment nothing."""
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=look.width,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def written(console: "Console") -> bytes:
    """What the console holds, without blanks at line ends."""
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines).encode()


def text(*parts: str | tuple[str, str]) -> "Text":
    """Words, some with a style, made harmless."""
    from rich.text import Text

    out = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        out.append(visible(words), style=style)
    return out


def redline(old: str, new: str, *, color: bool, longest: int | None = None) -> "Text":
    """The change between two sentences: in colour, or between marks such as "[-will-]{+may+}".

    A stretch of more than `longest` characters is shown by its two ends.
    """
    from rich.text import Text

    out = Text()
    for stretch in word_diff(old, new):
        before, after = (visible(_ends(side, longest)) for side in stretch)
        if stretch.same:
            out.append(before)
            continue
        if before:
            out.append(before if color else f"[-{before}-]", style="red strike")
        if after:
            out.append(" " if before and (color or len(before) > 40) else "")
            out.append(after if color else f"{{+{after}+}}", style="green underline")
    return out


def _ends(words: str, longest: int | None) -> str:
    if longest is None or len(words) <= longest:
        return words
    left_out = len(words) - 2 * (longest // 3)
    return f"{words[: longest // 3]} … ({left_out:,} characters) … {words[-(longest // 3) :]}"


def indented(content: "RenderableType", by: int) -> "RenderableType":
    """The content moved right, wrapped lines too."""
    from rich.padding import Padding

    return Padding(content, (0, 0, 0, by))
