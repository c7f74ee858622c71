"""Every encoding that lists come in is told from the others, for long lists and for very short ones."""

import random

import pytest

from hallwright.exchange.encodings import decoded
from hallwright.exchange.fields import What
from hallwright.exchange.tables import headings_in
from hallwright.support.errors import Refused

# fmt: off
SIMPLIFIED = [
    "华为技术有限公司", "广州市公安局", "网易科技", "珠江钢琴", "联通", "腾讯云计算",
    "深圳大疆创新", "上海电气集团", "北京百度网讯", "海尔智家", "格力电器", "中兴通讯", "宁德时代",
    "比亚迪汽车", "招商银行", "顺丰速运", "小米通讯", "美的集团", "科大讯飞", "王伟", "李娜",
    "张敏", "刘洋", "陈静", "杨磊", "赵强", "黄丽", "周杰", "吴霞",
]
TRADITIONAL = [
    "臺灣積體電路製造", "鴻海精密工業", "聯發科技", "中華電信", "國泰金融控股", "長榮航空",
    "香港貿易發展局", "澳門科技大學", "恆生銀行", "東亞銀行", "統一企業", "華碩電腦", "廣達電腦",
    "香港電訊有限公司", "陳大文", "黃志強", "李嘉欣", "張學友", "劉德華", "林鳳嬌", "鄧麗君",
    "梁朝偉", "周潤發",
]
WESTERN = [
    "Müller GmbH", "Société Générale", "Åström Oy", "Señor López", "Ærø", "Großmann",
    "Björk Guðmundsdóttir", "naïve café", "Côte d’Azur", "Zürich “Süd”", "Straße – Nord",
    "Øystein Sørås", "Peña Nieto", "Français Œuvre",
]
# fmt: on
UNICODE = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16 LE",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32": "UTF-32 LE",
}


def headings(text: str) -> int:
    return headings_in(What.EXHIBITORS, text)


def check(text: str, codec: str, name: str) -> None:
    found = decoded(text.encode(codec), headings, "list.csv")
    assert (found.encoding, found.text) == (name, text)


def lists(names: list[str], heads: tuple[str, ...], rows: int) -> list[str]:
    """Return lists of some rows under each heading, with and without further columns."""
    chance = random.Random(rows)
    found = []
    for _ in range(25):
        some = chance.sample(names, rows)
        for head in heads:
            found.append("\r\n".join([head, *some, ""]))
            found.append("\r\n".join([f"No,{head},m2", *(f"{k},{name},9" for k, name in enumerate(some)), ""]))
    return found


@pytest.mark.parametrize("rows", [2, 3, 5, 14])
@pytest.mark.parametrize("codec", ["gbk", "gb18030"])
def test_simplified_chinese(rows: int, codec: str) -> None:
    for text in lists(SIMPLIFIED, ("公司名称", "Company", "Remarks here"), rows):
        check(text, codec, "GB18030")


@pytest.mark.parametrize("rows", [2, 3, 5, 14])
@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_traditional_chinese_in_big5(rows: int, codec: str) -> None:
    for text in lists(TRADITIONAL, ("公司名稱", "Company", "Remarks here"), rows):
        check(text, codec, "Big5")


@pytest.mark.parametrize("rows", [2, 3, 5, 14])
def test_traditional_chinese_in_gbk(rows: int) -> None:
    for text in lists(TRADITIONAL, ("公司名稱", "Company"), rows):
        check(text, "gbk", "GB18030")


@pytest.mark.parametrize("rows", [1, 3, 5, 14])
def test_western_letters(rows: int) -> None:
    for text in lists(WESTERN, ("Company",), rows):
        check(text, "cp1252", "Windows-1252") if not text.isascii() else None


@pytest.mark.parametrize(("codec", "name"), UNICODE.items())
@pytest.mark.parametrize("rows", [1, 3, 14])
def test_unicode_with_and_without_mark(codec: str, name: str, rows: int) -> None:
    for names in (SIMPLIFIED, TRADITIONAL, WESTERN):
        for text in lists(names, ("公司名称", "Company"), rows):
            check(text, codec, name)


