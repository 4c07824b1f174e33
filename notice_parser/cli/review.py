"""`notice review`."""

import sys

import click

from notice_parser.cli import options
from notice_parser.cli.gated import Gate, opened, say, store
from notice_parser.cli.today import today, today_option
from notice_parser.errors import ConfigError, UsageError

DECISIONS = {"a": "approved", "r": "rejected"}


@click.command(short_help="Decide on open findings one by one, in the terminal.")
@click.option("--by", metavar="WHO", help="Who signs [default: the user.email of git].")
@options.base
@options.config
@today_option
@options.color
@options.width
def review(
    by: str | None, base: str | None, config: str | None, today_: str | None, color: str, width: int | None
) -> None:
    """Walk the findings that need approval: a approves, r rejects, s skips, d shows details, q quits.

    Each decision asks for a reason and is written at once.

    \b
    Example:
      notice review --by counsel@example.org
    """
    from notice_parser.gate.review import card, choices, open_findings

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal", "use notice check and notice approve")
    day = today(today_)
    gate = opened(config, base, day)
    signer = by or _git_user(gate)
    rows = list(open_findings(gate.check))
    look = options.look(color, width, None)
    for number, (notice, finding) in enumerate(rows, 1):
        place, key = f"{number} of {len(rows)}", "d"
        click.echo(card(notice, finding, place, look), nl=False)
        while key not in ("a", "r", "s", "q"):
            click.echo(choices())
            key = click.getchar()[:1].lower()
            if key == "d":
                click.echo(card(notice, finding, place, look, details=True), nl=False)
            elif key in DECISIONS and not _signed(gate, finding.fingerprint, signer, day, DECISIONS[key]):
                key = "d"
        if key == "q":
            break
        gate = gate.again()
    left = sum(finding.approved is None for _, finding in open_findings(opened(config, base, day).check))
    click.echo(f"{left} of {len(rows)} left open." if rows else "No finding needs approval.")


def _signed(gate: Gate, fingerprint: str, by: str, day: str, decision: str) -> bool:
    """Ask why, and write the entry; False where no reason is given."""
    from notice_parser.gate.signing import given, signatures

    reason = click.prompt(f"{decision} by {by}, because", default="", show_default=False).strip()
    if not reason:
        click.echo("nothing written: a decision needs a reason")
        return False
    store(gate, signatures(gate.check, [fingerprint], given(by, day, reason, decision, (), None)))
    say(f"{gate.config.approvals}: {decision} {fingerprint}")
    return True


def _git_user(gate: Gate) -> str:
    from notice_parser.errors import NoticeError
    from notice_parser.repository import git

    try:
        return git(gate.file.parent, "config", "user.email").decode().strip()
    except NoticeError as error:
        raise ConfigError("nobody is named as the one who signs", "write --by WHO") from error
