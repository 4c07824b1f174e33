"""Bullets: a glyph before an item, or alone on a line above it.

"\u2022 your name" is a list item "your name"; a list label such as "(a)" stays where it stands.
"""

import re

# Glyphs that are never the first character of a sentence; "\uf0b7" and its neighbours are bullets of symbol fonts.
GLYPHS = "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25b8\u25ba\u25cb\u25cf\u25e6\u2605\u2713\u2714\u2756\u2794\u27a2\u27a4\u29bf\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076\u00b7"
BULLET = re.compile(rf"[{GLYPHS}]+[ \t\u00a0]*")  # "\u2022 your name"
DASH = re.compile("[-\u2013\u2014*+o][ \t\u00a0]+(?=\\S)")  # "- your name", "o your name": only where neighbours agree
LONE = re.compile(rf"(?:[{GLYPHS}]|[-\u2013\u2014*o])$")  # a glyph alone on its line
LABEL = re.compile(
    r"\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)[ \t\u00a0]|(?:[a-z]|[ivx]{1,5})[.)][ \t\u00a0]"
)  # "(a) to carriers", "b. to carriers"
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\u00a0]+(?=\S)")  # "3. to carriers"; may be a heading as well
LONE_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})\.)$"
)  # "3." alone on its line
