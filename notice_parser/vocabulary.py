"""The words of the field, one enumeration each.

Names follow OPP-115 (Wilson et al., 2016), the W3C Data Privacy Vocabulary (DPV 2) and the GDPR. The DPV IRI of each
action, kind of data, recipient and purpose stands with its terms in `lexicon/*.toml`.
"""

from enum import StrEnum


class Category(StrEnum):
    """What a section is about. The OPP-115 category of each is in `OPP115`."""

    INTRODUCTION = "introduction"
    CONTENTS = "contents"
    DEFINITIONS = "definitions"
    CONSENT = "consent"
    COLLECTION = "collection"
    USE = "use"
    LEGAL_BASIS = "legal-basis"
    SHARING = "sharing"
    TRACKING = "tracking"
    ADVERTISING = "advertising"
    DEIDENTIFIED = "deidentified"
    RETENTION = "retention"
    SECURITY = "security"
    CHOICES = "choices"
    ACCESS_RIGHTS = "access-rights"
    AUTOMATED_DECISIONS = "automated-decisions"
    CHILDREN = "children"
    REGIONAL_RIGHTS = "regional-rights"
    TRANSFERS = "transfers"
    HEALTH_INFORMATION = "health-information"
    FINANCIAL_INFORMATION = "financial-information"
    APPLICANTS = "applicants"
    MOBILE = "mobile"
    SOCIAL_MEDIA = "social-media"
    THIRD_PARTY_LINKS = "third-party-links"
    COMMUNICATIONS = "communications"
    CHANGES = "changes"
    COMPLAINTS = "complaints"
    CONTACT = "contact"
    OTHER = "other"


OPP115 = {
    Category.INTRODUCTION: "Other: Introductory/Generic",
    Category.DEFINITIONS: "Other",
    Category.CONSENT: "User Choice/Control",
    Category.COLLECTION: "First Party Collection/Use",
    Category.USE: "First Party Collection/Use",
    Category.LEGAL_BASIS: "First Party Collection/Use",
    Category.SHARING: "Third Party Sharing/Collection",
    Category.TRACKING: "Do Not Track",
    Category.ADVERTISING: "Third Party Sharing/Collection",
    Category.DEIDENTIFIED: "Other",
    Category.RETENTION: "Data Retention",
    Category.SECURITY: "Data Security",
    Category.CHOICES: "User Choice/Control",
    Category.ACCESS_RIGHTS: "User Access, Edit and Deletion",
    Category.AUTOMATED_DECISIONS: "First Party Collection/Use",
    Category.CHILDREN: "International and Specific Audiences",
    Category.REGIONAL_RIGHTS: "International and Specific Audiences",
    Category.TRANSFERS: "International and Specific Audiences",
    Category.HEALTH_INFORMATION: "International and Specific Audiences",
    Category.FINANCIAL_INFORMATION: "International and Specific Audiences",
    Category.APPLICANTS: "International and Specific Audiences",
    Category.MOBILE: "First Party Collection/Use",
    Category.SOCIAL_MEDIA: "Third Party Sharing/Collection",
    Category.THIRD_PARTY_LINKS: "Third Party Sharing/Collection",
    Category.COMMUNICATIONS: "User Choice/Control",
    Category.CHANGES: "Policy Change",
    Category.COMPLAINTS: "Other",
    Category.CONTACT: "Other: Privacy contact information",
    Category.OTHER: "Other",
}


