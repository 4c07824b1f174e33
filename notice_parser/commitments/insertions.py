"""Insertions, which every rule passes over: "our company, including our affiliates, may"."""

import re

from notice_parser.commitments.lexemes import word_set

# ", including our affiliates," between a subject and its verb
INSERTION = re.compile(r",[p&][^;,VSMWDBHriPG]*,(?=[AN]*[VSMWDBHP])")
# "use and, where you agree, share": a condition between joined verbs
CONDITION = re.compile(r"(?<=&),?(i[^,;]{1,12}),(?=A*[VSP])")


def without_insertions(kinds: str, words: list[str]) -> str:
    """`kinds` with the classes of insertions read as adverbs."""
    for found in INSERTION.finditer(kinds):
        if words[found.start() + 1] in word_set("insertions"):
            kinds = _passed(kinds, found)
    for found in CONDITION.finditer(kinds):
        kinds = _passed(kinds, found)
    return kinds


# "Your rights [under this law] include the right to"
RIGHTS = re.compile(r"A*o*(?P<who>K)(?:p[oxI]{1,4})?(?P<has>p)(?=o*K)")


def with_rights(kinds: str, words: list[str]) -> str:
    """The classes of "your rights include" read as those of "you have"."""
    found = RIGHTS.match(kinds)
    if not found or words[found.start("has")] not in ("include", "includes", "including"):
        return kinds
    who, has = found.start("who"), found.start("has")
    return f"{kinds[:who]}U{kinds[who + 1 : has]}H{kinds[has + 1 :]}"


def _passed(kinds: str, found: re.Match[str]) -> str:
    return kinds[: found.start()] + "A" * len(found.group()) + kinds[found.end() :]
