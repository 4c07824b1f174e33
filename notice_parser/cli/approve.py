"""`notice approve`."""

import click

from notice_parser.cli import options
from notice_parser.cli.gated import opened, say_signed, store
from notice_parser.cli.today import today, today_option
from notice_parser.errors import UsageError

DECISIONS = ("approved", "rejected", "accepted-risk", "not-a-change")


@click.command(short_help="Sign findings of `notice check`, by fingerprint.")
@click.argument("fingerprints", nargs=-1, metavar="[FINGERPRINT]…")
@click.option("--by", metavar="WHO", help="Who signs; among the approvers of the configuration.")
@click.option("--reason", metavar="WORDS", help="Why.")
@click.option(
    "--decision", type=click.Choice(DECISIONS), default="approved", show_default=True, help="What is decided."
)
@click.option(
    "--obligation", "obligations", multiple=True, metavar="WORD", help="What has to be done for it; may be repeated."
)
@click.option("--expires", metavar="DATE", help="The last day on which it holds.")
@click.option("--suggest", is_flag=True, help="Write entries without a reason for what is open; they do not pass.")
@click.option("--prune", is_flag=True, help="Remove entries that match nothing.")
@options.base
@options.config
@today_option
def approve(
    fingerprints: tuple[str, ...],
    by: str | None,
    reason: str | None,
    decision: str,
    obligations: tuple[str, ...],
    expires: str | None,
    base: str | None,
    config: str | None,
    today_: str | None,
    *,
    suggest: bool,
    prune: bool,
) -> None:
    """Write entries of notice-approvals.yaml: for the findings with these FINGERPRINTs, or as the options say.

    \b
    Example:
      notice approve 9c1f0a2b77de --by counsel@example.org --reason "DPIA-2026-14"
      notice approve --suggest
    """
    from notice_parser.gate import signing

    if bool(fingerprints) + suggest + prune != 1:
        raise UsageError("approve takes fingerprints, --suggest or --prune", "see notice approve --help")
    day = today(today_)
    gate = opened(config, base, day)
    if suggest:
        say_signed(gate, store(gate, signing.suggestions(gate.check, gate.signed, day)), "suggested")
    elif prune:
        store(gate, (), signing.stale(gate.check, gate.signed))
    else:
        if not (by or "").strip() or not (reason or "").strip():
            raise UsageError("an approval needs a person and a reason", 'write --by WHO --reason "…"')
        entries = signing.signatures(
            gate.check, fingerprints, signing.given(str(by), day, str(reason), decision, obligations, expires)
        )
        say_signed(gate, store(gate, entries), decision)
