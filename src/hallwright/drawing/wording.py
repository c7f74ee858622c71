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
    "north": ("N", "北"),
    "grid": ("Grid", "图位"),
    "grid-of": ("of the sheet; booths by their largest view", "整张图纸；展位以比例最大的视图为准"),
    "sheet": ("Sheet", "图幅"),
    "venue": ("Venue", "地点"),
    "dates": ("Dates", "日期"),
    "version": ("Version", "版本"),
    "printed": ("Printed", "打印日期"),
    "gross": ("Gross area", "总面积"),
    "net": ("Net area", "净面积"),
    "plan-number": ("Plan no.", "图号"),
    "approval": ("Approval fields", "签审栏"),
    "drawn": ("Drawn", "绘制"),
    "checked": ("Checked", "审核"),
    "approved": ("Approved", "批准"),
    "signature": ("Signature", "签字"),
    "date": ("Date", "日期"),
    "calibration": ("Calibration: 100 mm", "校准：100 mm"),
    "view": ("View", "用途"),
    "public": ("Public", "公开"),
    "staff": ("Staff", "内部"),
    "permit": ("Permit", "报批"),
    # Lists that follow a plan; {names} are filled in
    "booth-list": ("Booth list", "展位一览表"),
    "fascia-list": ("Fascia list", "楣板文字表"),
    "service-list": ("Fixtures and services", "设施与接口表"),
    "permit-list": ("Permit table", "消防报批表"),
    "field": ("Field", "图位"),
    "size": ("Size (m)", "尺寸 (m)"),
    "area": ("Area (m²)", "面积 (m²)"),
    "type": ("Type", "类型"),
    "open-sides": ("Open sides", "开口面"),
    "construction": ("Construction", "搭建方式"),
    "status": ("Status", "状态"),
    "enclosed": ("Enclosed", "无开口"),
    "inline": ("Inline", "单开口"),
    "corner": ("Corner", "双开口"),
    "peninsula": ("Peninsula", "三开口"),
    "island": ("Island", "岛型"),
    "raw": ("Raw space", "光地"),
    "shell": ("Shell scheme", "标展"),
    "booths-sum": ("{booths} booths, {area} m² net", "共 {booths} 个展位，净面积 {area} m²"),
    "fascia": ("Fascia text", "楣板文字"),
    "fascia-sum": (
        "{booths} booths, {boards} boards, one for each open side; {without} shell scheme booths without a name yet",
        "{booths} 个展位，每个开口面一块，共 {boards} 块；另有 {without} 个标展尚无楣板文字",
    ),
    "kind": ("Kind", "种类"),
    "total": ("All halls", "全部展馆"),
    "drops": ("Drops by booth", "各展位接口"),
    "no-booth": ("in no booth", "不在展位内"),
    "item": ("Item", "项目"),
    "measured": ("Measured", "实测"),
    "asked": ("Required", "要求"),
    "areas": ("Areas and persons", "面积与人数"),
    "hall-area": ("Hall area", "展馆面积"),
    "utilisation": ("Net / gross", "净面积占比"),
    "booth-count": ("Number of booths", "展位数量"),
    "persons": ("Persons reckoned with", "核算人数"),
    "exit-width": ("Width of all exits", "出口总宽度"),
    "asked-by": ("Required by the rule profile “{profile}”.", "要求依据规则方案“{profile}”。"),
    "exits": ("Exits", "出口"),
    "exits-note": (
        "Entrances are not counted among the exits.",
        "入口不计入疏散出口。",
    ),
    "name": ("Name", "名称"),
    "width": ("Width (m)", "宽度 (m)"),
    "aisles": ("Aisles, clear width", "通道净宽"),
    "main": ("main", "主通道"),
    "aisles-all": ("All aisles", "全部通道"),
    "aisles-narrow": ("Narrower places: {count}; narrowest", "不足处：{count}；最窄"),
    "kept": ("kept", "符合"),
    "equipment": ("Fire and safety equipment", "消防与安全设施"),
    "count": ("Count", "数量"),
    "ways": ("Longest ways to an exit", "最长疏散距离"),
    "ways-note": (
        (
            "From the farthest point of each booth over free floor; "
            "measured on a grid of {cell} m: it may be 3 % too long or {cell} m too short."
        ),
        "从各展位最远点沿通道至最近出口；按 {cell} m 网格测算，可能偏长 3% 或偏短 {cell} m。",
    ),
    "to-aisle": ("Farthest in a booth to an aisle", "展位内至通道最远"),
    "sprinklered": ("with sprinklers", "有喷淋"),
    "no-way": ("no way", "不通"),
    # An atlas
    "key-map": ("Key map", "位置索引"),
    "sheet-number": ("Sheet", "图"),
    # A redline: what differs between two versions
    "redline": ("Redline", "修改对照图"),
    "redline-marks": ("Marks", "标记"),
    "redline-added": ("Added", "新增"),
    "redline-removed": ("Removed", "取消"),
    "redline-moved": ("Moved or resized; before dashed", "移动或改尺寸，虚线为原状"),
    "redline-changed": ("Number, exhibitor, type or status", "编号、参展商、类型或状态变更"),
    "redline-tag": ("Number in the table of changes", "修改一览表中的序号"),
    "redline-table": ("Table of changes", "修改一览表"),
    "redline-rows": ("What differs", "修改内容"),
    "redline-for": ("What that means for booths", "对展位的影响"),
    "redline-told": ("Who must be told", "需通知的参展商"),
    "redline-none": ("Nothing differs.", "没有差异。"),
    "redline-why": ("Why", "原因"),
    "redline-number": ("No.", "序号"),
    "redline-subject": ("Where", "对象"),
    "redline-what": ("What", "修改项"),
    "redline-text": ("Before → after", "原状 → 现状"),
    "redline-from": ("From", "原版本"),
    "redline-to": ("To", "新版本"),
    # Tiles: {tile} is the name of the neighbour
    "tile-cut": ("Cut along this line, glue onto {tile}", "沿此线裁切，粘到 {tile} 上"),
    "tile-glue": ("Glue {tile} here, up to the marks", "此处粘贴 {tile}，对齐标记"),
    "tile-true": ("Print at 100 %, do not fit to page", "按 100% 打印，勿选“适合页面”"),
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
