"""Changes to findings: an ordered table of RULES, one function each."""

from collections.abc import Iterator, Mapping, Sequence

from notice_parser.change import Change, Finding
from notice_parser.check import law
from notice_parser.check.dates import dated, idle_date
from notice_parser.check.findings import EDITORIAL, Places, beside_loss, finding
from notice_parser.check.judgement import Rule
from notice_parser.check.profiles import profiled
from notice_parser.check.revision import Revision
from notice_parser.check.rules import data, governance, promises, purposes, recipients, rights, times, wording
from notice_parser.check.setting import Setting
from notice_parser.model import Notice
from notice_parser.span import Record
from notice_parser.vocabulary import Level

__all__ = ["RULES", "RuleEntry", "catalogue", "check", "keyed", "profiled"]

E, W, I, N = Level.ERROR, Level.WARNING, Level.INFO, Level.NONE  # noqa: E741 (as in the catalogue)

RULES = (
    Rule("PN101", "commitment-removed", E, "A protective promise is gone", (law.FTC, law.CO604), promises.commitment_removed, "PN102"),
    Rule("PN102", "commitment-added", I, "A protective promise is new", (), promises.commitment_added, "PN101"),
    Rule("PN103", "duty-weakened", E, "A duty became weaker", (law.FTC,), promises.duty_weakened, "PN104"),
    Rule("PN104", "duty-strengthened", I, "A duty became stronger", (), promises.duty_strengthened, "PN103"),
    Rule("PN105", "prohibition-dropped", E, "What was ruled out is no longer ruled out", (law.GATEWAY, law.FTC), promises.prohibition_dropped, "PN106"),
    Rule("PN106", "prohibition-added", I, "What was allowed is now ruled out", (), promises.prohibition_added, "PN105"),
    Rule("PN107", "practice-made-certain", W, "What may have happened now happens", (), promises.practice_made_certain, "PN202"),
    Rule("PN108", "exception-added", E, "An exception narrows a promise", (law.FTC,), promises.exception_added, "PN109"),
    Rule("PN109", "exception-removed", I, "An exception to a promise is gone", (), promises.exception_removed, "PN108"),
    Rule("PN110", "hedge-added", W, "A hedge makes a promise uncertain", (law.WP260_13,), promises.hedge_added, "PN104"),
    Rule("PN112", "scope-narrowed", E, "A promise covers less than before", (), promises.scope_narrowed, "PN104"),
    Rule("PN114", "condition-added", W, "A promise or right now has a condition", (law.GDPR12,), promises.condition_added, "PN109"),
    Rule("PN115", "contradiction-introduced", E, "New words conflict with a promise that stays", (law.FTC,), promises.contradiction_introduced, "waived: an edit that ends a contradiction is reported by what it removes"),
    Rule("PN201", "data-category-added", E, "More personal data is processed", (law.CO604, law.CCPA100), data.data_category_added, "PN202"),
    Rule("PN202", "category-or-use-removed", I, "A kind of data, a use or a recipient is gone", (), data.category_or_use_removed, "PN201"),
    Rule("PN203", "sensitive-data-added", E, "Sensitive data is newly processed", (law.GDPR9, law.CPA), data.sensitive_data_added, "PN202"),
    Rule("PN204", "data-source-added", W, "Data comes from a further source", (law.GDPR14,), data.data_source_added, "PN202"),
    Rule("PN205", "list-opened", W, "A closed list became examples", (law.WP260_13,), data.list_opened, "PN202"),
    Rule("PN301", "purpose-added", E, "Data is used for more than before", (law.GDPR13_3, law.CO604), purposes.purpose_added, "PN202"),
    Rule("PN302", "purpose-generalised", W, "A purpose became vague", (law.WP260_12,), purposes.purpose_generalised, "PN202"),
    Rule("PN303", "ai-training-added", E, "Personal data is used to train models", (law.FTC2024,), purposes.ai_training_added, "PN202"),
    Rule("PN304", "advertising-added", E, "Personal data is used for advertising", (law.CCPA120, law.CPA), purposes.advertising_added, "PN202"),
    Rule("PN305", "legal-basis-changed", E, "The legal basis changed", (law.GDPR13_1C,), purposes.legal_basis_changed, "waived: it notices either direction"),
    Rule("PN306", "profiling-introduced", E, "People are profiled or decided about automatically", (law.GDPR13_2F, law.GDPR22), purposes.profiling_introduced, "PN202"),
    Rule("PN401", "recipient-category-added", E, "More recipients get data", (law.WP260_30, law.GLBA8B), recipients.recipient_category_added, "PN202"),
    Rule("PN402", "recipient-generalised", W, "A named recipient became a class", (law.GDPR13_1E,), recipients.recipient_generalised, "PN202"),
    Rule("PN403", "sale-introduced", E, "Personal data is sold", (law.CCPA120, law.CO604), recipients.sale_introduced, "PN106"),
    Rule("PN404", "disclosed-data-added", E, "A recipient gets more data", (law.GLBA8B,), recipients.disclosed_data_added, "PN202"),
    Rule("PN405", "transfer-introduced", E, "Data goes to a further place", (law.WP260_30,), recipients.transfer_introduced, "PN202"),
    Rule("PN406", "safeguard-removed", E, "A safeguard is gone", (law.GDPR13_1F,), recipients.safeguard_removed, "PN102"),
    Rule("PN408", "former-customer-sharing", E, "Data of former customers is processed", (law.GLBA8B3,), recipients.former_customer_sharing, "PN202"),
    Rule("PN501", "retention-extended", E, "Data is kept longer", (law.GDPR13_2A, law.CCPA100), times.retention_extended, "PN502"),
    Rule("PN502", "retention-shortened", I, "Data is kept for a shorter or a definite time", (), times.retention_shortened, "PN501"),
    Rule("PN503", "retention-made-vague", E, "A period of retention became indefinite", (law.GDPR13_2A,), times.retention_made_vague, "PN502"),
    Rule("PN504", "response-deadline-extended", E, "An answer or notice may take longer", (law.GDPR12_3, law.CCPA130), times.response_deadline_extended, "PN104"),
    Rule("PN505", "change-notice-shortened", W, "People are warned later of changes", (law.WP260_30,), times.change_notice_shortened, "PN104"),
    Rule("PN506", "number-changed", W, "A number changed", (), times.number_changed, "waived: it notices either direction"),
    Rule("PN601", "opt-in-to-opt-out", E, "What needed a yes now needs a no", (law.FTC, law.GDPR7), rights.opt_in_to_opt_out, "PN602"),
    Rule("PN602", "opt-out-to-opt-in", I, "What needed a no now needs a yes", (), rights.opt_out_to_opt_in, "PN601"),
    Rule("PN603", "consent-dropped", E, "Consent is no longer needed", (law.GATEWAY, law.MN), rights.consent_dropped, "PN602"),
    Rule("PN604", "opt-out-removed", E, "A choice to refuse is gone", (law.CCPA120, law.GLBA8B), rights.opt_out_removed, "PN606"),
    Rule("PN605", "right-removed", E, "A right is gone", (law.GDPR13_2B, law.HIPAA), rights.right_removed, "PN606"),
    Rule("PN606", "right-added", I, "A right or choice is new", (), rights.right_added, "PN605"),
    Rule("PN607", "right-burdened", W, "A right now costs more effort or money", (law.GDPR12_5,), rights.right_burdened, "PN606"),
    Rule("PN608", "request-channel-changed", W, "Rights are exercised by another way", (law.WP260_29, law.CO604), rights.request_channel_changed, "waived: it notices either direction"),
    Rule("PN609", "withdrawal-removed", E, "Consent can no longer be withdrawn", (law.GDPR13_2C,), rights.withdrawal_removed, "PN606"),
    Rule("PN610", "complaint-route-removed", E, "A way to complain is gone", (law.GDPR13_2D, law.HIPAA), rights.complaint_route_removed, "PN606"),
    Rule("PN702", "child-protection-weakened", E, "Children are protected less", (law.COPPA, law.GDPR8), governance.child_protection_weakened, "PN104"),
    Rule("PN801", "controller-changed", E, "Another entity is responsible", (law.WP260_29, law.CO604), governance.controller_changed, "waived: the reverse edit is the same change"),
    Rule("PN802", "contact-removed", E, "A privacy contact is gone", (law.GDPR13_1A,), governance.contact_removed, "PN606"),
    Rule("PN803", "update-promise-weakened", E, "Changes of the notice are told less directly", (law.FTC, law.CALOPPA), governance.update_promise_weakened, "PN104"),
    Rule("PN804", "retroactive-clause-added", E, "New terms cover data collected before", (law.FTC, law.CO604), governance.retroactive_clause_added, "PN202"),
    Rule("PN805", "date-not-advanced", W, "The date of the notice and its content disagree", (law.HIPAA, law.CALOPPA), governance.date_not_advanced, "waived: it notices either direction"),
    Rule("PN806", "definition-changed", W, "A defined term means something else", (), governance.definition_changed, "waived: the reverse edit is the same change"),
    Rule("PN807", "required-topic-removed", E, "A required topic is gone", (law.GDPR13, law.HIPAA), governance.required_topic_removed, "waived: a new topic is reported by the promises it holds"),
    Rule("PN901", "moved-or-renumbered", I, "The same words stand elsewhere", (), wording.moved_or_renumbered, "waived: the reverse edit is the same change"),
    Rule("PN904", "link-target-changed", W, "A link leads elsewhere", (), wording.link_target_changed, "waived: the reverse edit is the same change"),
    Rule("PN903", "editorial", N, "Nothing that binds anybody changed", (law.WP260_29,), wording.editorial, "waived: the reverse edit is the same change"),
    Rule("PN902", "reworded", I, "The same is said in other words", (law.WP260_29,), wording.reworded, "waived: the reverse edit is the same change"),
    Rule("PN905", "unclassified-substantive", W, "Words of weight changed", (), wording.unclassified_substantive, "waived: it notices either direction"),
)  # fmt: skip

