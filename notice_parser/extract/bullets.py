"""Bullets written as characters, and characters that print nothing: the same in every format."""

import re

# At the start of a line: "• ", "▪", "- ", "– ", "* ". A dash before a digit or without a blank is no bullet.
GLYPH = re.compile(r"[•●○▪◦‣⁃∙■□◆➢➤✓✔\uf0b7\uf0a7\uf0d8\uf076][ \t\u00a0]*|[-–*·][ \t\u00a0]+(?=[^\W\d])")
# Anything that shows: a block without it is none.
PRINTS = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
