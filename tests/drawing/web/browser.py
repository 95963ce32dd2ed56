"""A browser to test pages in: Chromium, driven over a pair of pipes by its own protocol, so that nothing else is needed.

The Chrome DevTools Protocol over ``--remote-debugging-pipe``: messages are JSON, each ended by a zero byte.
"""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import chromium
from tests.chromium import FOUND

FLAGS = (
    *chromium.FLAGS,
    "--disable-extensions",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
PATIENCE = 60.0
"""Seconds until an answer is given up."""

Message = dict[str, Any]


class BrowserError(AssertionError):
    """The browser refused, or a script in the page failed."""


class Browser:
    """A running Chromium."""

    def __init__(self, profile: Path) -> None:
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()

        def connect() -> None:
            """Chromium hears on 3 and speaks on 4."""
            high = [os.dup(orders), os.dup(answers)]
            while min(high) < 5:
                high = [os.dup(each) for each in high]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self._process = subprocess.Popen(
            [FOUND or "chromium", *FLAGS, f"--user-data-dir={profile}"],
            preexec_fn=connect,  # noqa: PLW1509 - there are no threads here
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(answers)
        self._heard = b""
        self._number = 0
        self.events: list[Message] = []

    def ask(self, method: str, session: str | None = None, **params: Any) -> Message:
        """The answer to a command; raises `BrowserError`."""
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = session
        os.write(self._orders, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.hear()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']}")
                result: Message = answer["result"]
                return result
            self.events.append(answer)

    def hear(self) -> Message:
        """The next message; raises `BrowserError` when none comes."""
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._heard:
            ready, _, _ = select.select([self._answers], [], [], max(end - time.monotonic(), 0))
            data = os.read(self._answers, 1 << 20) if ready else b""
            if not data:
                raise BrowserError("the browser has gone, or says nothing")
            self._heard += data
        text, _, self._heard = self._heard.partition(b"\0")
        message: Message = json.loads(text)
        return message

    def page(self, width: int = 1280, height: int = 800) -> Page:
        """A new empty tab."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session, width, height)

    def close(self) -> None:
        """End it."""
        os.close(self._orders)
        os.close(self._answers)
        self._process.kill()
        self._process.wait(20)


class Page:
    """A tab: what one sees, presses and types there."""

    def __init__(
        self, browser: Browser, target: str, session: str, width: int, height: int
    ) -> None:
        self._browser, self._target, self._session = browser, target, session
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")
        self.size(width, height)
        self.media()

    def ask(self, method: str, **params: Any) -> Message:
        """The answer to a command of this tab."""
        return self._browser.ask(method, self._session, **params)

    def size(self, width: int, height: int, *, mobile: bool = False) -> None:
        """Make the window so large, CSS pixels; as a phone's if it is ``mobile``."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if mobile else 1,
            mobile=mobile,
        )
        self.ask("Emulation.setTouchEmulationEnabled", enabled=mobile)

    def media(self, scheme: str = "light", motion: str = "reduce", medium: str = "") -> None:
        """Say what the reader's system prefers; motion is reduced, so that tests needn't wait for it."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]
        self.ask("Emulation.setEmulatedMedia", media=medium, features=features)

    def open(self, file: Path, fragment: str = "") -> None:
        """Load a file, and wait until its script has drawn, if it has one."""
        self.ask("Page.navigate", url=file.as_uri() + fragment)
        self.until("document.readyState === 'complete'")

    def reload(self) -> None:
        """Load the page again."""
        self.js("window.stale = true")
        self.ask("Page.reload")
        self.until("!window.stale && document.readyState === 'complete'")

    def js(self, expression: str) -> Any:
        """What an expression gives; raises `BrowserError` where it fails."""
        answer = self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"])[:2_000])
        return answer["result"].get("value")

    def until(self, condition: str, seconds: float = 20.0) -> None:
        """Wait until this is true; raises `BrowserError`."""
        end = time.monotonic() + seconds
        while not self._is(condition):
            if time.monotonic() > end:
                raise BrowserError(f"never true: {condition}")
            time.sleep(0.01)

    def _is(self, condition: str) -> bool:
        try:
            return bool(self.js(condition))
        except BrowserError as error:
            if "context" in str(error):  # the page is being loaded
                return False
            raise

    def frame(self) -> None:
        """Wait until all that was asked for is drawn."""
        self.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def key(self, *keys: str, shift: bool = False) -> None:
        """Press keys by their names, one after the other."""
        for key in keys:
            code = {"Enter": 13, "Tab": 9, "Escape": 27, " ": 32}.get(key, 0)
            text = "\r" if key == "Enter" else key if len(key) == 1 else ""
            modifiers = 8 if shift else 0
            common = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code}
            down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
            self.ask("Input.dispatchKeyEvent", **down, **common)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **common)
        self.frame()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self.ask("Input.insertText", text=text)
        self.frame()

    def mouse(self, kind: str, x: float, y: float, **more: Any) -> None:
        """One event of a mouse."""
        self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def click(self, selector: str) -> None:
        """Press and let go in the middle of an element."""
        x, y = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, x, y, button="left", clickCount=1)
        self.frame()

    def touch(self, kind: str, *points: tuple[float, float]) -> None:
        """One event of fingers."""
        places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.ask("Input.dispatchTouchEvent", type=kind, touchPoints=places)

    def middle(self, selector: str) -> tuple[float, float]:
        """Where the middle of an element is in the window."""
        box = self.js(
            f"(box => [box.x + box.width / 2, box.y + box.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        return box[0], box[1]

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"])

    def close(self) -> None:
        """Close the tab; the session's storage goes with it."""
        self._browser.ask("Target.closeTarget", targetId=self._target)

    def complaints(self) -> list[str]:
        """What the page's scripts have thrown, what its policy has refused, and what it would have loaded."""
        found = []
        for event in self._browser.events:
            if event.get("sessionId") != self._session:
                continue
            if event["method"] == "Runtime.exceptionThrown":
                details = event["params"]["exceptionDetails"]
                found.append(details.get("exception", {}).get("description") or details["text"])
            elif (
                event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] == "error"
            ):
                found.append(event["params"]["entry"]["text"])
            elif event["method"] == "Network.requestWillBeSent":
                url = event["params"]["request"]["url"]
                found += [] if url.startswith(("file:", "about:")) else [f"loads {url}"]
        return found

    def forget(self) -> None:
        """Forget the complaints so far: they were what a test wanted."""
        self._browser.events.clear()


@contextmanager
def running(profile: Path) -> Iterator[Browser]:
    """A browser while the block runs."""
    browser = Browser(profile)
    try:
        yield browser
    finally:
        browser.close()
