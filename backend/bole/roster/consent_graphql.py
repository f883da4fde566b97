"""What consents show and let do: the talent decides, staff sees whether it was given."""

from datetime import datetime
from uuid import UUID

import strawberry

from bole.core.graph import computed, extend, many, node, read, write
from bole.roster import consent_service as service
from bole.roster.consent_models import Consent
from bole.roster.graphql import TalentNode, entry_name


@node(Consent, allow=None)
class ConsentNode:
    """本人的一次授权"""

    id: UUID
    purpose: str
    purpose_name: str | None = computed(
        entry_name(service.KIND, "purpose"), description="授权事项名称（今日目录）"
    )
    version: int
    given_at: datetime
    withdrawn_at: datetime | None
    in_force: bool = computed(lambda c: c.withdrawn_at.is_(None), description="是否仍然有效")


extend(
    TalentNode,
    consents=(
        list[ConsentNode],
        many(
            lambda c: [c.withdrawn_at.desc().nulls_first(), c.given_at.desc(), c.id],
            description="本人的授权，有效的在前",
        ),
    ),
)


@strawberry.type(description="授权事项的说明")
class ConsentWords:
    what: str = strawberry.field(description="涉及哪些资料")
    to_whom: str = strawberry.field(description="提供给谁")
    why: str = strawberry.field(description="用来做什么")
    ground: str = strawberry.field(description="依据（为何须经本人同意）")
    afterwards: str = strawberry.field(description="撤回之后如何处理")


@strawberry.type(description="一个授权事项与本人的决定")
class ConsentState:
    purpose: str = strawberry.field(description="事项代码")
    name: str = strawberry.field(description="事项名称")
    version: int = strawberry.field(description="现行说明的版次，同意时一并提交")
    is_demo: bool = strawberry.field(description="是否演示数据（显示处须标明）")
    body: ConsentWords | None = strawberry.field(description="现行说明（事项已停用则为空，仍可撤回）")
    given: bool = strawberry.field(description="是否已同意且未撤回")
    outdated: bool = strawberry.field(description="同意的是旧版说明，请重新确认")
    given_version: int | None = strawberry.field(description="同意时的版次")
    given_at: datetime | None = strawberry.field(description="最近一次同意的时间")
    withdrawn_at: datetime | None = strawberry.field(description="最近一次撤回的时间")


@strawberry.type
class ConsentQuery:
    my_consents = read(service.my_consents, list[ConsentState])


@strawberry.type
class ConsentMutation:
    give_consent = write(service.give_consent, ConsentState)
    withdraw_consent = write(service.withdraw_consent, ConsentState)
