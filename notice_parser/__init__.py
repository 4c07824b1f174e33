"""notice_parser reads privacy notices and says what an edit did to the promises in them.

>>> from notice_parser import compare, parse
>>> old = parse(b"# Privacy\\n\\nWe will not sell your data.\\n", "old.md")
>>> new = parse(b"# Privacy\\n\\nWe may sell your data.\\n", "new.md")
>>> compare(old, new).verdict
<Verdict.CHANGED: 'changed'>
"""

from notice_parser import __about__
from notice_parser.compare import compare
from notice_parser.errors import NoticeError
from notice_parser.model import Notice, Options
from notice_parser.parse import parse

__version__ = __about__.VERSION

__all__ = ["Notice", "NoticeError", "Options", "__version__", "compare", "parse"]
