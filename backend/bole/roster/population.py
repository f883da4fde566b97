"""Invented people, as many as one likes, the same for the same seed.

They are nobody: their numbers carry the area code 445199, which no county has, with right check digits, and
their telephones a range that no operator was given. Names follow the surnames of the Chaoshan plain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Final

from bole.roster.codes import DEMO_PREFIX
from bole.roster.identity_numbers import DEMO_AREA, make_resident_number
from bole.roster.rules import Degree, EmploymentKind, Gender, TitleRank

# Per mille, roughly as around Chaozhou; at the end, surnames that are read otherwise than they look.
_SURNAMES: Final = (
    "陈 138 林 112 黄 76 张 54 李 52 王 47 吴 44 刘 41 蔡 40 杨 38 郑 37 谢 27 郭 25 许 24 曾 21 洪 19 苏 18 邱 17"
    " 庄 16 沈 15 余 13 柯 12 翁 11 江 10 卢 10 周 9 赖 9 丁 8 佘 8 朱 7 罗 7 方 6 廖 6 石 6 游 5 詹 5 纪 5 薛 4"
    " 何 4 徐 4 章 3 魏 3 唐 3 孙 3 胡 3 高 3 叶 3 钟 2 辛 2 欧阳 2 单 1 仇 1 解 1 区 1 查 1 覃 1 缪 1 尉迟 1"
).split()
SURNAMES: Final = tuple(_SURNAMES[::2])
_SURNAME_WEIGHTS: Final = tuple(accumulate(map(int, _SURNAMES[1::2])))
_MEN: Final = "伟强磊军勇杰涛斌鹏浩宇轩俊毅峰健林海东辉志明文建国华嘉泽楷瑞鸿锐钊彬烁炜煜钦潮韩松柏远航哲睿恒"
_WOMEN: Final = "芳敏静丽燕娜娟婷雪颖琳慧洁莹倩蕾雯欣怡佳瑶梦晓岚璇琪珊妍卉萍玲纯如绮彤薇菲漫楠悦舒桐芷蓝"
_RARE: Final = "㛃𬭎喆堃镕昇祎翀赟垚"
_PLACES: Final = (
    "韩江 凤凰 意溪 枫溪 彩塘 庵埠 古巷 浮洋 金石 龙湖 凤塘 铁铺 磷溪 黄冈 三饶 海山 柘林 归湖".split()
)
_TRADES: Final = (
    ("陶瓷科技有限公司", "陶瓷材料 日用瓷工艺 釉料配方 智能窑炉".split()),
    ("不锈钢制品有限公司", "精密模具 表面处理 结构设计".split()),
    ("食品有限公司", "食品工程 食品安全检测 茶叶加工".split()),
    ("生物医药有限公司", "中药制剂 药物分析 生物工程".split()),
    ("电子科技有限公司", "电子陶瓷 集成电路封装 嵌入式软件".split()),
    ("农业发展有限公司", "单丛茶栽培 果树育种 水产养殖".split()),
    ("中学", "语文教学 数学教学 物理教学 心理健康教育".split()),
    ("人民医院", "心血管内科 普通外科 麻醉 影像诊断 儿科".split()),
    ("刺绣艺术研究所", "潮绣 木雕 手拉壶工艺".split()),
    ("社会工作服务中心", "社区治理 青少年服务 养老服务".split()),
)
_POSTS: Final = "工程师 研究员 技术总监 部门主管 教师 主治医师 工艺师 项目负责人 技师 总工程师".split()
_SCHOOLS: Final = "南澜大学 韩江理工学院 岭东师范大学 鮀岛医学院 东溟科技大学 凤城职业技术学院".split()
_DEGREES: Final = ((Degree.DOCTOR, 6), (Degree.MASTER, 22), (Degree.BACHELOR, 48), (Degree.COLLEGE, 24))
_RANKS: Final = (
    (TitleRank.SENIOR, 6), (TitleRank.ASSOCIATE_SENIOR, 17), (TitleRank.INTERMEDIATE, 37), (TitleRank.JUNIOR, 20),
)  # fmt: skip
_TITLES: Final = {
    TitleRank.SENIOR: "正高级工程师",
    TitleRank.ASSOCIATE_SENIOR: "高级工程师",
    TitleRank.INTERMEDIATE: "工程师",
    TitleRank.JUNIOR: "助理工程师",
}
_KINDS: Final = ((EmploymentKind.FULL, 90), (EmploymentKind.FLEXIBLE, 8), (EmploymentKind.SECONDED, 2))

FIRST_BIRTH: Final = date(1958, 1, 1)
_DAYS: Final = (date(2003, 12, 31) - FIRST_BIRTH).days + 1
_NUMBERS: Final = _DAYS * 999
_PHONES: Final = 10**8
MOST: Final = 5_000_000
"""More people than this would begin to share numbers."""

_USCC_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person, as a form would tell of them."""

    index: int
    name: str
    gender: Gender
    birth_date: date
    number: str
    phone: str
    email: str
    former_name: str | None
    employer: str
    employer_uscc: str
    position: str
    employed_from: date
    employment_kind: EmploymentKind
    level: str | None
    talent_type: str | None
    degree: Degree
    school: str
    major: str
    graduated_on: date
    title: str | None
    title_rank: TitleRank | None
    specialty: str


