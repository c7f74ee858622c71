"""The fixed words of plans and badges, in English and Chinese."""

from collections.abc import Mapping
from enum import StrEnum


class Lang(StrEnum):
    """In which language a drawing speaks."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"


_WORDS: Mapping[str, tuple[str, str]] = {
    # Status of a booth
    "available": ("Available", "可租"),
    "held": ("Held", "预留"),
    "offered": ("Offered", "已报价"),
    "reserved": ("Reserved", "已预订"),
    "confirmed": ("Confirmed", "已签约"),
    "blocked": ("Blocked", "停用"),
    "draft": ("Draft outline", "草稿"),
    "let": ("Exhibitor", "参展商"),
    "free": ("Not assigned", "待定"),
    "booth": ("Booth", "展位"),
    # Fixtures
    "column": ("Column", "柱"),
    "wall": ("Wall", "墙"),
    "entrance": ("Entrance", "入口"),
    "exit": ("Exit", "出口"),
    "fire-exit": ("Fire exit", "安全出口"),
    "hydrant": ("Hydrant", "消火栓"),
    "extinguisher": ("Extinguisher", "灭火器"),
    "electrical-panel": ("Electrical panel", "配电箱"),
    "power": ("Power", "电源接口"),
    "water": ("Water", "给排水接口"),
    "data": ("Data", "网络接口"),
    "compressed-air": ("Compressed air", "压缩空气接口"),
    "stage": ("Stage", "舞台"),
    "seating": ("Seating", "观众席"),
    "catering": ("Catering", "餐饮"),
    "toilet": ("Toilets", "卫生间"),
    "information": ("Information", "咨询处"),
    "registration": ("Registration", "签到处"),
    "first-aid": ("First aid", "医疗点"),
    "cloakroom": ("Cloakroom", "存包处"),
    "office": ("Office", "办公室"),
    "storage": ("Storage", "仓储"),
    "meeting-tables": ("Meeting tables", "洽谈区"),
    "recruitment-counter": ("Recruitment", "招聘台"),
    "no-build": ("Keep clear", "禁止搭建"),
    # The sheet
    "plan": ("Floor plan", "平面图"),
    "legend": ("Legend", "图例"),
    "zones": ("Zones", "展区"),
    "booths": ("Booths", "展位"),
    "fixtures": ("Facilities", "设施"),
    "index": ("Exhibitors", "参展商名录"),
    "scale": ("Scale", "比例"),
    "sheet": ("Sheet", "图幅"),
    "venue": ("Venue", "地点"),
    "dates": ("Dates", "日期"),
    "version": ("Version", "版本"),
    "printed": ("Printed", "打印日期"),
    "gross": ("Gross area", "总面积"),
    "net": ("Net area", "净面积"),
    "calibration": ("Calibration: 100 mm", "校准：100 mm"),
    "view": ("View", "用途"),
    "public": ("Public", "公开"),
    "staff": ("Staff", "内部"),
    "permit": ("Permit", "报批"),
    # The job ticket
    "ticket": ("Job ticket", "印刷工单"),
    "file": ("File", "文件"),
    "quantity": ("Quantity", "份数"),
    "trim": ("Trim, mm", "成品尺寸 mm"),
    "pages": ("Pages", "页数"),
    "sheets": ("Sheets", "总张数"),
    "colours": ("Colours", "色数"),
    "sides": ("Sides", "单双面"),
    "stock": ("Stock", "纸张"),
    "finishing": ("Finishing", "后道加工"),
    "condition": ("Print condition", "印刷条件"),
    "simplex": ("One side", "单面"),
    "duplex": ("Both sides", "双面"),
    "badges": ("Badges", "证件"),
    "as-of": ("Project as of", "项目截至"),
    "profile": ("Print profile", "输出配置"),
    "bleed": ("Bleed", "出血"),
    "preflight": ("Preflight", "印前检查"),
    "passed": ("No findings", "无问题"),
    "none": ("None", "无"),
    # Roles on a badge
    "exhibitor": ("Exhibitor", "参展商"),
    "visitor": ("Visitor", "观众"),
    "speaker": ("Speaker", "演讲嘉宾"),
    "press": ("Press", "媒体"),
    "organiser": ("Organiser", "组委会"),
    "crew": ("Staff", "工作人员"),
    "contractor": ("Contractor", "搭建商"),
    "vip": ("VIP", "贵宾"),
    "delegation": ("Delegation", "代表团"),
    "all-days": ("All days", "全程有效"),
}


def word(key: str, lang: str) -> str:
    """Return a fixed word; in both languages the Chinese follows the English, separated by a space."""
    english, chinese = _WORDS[key]
    if lang == Lang.EN:
        return english
    return chinese if lang == Lang.ZH else f"{english} {chinese}"


def pair(key: str) -> tuple[str, str]:
    """Return a fixed word in English and in Chinese."""
    return _WORDS[key]


def names(name: str, native: str, lang: str) -> tuple[str, str]:
    """Return the Latin and the native name that a drawing in some language shows; either may be empty.

    A name that exists in one script only is shown in every language.
    """
    if lang == Lang.BOTH:
        return ("" if name == native else name), native
    if lang == Lang.ZH and native:
        return "", native
    return (name, "") if name else ("", native)


def joined(name: str, native: str, lang: str) -> str:
    """Return the names as one line, native first."""
    return "  ".join(part for part in reversed(names(name, native, lang)) if part)
