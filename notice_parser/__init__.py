"""notice_parser reads privacy notices and says what an edit did to the promises in them.

>>> from notice_parser import compare, parse
>>> old = parse(b"# Privacy\\n\\nWe will not sell your data.\\n", "old.md")
>>> new = parse(b"# Privacy\\n\\nWe may sell your data.\\n", "new.md")
>>> compare(old, new).verdict
<Verdict.CHANGED: 'changed'>
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from notice_parser import __about__

if TYPE_CHECKING:
    from notice_parser.comparing import compare
    from notice_parser.errors import NoticeError
    from notice_parser.model import Notice, Options
    from notice_parser.parsing import parse

__version__ = __about__.VERSION

__all__ = ["Notice", "NoticeError", "Options", "__version__", "compare", "parse"]

# Loaded when first asked for: the stages take longer to load than `notice --help` may.
_HOMES = {"Notice": "model", "NoticeError": "errors", "Options": "model", "compare": "comparing", "parse": "parsing"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
