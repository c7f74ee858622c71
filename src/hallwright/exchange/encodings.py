"""Bytes of a text file as text: which encoding it is in, decided without guessing more than needed.

In this order: what the user names; a byte order mark; the pattern of zero bytes of UTF-16; strict UTF-8; and only then
GB18030, Big5 and Windows-1252 against each other, by how common their characters would be and whether a known heading
appears. Statistical detectors are not used for that: they take short Chinese lists for UTF-16 or Korean.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _

MEND = N_("Save it as UTF-8, or name its encoding with --encoding.")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
_LEGACY = (("gb18030", "GB18030"), ("cp950", "Big5"), ("big5hkscs", "Big5"), ("cp1252", "Windows-1252"))
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32": "UTF-32",
    "gb2312": "GB18030",
    "gbk": "GB18030",
    "gb18030": "GB18030",
    "hz": "HZ",
    "big5": "Big5",
    "cp950": "Big5",
    "big5hkscs": "Big5",
    "shift_jis": "Shift JIS",
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "euc_kr": "EUC-KR",
    "cp949": "EUC-KR",
    "ascii": "ASCII",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "mac-roman": "Mac Roman",
}
_CODECS = {"gb2312": "gb18030", "gbk": "gb18030"}
"""GB18030 reads all that its elders can hold, and files that claim an elder often hold more."""

_COMMON = frozenset(
    # Simplified and traditional: what names of companies, places, people and headings are made of.
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处"
    "府备导达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技"
    "司限股份企贸易医药械器材技创智能网络软硬环保新源低碳食品农纺织服装印刷包机械汽车零配件会展览馆摊号称编姓联系邮箱址职务单备注状态区域"
    "北京上海天津重庆广东州深圳江苏浙杭福建厦门山东青岛河南湖武汉安徽四川成都陕西港澳台香"
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段"
    "欧阳司徒诸葛尉迟令狐朝晖司徒歐陽諸"
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文婷雪慧鹏宇浩俊"
    "這個們來時為國學會對發經長現動進開過還種產實業電體機當從應條問題樣與關變結見設報處據總員圖資統計將組運區論導達議聲類離華確張記觀織裝"
    "號稱編聯繫郵職務單備註狀態攤位館廳參廠醫藥儀創網絡軟環節農紡製貿廣東灣臺門師劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許盧蔣賈葉閻餘鍾範譚鄒陸龍萬"
    "華腦碩富點線樓廈層視訊勞動歷標準養銀鐵鋼錢鎮閣陽階際隊險雙雜難靈響頁項順須預領頭顏願飯飲駐驗魚鳥麥齊廚寶禮節藝術學習"
    "偉麗靜強軍艷傑濤剛蘭紅紀雲飛鳳鵬興順億豐豪"
)
_FORBIDDEN = frozenset({"Cc", "Co", "Cn", "Cs"})
_SCORED = 200_000
_Headings = Callable[[str], int]


class Decoded(NamedTuple):
    """The text of a file and the name of the encoding it was in."""

    text: str
    encoding: str


def decoded(data: bytes, headings: _Headings, where: str, encoding: str | None = None) -> Decoded:
    """Return the text of a file.

    Args:
        data: the whole file.
        headings: how many known headings the beginning of a text shows; the surest sign of the right encoding.
        where: the file, for errors.
        encoding: the encoding that the user names, or None.

    Raises:
        Refused: the encoding is unknown, or the bytes are not text in it; names row and byte.
    """
    if encoding is not None:
        return _as_named(data, encoding, where)
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], codec, name, where, len(mark)), name)
    if b"\0" in data:
        return _wide(data, where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, headings, where, error)
    if _doubtful(text):
        # Some Chinese words in GBK happen to be UTF-8 of another script; believe the reading that makes sense.
        found = _best(data, headings)
        if found is not None and found[0] > _SURE and found[1].encoding == "GB18030":
            return found[1]
    _require_text(text, "UTF-8", where)
    return Decoded(text, "UTF-8")


def _as_named(data: bytes, encoding: str, where: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding.strip()).name
    except (LookupError, ValueError):
        codec = ""
    if codec == "utf-8-sig":
        codec = "utf-8"
    if codec not in _NAMES and not re.fullmatch(r"cp125\d|iso8859-\d+", codec):
        raise Refused(
            _("'{encoding}' is no encoding that is known").format(encoding=encoding),
            mend=_("Use one such as utf-8, utf-16, gb18030, big5 or cp1252."),
        )
    name = _NAMES.get(codec, codec.replace("cp", "Windows-").replace("iso8859", "ISO 8859"))
    skipped = next((len(mark) for mark, own, _name in _MARKS if own == codec and data.startswith(mark)), 0)
    text = _strict(data[skipped:], _CODECS.get(codec, codec), name, where, skipped)
    _require_text(text, name, where)
    return Decoded(text, name)


def _strict(data: bytes, codec: str, name: str, where: str, skipped: int) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _not_text(data, error, name, where, skipped) from None


def _not_text(data: bytes, error: UnicodeDecodeError, name: str, where: str, skipped: int = 0) -> Refused:
    before = data[: error.start].decode(error.encoding, errors="replace")
    row = before.count("\n") + 1
    return Refused(
        _("Row {row}, byte {start} is not {name} text").format(row=row, start=error.start + skipped + 1, name=name),
        where,
        _(MEND),
    )


def _require_text(text: str, name: str, where: str) -> None:
    """Refuse what decodes but holds zero characters: then it was another encoding, or no text at all."""
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise Refused(
            _("Row {row} holds zero characters, so it is not {name} text").format(row=row, name=name), where, _(MEND)
        )


def _wide(data: bytes, where: str) -> Decoded:
    """Decode UTF-16 without a mark: commas, digits and line ends leave a zero in every second byte."""
    zeros = data[0::2].count(0), data[1::2].count(0)
    codec, name = ("utf-16-be", "UTF-16 BE") if zeros[0] > zeros[1] else ("utf-16-le", "UTF-16 LE")
    if min(zeros) < max(zeros) and len(data) % 2 == 0:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = "\0"
        if not _foul(text[:_SCORED]):
            return Decoded(text, name)
    raise Refused(_("This is no text file and no spreadsheet"), where, _("Use CSV, TSV, XLSX, XLS or ODS."))


def _legacy(data: bytes, headings: _Headings, where: str, error: UnicodeDecodeError) -> Decoded:
    found = _best(data, headings)
    if found is None or found[0] < _SENSIBLE:
        raise _not_text(data, error, "UTF-8", where)
    return found[1]


_SENSIBLE, _SURE = 0.0, 1.8


def _best(data: bytes, headings: _Headings) -> tuple[float, Decoded] | None:
    """Return the likeliest of the older encodings with the score of its characters, or None if none can be."""
    best: tuple[float, Decoded] | None = None
    most = 0.0
    for codec, name in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _foul(text[:_SCORED]):
            continue
        score = _score(text[:_SCORED], codec)
        with_headings = score + 5 * headings(text)
        if best is None or with_headings > most:
            best, most = (score, Decoded(text, name)), with_headings
    return best


def _foul(text: str) -> bool:
    """Say whether a text holds control, private or unassigned characters."""
    return any(unicodedata.category(sign) in _FORBIDDEN and sign not in "\t\r\n\f\x1a" for sign in set(text))


def _score(text: str, codec: str) -> float:
    """Return how likely the characters beyond ASCII are, on average: about 2 if right, below 1 if not."""
    if codec == "cp1252":
        return _western(text)
    points = count = 0.0
    for sign in text:
        if sign > "\x7f":
            count += 1
            points += _points(sign, codec)
    return points / count if count else 0.0


def _points(sign: str, codec: str) -> float:
    if sign in _COMMON:
        return 3
    if "\u3000" <= sign <= "\u3011" or "\uff01" <= sign <= "\uff5e" or sign in "·—…“”‘’×㎡°":
        return 1
    if "\u3040" <= sign <= "\u30ff" or "\u0391" <= sign <= "\u0451":
        # Kana, Greek and Russian are in GB2312; Big5 read as such shows some, but never many.
        return 2 if codec == "gb18030" else -1
    if not "\u3400" <= sign <= "\u9fff":
        return -1
    try:
        raw = sign.encode("gb2312" if codec == "gb18030" else "big5")
    except UnicodeEncodeError:
        return -1
    first_level = raw[0] <= 0xD7 if codec == "gb18030" else raw[0] <= 0xC6
    return 1 if first_level else 0


_WESTERN_WORD = re.compile(r"[^\W\d_]+")
_BEYOND = re.compile(r"[^\x00-\x7f]+")


def _western(text: str) -> float:
    """Score Windows-1252: its letters stand among plain Latin ones, few together, capitals where capitals belong."""
    points = count = 0.0
    for word in _WESTERN_WORD.findall(text):
        runs = [len(run) for run in _BEYOND.findall(word)]
        cased = word.islower() or word.isupper() or word[1:].islower()
        likely = len(word) == 1 or (cased and max(runs, default=0) <= 2 and sum(runs) < len(word))
        count += sum(runs)
        points += (2.5 if likely else -1) * sum(runs)
    for sign in text:
        if sign > "\x7f" and not sign.isalpha():
            count += 1
            points += 2 if sign in "–—‘’“”„…€ " else 0.5 if sign in "£°²³·®©™×§«»" else -1
    return points / count if count else 0.0


def _doubtful(text: str) -> bool:
    """Say whether text decoded as UTF-8 mixes scripts inside a word or strays outside the scripts of lists."""
    beyond = {sign for sign in text if sign > "\x7f"}
    if not beyond or any(sign >= "\u0800" for sign in beyond):
        return False
    for word in set(_WESTERN_WORD.findall(text)):
        scripts = {unicodedata.name(sign, "?").split()[0] for sign in word}
        if len(scripts) > 1 or not scripts <= {"LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "ARMENIAN"}:
            return True
    rare = any("\u01dd" <= sign <= "\u0385" and not "\u0300" <= sign <= "\u036f" for sign in beyond)
    return rare or any(unicodedata.category(sign) in _FORBIDDEN for sign in beyond)
