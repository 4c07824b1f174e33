"""Patterns over classes of words: what may stand between a word that governs a verb and that verb."""

import re

# What may stand between a governor and its "to": "steps [to]", "require [our providers] to", "[not] to".
TO_NEXT = re.compile(r"[AN]*t[AN]*(?=[VBHPK])|[AN]*(?=V)")
# "from using", "to protecting", "using"
ING_NEXT = re.compile(r"[AN]*[pt]?[AN]*(?=G)")
PLAIN_TO = re.compile(r"[AN]*t[AN]*(?=[VBHP])")
# "[is] your data [sold]"
INVERTED = re.compile(r"[oA]*[xI]{1,3}(?:p[oxICUT]{1,3})?(?=[AN]*[VPBH])")
# "[is] our policy not to", "[is] not our practice to"
POLICY_TO = re.compile(r"[AN]*o?[xIC][AN]*t[AN]*(?=V)")
POLICIES = ("policy", "practice", "intention", "habit")
# "[required] by law to"
BY_LAW_TO = re.compile(r"[AN]*(?:,?p[oxIcAT&]{1,4},?)?t[AN]*(?=[VBHP])")
# "our service providers to", "us to", "you not to"
PARTY_TO = re.compile(r"(?P<party>[onxA&I,]{0,4}[CUT](?:[&,poxIUTC]{0,6}[CUTI])?)(?P<link>[AN]*t[AN]*)(?=[VBHPx])")
# "customers of ours who are residents of the state to"
PARTY_FAR = re.compile(r"(?P<party>[onxA&]{0,4}[UT])[^;VSPMWDt]{0,14}(?P<link>t)(?=[VBHP])")
# "[have] your data erased"
CAUSATIVE = re.compile(r"[oxI]{1,6}(?=P)")
# "that we delete"
PARTY_THAT = re.compile(r"r(?P<party>[ox]{0,3}[CUT])(?P<link>[AMWN]*)(?=V)")
# "[ensure] that our vendors protect", "[sure] our vendors protect"
PARTY_SURE = re.compile(r"r?(?P<party>[oxAIP]{0,3}T)(?P<link>[AMWN]*)(?=[VSBx])")
# "helps us improve", "let us know"
PARTY_BARE = re.compile(r"(?P<party>[CUT])(?=V)")
PARTY_ING = re.compile(r"(?P<party>[onxA&]{0,4}[CUT][xI]?)p(?=G)")
# "you the ability to", "reasonable steps to", "the right not to"
NOUN_TO = re.compile(
    r"(?P<between>[oxAI&UCTpn,]{0,6}?)K(?P<rest>x?(?:,[^;VSMWDBHr]{1,10},)?)(?P<link>[AN]*t[AN]*)(?=[VBHP])"
)
NOUN_OF = re.compile(r"(?P<between>[oxAI&UCTpn]{0,6}?)K(?P<link>p)(?=G)")
