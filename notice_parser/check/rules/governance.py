"""Children, the controller, contacts, updates and definitions: PN702 to PN807."""

import re
from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, alone, judged, of
from notice_parser.check.revision import Revision

# "applies to data already collected", "including information collected before"
RETROACTIVE = re.compile(
    r"\b(?:already (?:collected|hold|held|received|have)|(?:previously|earlier) collected|(?:collected|gathered|made|created|taken|recorded|received|stored|obtained|uploaded|sent) (?:(?:before|prior to)(?! (?:the |a |an |your |we |you )(?!(?:new |latest |present |last )?(?:change|update|version|notice|policy|date|revision|effective|terms|amendment))\w)|earlier|previously|in (?:the past|earlier|past|previous))|gathered (?:in|before)|before (?:this|the) (?:change|update|date|notice)|(?:both )?before (?:and|or|as well as) after (?:its|the|this|that)|before (?:its|their) (?:effective|start)|retroactive|retrospective|past data|existing (?:data|information))\b",
    re.IGNORECASE,
)
MERE = re.compile(r"existing|past", re.IGNORECASE)  # "existing data" says so only of what a notice covers
COVERS = re.compile(r"\b(?:appl|cover|govern|extend|includ)\w*", re.IGNORECASE)
# "the controller is Foo Ltd", "responsible for your data", "we mean Foo Ltd", "operated by"
CONTROLLER = re.compile(
    r"\b(?:controller|run by|decides how|responsible for|we mean|operated by|provided by|owned by|legal entity|registered office)\b",
    re.IGNORECASE,
)


def child_protection_weakened(revision: Revision) -> Iterator[Judgement]:
    """An age limit fell or parental consent is gone.

    Example: "We do not serve children under 16." -> "We do not serve children under 13."
    """
    if _young(revision):
        yield from (j.but(weight=j.weight + 1) for j in of(revision, "age", -1))
        yield from (j.but(weight=j.weight + 1) for j in of(revision, "consent", -1))
    yield from of(revision, "child", -1)


def _young(revision: Revision) -> bool:
    return any(
        (side and side.has("people", "child")) or (side and side.has("people", "parent"))
        for side in (revision.before, revision.after)
    )


def controller_changed(revision: Revision) -> Iterator[Judgement]:
    """Another legal entity is responsible.

    Example: "The controller is Foo Ltd." -> "The controller is Bar Inc."
    """
    if any(side and CONTROLLER.search(side.text) for side in (revision.before, revision.after)):
        yield from (j.but(weight=j.weight + 3) for j in of(revision, "name", 0))


def contact_removed(revision: Revision) -> Iterator[Judgement]:
    """A contact for privacy questions is gone from the whole notice.

    Example: "Write to our data protection officer at dpo@example.org." -> (none)
    """
    if alone(revision) == "removed" and revision.before and revision.setting.names_all(revision.before, new=True):
        return
    for judgement in of(revision, "contact", -1, came=False):
        yield judgement.but(weight=judgement.weight + 3)
    if alone(revision) == "removed":
        yield from (judged(e) for e in revision.effects if e.slot == "act" and e.action == "contact")


def update_promise_weakened(revision: Revision) -> Iterator[Judgement]:
    """Changes of the notice are no longer told directly.

    Example: "We will email you about changes." -> "Check this page for changes."
    """
    yield from of(revision, "update", -1)


def retroactive_clause_added(revision: Revision) -> Iterator[Judgement]:
    """New terms cover data that was collected before.

    Example: (none) -> "This notice applies to data already collected."
    """
    after = revision.after and RETROACTIVE.search(revision.after.text)
    before = revision.before and RETROACTIVE.search(revision.before.text)
    if after and not before and (not MERE.match(after.group()) or COVERS.search(after.string)):
        yield Judgement(3.5, -1, (f"“{after.group()}” is new",))


def definition_changed(revision: Revision) -> Iterator[Judgement]:
    """A defined term means something else now, and with it every promise that uses the term.

    Example: "“Personal data” includes your IP address." -> "“Personal data” excludes your IP address."
    """
    if revision.defines and not alone(revision):
        term, using = revision.setting.users_of(revision.new.sentences[revision.change.new[0]].span)
        told = "commitment uses" if len(using) == 1 else "commitments use"
        touched = (f"{len(using)} {told} “{term}”: {', '.join(using[:12])}",) if using else ()
        for effect in revision.effects[:1]:
            yield Judgement(effect.weight + 1.0, effect.sign, (effect.words, *touched))


def required_topic_removed(revision: Revision) -> Iterator[Judgement]:
    """A whole topic that a notice must treat is gone; it is said of the first promise of its sections.

    Example: a section "Retention" -> (none)
    """
    if revision.topic_gone and revision.substantive and revision.tells_topic:
        yield Judgement(3.3, -1, (f"nothing on {revision.topic_gone} is left",))


def date_not_advanced(revision: Revision) -> Iterator[Judgement]:
    """Promises changed to the cost of people while the date of the notice stayed or went back.

    Example: "Last updated 1 May 2024." and new recipients -> "Last updated 1 May 2024."
    """
    if revision.change.kind == "dated":
        yield Judgement(9.0, 0, (revision.change.matched_by,))
