"""Numbers of list items and headings, as their format writes them."""

from collections.abc import Callable

ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)

MOST_LETTERED = 10_000


def letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def repeated_letters(number: int) -> str:
    """a, b … z, aa, bb … as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else ""


def roman(number: int) -> str:
    """i, ii, iii, iv …; beyond 3,999 plain digits."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out


def numeral(number: int, form: str, lettered: Callable[[int], str]) -> str:
    """A number in the form that ends in "letter" or "roman" ("lower-roman", "upperLetter"); in any other, digits.

    `lettered` is how a format goes on after z. What no letters can count is written in digits.
    """
    kind = form.lower()
    if kind.endswith("letter"):
        text = lettered(number) if 0 < number < MOST_LETTERED else ""
    else:
        text = roman(number) if kind.endswith("roman") else ""
    return (text.upper() if kind.startswith("upper") else text) or str(number)
