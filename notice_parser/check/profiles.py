"""Profiles: which rules run, at which level, under which laws."""

from collections.abc import Mapping, Sequence

from notice_parser.check.judgement import Rule
from notice_parser.errors import UsageError
from notice_parser.span import Record
from notice_parser.vocabulary import Level


class Profile(Record):
    """How a body of law sees the rules: codes it raises to errors or warnings, and the laws whose names it keeps.

    `laws` holds the first words of the references to show; empty means all.
    """

    name: str
    meaning: str
    laws: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    strict: bool = False


PROFILES = (
    Profile("default", "Every rule at its own level, every law."),
    Profile("gdpr", "EU and UK data protection law.", ("GDPR", "WP260"), ("PN110", "PN204", "PN205", "PN302", "PN402", "PN505", "PN607", "PN608"), ("PN902",)),
    Profile("hipaa-npp", "Notices of privacy practices of covered entities.", ("HIPAA", "FTC"), ("PN107", "PN506", "PN607", "PN608", "PN805"), ("PN905",)),
    Profile("glba", "Privacy notices of financial institutions.", ("GLBA", "FTC"), ("PN402", "PN204"), ()),
    Profile("ccpa", "California law.", ("CCPA", "CalOPPA", "FTC"), ("PN107", "PN204", "PN608"), ("PN904",)),
    Profile("us-states", "Laws of the US states.", ("CCPA", "CalOPPA", "Colorado", "Minnesota", "FTC", "In re"), ("PN107", "PN204", "PN608", "PN806"), ()),
    Profile("coppa", "Services for children under 13.", ("COPPA", "FTC"), ("PN107", "PN114", "PN204", "PN205", "PN607", "PN608"), ()),
    Profile("strict", "Every change of a promise is an error, every rewording a warning.", strict=True),
    Profile("editorial-only", "For edits that must touch no promise: whatever does is an error.", errors=("*",)),
)  # fmt: skip


def profile(name: str) -> Profile:
    """The profile of that name."""
    for row in PROFILES:
        if row.name == name:
            return row
    raise UsageError(f"no profile is named {name!r}", "use one of " + ", ".join(row.name for row in PROFILES))


def profiled(rules: Sequence[Rule], name: str, levels: Mapping[str, Level] | None = None) -> tuple[Rule, ...]:
    """The rules as a profile sees them; `levels` by code or name of a rule go before the profile."""
    chosen, own = profile(name), levels or {}
    return tuple(
        rule.but(level=own.get(rule.code, own.get(rule.name, level(rule, chosen))), reference=references(rule, chosen))
        for rule in rules
    )


def level(rule: Rule, chosen: Profile) -> Level:
    """The level of a rule under a profile."""
    touches = not rule.code.startswith("PN9") or rule.code == "PN905"
    if rule.code in chosen.errors or (touches and (chosen.strict or "*" in chosen.errors)):
        return Level.ERROR
    if rule.code in chosen.warnings or (chosen.strict and rule.code == "PN902"):
        return Level.WARNING
    return rule.level


def references(rule: Rule, chosen: Profile) -> tuple[str, ...]:
    """The references of a rule that the profile shows."""
    return tuple(ref for ref in rule.reference if not chosen.laws or ref.startswith(chosen.laws))
