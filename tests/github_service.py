"""The few calls of the REST interface of GitHub that the action makes, answered on this machine for the real `gh`.

`gh` asks the host github.localhost without encryption, and HTTP_PROXY leads it here.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = 100  # comments of a page, as `gh api --paginate` asks for them
COMMENTS = re.compile(
    r"http://api\.github\.localhost(/repos/harbour/site/issues/12/comments)(?:\?per_page=100(?:&page=(\d+))?)?"
)
COMMENT = re.compile(r"http://api\.github\.localhost/repos/harbour/site/issues/comments/(\d+)")


class Service(ThreadingHTTPServer):
    """Comments of one pull request, by people and by programs; `may_write` says what the token may."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.comments: list[dict[str, Any]] = []
        self.may_write = True
        self.calls: list[str] = []

    def say(self, body: str, kind: str) -> dict[str, Any]:
        """A new comment."""
        self.comments.append({"id": 1000 + len(self.comments), "user": {"type": kind}, "body": body})
        return self.comments[-1]

    def environment(self) -> dict[str, str]:
        """What makes `gh` ask here."""
        proxy = f"http://127.0.0.1:{self.server_port}"
        return {
            "GH_HOST": "github.localhost",
            "GH_TOKEN": "t",
            "HTTP_PROXY": proxy,
            "GITHUB_REPOSITORY": "harbour/site",
        }


class Answers(BaseHTTPRequestHandler):
    """One answer a call."""

    server: Service

    def do_GET(self) -> None:
        """A page of comments."""
        asked = COMMENTS.fullmatch(self.path)
        if not asked:
            return self._send(404, {"message": "Not Found"})
        page = int(asked[2] or 1)
        rows = self.server.comments[(page - 1) * PAGE : page * PAGE]
        more = len(self.server.comments) > page * PAGE
        link = f'<http://api.github.localhost{asked[1]}?per_page={PAGE}&page={page + 1}>; rel="next"' if more else ""
        return self._send(200, rows, link)

    def do_POST(self) -> None:
        """A new comment."""
        body = self._body()
        if not self.server.may_write:
            return self._send(403, {"message": "Resource not accessible by integration"})
        if not COMMENTS.fullmatch(self.path):
            return self._send(404, {"message": "Not Found"})
        return self._send(201, self.server.say(body, "Bot"))

    def do_PATCH(self) -> None:
        """Other words for a comment."""
        body, asked = self._body(), COMMENT.fullmatch(self.path)
        found = [row for row in self.server.comments if asked and row["id"] == int(asked[1])]
        if not self.server.may_write:
            return self._send(403, {"message": "Resource not accessible by integration"})
        if not found:
            return self._send(404, {"message": "Not Found"})
        found[0]["body"] = body
        return self._send(200, found[0])

    def log_message(self, *_: object) -> None:
        """Nothing: the calls are kept."""

    def _body(self) -> str:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert list(sent) == ["body"]
        return str(sent["body"])

    def _send(self, status: int, answer: object, link: str = "") -> None:
        self.server.calls.append(f"{self.command} {status}")
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if link:
            self.send_header("Link", link)
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def service() -> Iterator[Service]:
    """The service, for as long as it is needed."""
    made = Service()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