@pytest.mark.parametrize(
    "text",
    [
        "Company\nΔημήτρης Παπαδόπουλος\n",
        "Company\nТатьяна Белова\n",
        "Company\nкофеCafe\n",
        "Company\nמשה כהן\n",
        "Company\nمحمد علي\n",
        "Company\n김철수\n",
        "Company\nไทย\n",
        "Company\nnǚ lǜ Xǐ’ān\n",
        "Company\nCafe\u0301 “B” – €5 ½ µm α-β m²\n",
        "Company,Area\n360,9\n",
    ],
)
def test_utf8_of_other_scripts_stays_utf8(text: str) -> None:
    check(text, "utf-8", "UTF-8")


@pytest.mark.parametrize("name", ["司徒伟", "谢霆锋", "联通"])
def test_names_in_gbk_that_could_be_utf8(name: str) -> None:
    check(f"Company,Area\r\n{name},9\r\n", "gbk", "GB18030")


def test_utf16_with_a_character_whose_low_byte_is_zero() -> None:
    check("Company\n一\n", "utf-16-le", "UTF-16 LE")
    check("Company\n一\n", "utf-16-be", "UTF-16 BE")


@pytest.mark.parametrize(
    ("codec", "encoding", "name"),
    [
        ("shift_jis", "shift_jis", "Shift JIS"),
        ("euc-kr", "EUC-KR", "EUC-KR"),
        ("cp1251", "windows-1251", "Windows-1251"),
        ("iso8859-2", "latin2", "ISO 8859-2"),
        ("gbk", "gb2312", "GB18030"),
        ("big5", "Big5", "Big5"),
        ("utf-8-sig", "utf8", "UTF-8"),
        ("utf-8", "utf-8-sig", "UTF-8"),
        ("utf-16", "utf-16", "UTF-16"),
    ],
)
def test_the_user_names_the_encoding(codec: str, encoding: str, name: str) -> None:
    letters = {"euc-kr": "회사", "cp1251": "Щит", "iso8859-2": "Dvořák"}.get(
        codec, "会社" if codec == "shift_jis" else "公司"
    )
    text = f"Company\n{letters}\n"
    found = decoded(text.encode(codec), headings, "list.csv", encoding)
    assert found == (text, name)


@pytest.mark.parametrize(
    ("data", "encoding", "line"),
    [
        (
            b"Company\nA\n\xff\xff\x81\n",
            None,
            "f.csv: Row 3, byte 11 is not UTF-8 text. Save it as UTF-8, or name its encoding with --encoding.",
        ),
        (
            b"\xef\xbb\xbfCompany\nA\n\xe5\x85\n",
            None,
            "f.csv: Row 3, byte 14 is not UTF-8 text. Save it as UTF-8, or name its encoding with --encoding.",
        ),
        (
            "Company\nA\n公司\n".encode("gbk"),
            "utf-8",
            "f.csv: Row 3, byte 11 is not UTF-8 text. Save it as UTF-8, or name its encoding with --encoding.",
        ),
        (
            "Company\nA\n公司\n".encode(),
            "big5",
            "f.csv: Row 3, byte 11 is not Big5 text. Save it as UTF-8, or name its encoding with --encoding.",
        ),
        (
            "Company\nA\n".encode("utf-16-le"),
            "utf-8",
            (
                "f.csv: Row 1 holds zero characters, so it is not UTF-8 text. "
                "Save it as UTF-8, or name its encoding with --encoding."
            ),
        ),
        (
            bytes(range(256)) * 8,
            None,
            "f.csv: This is no text file and no spreadsheet. Use CSV, TSV, XLSX, XLS or ODS.",
        ),
        (
            b"A",
            "klingon",
            "'klingon' is no encoding that is known. Use one such as utf-8, utf-16, gb18030, big5 or cp1252.",
        ),
        (
            b"A",
            "rot13",
            "'rot13' is no encoding that is known. Use one such as utf-8, utf-16, gb18030, big5 or cp1252.",
        ),
        (b"A", "zip", "'zip' is no encoding that is known. Use one such as utf-8, utf-16, gb18030, big5 or cp1252."),
        (b"A", "a\0b", "'a b' is no encoding that is known. Use one such as utf-8, utf-16, gb18030, big5 or cp1252."),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, encoding: str | None, line: str) -> None:
    with pytest.raises(Refused) as caught:
        decoded(data, headings, "f.csv", encoding)
    assert caught.value.line().replace("\0", " ") == line
