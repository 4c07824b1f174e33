"""Whole pages as Chromium prints them: from right to left, and across; with tags and without the same blocks."""

from pathlib import Path

import pytest
from block_cases import read_back

DATA = Path(__file__).parent / "data"

HEBREW = [
    "h1 הודעת פרטיות של בית הקפה בנמל",
    "p אנו שומרים את שמך ואת כתובתך כל עוד אתה חבר במועדון שלנו, ומוחקים אותם שלושים ימים לאחר שעזבת אותו.",
    "h2 מה אנו שומרים",
    "p אנו שומרים את הדברים הבאים:",
    "li1 את שמך המלא, כפי שמסרת לנו בטופס ההצטרפות למועדון, ואת היום שבו מסרת אותו לנו בפעם הראשונה;",
    "li1 את כתובתך;",
    "li1 את ההזמנות שלך.",
    "p איננו מוכרים דבר מאלה לאיש.",
]
KEPT = (
    "p We keep your name and your address for as long as you are a member of our club, and we delete both of them thirty "
    "days after you have left it, unless the law wants us to keep them."
)
ACROSS = [
    "h1 Privacy notice of the harbour café",
    KEPT,
    "td1 Data",
    "td1 Purpose",
    "td1 Kept for",
    "td2 Name",
    "td2 To greet you when you come in from the pier, and to write your name on your cup",
    "td2 30 days",
    "td3 Orders",
    "td3 To brew the next one before you ask",
    "td3 One year",
    "li1 We sell nothing of this.",
    "li1 We lend nothing of it either.",
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("right-to-left.pdf", HEBREW),
        ("right-to-left-untagged.pdf", HEBREW),
        ("landscape.pdf", ACROSS),
        ("landscape-untagged.pdf", ACROSS),
    ],
)
def test_whole_pages(name: str, expected: list[str]) -> None:
    assert read_back((DATA / name).read_bytes(), name) == expected
