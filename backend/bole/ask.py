"""`bole ask`: a running demo answers a GraphQL document, asked as one of its demo accounts.

For the README, for developers, and for whoever wants to see what an account may see. It signs in like everybody:
password, code, session; the session is kept until it ends.
"""

import json
import time
from pathlib import Path
from typing import Any

import httpx
import orjson

from bole import demo_data
from bole.core import clock
from bole.core.server import ServerFailure
from bole.settings import Settings, WrongSettings

IMPORT = """query($id: UUID!) { importJob(importId: $id) {
  id status filename rowsTotal rowsNew rowsUpdate rowsUnchanged rowsError rowsWarned failure } }"""


class Demo:
    """A running demo, as one account sees it."""

    def __init__(self, chosen: Settings, login: str) -> None:
        if chosen.production:
            raise WrongSettings("bole ask 只用于演示系统")
        self.login = login
        self._kept = chosen.data_dir / "sessions.json"
        # localhost: what the demo prints, and what its cookies are for
        self._client = httpx.Client(base_url=f"http://localhost:{chosen.port}", timeout=30)

    def ask(self, document: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The answer, with `data` and perhaps `errors`."""
        answer = self._post("/graphql", json={"query": document, "variables": variables})
        told: dict[str, Any] = answer.json()
        return told

    def upload(self, file: Path) -> dict[str, Any]:
        """Sends a workbook and waits until it is checked; what was found."""
        try:
            sent = {"file": (file.name, file.read_bytes())}
        except OSError as wrong:
            raise WrongSettings(f"读不出 {file}：{wrong}") from None
        answer = self._post("/api/v1/imports", files=sent)
        told: dict[str, Any] = answer.json()
        if answer.status_code != 201:
            raise ServerFailure(str(told.get("title")))
        while True:
            job: dict[str, Any] = self.ask(IMPORT, {"id": told["id"]})["data"]["importJob"]
            if job["status"] not in ("UPLOADED", "CHECKING"):
                return job
            time.sleep(0.2)

    def _post(self, path: str, **body: Any) -> httpx.Response:
        token = self._tokens().get(self.login)
        answer = self._send(path, token, **body) if token else None
        if answer is None or answer.status_code == 401:
            answer = self._send(path, self._sign_in(), **body)
        return answer

    def _send(self, path: str, token: str | None, **body: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        try:
            return self._client.post(path, headers=headers, **body)
        except httpx.TransportError:
            raise ServerFailure(f"{self._client.base_url} 没有回答，请先运行 make demo") from None

    def _sign_in(self) -> str:
        from bole.identity.demo import seed_of
        from bole.identity.rules import totp_code

        given = {
            "login": self.login,
            "password": demo_data.password(),
            "totp": totp_code(seed_of(self.login), clock.now()),
            "wants_token": True,
        }
        answer = self._send("/api/v1/session", None, json=given)
        told = answer.json()
        if answer.status_code != 201:
            raise ServerFailure(f"{self.login} 未能登录：{told.get('title')}")
        self._kept.touch(mode=0o600)
        self._kept.write_bytes(orjson.dumps({**self._tokens(), self.login: told["token"]}))
        return str(told["token"])

    def _tokens(self) -> dict[str, str]:
        return dict(orjson.loads(self._kept.read_bytes() or b"{}")) if self._kept.exists() else {}


def variable(told: str) -> tuple[str, Any]:
    """`name=value`: JSON if it is JSON, else the text as it stands."""
    name, mark, text = told.partition("=")
    if not (mark and name.isidentifier()):
        raise WrongSettings(f"变量要写成 名称=值，收到的是“{told}”")
    try:
        return name, json.loads(text)
    except ValueError:
        return name, text


def at(answer: Any, path: str) -> Any:
    """The value at `talents.nodes.0.id`."""
    for part in path.split("."):
        try:
            answer = answer[int(part)] if isinstance(answer, list) else answer[part]
        except (KeyError, IndexError, TypeError, ValueError):
            raise WrongSettings(f"答复中没有“{path}”") from None
    return answer
