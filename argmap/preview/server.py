"""The server of a live preview: it answers this machine alone, and has nothing to give but the map's pages.

It is bound to the loopback addresses, and answers only requests that name it as such, so that no page of a stranger can have
its own name lead here (DNS rebinding). It opens no file: all that it gives stands in memory.
"""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from .assets import shell, shell_policy
from .live import Live

__all__ = ["Preview"]

_BEAT = 10.0
"""Seconds after which a silent page is asked whether it is still there."""

_OWN = ("same-origin", "none")
"""Whose requests are answered, as browsers tell it (Fetch Metadata): our page's, and those that somebody typed."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Preview:
    """A server that shows what is live, on a free port or the one that is named; raises OSError for one that is taken."""

    def __init__(self, live: Live, *, port: int = 0) -> None:
        self.live = live
        first = _Server(("127.0.0.1", port), _Handler)
        self.port: int = first.server_address[1]
        self._servers: list[_Server] = [first]
        with suppress(OSError):  # no IPv6 here, or that port of it is another's
            self._servers.append(_Server6(("::1", self.port), _Handler))
        names = ("127.0.0.1", "localhost", "[::1]")
        for server in self._servers:
            server.live = live
            server.names = tuple([f"{name}:{self.port}" for name in names])
        self._threads = [
            Thread(target=server.serve_forever, args=(0.05,), daemon=True)
            for server in self._servers
        ]

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://127.0.0.1:{self.port}/"

    def __enter__(self) -> Preview:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self.live.close()
        for server in self._servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    """One address of the preview."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would share a port that is in use
    live: Live
    names: tuple[str, ...]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that goes away in the middle is no failure; whatever else is told."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Server
    timeout = 30
    server_version = "argmap"
    sys_version = ""

    def do_GET(self) -> None:
        """Give a page, the facts, or the stream of changes."""
        path = self.path.partition("?")[0]
        if self.headers.get("Host", "") not in self.server.names:
            self._give("text/plain", "This server answers to its own address alone.\n", status=421)
        elif path != "/" and self.headers.get("Sec-Fetch-Site", "none") not in _OWN:
            self._give("text/plain", "This server answers its own page alone.\n", status=403)
        elif path == "/":
            self._give("text/html", shell(), policy=shell_policy())
        elif path == "/map":
            self._give("text/html", self.server.live.page(), policy="frame-ancestors 'self'")
        elif path == "/facts.json":
            self._give("application/json", self.server.live.facts())
        elif path == "/events":
            self._tell_changes()
        else:
            self._give("text/plain", "There is nothing here.\n", status=404)

    def _give(self, kind: str, text: str, *, status: int = 200, policy: str = "") -> None:
        body = text.encode()
        self._begin(kind, status, policy)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _begin(self, kind: str, status: int, policy: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", policy or "default-src 'none'")
        for name, value in _HEADERS.items():
            self.send_header(name, value)

    def _tell_changes(self) -> None:
        """Server-sent events: the version at once and at every change, a comment where there is none for long."""
        self._begin("text/event-stream", 200, "")
        self.end_headers()
        live, seen = self.server.live, -1
        while not live.closed:
            version = live.newer(seen, seconds=_BEAT)
            told = ": still here\n\n" if version == seen else f"data: {version}\n\n"
            self.wfile.write(told.encode())
            self.wfile.flush()
            seen = version

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: the terminal tells of saves."""
