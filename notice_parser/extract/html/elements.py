"""What elements, roles and class names of pages mean."""

import re
from functools import lru_cache

# Elements without words for a reader of the notice.
SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "picture",
        "map",
        "select",
        "option",
        "optgroup",
        "datalist",
        "textarea",
        "input",
        "meter",
        "progress",
        "dialog",
        "frameset",
        "applet",
    ],
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "slot",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "o:p",
    ],
)
STRUCK = frozenset({"del", "s", "strike"})  # words that an author crossed out are no promise
BOLD = frozenset({"b", "strong"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
CELLS = frozenset({"td", "th"})

# Roles and elements of the page around the notice.
AROUND = frozenset({"nav"})
AROUND_ROLES = frozenset({"navigation", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog", "alert"})
HEADS, HEAD_ROLE = "header", "banner"
FEET, FOOT_ROLE = "footer", "contentinfo"
MAIN_ROLE = "main"

# Names of cookie dialogs: "onetrust-banner-sdk", "cookie-notice", "cc-window", "consent_modal".
COOKIE_DIALOG = re.compile(
    r"onetrust-(?:banner|consent|pc)|cookiebot|usercentrics|didomi|osano|qc-cmp|truste|termly|cc-(?:window|banner)|iubenda-cs"
    r"|(?:cookie|consent|gdpr|ccpa|privacy)s?[-_]?(?:banner|bar|popup|pop-up|dialog|modal|overlay|wall|prompt"
    r"|toast|layer|alert|notification|notice-bar|notice-banner)",
    re.IGNORECASE,
)
# Elements that hold parts of a page; the names of others, as ids of headings, name what they speak of.
PARTS = frozenset({"div", "section", "aside", "ul", "ol", "form", "header", "footer", "nav", "table", "a"})
# Words of class names and ids that name the page's frame: "site-nav", "footer", "breadcrumbs", "share".
FRAME_WORDS = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "navigator",
        "menu",
        "menus",
        "megamenu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "sidenav",
        "subnav",
        "topnav",
        "topbar",
        "masthead",
        "toc",
        "pagination",
        "pager",
        "share",
        "sharing",
        "social",
        "related",
        "newsletter",
        "subscribe",
        "search",
        "searchbar",
        "skip",
        "languages",
        "lang",
        "locale",
        "switcher",
        "promo",
        "advertisement",
        "ads",
        "comments",
        "login",
        "signin",
        "cart",
    ],
)
# Words that name what asks something of the visitor: left out where it is short.
ASKING_WORDS = frozenset({"newsletter", "subscribe", "subscription", "feedback", "signup", "survey", "helpful"})
FOOT_WORDS = frozenset({"footer", "colophon", "copyright", "bottombar", "subfooter"})
HEAD_WORDS = frozenset({"header", "masthead", "topbar"})
NAME_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What buttons of cookie dialogs say.
CONSENT = re.compile(
    r"\s*(?:(?:accept|allow|reject|decline|refuse|deny|agree)(?: (?:to )?(?:all|cookies|all cookies|and close|&? ?continue|non-essential))?"
    r"|got it|i (?:agree|accept|understand)|only (?:necessary|essential)(?: cookies)?|necessary (?:cookies )?only|continue without accepting"
    r"|alle akzeptieren|alle ablehnen|tout accepter|tout refuser|aceptar todo|accetta tutto)[!.]?\s*\Z",
    re.IGNORECASE,
)
# Links that work the page, alone: "Back to top", "Skip to content".
PAGE_LINK = re.compile(
    r"\s*(?:[↑⇧^]?\s*back to (?:the )?top|skip to (?:the |main )*content|print this (?:page|policy|notice))\W*\Z",
    re.IGNORECASE,
)
# Links that work the page where they stand alone: "Print", "Share this page", "Expand all".
TOOL_LINK = re.compile(
    r"\s*(?:(?:print|share|tweet|e-?mail|save|bookmark)(?: (?:this )?(?:page|policy|notice|article))?"
    r"|(?:expand|collapse|open|close|show|hide) all|(?:font size )?[+-]?A[+-]?)\W*\Z",
    re.IGNORECASE,
)
# The mark behind a heading that links to the heading itself: "¶", "#".
PERMALINK = re.compile(r"\s*[¶#§⚓∞🔗]+\ufe0f?\s*\Z")
COPYRIGHT = re.compile(  # "© 2024 Larkfield", "Copyright 2024"; never the label of "(c) the purposes"
    r"\s*(?:©|\(c\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4}|by\b)|all rights reserved)", re.IGNORECASE
)
# Small print for screen readers alone, inside a line: "(opens in a new tab)".
UNSEEN = re.compile(r"\b(?:sr-only|visually-?hidden|screen-reader(?:-text)?|a11y-hidden|offscreen)\b", re.IGNORECASE)
# Buttons that open a panel are headings of it.
TRIGGER = re.compile(r"accordion|collapsible|collapse|toggle|expand|disclosure|faq", re.IGNORECASE)
# What buttons say that work the page: "Show more", "Print", "Close".
CONTROLS = re.compile(
    r"\s*(?:show|read|view|see|expand|collapse|open|close|print|download|copy|share|back|menu|more|less|next|previous|submit|send"
    r"|search|subscribe|sign|log|toggle|top|\W|\Z)",
    re.IGNORECASE,
)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)  # font-weight: 700
BOLD_CLASS = re.compile(r"\.([\w-]{1,80})\s*\{[^{}]{0,2000}?font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:title|heading|headline|subtitle|subheading|section-?(?:title|header|name))(?:$|[\s_-])",
    re.IGNORECASE,
)
NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
UNMARKED_CLASS = re.compile(r"\b(?:list-unstyled|list-none|no-?bullets?|unstyled)\b", re.IGNORECASE)
# Word: "mso-list:l0 level2 lfo1"; Google Docs: class "lst-kix_abc-1".
WORD_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
WORD_LABEL = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
WORD_OUTLINE = re.compile(r"mso-outline-level:\s*(\d)", re.IGNORECASE)
DOCS_LIST = re.compile(r"\blst-kix_\w+-(\d)")
LIST_STYLES = {"a": "lower-letter", "A": "upper-letter", "i": "lower-roman", "I": "upper-roman"}
CSS_STYLES = re.compile(
    r"list-style(?:-type)?\s*:\s*(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)"
)


@lru_cache(maxsize=1024)
def names_of(element_class: str | None, element_id: str | None) -> frozenset[str]:
    """The words of a class attribute and an id, in lower case."""
    joined = f"{element_class or ''} {element_id or ''}"
    return (
        frozenset(word.lower() for word in NAME_WORD.findall(CAMEL.sub(" ", joined))) if joined != " " else frozenset()
    )
