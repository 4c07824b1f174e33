"""Bullets written as characters, the same in every format."""

import re

# At the start of a line: "• ", "▪", "- ", "– ", "* ". A dash before a digit or without a blank is no bullet.
GLYPH = re.compile(r"[•●○▪◦‣⁃∙■□◆➢➤✓✔\uf0b7\uf0a7\uf0d8\uf076][ \t\u00a0]*|[-–*·][ \t\u00a0]+(?=[^\W\d])")
