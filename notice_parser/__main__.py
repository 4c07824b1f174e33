"""`python -m notice_parser` is the same as `notice`."""

from notice_parser.cli import main

main()
