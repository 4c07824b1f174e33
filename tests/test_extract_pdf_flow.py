"""Pages that PDFium takes for vertical writing: letters on lines of their own are words again."""

from notice_parser.extract.pdf.flow import levelled
from notice_parser.extract.pdf.probe import Place

WORDS = ("We keep", "your name.")


class Letters:
    """A probe of letters five points wide, on base lines twelve points apart."""

    def __init__(self, text: str, places: dict[int, tuple[float, float]]) -> None:
        self.text, self.places = text, places

    def place(self, at: int) -> Place:
        x, y = self.places[at]
        return Place(x, y, 1, 0, 10)

    def box(self, at: int) -> tuple[float, float, float, float]:
        x, y = self.places[at]
        return x, x + 5, y, y + 8


def vertical() -> tuple[str, dict[int, tuple[float, float]]]:
    """Two lines with every letter on a line of its own and a blank between the lines."""
    text = ""
    places = {}
    for row, words in enumerate(WORDS):
        for column, letter in enumerate(words):
            if letter != " ":
                text += ("\r\n" if column else " ") if text else ""
                places[len(text)] = (5.0 * column, 100.0 - 12 * row)
                text += letter
    return text, places


def test_letters_on_lines_of_their_own_are_words_again_in_as_many_characters() -> None:
    text, places = vertical()
    out = levelled(text, Letters(text, places))  # type: ignore[arg-type]
    assert len(out) == len(text)
    assert out.replace("\u200b", "").split("\n") == list(WORDS)


def test_other_pages_stay_as_they_are() -> None:
    text = "We keep\r\na\r\nname and\r\nmore."
    assert levelled(text, Letters(text, {})) == text  # type: ignore[arg-type]