LEVELS = (Level.ERROR, Level.WARNING, Level.INFO, Level.NONE)


class RuleEntry(Record):
    """A rule as the catalogue shows it."""

    code: str
    name: str
    level: Level
    category: str
    meaning: str
    example: str
    reference: tuple[str, ...]
    docstring: str
    mirror: str


def check(
    old: Notice,
    new: Notice,
    changes: Sequence[Change],
    profile: str = "default",
    rules: Sequence[Rule] = RULES,
    levels: Mapping[str, Level] | None = None,
) -> Iterator[Finding]:
    """What the changes mean for the people the notice is about: by level, then by place."""
    table = profiled(rules, profile, levels)
    setting = Setting(old, new, changes)
    places = Places(old), Places(new)
    document = document_key(new)
    revisions = [Revision(change, setting) for change in changes]
    certain = [revision for revision in revisions if not beside_loss(revision, places)]
    revisions += [Revision(change, setting) for change in dated(setting, certain)]
    idle = idle_date(setting, revisions)
    _tell_topics_once(revisions)
    found = [finding(revision, table, places, document, idle) for revision in revisions]
    order = sorted(range(len(found)), key=lambda number: (LEVELS.index(found[number].level), number))
    return (found[number] for number in order)


def _tell_topics_once(revisions: Sequence[Revision]) -> None:
    """Let the first promise of a topic that is gone tell of it, the others of themselves."""
    told: set[str] = set()
    for revision in revisions:
        topic = revision.topic_gone if revision.substantive else ""
        revision.tells_topic = bool(topic) and topic not in told
        told.add(topic)


def document_key(notice: Notice) -> str:
    """What names the document in every version: its id, else its title; never the name of a file."""
    return notice.metadata.document_id or (notice.metadata.title or "").casefold()


def keyed(notice: Notice, key: str) -> Notice:
    """The notice under a key that somebody gave it, which names it in every version; none changes nothing."""
    return notice.but(metadata=notice.metadata.but(document_id=key)) if key else notice


def catalogue() -> tuple[RuleEntry, ...]:
    """Every rule with its documentation, by code."""
    return tuple(_entry(rule) for rule in sorted(RULES, key=lambda rule: rule.code))


def _entry(rule: Rule) -> RuleEntry:
    text = "\n".join(line.strip() for line in (rule.judge.__doc__ or "").strip().splitlines())
    meaning, _, example = text.partition("Example: ")
    category = "editorial" if rule.code in EDITORIAL else "commitment"
    return RuleEntry(
        rule.code, rule.name, rule.level, category, meaning.strip(), example.strip(), rule.reference, text, rule.mirror
    )
