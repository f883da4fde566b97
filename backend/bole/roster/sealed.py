"""What of a person lies sealed in the database, and how: told once, so that form and import agree."""

from typing import Any, Final
from uuid import UUID

from bole.core.secrets import Vault
from bole.roster.codes import Phone, mask_email
from bole.roster.identity_numbers import IdentityNumber
from bole.roster.rules import SecretField

PLACES: Final[dict[SecretField, tuple[str, str]]] = {
    SecretField.PHONE: ("talent", "phone_sealed"),
    SecretField.EMAIL: ("talent", "email_sealed"),
    SecretField.IDENTITY_NUMBER: ("identity_document", "number_sealed"),
}
"""Table and column of each sealed field."""


def phone_columns(vault: Vault, talent_id: UUID, phone: Phone | None) -> dict[str, Any]:
    """The three columns of a talent's phone."""
    if phone is None:
        return {"phone_sealed": None, "phone_blind": None, "phone_masked": None}
    return {
        "phone_sealed": vault.seal(*PLACES[SecretField.PHONE], talent_id, phone.number),
        "phone_blind": phone_blind(vault, phone.number),
        "phone_masked": phone.masked,
    }


def email_columns(vault: Vault, talent_id: UUID, address: str | None) -> dict[str, Any]:
    if address is None:
        return {"email_sealed": None, "email_masked": None}
    return {
        "email_sealed": vault.seal(*PLACES[SecretField.EMAIL], talent_id, address),
        "email_masked": mask_email(address),
    }


def document_columns(vault: Vault, document_id: UUID, identity: IdentityNumber) -> dict[str, Any]:
    """Kind and number of an identity document."""
    return {
        "kind": identity.kind,
        "number_sealed": vault.seal(*PLACES[SecretField.IDENTITY_NUMBER], document_id, identity.number),
        "number_blind": number_blind(vault, identity.number),
        "number_masked": identity.masked,
    }


def phone_blind(vault: Vault, number: str) -> bytes:
    return vault.blind("phone", number)


def number_blind(vault: Vault, number: str) -> bytes:
    """Of the canonical number: 15 digits were made 18 before."""
    return vault.blind("identity_number", number)
