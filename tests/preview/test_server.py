"""The server of a live preview, asked over HTTP."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import pytest

from argmap.preview import server as module
from argmap.preview.assets import shell
from argmap.preview.live import Live, Shown
from argmap.preview.server import Preview


@pytest.fixture
def live() -> Live:
    """Something to show."""
    made = Live("map.argdown", lambda: Shown(page="<p>The map</p>"))
    made.refresh()
    return made


@pytest.fixture
def preview(live: Live) -> Iterator[Preview]:
    """A server that runs."""
    with Preview(live) as running:
        yield running


def ask(
    preview: Preview,
    path: str,
    *,
    host: str | None = None,
    site: str | None = None,
    method: str = "GET",
    at: str = "127.0.0.1",
) -> HTTPResponse:
    """The answer to a request, with its body read unless it has no end."""
    connection = HTTPConnection(at, preview.port, timeout=20)
    given = {"Host": host, "Sec-Fetch-Site": site}
    headers = {name: value for name, value in given.items() if value is not None}
    connection.request(method, path, headers=headers)
    return connection.getresponse()


def test_the_page_the_map_and_the_facts(preview: Preview, live: Live) -> None:
    """The browser would have nothing to show."""
    page = ask(preview, "/?from=elsewhere")
    assert (page.status, page.read().decode()) == (200, shell())
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    shown = ask(preview, "/map")
    assert shown.read() == b"<p>The map</p>"
    assert shown.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    facts = ask(preview, "/facts.json")
    assert facts.read().decode() == live.facts()
    for answer in (page, shown, facts):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Python" not in answer.headers["Server"]


@pytest.mark.parametrize(
    "path",
    [
        "/map.argdown",
        "/..%2f..%2fetc/passwd",
        "/../etc/passwd",
        "//etc/passwd",
        "/map/",
        "/shell.js",
    ],
)
def test_no_file_is_given(preview: Preview, path: str) -> None:
    """Whoever asks would read the disk."""
    answer = ask(preview, path)
    assert (answer.status, answer.read()) == (404, b"There is nothing here.\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_done_to_it(preview: Preview, method: str) -> None:
    """A stranger's page could send it something."""
    assert ask(preview, "/", method=method).status == 501


def test_another_name_is_refused(preview: Preview) -> None:
    """A stranger's page, whose name leads here for once, would read the map (DNS rebinding)."""
    port = preview.port
    for host in (
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1",
        f"127.0.0.1.evil.example:{port}",
        "",
    ):
        answer = ask(preview, "/map", host=host)
        assert (answer.status, b"The map" in answer.read()) == (421, False)
    for host in (f"localhost:{port}", f"[::1]:{port}"):
        assert ask(preview, "/map", host=host).status == 200


@pytest.mark.parametrize("path", ["/map", "/facts.json", "/events"])
def test_a_page_of_another_is_refused(preview: Preview, path: str) -> None:
    """A stranger's page could load the map as a script or an image, or keep the server busy; a link to it still works."""
    for site in ("cross-site", "same-site"):
        assert ask(preview, path, site=site).status == 403
        assert ask(preview, "/", site=site).status == 200
    assert ask(preview, path, site="same-origin").status == 200


def test_it_hears_this_machine_alone(preview: Preview) -> None:
    """Everybody in the same network could read the map."""
    assert [server.server_address[0] for server in preview._servers] in (
        ["127.0.0.1", "::1"],
        ["127.0.0.1"],
    )
    assert preview.url == f"http://127.0.0.1:{preview.port}/"


def test_both_kinds_of_address(preview: Preview) -> None:
    """``localhost`` would lead nowhere where it means the newer kind."""
    if len(preview._servers) == 1:
        pytest.skip("no IPv6 here")
    assert ask(preview, "/map", at="::1").status == 200


def test_where_there_is_no_ipv6(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview would not start on a machine without it."""

    def refused(*arguments: Any) -> None:
        raise OSError("no such addresses here")

    monkeypatch.setattr(module, "_Server6", refused)
    with Preview(live) as preview:
        assert ask(preview, "/map").status == 200


def test_a_port_that_is_taken(live: Live) -> None:
    """Two previews would answer in turns."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OSError):
            Preview(live, port=other.getsockname()[1])


def test_changes_are_told(preview: Preview, live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save would go unseen, or a silent connection would be cut."""
    monkeypatch.setattr(module, "_BEAT", 0.01)
    stream = ask(preview, "/events")
    assert stream.headers["Content-Type"].startswith("text/event-stream")
    assert [stream.readline(), stream.readline()] == [b"data: 1\n", b"\n"]
    assert [stream.readline(), stream.readline()] == [b": still here\n", b"\n"]
    live.refresh()
    line = stream.readline()
    while line in (b": still here\n", b"\n"):
        line = stream.readline()
    assert line == b"data: 2\n"
    live.close()
    assert set(stream.read().splitlines()) <= {b"", b": still here", b"data: 2"}


def test_a_reader_that_goes_away(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    """Each closed tab would leave a traceback in the terminal; a bug of ours would leave none."""
    (server, *_) = preview._servers
    for error, silent in ((BrokenPipeError(), True), (RuntimeError("a bug"), False)):
        try:
            raise error
        except (OSError, RuntimeError):
            server.handle_error(None, ("127.0.0.1", 1))
        assert (capsys.readouterr().err == "") is silent


def test_a_port_is_not_shared_on_windows() -> None:
    """Another program's port would be taken over there."""
    assert module._Server.allow_reuse_address is (sys.platform != "win32")
