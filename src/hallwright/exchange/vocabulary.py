"""Words for status, type, role and yes or no, in English, German and Chinese, as lists use them."""

from collections.abc import Mapping
from typing import Any, TypeVar

from hallwright.expo.people import Role
from hallwright.expo.space import BoothStatus, Construction
from hallwright.support.i18n import _
from hallwright.support.text import folded

W = TypeVar("W")


def _words(table: Mapping[W, str]) -> dict[str, W]:
    return {_key(word): value for value, words in table.items() for word in words.split("|")}


def _key(text: str) -> str:
    return "".join(sign for sign in folded(text) if sign.isalnum())


STATUS: Mapping[str, BoothStatus] = _words(
    {
        BoothStatus.AVAILABLE: "available|free|open|vacant|unsold|frei|可售|空闲|未售|空置|可用|待售|空閒|閒置|未訂",
        BoothStatus.HELD: "held|hold|on hold|option|optioned|保留|预留|暂留|預留|暫留|留位",
        BoothStatus.OFFERED: "offered|offer|proposed|quoted|angeboten|已报价|报价|已報價|報價|推荐",
        BoothStatus.RESERVED: "reserved|booked|assigned|reserviert|预订|已预订|已预定|预定|已订|已分配|預訂|已預訂|"
        "預定|已訂|已分配",
        BoothStatus.CONFIRMED: "confirmed|contracted|contract|sold|signed|paid|let|verkauft|已确认|确认|已售|售出|"
        "已签约|签约|已付款|"
        "已確認|確認|已簽約|簽約",
        BoothStatus.BLOCKED: "blocked|closed|unavailable|not available|not for sale|n/a|gesperrt|锁定|已锁定|不可售|"
        "停用|鎖定|已鎖定|不可用",
    }
)
CONSTRUCTION: Mapping[str, Construction] = _words(
    {
        Construction.RAW: "raw|raw space|space only|space|bare|bare space|bare floor|floor only|光地|净地|空地|"
        "特装|特装展位|特裝|"
        "特裝展位|淨地|光地展位",
        Construction.SHELL: "shell|shell scheme|standard|standard booth|standard stand|standard shell|package|built|"
        "标展|标准展位|标准|标摊|标准摊位|标改|標展|標準展位|標準|標攤|標準攤位",
    }
)
SIDES: Mapping[str, int] = _words(
    {
        0: "0|enclosed|closed|无开口",
        1: "1|one|inline|linear|row|in-line|row stand|reihenstand|单开|单面开口|一面开|单开口|单面|"
        "單開|單面開口|一面開|單面",
        2: "2|two|corner|corner stand|corner booth|eckstand|双开|角位|转角|双面开口|两面开|二面开|"
        "双开口|雙開|轉角|雙面開口|兩面開",
        3: "3|three|peninsula|end|end cap|head|kopfstand|三开|半岛|三面开口|三面开|半島|三面開口|三面開|三開",
        4: "4|four|island|block|inselstand|岛|岛型|岛形|岛式|四面开口|四面开|島|島型|島形|島式|"
        "四面開口|四面開|全开|全開",
    }
)
ROLES: Mapping[str, Role] = _words(
    {
        Role.EXHIBITOR: "exhibitor|exhibitors|exhibiting|aussteller|参展商|展商|参展|参展人员|參展商|參展|參展人員",
        Role.VISITOR: "visitor|visitors|attendee|buyer|trade visitor|guest|besucher|观众|专业观众|参观者|买家|"
        "觀眾|專業觀眾|參觀者|買家|来宾|來賓",
        Role.SPEAKER: "speaker|speakers|lecturer|presenter|演讲嘉宾|演讲人|演讲者|讲者|嘉宾|演講嘉賓|演講人|講者|嘉賓",
        Role.PRESS: "press|media|journalist|presse|媒体|记者|新闻媒体|媒體|記者",
        Role.ORGANISER: "organiser|organizer|organisers|organizers|organising committee|veranstalter|主办方|主办|"
        "组委会|组织者|"
        "主辦方|主辦|組委會|主辦單位|主办单位",
        Role.STAFF: "staff|crew|volunteer|employee|工作人员|员工|志愿者|工作人員|員工|志願者|义工|義工",
        Role.CONTRACTOR: "contractor|builder|stand builder|supplier|service|搭建商|承包商|施工|施工人员|服务商|"
        "搭建|承辦商|施工人員|服務商",
        Role.VIP: "vip|guest of honour|guest of honor|贵宾|贵宾嘉宾|貴賓",
        Role.DELEGATION: "delegation|delegate|delegates|member of delegation|代表团|团员|代表|代表團|團員",
    }
)
YES: Mapping[str, bool] = {
    **_words({True: "yes|y|true|1|x|ja|是|有|对|對|真", False: "no|n|false|0|nein|否|无|無|没有|假"}),
    "✓": True,
    "√": True,
}
EVERY_DAY = frozenset(_words({True: "all|all days|every day|全部|每天|全程|所有日期|每日"}))


def status(text: str) -> BoothStatus:
    """Return the booth status that a word means; ValueError if none."""
    return _look_up(STATUS, text, _("no status of a booth"))


def booth_type(text: str) -> dict[str, Any]:
    """Return ``{"open_sides": n}`` or ``{"construction": c}``: one column holds either; ValueError if neither."""
    key = _key(text)
    if key in SIDES:
        return {"open_sides": SIDES[key]}
    if key in CONSTRUCTION:
        return {"construction": CONSTRUCTION[key]}
    raise ValueError(_("no type of a booth (inline, corner, peninsula, island, raw, shell)"))


def role(text: str) -> Role:
    """Return the role that a word means; ValueError if none."""
    return _look_up(ROLES, text, _("no role ({roles})").format(roles=", ".join(Role)))


def yes(text: str) -> bool:
    """Return whether a word means yes; ValueError if it means neither yes nor no."""
    mark = text.strip()
    return YES[mark] if mark in YES else _look_up(YES, text, _("neither yes nor no"))


def every_day(text: str) -> bool:
    """Say whether a cell of days means all of them."""
    return _key(text) in EVERY_DAY


def _look_up(words: Mapping[str, W], text: str, reason: str) -> W:
    value = words.get(_key(text))
    if value is None:
        raise ValueError(reason)
    return value
