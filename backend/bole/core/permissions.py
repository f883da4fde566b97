"""Every permission in the system, in one list: `noun:verb`. A role is a set of these."""

from enum import StrEnum


class Permission(StrEnum):
    SELF_READ = "self:read", "查看本人资料"
    NOTICE_READ = "notice:read", "查看本人消息"
    ORG_READ = "org:read", "查看单位与岗位"
    ORG_MANAGE = "org:manage", "维护单位、岗位与任职"
    ACCOUNT_READ = "account:read", "查看账号"
    ACCOUNT_MANAGE = "account:manage", "维护账号与角色"
    PARTNER_MANAGE = "partner:manage", "维护伙伴系统与密钥"
    CATALOGUE_READ = "catalogue:read", "查看目录"
    CATALOGUE_PUBLISH = "catalogue:publish", "发布目录与工作日历"
    ROSTER_READ = "roster:read", "查看人才名录"
    ROSTER_CAREER = "roster:career", "查看在各单位的任职（用人单位只见本单位的）"
    ROSTER_SENSITIVE = "roster:sensitive", "查看人才敏感信息"
    ROSTER_REVEAL = "roster:reveal", "按用途查看证件号与电话明文"
    ROSTER_WRITE = "roster:write", "维护人才资料"
    EMPLOYEE_KEEP = "employee:keep", "维护本单位人才（提出更正、报告离开）"
    ROSTER_IMPORT = "roster:import", "导入人才名录"
    ROSTER_EXPORT = "roster:export", "导出人才名录"
    MERGE_READ = "merge:read", "查看疑似重复与合并"
    MERGE_DECIDE = "merge:decide", "核重、合并与撤销合并"
    INTRODUCTION_READ = "introduction:read", "查看引进归属"
    INTRODUCTION_CLAIM = "introduction:claim", "申报引进"
    INTRODUCTION_DECIDE = "introduction:decide", "裁定引进归属"
    PRIVACY_READ = "privacy:read", "查看个人信息请求与删除方案"
    PRIVACY_HANDLE = "privacy:handle", "办理个人信息请求"
    PRIVACY_ERASE = "privacy:erase", "执行删除个人资料"
    PRIVACY_NOTICE = "privacy:notice", "查看删除通知与回执"
    PRIVACY_ACKNOWLEDGE = "privacy:acknowledge", "领取删除通知并回执"
    CAMPAIGN_MANAGE = "campaign:manage", "组织季度更新、冻结季度数字"
    CAMPAIGN_ANSWER = "campaign:answer", "确认季度名册"
    CONTACT_READ = "contact:read", "查看联系服务"
    CONTACT_RECORD = "contact:record", "记录四问"
    CONTACT_ASSIGN = "contact:assign", "安排联系领导"
    CONTACT_CONFIDENTIAL = "contact:confidential", "查看不公开的联系记录"
    NEED_RAISE = "need:raise", "提出需求、确认办结"
    NEED_HANDLE = "need:handle", "办理需求与建议"
    CARD_READ = "card:read", "查看优才卡"
    CARD_ISSUE = "card:issue", "发卡"
    CARD_APPROVE = "card:approve", "批准发卡批次"
    CARD_MANAGE = "card:manage", "冻结、挂失、换发、注销优才卡"
    CARD_VERIFY = "card:verify", "核验持卡人"
    CARD_REDEEM = "card:redeem", "核销权益"
    FASTTRACK_READ = "fasttrack:read", "查看一事一议"
    FASTTRACK_NAME = "fasttrack:name", "查看一事一议人选姓名"
    FASTTRACK_OPEN = "fasttrack:open", "发起一事一议"
    FASTTRACK_LEAD = "fasttrack:lead", "受理、拟定方案、汇总、结案"
    FASTTRACK_COUNTERSIGN = "fasttrack:countersign", "一事一议部门联审"
    FASTTRACK_DECIDE = "fasttrack:decide", "审定一事一议"
    FASTTRACK_DELIVER = "fasttrack:deliver", "登记一事一议措施落实"
    AUDIT_READ = "audit:read", "查看审计"
    JOB_READ = "job:read", "查看后台任务"

    label: str

    def __new__(cls, value: str, label: str) -> "Permission":
        made = str.__new__(cls, value)
        made._value_ = value
        made.label = label
        return made
