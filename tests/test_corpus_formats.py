"""Every format of one version reads to the same blocks."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from notice_parser.extract import READERS, read
from notice_parser.extract.media import media_type
from notice_parser.model import Options, Repaired
from notice_parser.repair import repair
from notice_parser.span import LOST

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
VERSIONS = [(name, version) for name in ("insurer", "app", "shop") for version in ("v1", "v2", "v3")]
PENDING = {".html", ".docx"}  # readers under way
