"""The terminal in a browser of the same machine: served on the loopback, to whoever has the token, with local files alone."""

from __future__ import annotations

import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from pathlib import Path
from secrets import token_urlsafe

from aiohttp import web
from textual_serve.server import Server

HOST = "127.0.0.1"
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def _script(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(Path(__file__).with_name("app_index.js"))


class Page(Server):
    """The page that shows ``command``, an app of Textual, on a port of the loopback; every visitor has a process of their own.

    ``port`` 0 is any that is free. Raises OSError when the port is taken.
    """

    def __init__(self, command: list[str], port: int = 0):
        self._socket = socket.create_server((HOST, port))
        self.token = token_urlsafe(24)
        super().__init__(shlex.join(command), HOST, self._socket.getsockname()[1], "factledger", templates_path=Path(__file__).parent)

    @property
    def address(self) -> str:
        """Where the page is, with the token that lets a browser in."""
        return f"{self.public_url}/?token={self.token}"

    def run(self) -> None:
        """Serves until it is interrupted."""
        web.run_app(self._make_app(), sock=self._socket, print=None, access_log=None, shutdown_timeout=1.0)

    async def on_startup(self, app: web.Application) -> None:
        """Says nothing: the command has printed the address."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.router.add_get("/app_index.js", _script)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Lets in who has the token. A page of another site has no way in: its requests name its own host or origin."""
        cookie = f"factledger-{self.port}"
        if request.host != f"{HOST}:{self.port}" or request.headers.get("Origin", self.public_url) != self.public_url:
            raise web.HTTPForbidden(text=f"open {self.public_url}, with the token\n")
        given = request.query.get("token", "")
        if not compare_digest((given or request.cookies.get(cookie, "")).encode(), self.token.encode()):
            raise web.HTTPForbidden(text="open the whole address that factledger review --web printed: its token lets you in\n")
        if given:  # out of the address, so that it is neither kept in the history nor sent on
            seen = web.HTTPSeeOther("/")
            seen.set_cookie(cookie, self.token, httponly=True, samesite="Strict")
            raise seen
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(_HEADERS)
        return answer


def page(port: int = 0, *, blind: bool = False) -> Page:
    """The page of ``factledger review``, which asks the environment for the ledger and the reviewer.

    ``port`` 0 is any that is free; ``blind`` is as on the command line. Raises OSError when the port is taken.
    """
    return Page([sys.executable, "-m", "ledger", "review", *["--blind"] * blind], port)
