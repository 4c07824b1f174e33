"""Files on disk, and what git knows: refs, files of a commit, the main branch. It is asked: nothing is fetched or changed."""

import os
import re
import subprocess
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from notice_parser.errors import ConfigError, NoticeError, UnreadableError

# No question to a person, no lock, no fetch of what a partial clone left out, messages in one language.
QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
LIMIT = 100_000_000  # bytes
LINKS, LONGEST_PATH = 8, 4096  # symbolic links that lead to one another; bytes of a path
SHA = re.compile(r"[0-9a-f]{40,64}")
VERSION = re.compile(r"git version (\d+)\.(\d+)\S*")  # "git version 2.39.5"
OLDEST = (2, 30)  # the first whose rev-parse knows --end-of-options
MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


class Commit(NamedTuple):
    """A commit and the words that led to it."""

    name: str  # such as "the merge base with origin/main"
    sha: str

    @property
    def words(self) -> str:
        """For a person: "main (3f2a1b0c9d)"."""
        return f"{self.name} ({self.sha[:10]})"


def on_disk(path: Path, name: str = "") -> bytes:
    """The bytes of a file; messages call it `name`, or what its path ends in. Raises UnreadableError."""
    name = name or path.name
    try:
        if path.is_dir():
            raise UnreadableError(f"{name} is a directory", "name one file in it")
        if path.stat().st_size > LIMIT:
            raise UnreadableError(f"{name} has {path.stat().st_size:,} bytes", f"the limit is {LIMIT:,}")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(f"{name} does not exist", "check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"{name} cannot be read", reason) from error


def git(folder: Path, *arguments: str) -> bytes:
    """What git prints. Raises UnreadableError with git's own last line."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **QUIET})  # noqa: S603 - a fixed command, no shell
    except OSError as error:
        raise UnreadableError("git is not installed", "install git, or give paths") from error
    except ValueError as error:  # a NUL in an argument
        raise UnreadableError(f"git cannot read {folder}", str(error)) from error
    if run.returncode:
        lines = run.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise UnreadableError(f"git cannot read {folder}", lines[-1])
    return run.stdout


def commit(folder: Path, ref: str) -> Commit | None:
    """The commit that `ref` names, or None. A ref that looks like an option is only a name that nothing has."""
    try:
        found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except NoticeError:
        return None
    sha = found.decode(errors="replace").strip()
    return Commit(ref, sha) if SHA.fullmatch(sha) else None


def file_at(folder: Path, at: Commit, path: str) -> bytes | None:
    """The bytes of `path`, told from `folder`, in a commit; None where the commit has no such file.

    A symbolic link is followed inside the commit, as the working tree follows it.
    """
    for _ in range(LINKS):
        try:
            data = git(folder, "cat-file", "blob", f"{at.sha}:./{path}")
        except NoticeError:
            return None
        if not _is_link(folder, at, path, data):
            return data
        path = os.path.normpath(Path(path).parent / os.fsdecode(data))
    return None


def _is_link(folder: Path, at: Commit, path: str, data: bytes) -> bool:
    """Whether what a commit holds at a path is where a symbolic link leads."""
    if len(data) > LONGEST_PATH or b"\n" in data:
        return False
    row = git(folder, "--literal-pathspecs", "ls-tree", "-z", at.sha, "--", path)
    return row.startswith(b"120000 ")


def renamed(folder: Path, at: Commit, path: str, *, back: bool) -> str | None:
    """What git takes `path` to have been called at `at` (`back`), or to be called now."""
    try:
        rows = git(folder, "diff", "--relative", "-M", "--name-status", "--diff-filter=R", "-z", at.sha, "--")
    except NoticeError:
        return None
    fields = rows.decode(errors="surrogateescape").split("\0")
    pairs = zip(fields[1::3], fields[2::3], strict=False)
    wanted = os.path.normpath(path)
    return next((old if back else new for old, new in pairs if (new if back else old) == wanted), None)


def merge_base(folder: Path, paths: Collection[str]) -> Commit:
    """Where this branch left the main branch. Raises ConfigError, with what to type, where that is not to be known.

    On the main branch itself that is HEAD for as long as one of the files at `paths` is edited, else the commit before.
    """
    if not _inside(folder):
        _need_git(folder)
        raise ConfigError(
            "no baseline: this is no git repository", 'write `notice lock` and set baseline = "lock", or name a path'
        )
    head = commit(folder, "HEAD")
    if head is None:
        _need_git(folder)
        raise ConfigError("no baseline: git has no commit yet", "commit the notices first")
    main = next((found for ref in MAIN if (found := commit(folder, ref))), None)
    if main is None:
        raise ConfigError(f"no baseline: git has none of {', '.join(MAIN)} here", _fetch(folder, None))
    try:
        base = git(folder, "merge-base", "--end-of-options", head.sha, main.sha).decode().split()[0]
    except NoticeError:
        raise ConfigError(
            f"no baseline: HEAD and {main.name} have no common commit here", _fetch(folder, main)
        ) from None
    if base != head.sha:
        return Commit(f"the merge base with {main.name}", base)
    if _edited(folder, paths) or _on_another_branch(folder, main):
        return Commit(f"the merge base with {main.name}, HEAD itself", base)
    return _before(folder, main)


def _edited(folder: Path, paths: Collection[str]) -> bool:
    """Whether one of the files differs from HEAD; what lies outside the repository never does."""
    inside = [path for path in paths if not os.path.normpath(path).startswith("..")] or ["."]
    status = ("status", "--porcelain", "--untracked-files=no", "--")
    return bool(git(folder, "--literal-pathspecs", *status, *inside))


def _on_another_branch(folder: Path, main: Commit) -> bool:
    """Whether a branch other than the main one is checked out, where no edit is an edit to come."""
    here, there = (
        git(folder, "rev-parse", "--abbrev-ref", ref).decode(errors="replace").strip() for ref in ("HEAD", main.name)
    )
    return here not in {"HEAD", there.removeprefix("origin/")}


def _before(folder: Path, main: Commit) -> Commit:
    """On the main branch with nothing edited: the commit before, for HEAD compared with itself would always pass."""
    if parent := commit(folder, "HEAD^"):
        return Commit(f"the commit before HEAD of {main.name}", parent.sha)
    if _shallow(folder):
        raise ConfigError(
            f"no baseline: HEAD is {main.name} itself and the clone is shallow, so nothing can be compared",
            "run: git fetch --deepen=1 origin && notice check --base HEAD^",
        )
    raise ConfigError(
        f"no baseline: HEAD is the first commit of {main.name} and nothing is edited, so nothing can be compared",
        "edit a notice, or sign it off as a whole with: notice lock",
    )


def named(folder: Path, ref: str) -> Commit:
    """The commit of a ref that somebody asked for; `REF...` is its merge base with HEAD. Raises ConfigError."""
    if not _inside(folder):
        _need_git(folder)
        raise ConfigError(f"no baseline {ref!r}: this is no git repository", "run it inside one")
    bare = ref.removesuffix("...")
    found = commit(folder, bare) if bare else None
    if found is None:
        _need_git(folder)
        raise ConfigError(f"no baseline: git knows no commit {ref!r} here", _fetch(folder, None, bare))
    if bare == ref:
        return found
    try:
        base = git(folder, "merge-base", "--end-of-options", "HEAD", found.sha).decode().split()[0]
    except NoticeError:
        raise ConfigError(f"no baseline: HEAD and {bare} have no common commit here", _fetch(folder, found)) from None
    return Commit(f"the merge base with {bare}", base)


def _need_git(folder: Path) -> None:
    """Raises ConfigError where the trouble is git itself: missing, broken or too old."""
    try:
        found = VERSION.match(git(folder, "version").decode(errors="replace"))
    except NoticeError as error:
        raise ConfigError(f"no baseline: {error.what}", error.remedy) from error
    if not found:
        raise ConfigError("no baseline: what is called git here does not say its version", "install git")
    if (int(found[1]), int(found[2])) < OLDEST:
        raise ConfigError(f"no baseline: {found[0]} is too old", f"install git {OLDEST[0]}.{OLDEST[1]} or newer")


def _inside(folder: Path) -> bool:
    try:
        return git(folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except NoticeError:
        return False


def _shallow(folder: Path) -> bool:
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _fetch(folder: Path, main: Commit | None, ref: str = "") -> str:
    """The command that brings what is missing: history in a shallow clone, the main branch elsewhere."""
    if _shallow(folder):
        return "the clone is shallow; run: git fetch --unshallow origin" + ("" if main else f" {_wanted(ref)}")
    if main:
        return "name another baseline with --base"
    remotes = git(folder, "remote").decode().split()
    return f"run: git fetch {remotes[0]} {_wanted(ref)}" if remotes else "name one with --base REF"


def _wanted(ref: str) -> str:
    """What to fetch so that `ref` is known afterwards: "+refs/heads/main:refs/remotes/origin/main"."""
    import shlex

    branch = ref.removeprefix("origin/") or "main"
    return shlex.quote(f"+refs/heads/{branch}:refs/remotes/origin/{branch}")
