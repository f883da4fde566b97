"""What an import may be and do. No I/O: values in, decisions out.

A file that cannot be used at all is a Refusal; one cell of a usable file is a Fault. Both say how to mend it.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word

MEGABYTE: Final = 1024 * 1024
MAX_FILE: Final = 50 * MEGABYTE
MAX_UNPACKED: Final = 600 * MEGABYTE
MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 100
HEADER_WITHIN: Final = 20
"""A header is looked for in this many first rows; titles and notes may stand above it."""


class ImportStatus(Word):
    """导入的状态"""

    UPLOADED = "uploaded"
    CHECKING = "checking"
    CHECKED = "checked"
    COMMITTING = "committing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


IMPORT_FLOW: Flow[ImportStatus] = Flow(
    "import",
    ImportStatus.UPLOADED,
    {
        ImportStatus.UPLOADED: "已上传",
        ImportStatus.CHECKING: "检查中",
        ImportStatus.CHECKED: "已检查",
        ImportStatus.COMMITTING: "入库中",
        ImportStatus.DONE: "已完成",
        ImportStatus.FAILED: "失败",
        ImportStatus.CANCELLED: "已取消",
    },
    step(
        "check",
        {ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.FAILED},
        ImportStatus.CHECKING,
        "检查",
    ),
    step("report", ImportStatus.CHECKING, ImportStatus.CHECKED, "出检查结果"),
    step("commit", ImportStatus.CHECKED, ImportStatus.COMMITTING, "入库"),
    step("finish", ImportStatus.COMMITTING, ImportStatus.DONE, "完成"),
    step("fail", {ImportStatus.CHECKING, ImportStatus.COMMITTING}, ImportStatus.FAILED, "失败"),
    step(
        "cancel",
        {ImportStatus.UPLOADED, ImportStatus.CHECKING, ImportStatus.CHECKED, ImportStatus.FAILED},
        ImportStatus.CANCELLED,
        "取消",
    ),
)
"""Rows enter the roster only between `commit` and `finish`; before that, cancelling leaves nothing behind."""


class RowOutcome(Word):
    """一行的处理结果"""

    NEW = "new"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    ERROR = "error"


class Severity(Word):
    """发现的问题有多重：错误的行不导入，提醒的行照常导入。

    How much a finding weighs: an error keeps its row out, a warning and a change do not.
    """

    ERROR = "error"
    WARNING = "warning"
    CHANGE = "change"


# ---- files that cannot be used at all


class UnusableFile(Refusal):
    """这份文件无法导入。请按模板另存为 .xlsx 后重新上传。"""

    status = 422


class FileEmpty(UnusableFile):
    """文件是空的，没有任何内容。请确认选对了文件，保存后重新上传。"""


class FileTooBig(UnusableFile):
    """文件超过 {limit} MB。请删去图片和无关的工作表，或分成几份上传。"""

    status = 413


class FileNotWorkbook(UnusableFile):
    """这不是 Excel 工作簿或 CSV 表格（看上去是{looks}）。请用 Excel 或 WPS 打开原表，另存为 .xlsx 后上传。"""


class FileDamaged(UnusableFile):
    """文件已损坏或没有传完整，读不下去（{where}）。请用 Excel 或 WPS 打开、另存为 .xlsx 后重新上传。"""


class FileEncrypted(UnusableFile):
    """工作簿设有打开密码，系统不能读取。请在 Excel 的“文件—信息—保护工作簿”中去掉密码，保存后上传。"""


class FileHasMacros(UnusableFile):
    """工作簿带有宏，为安全起见不予接收。请另存为不带宏的“Excel 工作簿（.xlsx）”后上传。"""


class FileOldFormat(UnusableFile):
    """这是{format}格式，系统只接收 .xlsx 和 .csv。请用 Excel 或 WPS 另存为 .xlsx 后上传。"""


class FileUnpacksTooBig(UnusableFile):
    """工作簿展开后过大（上限 {limit} MB），可能有大片带格式的空白区。请把数据复制到新表中另存后上传。"""


class SheetMissing(UnusableFile):
    """工作簿中没有名为“{sheet}”的工作表，现有：{sheets}。请改选其中一张。"""


class SheetEmpty(UnusableFile):
    """工作表“{sheet}”里没有数据行。请确认数据在这张表中，表头下面至少有一行。"""


class HeaderMissing(UnusableFile):
    """前 {within} 行里没有表头：至少要有“姓名”和“证件号码”两列。已看过：{sheets}。请对照模板改列名。"""


class HeaderTwice(UnusableFile):
    """表头中“{title}”出现了两次（{columns}），无法判断以哪列为准。请只保留一列。"""


class TooManyColumns(UnusableFile):
    """表格有 {columns} 列，上限 {limit} 列。请删去与人才名录无关的列后上传。"""


class TooManyRows(UnusableFile):
    """表格超过 {limit} 行。请分成几份上传，各份不要重复。"""


# ---- imports that cannot go on


class NothingToCommit(Refusal):
    """这份表没有可以入库的行：{errors} 行都有错误。请下载错误表，改好后重新上传。"""


class ImportChangedSince(Refusal):
    """检查结果是 {days} 天前的，名录可能已有变化。请先重新检查，再入库。"""


class ImportFileGone(Refusal):
    """上传的文件已按规定清理，不能再检查或入库。请重新上传。"""


class UnitOutOfReach(Refusal):
    """“{unit}”不在您的管理范围内，不能作为默认归口单位。请改选本单位或下级单位。"""

    status = 422


class NothingWrong(Refusal):
    """这份表没有错误行，不需要错误表。"""

    status = 404


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell. `facts`: what the words name; `value`, where a warning lets the cell pass."""

    fault: "Fault"
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return self.fault.words.format(**self.facts)


