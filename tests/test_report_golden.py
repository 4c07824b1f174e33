"""What the commands print on the corpus, byte for byte. `scripts/update_golden` writes it anew."""

from golden_cases import CASES, GOLDEN, outputs


def test_the_commands_print_what_is_kept() -> None:
    stale = [path.name for path, data in outputs() if not path.exists() or path.read_bytes() != data]
    assert stale == [], "run scripts/update_golden and read the difference"


def test_nothing_else_is_kept() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
