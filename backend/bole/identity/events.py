"""What happened to accounts, sessions, roles and partners."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SignedIn:
    account_id: UUID
    session_id: UUID
    method: str


@dataclass(frozen=True)
class SignedOut:
    account_id: UUID
    session_id: UUID


@dataclass(frozen=True)
class SessionRevoked:
    account_id: UUID
    session_id: UUID


@dataclass(frozen=True)
class SteppedUp:
    account_id: UUID
    session_id: UUID


@dataclass(frozen=True)
class PasswordChanged:
    account_id: UUID


@dataclass(frozen=True)
class TotpEnrolled:
    account_id: UUID


@dataclass(frozen=True)
class AccountCreated:
    account_id: UUID
    kind: str


@dataclass(frozen=True)
class AccountDisabled:
    account_id: UUID
    reason: str


@dataclass(frozen=True)
class AccountEnabled:
    account_id: UUID


@dataclass(frozen=True)
class CredentialsReset:
    account_id: UUID
    what: str


@dataclass(frozen=True)
class RoleGiven:
    post_id: UUID
    role: str


@dataclass(frozen=True)
class RoleWithdrawn:
    post_id: UUID
    role: str


@dataclass(frozen=True)
class ScopeSet:
    post_id: UUID
    unit_id: UUID | None


@dataclass(frozen=True)
class PartnerRegistered:
    partner_id: UUID


@dataclass(frozen=True)
class PartnerSuspended:
    partner_id: UUID


@dataclass(frozen=True)
class PartnerResumed:
    partner_id: UUID


@dataclass(frozen=True)
class PartnerKeyAdded:
    partner_id: UUID
    key_id: str


@dataclass(frozen=True)
class PartnerKeyRevoked:
    partner_id: UUID
    key_id: str


@dataclass(frozen=True)
class ServiceGranted:
    partner_id: UUID
    service: str


@dataclass(frozen=True)
class ServiceWithdrawn:
    partner_id: UUID
    service: str
