"""Insertions, which every rule passes over: "our company, including our affiliates, may"."""

import re

from notice_parser.commitments.lexemes import word_set

# ", including our affiliates," between a subject and its verb
INSERTION = re.compile(r",[p&G][^;,VSMWDBHriPG]*,(?=[AN]*[VSMWDBHP])")
# "We" at the head of a clause
ALONE = re.compile(r"(?:^|[;,])[AN]*C$")
# "use and, where you agree, share": a condition between joined verbs
CONDITION = re.compile(r"(?<=&),?(i[^,;]{1,12}),(?=A*[VSP])")
# "we may [in accordance with this notice from time to time] share": a phrase between modal and verb
AMID = re.compile(r"(?<=[MW])(?:p[oxI]{1,4}A*)(?=[AN]*V)")


def without_insertions(kinds: str, words: list[str]) -> str:
    """`kinds` with the classes of insertions read as adverbs."""
    kept = INSERTION.sub(lambda found: _passed(found) if _inserts(kinds, words, found) else found.group(), kinds)
    return AMID.sub(_passed, CONDITION.sub(_passed, kept))


# "Your rights [under this law] include the right to"
RIGHTS = re.compile(r"A*o*(?P<who>K)(?:p[oxI]{1,4})?(?P<has>p)(?=o*K)")

# "This includes your right to"
AMONG = re.compile(r"A*(?P<who>[^Kp&,])(?P<has>p)(?=o*K)")


def with_rights(kinds: str, words: list[str]) -> str:
    """The classes of "your rights include" and "this includes your right" read as those of "you have"."""
    found = RIGHTS.match(kinds) or AMONG.match(kinds)
    if not found or words[found.start("has")] not in ("include", "includes", "including"):
        return kinds
    if kinds[found.start("who")] != "K" and words[found.start("who")] not in ("this", "it", "that"):
        return kinds
    who, has = found.start("who"), found.start("has")
    return f"{kinds[:who]}U{kinds[who + 1 : has]}H{kinds[has + 1 :]}"


def _inserts(kinds: str, words: list[str], found: re.Match[str]) -> bool:
    """Also ", and our partners," where "we" opens the clause, whose act is told."""
    at = found.start()
    joint = words[at + 1] in ("and", "or", "as well as") and ALONE.search(kinds, 0, at)
    return words[at + 1] in word_set("insertions") or (joint is not None and bool({"C", "T"} & set(found.group())))


def _passed(found: re.Match[str]) -> str:
    return "A" * len(found.group())
