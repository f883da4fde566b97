"""What an export may be and do. No I/O: values in, decisions out."""

from typing import Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word

MAX_ROWS: Final = 300_000
KEPT_HOURS: Final = 24
"""A file with people's data lies no longer than it takes to fetch it."""


class ExportStatus(Word):
    """导出的状态"""

    ASKED = "asked"
    WRITING = "writing"
    READY = "ready"
    EXPIRED = "expired"
    FAILED = "failed"
    CANCELLED = "cancelled"


EXPORT_FLOW: Flow[ExportStatus] = Flow(
    "export",
    ExportStatus.ASKED,
    {
        ExportStatus.ASKED: "已申请",
        ExportStatus.WRITING: "生成中",
        ExportStatus.READY: "可下载",
        ExportStatus.EXPIRED: "已过期",
        ExportStatus.FAILED: "失败",
        ExportStatus.CANCELLED: "已取消",
    },
    step("begin", ExportStatus.ASKED, ExportStatus.WRITING, "开始生成"),
    step("finish", ExportStatus.WRITING, ExportStatus.READY, "完成"),
    step("fail", {ExportStatus.ASKED, ExportStatus.WRITING}, ExportStatus.FAILED, "失败"),
    step("expire", ExportStatus.READY, ExportStatus.EXPIRED, "过期"),
    step(
        "cancel",
        {ExportStatus.ASKED, ExportStatus.WRITING, ExportStatus.READY},
        ExportStatus.CANCELLED,
        "取消",
    ),
)


class ExportFormat(Word):
    """导出的文件格式"""

    XLSX = "xlsx"
    CSV = "csv"


class ExportColumn(Word):
    """导出表可以包含的列"""

    NAME = "name", "姓名", 12
    GENDER = "gender", "性别", 6
    BIRTH_DATE = "birth_date", "出生日期", 12
    DOCUMENT_KIND = "document_kind", "证件类型", 14
    DOCUMENT_NUMBER = "document_number", "证件号码", 22
    PHONE = "phone", "手机", 14
    EMAIL = "email", "电子邮箱", 24
    NATIONALITY = "nationality", "国籍", 10
    UNIT = "unit", "归口单位", 18
    STATUS = "status", "状态", 8
    ENTERED_ON = "entered_on", "入库日期", 12
    LEVEL = "level", "人才层次", 16
    LEVEL_SINCE = "level_since", "层次起始日", 12
    TALENT_TYPE = "talent_type", "人才类型", 16
    EMPLOYER = "employer", "用人单位", 30
    EMPLOYER_USCC = "employer_uscc", "统一社会信用代码", 22
    POSITION = "position", "职务", 16
    EMPLOYMENT_KIND = "employment_kind", "用人方式", 10
    EMPLOYED_FROM = "employed_from", "到岗日期", 12
    DEGREE = "degree", "最高学历", 12
    SCHOOL = "school", "毕业院校", 22
    MAJOR = "major", "专业", 16
    TITLE = "title", "职称", 16
    TITLE_RANK = "title_rank", "职称级别", 18
    SPECIALTY = "specialty", "专业专长", 24
    RESIDENCE = "residence", "常住地", 24
    LAST_CONTACT_ON = "last_contact_on", "最近联系日", 12
    NEXT_CONTACT_DUE = "next_contact_due", "下次联系期限", 14

    label: str
    width: int

    def __new__(cls, value: str, label: str, width: int) -> "ExportColumn":
        made = str.__new__(cls, value)
        made._value_ = value
        made.label, made.width = label, width
        return made


COLUMN_OF: Final = {column.value: column for column in ExportColumn}

_C = ExportColumn
USUAL: Final = (
    _C.NAME, _C.GENDER, _C.DOCUMENT_NUMBER, _C.PHONE, _C.UNIT, _C.STATUS, _C.LEVEL, _C.TALENT_TYPE, _C.EMPLOYER,
    _C.POSITION, _C.DEGREE, _C.TITLE,
)  # fmt: skip
"""What is exported when nothing is chosen."""

IN_THE_CLEAR: Final = frozenset({ExportColumn.DOCUMENT_NUMBER, ExportColumn.PHONE, ExportColumn.EMAIL})
"""Columns that can be asked for unmasked."""


class NothingInTheClear(Refusal):
    """所选各列没有需要显示明文的内容。请取消“显示明文”，或加选证件号码、手机、电子邮箱。"""

    status = 422


class ExportTooBig(Refusal):
    """符合条件的有 {rows} 人，超过一次导出的上限 {limit} 人。请缩小范围，分几次导出。"""

    status = 422


class NobodyToExport(Refusal):
    """没有符合条件的人才。请调整筛选条件。"""

    status = 422


class ExportNotReady(Refusal):
    """文件还没有生成好（当前“{state}”）。请稍后再下载。"""


class ExportGone(Refusal):
    """文件已过保存期（{hours} 小时）并删除。请重新导出。"""

    status = 410


class NotYourExport(Refusal):
    """这份文件由“{who}”申请，只能由其本人下载。如工作需要，请自行申请导出。"""

    status = 403
