"""What repair did, edit by edit, and that the list replays to the repaired text."""

from click.testing import CliRunner

from notice_parser.cli import notice
from notice_parser.codec import decode
from notice_parser.extract.plain import read_plain
from notice_parser.model import Options
from notice_parser.repair import Explanations, explained, repair
from notice_parser.span import Edit, replay

SOURCE = "Our Noti\nce holds.\n \n \n \n\n \nyour \u201cname\u201d; \n \n \n"


def test_every_edit_is_explained_and_the_list_replays() -> None:
    extraction = read_plain(SOURCE.encode(), Options())
    repaired = repair(extraction, "text-runs")
    found = explained(extraction, repaired)
    assert [(row.rule, row.line, row.before, row.after) for row in found.edits][:2] == [
        ("run", 1, "\n", ""),
        ("bullet", 2, "\n \n \n \n\n \n", "\n\n"),
    ]
    edits = [Edit(row.span, row.after, row.rule) for row in found.edits]
    assert replay(SOURCE, edits) == repaired.text.value


def test_the_command_prints_it() -> None:
    run = CliRunner().invoke(
        notice, ["parse", "-", "--explain-repair", "--dialect", "text-runs"], input=SOURCE.encode()
    )
    assert run.exit_code == 0
    assert decode(run.stdout_bytes, Explanations).dialect == "text-runs"
    text = CliRunner().invoke(notice, ["parse", "-", "-f", "text", "--explain-repair"], input=b"two  blanks")
    assert "line 1 [4, 5)  blanks  ' ' -> ''" in text.stdout