def people(
    n: int, seed: int = 1, *, levels: Sequence[str] = (), types: Sequence[str] = (), start: int = 0
) -> Iterator[Person]:
    """`n` people from number `start` on. Person number i of a seed is the same whoever asks.

    `levels` from the highest to the lowest: of a hundred people two are of the first two, a third is of none."""
    if start + n > MOST:
        raise ValueError(f"at most {MOST} people have numbers of their own")
    for i in range(start, start + n):
        yield _person(i, seed, levels, types)


def _person(i: int, seed: int, levels: Sequence[str], types: Sequence[str]) -> Person:
    chance = Random(seed * 1_000_003 + i)  # noqa: S311  invented people, not secrets
    # a walk that meets every (day, sequence) once before it meets one again
    day, sequence = divmod((i * 7_919_171 + seed * 104_729) % _NUMBERS, 999)
    born, gender = FIRST_BIRTH + timedelta(days=day), Gender.MALE if sequence % 2 == 0 else Gender.FEMALE
    surname = chance.choices(SURNAMES, cum_weights=_SURNAME_WEIGHTS)[0]
    name = surname + _given(chance, gender)
    former = surname + _given(chance, gender) if chance.random() < 0.02 else None
    ending, fields = chance.choice(_TRADES)
    works = chance.randrange(30)
    degree, rank = _weighed(chance, _DEGREES), _weighed(chance, (*_RANKS, (None, 20)))
    graduated = date(min(born.year + 21 + chance.randrange(8), 2025), 6 + chance.randrange(2), 30)
    began = graduated + timedelta(days=30 + chance.randrange(1500))
    return Person(
        index=i,
        name=name,
        gender=gender,
        birth_date=born,
        number=make_resident_number(DEMO_AREA, born, sequence + 1),
        phone=f"{DEMO_PREFIX}{(i * 7_368_787 + seed * 15_485_863) % _PHONES:08d}",
        email=f"u{seed}.{i}@example.org",
        former_name=former,
        employer=employer_name(works, ending),
        employer_uscc=make_uscc(works * len(_TRADES) + [t for t, _ in _TRADES].index(ending)),
        position=chance.choice(_POSTS),
        employed_from=min(began, date(2026, 6, 30)),
        employment_kind=_weighed(chance, _KINDS),
        level=_level(chance, levels),
        talent_type=chance.choice(types) if types else None,
        degree=degree,
        school=chance.choice(_SCHOOLS),
        major=chance.choice(fields),
        graduated_on=graduated,
        title=_TITLES[rank] if rank else None,
        title_rank=rank,
        specialty=chance.choice(fields),
    )


def _given(chance: Random, gender: Gender) -> str:
    letters = _MEN if gender is Gender.MALE else _WOMEN
    given = chance.choice(letters) + (chance.choice(letters) if chance.random() < 0.82 else "")
    return given[:-1] + chance.choice(_RARE) if chance.random() < 0.01 else given


def _weighed(chance: Random, options: Sequence[tuple[object, int]]) -> object:
    return chance.choices([o for o, _ in options], [w for _, w in options])[0]


def _level(chance: Random, levels: Sequence[str]) -> str | None:
    """The higher the fewer: each level twice and a half the one above."""
    if not levels or chance.random() < 0.33:
        return None
    return chance.choices(levels, [2.5**i for i in range(len(levels))])[0]


def employer_name(number: int, ending: str) -> str:
    return f"潮州市{_PLACES[number % len(_PLACES)]}{'第二' if number >= len(_PLACES) else ''}{ending}"


def make_uscc(number: int) -> str:
    """A unified social credit code of nobody's, with a right check digit (GB 32100)."""
    body = f"91{DEMO_AREA}MA{number:07d}"
    total = sum(_USCC_LETTERS.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + _USCC_LETTERS[-total % 31]
