"""What the roster, accounts and notices hold of a person (roster/erasing.py)."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from bole.identity.models import Account, Credential, Session
from bole.identity.view_models import Preference, SavedView
from bole.notice.models import Notice
from bole.roster.consent_models import Consent
from bole.roster.erasing import GONE, holding
from bole.roster.importing_models import ImportFinding, ImportRow
from bole.roster.models import (
    Departure,
    Education,
    Employment,
    FamilyMember,
    Honour,
    IdentityDocument,
    LevelGrant,
    SensitiveRead,
    Talent,
    TalentName,
    TalentPeriod,
    Title,
)
from bole.roster.names import name_columns, prepare_name
from bole.roster.proposal_models import ProposedChange
from bole.roster.rules import Gender

NOBODY: dict[str, Any] = {
    # the name found by nobody: its tokens leave the search table by the trigger
    **{**name_columns(prepare_name(GONE), ()), "search_tokens": []},
    "name": GONE,
    "gender": Gender.UNKNOWN,
    "nationality": GONE,
    **dict.fromkeys(
        (
            *("birth_date", "specialty", "residence", "phone_sealed", "phone_blind", "phone_masked"),
            *("email_sealed", "email_masked", "employer_name", "employer_unit_id", "position"),
            *("highest_degree", "highest_title", "highest_rank", "last_contact_on", "next_contact_due"),
        )
    ),
    "sources": {},
    "labels": [],
}
"""A tombstone: that there was a record, where it was kept, which level it had, and nothing of the person."""


def _account(table: Any, talent_id: Any) -> Any:
    mine = sa.select(col(Account.id)).where(col(Account.talent_id) == talent_id)
    return table.account_id.in_(mine)


holding("documents", "身份证件", IdentityDocument, ground="identity", position=10)
holding("names", "其他名称", TalentName, ground="identity", position=11)
holding("family", "家庭成员", FamilyMember, ground="family", position=12,
        blank={"name": GONE, "birth_date": None, "school_or_work": None, "purpose": None})  # fmt: skip
holding("educations", "学历", Education, ground="career", position=13)
holding("titles", "职称", Title, ground="career", position=14)
holding("honours", "荣誉", Honour, ground="career", position=15)
holding("employments", "工作经历", Employment, ground="career", position=16)
holding("proposals", "资料变动建议", ProposedChange, ground="career", position=17, files=("evidence_key",))
holding("levels", "历次层次", LevelGrant, ground="level", position=18)
holding(
    "departures",
    "离开记录",
    Departure,
    ground="level",
    position=19,
    blank={"note": None, "destination": None},
)
holding("profile", "基本资料", Talent, ground="identity", position=20, blank=NOBODY,
        mine=lambda table, talent_id: table.id == talent_id)  # fmt: skip
holding("import_findings", "导入时发现的问题", ImportFinding, ground="identity", position=21,
        mine=lambda table, talent_id: table.row_id.in_(
            sa.select(col(ImportRow.id)).where(col(ImportRow.talent_id) == talent_id)))  # fmt: skip
holding("import_rows", "导入时对应的行", ImportRow, ground="identity", position=22, blank={"name": GONE})
holding("consents", "授权记录", Consent, ground="proof", position=60, fixed=True)
holding("reads", "敏感信息查看记录", SensitiveRead, ground="proof", position=61, fixed=True)
holding("notices", "消息", Notice, ground="account", position=80, mine=_account)
holding("views", "保存的视图", SavedView, ground="account", position=81, mine=_account)
holding("preferences", "个人设置", Preference, ground="account", position=82, mine=_account)
holding("sessions", "登录记录", Session, ground="account", position=83, mine=_account)
holding("credentials", "登录凭据", Credential, ground="account", position=84, mine=_account)
holding("account", "登录账号", Account, ground="account", position=85,
        blank={"login": sa.literal("erased-").concat(sa.cast(col(Account.id), sa.Text)), "name": GONE,
               "status": "disabled", "oidc_issuer": None, "oidc_subject": None},
        mine=lambda table, talent_id: table.talent_id == talent_id)  # fmt: skip
holding("periods", "各日的情形", TalentPeriod, ground="level", position=19, fixed=True)
