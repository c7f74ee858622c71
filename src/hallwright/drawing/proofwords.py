"""The fixed words of proofs, in English and Chinese."""

from collections.abc import Mapping

from hallwright.drawing.wording import Lang

_WORDS: Mapping[str, tuple[str, str]] = {
    "proof": ("Placement proof", "展位确认单"),
    "for": ("for", "致"),
    "here": ("You are here", "您的位置"),
    "overview": ("Where you stand in {hall}", "您在 {hall} 的位置"),
    "detail": ("Your booth at 1:{scale}", "展位详图 1:{scale}"),
    "sides": ("dashed green: open to the aisle", "绿色虚线：开口面"),
    "answer-by": ("Please answer by {day}", "请于 {day} 前回复"),
    "booth": ("Booth", "展位号"),
    "hall": ("Hall", "展馆"),
    "zone": ("Zone", "展区"),
    "size": ("Size", "尺寸"),
    "area": ("Area", "面积"),
    "open-sides": ("Open sides", "开口面"),
    "height": ("Height limit", "限高"),
    "construction": ("Construction", "搭建方式"),
    "raw": ("Raw space", "光地"),
    "shell": ("Shell scheme", "标展"),
    "columns": ("Columns inside", "展位内柱子"),
    "drops": ("Supplies inside", "展位内接口"),
    "none": ("none", "无"),
    "fascia": ("Fascia text, as it will be printed", "楣板文字（按此印制）"),
    "neighbours": ("Neighbours", "相邻展位"),
    "price": ("Price", "价格"),
    "version": ("Plan version", "平面图版本"),
    "hash": ("Check sum", "校验码"),
    "answer": ("Your answer", "您的回复"),
    "how": (
        "Fill in on the screen, save, and send this file back; or print it, sign it and send a scan.",
        "请填写、保存后发回本文件；也可打印签字后发回扫描件。",
    ),
    "approve": ("We approve this placement", "确认，同意该展位安排"),
    "change": ("We want a change", "需要调整"),
    "comment": ("Comment or wish", "意见或要求"),
    "name": ("Name", "姓名"),
    "date": ("Date", "日期"),
    "token": ("Token of this proof, do not change", "确认单编号，请勿更改"),
    "enclosed": ("enclosed", "无开口"),
    "inline": ("inline", "单开口"),
    "perimeter": ("perimeter", "靠墙"),
    "corner": ("corner", "转角"),
    "end-cap": ("end cap", "排头"),
    "peninsula": ("peninsula", "半岛型"),
    "split-island": ("split island", "双拼岛型"),
    "island": ("island", "岛型"),
}


def said(key: str, lang: str, **values: object) -> str:
    """Return a fixed text with its values; in both languages the Chinese follows the English."""
    english, chinese = (text.format(**values) for text in _WORDS[key])
    if lang == Lang.EN:
        return english
    return chinese if lang == Lang.ZH else f"{english} {chinese}"


def words() -> dict[str, tuple[str, str]]:
    """Return all fixed texts, in English and in Chinese."""
    return dict(_WORDS)
