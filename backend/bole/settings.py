"""Every setting, typed, in one place; production refuses what is only fit for a demo."""

import base64
import hashlib
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[2]
"""The checkout: where `migrations/` and `.demo/` lie."""

KEY_BYTES = 32


class Environment(StrEnum):
    DEMO = "demo"
    TEST = "test"
    PRODUCTION = "production"


class WrongSettings(Exception):
    """The settings contradict each other; the message is Chinese and one line per setting."""


def demo_key(name: str) -> str:
    """A key that everyone knows, so that a demo's data can be opened again; refused in production."""
    return base64.b64encode(hashlib.sha256(f"bole 演示密钥 {name}".encode()).digest()).decode()


DEMO_RING = f"demo:{demo_key('ring')}"
DEMO_BLIND = demo_key("blind")
DEMO_SIGNING = demo_key("signing")


class Settings(BaseSettings):
    """Read from the environment: `BOLE_<NAME>`, and four short names that people type after `make`."""

    model_config = SettingsConfigDict(
        env_prefix="BOLE_", env_ignore_empty=True, extra="forbid", frozen=True, populate_by_name=True
    )

    env: Environment = Field(default=Environment.DEMO, description="运行环境：demo、test 或 production")

    # Database -------------------------------------------------------------------------------------
    database_url: SecretStr | None = Field(
        default=None,
        validation_alias=AliasChoices("DATABASE_URL", "BOLE_DATABASE_URL"),
        description="数据库属主的地址，只用于建库与迁移；不设则使用内嵌的 PostgreSQL 18",
    )
    app_database_url: SecretStr | None = Field(
        default=None, description="API 与后台进程的数据库地址（角色 bole_app，非属主、非超级用户）"
    )
    pool_min: int = Field(default=2, ge=1, le=100, description="每个进程最少保持的数据库连接数")
    pool_max: int = Field(default=10, ge=1, le=100, description="每个进程最多使用的数据库连接数")

    # Web ------------------------------------------------------------------------------------------
    host: str = Field(default="127.0.0.1", description="API 监听的地址")
    port: int = Field(
        default=8000,
        ge=1,
        le=65535,
        validation_alias=AliasChoices("PORT", "BOLE_PORT"),
        description="API 监听的端口",
    )
    public_url: str | None = Field(
        default=None, description="用户在浏览器里看到的地址，例如 https://rencai.example.gov.cn"
    )
    graphiql: bool | None = Field(default=None, description="是否提供 GraphiQL 与内省（生产环境一律不提供）")
    open_documents: bool | None = Field(
        default=None, description="是否接受未登记的 GraphQL 查询（生产环境一律不接受）"
    )

    trusted_documents: Path | None = Field(
        default=None,
        description="已登记查询的清单（JSON 对象：sha256 → 查询文本）；不设则用 frontend/trusted-documents.json",
    )
    frontend_dir: Path = Field(default=ROOT / "frontend" / "dist", description="前端构建结果的目录")

    # Secrets --------------------------------------------------------------------------------------
    secret_keys: SecretStr = Field(
        default=SecretStr(DEMO_RING),
        description="敏感字段的密钥环：“编号:32字节的base64”，逗号分隔，第一把用于加密，其余只用于解密",
    )
    blind_key: SecretStr = Field(
        default=SecretStr(DEMO_BLIND), description="盲索引密钥：32字节的base64，前加“sm3:”则用 HMAC-SM3"
    )
    signing_key: SecretStr = Field(
        default=SecretStr(DEMO_SIGNING), description="审计锚点与会话的签名密钥：32字节的base64"
    )

    # Files ----------------------------------------------------------------------------------------
    data_dir: Path = Field(default=ROOT / ".demo", description="演示环境存放数据库与文件的目录")
    files_dir: Path | None = Field(default=None, description="附件存放的目录；不设则在 data_dir 之下")
    files_url: str | None = Field(
        default=None,
        description="附件存放的对象存储，例如 s3://桶名/前缀（密钥用 AWS_* 变量）；设了它就不用目录",
    )

    clamav: str | None = Field(
        default=None,
        description="上传文件的病毒扫描：ClamAV 的套接字路径或“主机:端口”；不设则只核对内置的特征（如测试文件）",
    )
    fonts_dir: Path | None = Field(
        default=None, description="证书等文件所用字体的目录（如小标宋、仿宋）；缺的字总由内置的思源字体补上"
    )

    # Sign-in through others -----------------------------------------------------------------------
    oidc_issuer: str | None = Field(default=None, description="统一身份认证的发行方地址；不设则不启用")
    oidc_client_id: str | None = Field(default=None, description="在统一身份认证登记的应用编号")
    oidc_client_secret: SecretStr | None = Field(default=None, description="在统一身份认证登记的应用密钥")

    # Partners -------------------------------------------------------------------------------------
    partner_max_age: int = Field(default=60, ge=5, le=300, description="伙伴系统的签名最多几秒内有效")

    # Demo -----------------------------------------------------------------------------------------
    demo_accounts: bool | None = Field(default=None, description="是否建立演示账号（生产环境不得建立）")
    reset: bool = Field(
        default=False,
        validation_alias=AliasChoices("RESET", "BOLE_RESET"),
        description="清空演示数据后重新建立",
    )
    size: int = Field(
        default=300,
        ge=0,
        le=2_000_000,
        validation_alias=AliasChoices("SIZE", "BOLE_SIZE"),
        description="演示人才的数量",
    )

    # Running --------------------------------------------------------------------------------------
    worker_seen_seconds: int = Field(default=30, ge=5, description="后台进程超过几秒没有心跳即视为未运行")

    @field_validator("secret_keys", "blind_key", "signing_key")
    @classmethod
    def _keys_are_long_enough(cls, given: SecretStr) -> SecretStr:
        for part in given.get_secret_value().split(","):
            text = part.rpartition(":")[2]
            try:
                size = len(base64.b64decode(text, validate=True))
            except ValueError:
                size = 0
            if size != KEY_BYTES:
                raise ValueError(f"须是 {KEY_BYTES} 字节的 base64，可用 openssl rand -base64 32 生成")
        return given

    @model_validator(mode="after")
    def _agree(self) -> Self:
        wrong: list[str] = []
        if self.pool_min > self.pool_max:
            wrong.append("BOLE_POOL_MIN 不能大于 BOLE_POOL_MAX")
        if self.oidc_issuer and not (self.oidc_client_id and self.oidc_client_secret):
            wrong.append("设了 BOLE_OIDC_ISSUER，还须设 BOLE_OIDC_CLIENT_ID 与 BOLE_OIDC_CLIENT_SECRET")
        if self.production:
            wrong += self._unfit_for_production()
        if wrong:
            raise ValueError("\n".join(wrong))
        return self

    def _unfit_for_production(self) -> list[str]:
        wrong = []
        known = {demo_key(n) for n in ("ring", "blind", "signing")}
        for name in ("secret_keys", "blind_key", "signing_key"):
            parts = getattr(self, name).get_secret_value().split(",")
            if any(part.rpartition(":")[2] in known for part in parts):
                wrong.append(
                    f"生产环境不能使用演示密钥，请设置 BOLE_{name.upper()}（openssl rand -base64 32）"
                )
        if self.demo_accounts:
            wrong.append("生产环境不能建立演示账号，请去掉 BOLE_DEMO_ACCOUNTS")
        if self.graphiql:
            wrong.append("生产环境不能打开 GraphiQL 与内省，请去掉 BOLE_GRAPHIQL")
        if self.open_documents:
            wrong.append("生产环境只执行已登记的查询，请去掉 BOLE_OPEN_DOCUMENTS")
        if self.reset:
            wrong.append("生产环境不能清空数据，请去掉 RESET")
        if not self.app_database_url:
            wrong.append("生产环境须用自己的数据库，请设置 BOLE_APP_DATABASE_URL（角色 bole_app）")
        if self.files_dir is None and self.files_url is None:
            wrong.append("生产环境须指定附件目录，请设置 BOLE_FILES_DIR（或 BOLE_FILES_URL）")
        if not (self.public_url or "").startswith("https://"):
            wrong.append("生产环境须以 https 提供服务，请设置 BOLE_PUBLIC_URL=https://…")
        return wrong

    # What the rest of the program asks ------------------------------------------------------------
    @property
    def production(self) -> bool:
        return self.env is Environment.PRODUCTION

    @property
    def shows_graphiql(self) -> bool:
        """GraphiQL and introspection: for developers, so on in a demo unless switched off."""
        return self.graphiql if self.graphiql is not None else not self.production

    @property
    def takes_open_documents(self) -> bool:
        return self.open_documents if self.open_documents is not None else not self.production

    @property
    def makes_demo_accounts(self) -> bool:
        return self.demo_accounts if self.demo_accounts is not None else not self.production

    @property
    def files(self) -> Path:
        return self.files_dir or self.data_dir / "files"

    @property
    def key_ring(self) -> dict[str, bytes]:
        """Keys by id; the first seals, the others only open what they once sealed."""
        pairs = (part.strip().partition(":") for part in self.secret_keys.get_secret_value().split(","))
        return {kid: base64.b64decode(key) for kid, _, key in pairs}

    @property
    def blind_index_key(self) -> bytes:
        return base64.b64decode(self.blind_key.get_secret_value().rpartition(":")[2])

    @property
    def signature_key(self) -> bytes:
        return base64.b64decode(self.signing_key.get_secret_value())

    @property
    def owner_dsn(self) -> str | None:
        """As asyncpg wants it: SQLAlchemy's `postgresql+asyncpg://` is understood too."""
        return _plain(self.database_url)

    @property
    def app_dsn(self) -> str | None:
        return _plain(self.app_database_url)


def _plain(url: SecretStr | None) -> str | None:
    if url is None:
        return None
    scheme, _, rest = url.get_secret_value().partition("://")
    return f"{scheme.partition('+')[0]}://{rest}"


def read_settings(**given: object) -> Settings:
    """Settings from the environment and `given`; what is wrong with them in words an operator can act on."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as refused:
        raise WrongSettings("\n".join(_words(e) for e in refused.errors())) from None


def _words(error: ErrorDetails) -> str:
    words = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return words
    name = str(error["loc"][0])
    variable = name if name.isupper() else f"BOLE_{name.upper()}"
    return f"{variable} 的值不对：{words}"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """This process's settings, read once."""
    return read_settings()
