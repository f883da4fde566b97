"""Refusals: the request is understood, and the answer is no.

A refusal is a class: its name is the code callers match on, its docstring the words a person reads,
its facts the numbers in both. GraphQL and REST render the same three (RFC 9457, `extensions.code`).
"""

import re
from typing import Any, ClassVar

REFUSALS: dict[str, type["Refusal"]] = {}
"""Every refusal by its code, for `docs/refusals.md` and the front end's generated list."""


class Refusal(Exception):
    """请求无法办理。"""

    status: ClassVar[int] = 409
    field: str | None

    def __init__(self, *, field: str | None = None, **facts: Any) -> None:
        """`field`: the input the refusal is about, in the caller's spelling; `facts`: what the words name."""
        self.facts = facts
        self.field = field
        super().__init__((self.__doc__ or "").strip().format(**facts))

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        twin = REFUSALS.setdefault(cls.code(), cls)
        if twin.__module__ != cls.__module__:
            raise TypeError(
                f"{cls.code()} is told by {twin.__module__} and by {cls.__module__}: callers match on it"
            )

    @classmethod
    def code(cls) -> str:
        """`QuotaExhausted` is told to callers as `QUOTA_EXHAUSTED`."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).upper()

    def told(self) -> dict[str, Any]:
        """Code, words' facts and field: what both edges send beside the message."""
        about = {"field": self.field} if self.field else {}
        return {**self.facts, "code": self.code(), **about}  # no fact takes the code's place


class NotFound(Refusal):
    """没有这条记录，或您无权查看。请核对编号，或联系您单位的系统管理员。"""

    status = 404


class Forbidden(Refusal):
    """您没有“{permission}”权限。如工作需要，请联系您单位的系统管理员授权。"""

    status = 403


class NotSignedIn(Refusal):
    """您尚未登录，或登录已过期。请重新登录后再试，已填写的内容不会丢失。"""

    status = 401


class StepUpNeeded(Refusal):
    """“{permission}”须先再次验证身份。请输入动态码（或密码）确认是您本人后再试，已填写的内容不会丢失。"""

    status = 403


class InvalidInput(Refusal):
    """{reason}"""

    status = 422


class InvalidCursor(Refusal):
    """翻页位置无效，可能来自另一个列表。请回到第一页重新翻。"""

    status = 422


class Stale(Refusal):
    """这条记录在您打开之后已被{by}修改。请对照改动后重新提交。"""


class IdempotencyKeyReused(Refusal):
    """这个幂等键已用于另一份内容不同的请求。新的业务请换一个新的键。"""

    status = 422


class StepNotAllowed(Refusal):
    """当前为“{state}”，不能“{step}”。"""


class TooBig(Refusal):
    """请求过大：上限 {limit}。请拆分后再提交，文件请走上传接口。"""

    status = 413


class TooCostly(Refusal):
    """查询过于复杂（{what} {asked}，上限 {limit}）。请减少字段、层数或每页条数。"""

    status = 422


class UnknownDocument(Refusal):
    """系统只执行已登记的查询，这一份未登记。请刷新页面以取得最新版本。"""

    status = 403


class CrossSite(Refusal):
    """请求缺少防跨站标识。请从本系统页面发起，或在请求头中加入 X-Bole-Request: 1。"""

    status = 403


class BadRequest(Refusal):
    """请求格式不正确：{reason}"""

    status = 400


class TooManyRequests(Refusal):
    """操作过于频繁，请在 {retry_after} 秒后再试。"""

    status = 429


class Unavailable(Refusal):
    """{what}暂时无法使用，您的内容未被保存也未丢失。请稍后重试。"""

    status = 503


class TookTooLong(Refusal):
    """处理超过 {seconds} 秒，已停止，未作任何改动。请缩小范围后再试。"""

    status = 503
