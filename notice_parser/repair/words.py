"""How likely a string is one word: from the whole words of the document itself, then from word frequencies.

wordfreq is loaded when a question is asked that the document cannot answer, so undamaged texts never pay for it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import log10

WORD = re.compile(r"[^\W\d_]+")  # letters alone: "don't" is "don" and "t"
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")  # "third-party"
# A few words of each language that the others lack; English first, for a tie.
SMALL_WORDS = {
    "en": ("the", "of", "and", "we", "your", "to"),
    "de": ("der", "die", "und", "wir", "ihre", "nicht"),
    "fr": ("les", "des", "et", "nous", "vos", "est"),
    "es": ("los", "las", "del", "el", "sus", "para"),
    "it": ("il", "che", "gli", "della", "sono", "nostri"),
    "nl": ("het", "een", "wij", "van", "uw", "niet"),
    "pt": ("os", "não", "seus", "ao", "uma", "você"),
}
CUT = re.compile("[\ufffe\u00ad]")
FEWEST = 5  # small words that tell a language
UNSEEN, PER_LETTER = 7.0, 0.35  # minus log10 of the frequency of a word nobody lists, and how it falls with length
DOCUMENT_WEIGHT = 0.3
LONGEST = 24  # letters of a word
SINGLE, ALONE = frozenset("aio"), 9.0  # letters that are words, and minus the logarithm for one that is none


@cache
def frequencies(language: str = "en") -> Mapping[str, float]:
    """How often each word of a language is used, as a share of all words."""
    import wordfreq

    found: Mapping[str, float] = wordfreq.get_frequency_dict(language, "best")
    return found


class Words:
    """The words of one document, and how likely any string is a word in it.

    `whole` counts its words, `compounds` those with hyphens, both without the ones at the edges of lines.
    """

    def __init__(self, whole: Counter[str], compounds: Counter[str], language: str) -> None:
        self.whole = whole
        self.compounds = compounds
        self.total = max(1, whole.total())
        self.language = language

    def log(self, word: str) -> float:
        """The decimal logarithm of the frequency of `word`."""
        low = word.lower()
        share = DOCUMENT_WEIGHT * self.whole[low] / self.total + frequencies(self.language).get(low, 0.0)
        return log10(share) if share > 0 else -(UNSEEN + PER_LETTER * len(low))

    def join(self, left: str, right: str) -> float:
        """By how many orders of magnitude one word is likelier than two; negative where two are."""
        return self.log(left + right) - self.cost(left) - self.cost(right)

    def frequent(self, least: int) -> "Words":
        """The same without words that stand in the document less often: in a damaged one they may be parts."""
        often = Counter({word: count for word, count in self.whole.items() if count >= least})
        return Words(often, self.compounds, self.language)

    def without_document(self) -> "Words":
        """The language alone: where damage recurs, the document's own words are no evidence."""
        return Words(Counter(), Counter(), self.language)

    def knows(self, word: str) -> bool:
        """Whether the document or the language has the word."""
        low = word.lower()
        return low in self.whole or low in frequencies(self.language)

    def cuts(self, letters: str) -> list[int]:
        """Where letters without blanks fall apart into the likeliest words: offsets inside them."""
        best, since = [0.0], [0]
        for end in range(1, len(letters) + 1):
            starts = range(max(0, end - LONGEST), end)
            score, start = max((best[start] + self._weight(letters[start:end]), start) for start in starts)
            best.append(score)
            since.append(start)
        out, at = [], since[-1]
        while at > 0:
            out.append(at)
            at = since[at]
        return out[::-1]

    def _weight(self, word: str) -> float:
        """As `cost`, but a string nobody knows is the less likely the longer it is: most are several words."""
        return self.cost(word) if self.knows(word) else -UNSEEN - len(word)

    def cost(self, word: str) -> float:
        """As `log`, but a letter alone is no word unless it is one."""
        return self.log(word) if len(word) > 1 or word.lower() in SINGLE else -ALONE


def words_of(text: str, language: str | None = None) -> Words:
    """The words inside the lines of `text`: the first and last of a line may be parts of one."""
    tokens = [token for line in text.lower().split("\n") for token in line.split()[1:-1]]
    if CUT.search(text):  # "infor\ufffemation": its parts are no words
        tokens = [token for token in tokens if not CUT.search(token)]
    whole = Counter(WORD.findall(" ".join(tokens)))
    compounds = Counter(COMPOUND.findall(" ".join([token for token in tokens if "-" in token])))
    return Words(whole, compounds, _spoken(whole, language))


def _spoken(whole: Counter[str], language: str | None) -> str:
    """The declared language where word frequencies know it, else the one whose small words are most frequent, else English."""
    code = (language or "").lower().partition("-")[0]
    if code in SMALL_WORDS:
        return code
    counts = {name: sum(whole[word] for word in words) for name, words in SMALL_WORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= FEWEST else "en"