class Fault(Word):
    """Every way in which a cell can be wrong, with the words that say how to mend it."""

    NAME_MISSING = "NAME_MISSING", "没有填姓名。请补上姓名。"
    TEXT_TOO_LONG = "TEXT_TOO_LONG", "内容超过 {limit} 个字。请精简。"
    CELL_BROKEN = "CELL_BROKEN", "内容里有无法识别的字符（可能是乱码）。请重新录入。"
    FORMULA_NO_VALUE = (
        "FORMULA_NO_VALUE",
        "这个单元格是公式，文件里没有保存算好的结果。请复制后“选择性粘贴—数值”再保存。",
    )
    FORMULA_ERROR = "FORMULA_ERROR", "这个单元格的公式出错（如 #N/A）。请改成实际内容。"
    NUMBER_MISSING = "NUMBER_MISSING", "没有填证件号码，无法判断是不是同一个人。请补上证件号码。"
    NUMBER_LOST_DIGITS = (
        "NUMBER_LOST_DIGITS",
        "证件号码被表格当成了数字，后几位已经丢失。请把这一列设为“文本”格式，再照原件重新录入完整号码。",
    )
    DOCUMENT_KIND = "DOCUMENT_KIND", "不认识证件类型“{value}”。可填：{choices}。"
    DATE_UNREADABLE = "DATE_UNREADABLE", "看不懂这个日期。请写成 1992-11-07 这样的年-月-日。"
    DATE_AMBIGUOUS = (
        "DATE_AMBIGUOUS",
        "分不清是 1 月还是 10 月（末尾的 0 被表格去掉了）。请写成 1992-10-01 这样的年-月-日。",
    )
    DATE_NO_DAY = "DATE_NO_DAY", "日期不完整，缺日或缺月。请补成 1992-11-07 这样的年-月-日。"
    DATE_SHORT_YEAR = "DATE_SHORT_YEAR", "年份只有两位，分不清世纪。请写成四位年份。"
    DATE_IMPOSSIBLE = "DATE_IMPOSSIBLE", "日历上没有这一天。请核对月份和日期。"
    DATE_FUTURE = "DATE_FUTURE", "日期在今天之后。请核对年份。"
    DATE_TOO_OLD = "DATE_TOO_OLD", "日期早于 {year} 年。请核对年份。"
    BIRTH_MISMATCH = "BIRTH_MISMATCH", "与身份证号中的出生日期不一致。请核对后改正其中一处。"
    SEX_UNKNOWN = "SEX_UNKNOWN", "性别只能填“男”或“女”。"
    SEX_MISMATCH = "SEX_MISMATCH", "与身份证号第 17 位表示的性别不一致，请核对。", Severity.WARNING
    PHONE_WRONG = "PHONE_WRONG", "不是有效的手机或固定电话号码。手机为 11 位，固定电话请带区号。"
    PHONE_LOST_ZERO = (
        "PHONE_LOST_ZERO",
        "区号前面的 0 被表格去掉了。请把这一列设为“文本”格式，再补上 0。",
    )
    PHONE_LOST_DIGITS = (
        "PHONE_LOST_DIGITS",
        "电话被显示成了科学计数，末位已丢失。请把这一列设为“文本”格式后重新录入。",
    )
    PHONE_NOT_IN_USE = "PHONE_NOT_IN_USE", "这个号段尚未启用，请核对。", Severity.WARNING
    EMAIL_WRONG = "EMAIL_WRONG", "不是有效的电子邮箱。请核对。"
    LEVEL_UNKNOWN = "LEVEL_UNKNOWN", "现行目录里没有层次“{value}”。可填：{choices}。"
    TYPE_UNKNOWN = "TYPE_UNKNOWN", "现行目录里没有类型“{value}”。可填：{choices}。"
    CHOICE_UNKNOWN = "CHOICE_UNKNOWN", "不认识“{value}”。可填：{choices}。"
    UNIT_UNKNOWN = "UNIT_UNKNOWN", "没有名为“{value}”的单位。请填单位全称、简称或编号。"
    UNIT_AMBIGUOUS = "UNIT_AMBIGUOUS", "有几个单位都叫“{value}”。请改填单位编号。"
    UNIT_OUT_OF_SCOPE = (
        "UNIT_OUT_OF_SCOPE",
        "“{value}”不在您的管理范围内。请删去这一行，由该单位自行导入。",
    )
    UNIT_MISSING = "UNIT_MISSING", "没有填归口单位。请填写，或上传时选定一个默认单位。"
    USCC_WRONG = (
        "USCC_WRONG",
        "统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。请照营业执照核对。",
    )
    USCC_CHECK = (
        "USCC_CHECK",
        "统一社会信用代码校验位不符；个别早年的代码确有此情况，请核对。",
        Severity.WARNING,
    )
    EMPLOYER_MISSING = "EMPLOYER_MISSING", "填了{title}，没有填用人单位。请补上用人单位名称。"
    TITLE_MISSING = "TITLE_MISSING", "填了职称级别，没有填职称。请补上职称名称。"
    TWICE_IN_FILE = "TWICE_IN_FILE", "与第 {row} 行是同一个证件号码。请只保留一行。"
    NAME_AND_PHONE = (
        "NAME_AND_PHONE",
        "名录中已有同名同电话的另一条记录，证件号码不同。请核对是否同一个人。",
        Severity.WARNING,
    )
    NAME_DIFFERS = (
        "NAME_DIFFERS",
        "名录中这个证件号码登记的姓名是“{known}”。如确已改名，请在名录中先作更改；如抄错，请改正。",
    )
    HELD_ELSEWHERE = (
        "HELD_ELSEWHERE",
        "持这一证件的人已在您管理范围之外的单位的名录中。入库后先列为候选，证件暂不启用，并报市委人才办核重；"
        "证件号码抄错的请改正，不是本单位人才的请删去这一行。",
        Severity.WARNING,
    )
    UNDER_REVIEW = (
        "UNDER_REVIEW",
        "这个证件在您管理范围之外另有记录，本单位的候选记录已报市委人才办核重。这一行只更新该候选记录，不再新增。",
        Severity.WARNING,
    )
    ENTERED_BEFORE_BIRTH = (
        "ENTERED_BEFORE_BIRTH",
        "入库日期早于出生日期。请核对后改正其中一处。",
    )
    ENTERED_DIFFERS = (
        "ENTERED_DIFFERS",
        "名录中此人的入库日期是 {known}。导入不改已在名录的人的入库日期，这一格不予采用。",
        Severity.WARNING,
    )
    UNIT_DIFFERS = (
        "UNIT_DIFFERS",
        "名录中此人归口“{known}”。导入不改归口单位；如确已调动，请在名录中办理转入。",
        Severity.WARNING,
    )
    RECORD_CLOSED = "RECORD_CLOSED", "这个人在名录中为“{status}”，不能通过导入更改。请先在名录中办理恢复。"

    words: str
    severity: Severity

    def __new__(cls, value: str, words: str, severity: Severity = Severity.ERROR) -> "Fault":
        made = str.__new__(cls, value)
        made._value_ = value
        made.words = words
        made.severity = severity
        return made