class BlockKind(StrEnum):
    """What a block, or the sentence in it, is. `text` is a block of plain text whose kind is not known yet."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    TEXT = "text"


class LossKind(StrEnum):
    """What extraction lost. `text-or-page-break`: an empty run that may be either, where no running header tells."""

    TEXT = "text"
    BULLET = "bullet"
    PAGE_BREAK = "page-break"
    TEXT_OR_PAGE_BREAK = "text-or-page-break"


class Actor(StrEnum):
    """Who acts."""

    CONTROLLER = "controller"
    DATA_SUBJECT = "data-subject"
    THIRD_PARTY = "third-party"


class Modality(StrEnum):
    """How the statement binds its actor."""

    PRACTICE = "practice"
    PERMISSION = "permission"
    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    RIGHT = "right"
    DUTY = "duty"


class Stance(StrEnum):
    """Whose interest an action serves: the data subject's, the controller's, or neither by itself."""

    PROTECTIVE = "protective"
    INTRUSIVE = "intrusive"
    GOVERNANCE = "governance"


class Action(StrEnum):
    """What is done."""

    COLLECT = "collect"
    USE = "use"
    SHARE = "share"
    SELL = "sell"
    RETAIN = "retain"
    DELETE = "delete"
    SECURE = "secure"
    TRANSFER = "transfer"
    TRACK = "track"
    INFER = "infer"
    AUTOMATE = "automate"
    TRAIN_AI = "train-ai"
    ANONYMISE = "anonymise"
    NOTIFY = "notify"
    RESPOND = "respond"
    VERIFY = "verify"
    CHANGE = "change"
    OBLIGE = "oblige"
    COMPLY = "comply"
    DISCRIMINATE = "discriminate"
    ACCESS = "access"
    CORRECT = "correct"
    PORT = "port"
    OBJECT = "object"
    OPT_OUT = "opt-out"
    CONSENT = "consent"
    COMPLAIN = "complain"
    CONTACT = "contact"
    OTHER = "other"


_INTRUSIVE = ("collect", "use", "share", "sell", "retain", "transfer", "track", "infer", "automate", "train-ai")
_GOVERNANCE = ("change", "consent", "other")
STANCE = {
    action: Stance.INTRUSIVE
    if action in (*_INTRUSIVE, "discriminate")
    else Stance.GOVERNANCE
    if action in _GOVERNANCE
    else Stance.PROTECTIVE
    for action in Action
}


# What a data subject can do about data of his own.
RIGHTS = frozenset(
    (
        Action.ACCESS,
        Action.CORRECT,
        Action.DELETE,
        Action.PORT,
        Action.OBJECT,
        Action.OPT_OUT,
        Action.CONSENT,
        Action.COMPLAIN,
    )
)


class Data(StrEnum):
    """Kinds of personal data; `personal` is the generic one."""

    PERSONAL = "personal"
    CONTACT = "contact"
    IDENTIFIER = "identifier"
    FINANCIAL = "financial"
    HEALTH = "health"
    LOCATION = "location"
    DEVICE = "device"
    USAGE = "usage"
    CONTENT = "content"
    BIOMETRIC = "biometric"
    GENETIC = "genetic"
    DEMOGRAPHIC = "demographic"
    SENSITIVE = "sensitive"
    DEIDENTIFIED = "deidentified"
    COOKIES = "cookies"
    ACCOUNT = "account"
    CHILD = "child"
    TRANSACTION = "transaction"
    EMPLOYMENT = "employment"
    COMMUNICATIONS = "communications"
    SOCIAL = "social"


class Recipient(StrEnum):
    """Who receives data or gets access to it; `third-party` is the generic one."""

    SERVICE_PROVIDER = "service-provider"
    AFFILIATE = "affiliate"
    BUSINESS_PARTNER = "business-partner"
    ADVERTISER = "advertiser"
    ANALYTICS_PROVIDER = "analytics-provider"
    FINANCIAL_INSTITUTION = "financial-institution"
    GOVERNMENT = "government"
    ADVISOR = "advisor"
    SUCCESSOR = "successor"
    PUBLIC = "public"
    OTHER_USERS = "other-users"
    EMPLOYER = "employer"
    THIRD_PARTY = "third-party"


class Purpose(StrEnum):
    """Why data is processed."""

    SERVICE = "service"
    IMPROVE = "improve"
    ADS = "ads"
    PERSONALISE = "personalise"
    SECURITY = "security"
    LEGAL = "legal"
    COMMUNICATE = "communicate"
    PAYMENT = "payment"
    RECRUIT = "recruit"
    AI = "ai"
    TRANSFER_OF_BUSINESS = "transfer-of-business"
    RESEARCH = "research"


class ScopeKind(StrEnum):
    """What a statement is limited to: people, a place, a product."""

    WHO = "who"
    WHERE = "where"
    PRODUCT = "product"


class LegalBasis(StrEnum):
    """The legal basis that a statement claims (GDPR art. 6)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal-obligation"
    LEGITIMATE_INTERESTS = "legitimate-interests"
    VITAL_INTERESTS = "vital-interests"
    PUBLIC_INTEREST = "public-interest"


class ConditionKind(StrEnum):
    """What limits a commitment."""

    IF = "if"
    ONLY_IF = "only-if"
    UNLESS = "unless"
    CONSENT = "consent"
    OPT_OUT_CHOICE = "opt-out-choice"
    LAW = "law"
    NECESSARY = "necessary"
    TIME_BOUND = "time-bound"


class Level(StrEnum):
    """How much a finding asks of its reader; `none` is shown on request only."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NONE = "none"


class FailOn(StrEnum):
    """The level from which findings make a command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels of the findings that fail: this one and those above it."""
        graded = (Level.ERROR, Level.WARNING, Level.INFO)
        return () if self is FailOn.NEVER else graded[: graded.index(Level(self)) + 1]


class Decision(StrEnum):
    """What a person with the right to sign decided about a finding."""

    APPROVED = "approved"
    REJECTED = "rejected"
    ACCEPTED_RISK = "accepted-risk"
    NOT_A_CHANGE = "not-a-change"


class Outcome(StrEnum):
    """What a check of the configured notices comes to; where several hold, the last of them."""

    PASSED = "passed"
    STALE = "stale"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"
    INVALID = "invalid"


class Direction(StrEnum):
    """What a change does to the data subject's position."""

    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    NEUTRAL = "neutral"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class Verdict(StrEnum):
    """What the comparison of two versions comes to."""

    IDENTICAL = "identical"
    EDITORIAL = "editorial"
    CHANGED = "changed"
    REWRITTEN = "rewritten"
    SUSPECT = "suspect"
