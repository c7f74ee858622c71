"""The fields that columns of a spreadsheet can be mapped to, and the headings by which they are guessed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from hallwright.support.i18n import N_

IGNORED = "-"
"""In a mapping: this column is not read."""


class What(StrEnum):
    """What a table holds, one to a row."""

    BOOTHS = "booths"
    EXHIBITORS = "exhibitors"
    PEOPLE = "people"


class Kind(StrEnum):
    """How the text of a cell is understood."""

    LINE = "line"  # text on one line
    TEXT = "text"  # text that may have several lines
    CODE = "code"  # a number, code, phone or address that people type: full-width signs are made plain
    NUMBER = "number"  # whole number
    LENGTH = "length"
    AREA = "area"
    DEGREES = "degrees"
    OUTLINE = "outline"
    STATUS = "status"
    TYPE = "type"  # open sides or construction: lists mix the two
    ROLE = "role"
    YES = "yes"
    DAYS = "days"
    DAY = "day"
    NAME = "name"  # a person's whole name
    DERIVED = "derived"  # known, but it follows from other fields and is not read


class Field(NamedTuple):
    """A field that a column can be mapped to.

    Attributes:
        name: as in the entity, and as ``--map COLUMN=FIELD`` takes it.
        label: for people.
        kind: how cells are understood.
        aliases: headings that mean it, the surest first; case, spaces and punctuation do not count.
    """

    name: str
    label: str
    kind: Kind
    aliases: tuple[str, ...]


def _field(name: str, label: str, kind: Kind, aliases: str) -> Field:
    return Field(name, label, kind, tuple(alias.strip() for alias in (f"{label}|{name}|{aliases}").split("|")))


_BOOTHS = (
    _field(
        "number",
        N_("Booth number"),
        Kind.CODE,
        "booth no|booth nr|booth #|stand number|stand no|stand nr|booth id|stand id|booth label|"
        "stand label|booth|stand|"
        "standnummer|standnr|no|nr|展位号|展位编号|摊位号|摊位编号|展台号|展位號|展位編號|攤位號|"
        "攤位編號|攤位號碼|展台號|"
        "展位|攤位|摊位|展台|编号|編號|externalId|external id",
    ),
    _field("hall", N_("Hall"), Kind.LINE, "hall name|hall no|pavilion|halle|展馆|展厅|馆号|展館|展廳|館號|馆|館"),
    _field(
        "open_sides",
        N_("Type (open sides)"),
        Kind.TYPE,
        "booth type|stand type|type|open sides|sides open|frontage|开口|开口数|开面|展位类型|"
        "展位類型|類型|类型|開口|開口數|開面",
    ),
    _field(
        "construction",
        N_("Construction"),
        Kind.TYPE,
        "category|booth category|stand category|scheme|build|package|搭建|搭建方式|展位类别|类别|"
        "搭建類型|展位類別|類別",
    ),
    _field(
        "status",
        N_("Status"),
        Kind.STATUS,
        "booth status|state|availability|状态|展位状态|狀態|展位狀態|销售状态|銷售狀態",
    ),
    _field(
        "exhibitor",
        N_("Exhibitor"),
        Kind.LINE,
        "exhibitor name|company name|companyname|company|assigned to|参展商|参展商名称|参展企业|"
        "参展单位|公司名称|公司|企业名称|"
        "單位名稱|单位名称|參展商|參展商名稱|參展企業|參展單位|公司名稱|企業名稱",
    ),
    _field("note", N_("Note"), Kind.TEXT, "notes|remark|remarks|comment|comments|备注|備註|说明|說明"),
    _field("outline", N_("Outline"), Kind.OUTLINE, "outline wkt|wkt|polygon|geometry|geom|shape|轮廓|輪廓|坐标|座標"),
    _field("x", N_("X"), Kind.LENGTH, "left|pos x|x position|横坐标|橫坐標|x坐标|x座標"),
    _field("y", N_("Y"), Kind.LENGTH, "top|pos y|y position|纵坐标|縱坐標|y坐标|y座標"),
    _field("width", N_("Width"), Kind.LENGTH, "w|breadth|booth width|宽|宽度|寬|寬度|面宽|面寬|开间"),
    _field("depth", N_("Depth"), Kind.LENGTH, "d|height|length|booth depth|深|深度|进深|進深|长|长度|長|長度"),
    _field("rotation", N_("Rotation"), Kind.DEGREES, "angle|turned|rotate|旋转|旋转角度|旋轉|旋轉角度|角度"),
    _field(
        "area",
        N_("Area (follows from the outline)"),
        Kind.DERIVED,
        "area|net area|size|booth area|booth size|stand size|sqm|面积|净面积|展位面积|面積|淨面積|展位面積",
    ),
    _field("zone", N_("Zone (follows from the outline)"), Kind.DERIVED, "zone|sector|展区|分区|展區|分區"),
)

_EXHIBITORS = (
    _field(
        "name",
        N_("Company"),
        Kind.LINE,
        "company name|companyname|company name (english)|english name|name (english)|name en|"
        "company (english)|exhibitor|"
        "exhibitor name|organisation|organization|organisation name|organization name|"
        "account name|firm|firma|name|"
        "英文名称|公司英文名称|公司名称(英文)|企业英文名称|公司英文名|英文名|英文名稱|"
        "公司英文名稱|公司名稱(英文)",
    ),
    _field(
        "name_native",
        N_("Company (native script)"),
        Kind.LINE,
        "native name|chinese name|company name (chinese)|company (chinese)|name (chinese)|"
        "name zh|local name|中文名称|"
        "公司中文名称|公司名称(中文)|企业中文名称|公司名称|企业名称|参展商名称|参展商|参展企业|"
        "参展单位|单位名称|机构名称|公司|企业|"
        "中文名稱|公司中文名稱|公司名稱(中文)|公司名稱|企業名稱|參展商名稱|參展商|參展企業|"
        "參展單位|單位名稱|機構名稱|企業",
    ),
    _field("sort_name", N_("Sort name"), Kind.LINE, "sort as|sort key|排序名|排序名称|排序名稱"),
    _field("fascia", N_("Fascia name"), Kind.LINE, "fascia|fascia text|sign|楣板|楣板文字|楣板名称|楣板名稱|眉板"),
    _field(
        "category",
        N_("Category"),
        Kind.LINE,
        "categories|sector|industry|product category|products|行业|行业类别|类别|分类|展品类别|"
        "展品范围|行業|行業類別|類別|分類|展品類別",
    ),
    _field(
        "country",
        N_("Country"),
        Kind.LINE,
        "country/region|country or region|region|nation|land|国家|国家/地区|地区|國家|國家/地區|地區",
    ),
    _field(
        "address", N_("Address"), Kind.TEXT, "street|postal address|company address|地址|公司地址|通讯地址|通訊地址"
    ),
    _field(
        "contact",
        N_("Contact"),
        Kind.LINE,
        "contact person|contact name|ansprechpartner|联系人|联络人|聯繫人|聯絡人|聯系人",
    ),
    _field(
        "phone",
        N_("Phone"),
        Kind.CODE,
        "telephone|tel|tel.|mobile|phone number|telefon|电话|联系电话|手机|電話|聯繫電話|聯絡電話|手機",
    ),
    _field(
        "email",
        N_("E-mail"),
        Kind.CODE,
        "mail|e-mail address|email address|邮箱|电子邮箱|电子邮件|郵箱|電子郵箱|電子郵件|電郵",
    ),
    _field("website", N_("Website"), Kind.CODE, "web|url|homepage|web site|网址|网站|公司网址|網址|網站|公司網址"),
    _field(
        "description",
        N_("Description"),
        Kind.TEXT,
        "profile|company profile|catalogue text|about|简介|公司简介|企业简介|簡介|公司簡介|企業簡介",
    ),
    _field(
        "contract",
        N_("Contract number"),
        Kind.CODE,
        "contract|contract no|contract nr|company number|companynumber|company no|"
        "customer number|customer no|exhibitor id|"
        "externalId|external id|id|合同号|合同编号|客户编号|合同號|合同編號|合約號|合約編號|"
        "客戶編號",
    ),
    _field(
        "size_wanted",
        N_("Size wanted"),
        Kind.AREA,
        "area wanted|size|area|requested area|stand size|booth size|sqm|面积|需求面积|展位面积|"
        "申请面积|面積|需求面積|展位面積|申請面積",
    ),
    _field("zone_wanted", N_("Zone wanted"), Kind.LINE, "zone|preferred zone|wanted zone|展区|意向展区|展區|意向展區"),
    _field("priority", N_("Priority points"), Kind.NUMBER, "priority|points|rank|优先级|积分|優先級|優先級別|積分"),
    _field(
        "host",
        N_("Shares booth of"),
        Kind.LINE,
        "host|main exhibitor|co-exhibitor of|shares with|主展商|主参展商|主參展商",
    ),
    _field(
        "badges_extra",
        N_("Extra badges"),
        Kind.NUMBER,
        "additional badges|badges extra|extra passes|额外证件|增补证件|额外证件数|額外證件|額外證件數",
    ),
    _field("waitlisted", N_("On waiting list"), Kind.YES, "waitlist|waiting list|候补|候补名单|候補|候補名單"),
    _field("note", N_("Note"), Kind.TEXT, "notes|remark|remarks|comment|comments|备注|備註"),
)

_PEOPLE = (
    _field(
        "role",
        N_("Role"),
        Kind.ROLE,
        "badge type|badge role|type|category|ticket type|证件类型|人员类型|身份|类别|角色|證件類型|人員類型|類別",
    ),
    _field("title", N_("Title"), Kind.LINE, "salutation|form of address|anrede|称谓|稱謂|尊称|尊稱"),
    _field("given", N_("Given name"), Kind.LINE, "first name|firstname|forename|given names|vorname|名"),
    _field("family", N_("Family name"), Kind.LINE, "last name|lastname|surname|nachname|姓"),
    _field(
        "name",
        N_("Full name"),
        Kind.NAME,
        "name|person|attendee|participant|name (english)|english name|badge name|英文姓名|"
        "姓名(英文)|英文名|姓名拼音|拼音",
    ),
    _field(
        "native",
        N_("Name (native script)"),
        Kind.LINE,
        "native name|chinese name|name (chinese)|name zh|中文姓名|姓名(中文)|中文名|姓名|名字",
    ),
    _field(
        "exhibitor",
        N_("Exhibitor"),
        Kind.LINE,
        "exhibitor name|exhibiting company|参展商|参展商名称|参展企业|参展单位|參展商|參展商名稱|參展企業|參展單位",
    ),
    _field(
        "company",
        N_("Company"),
        Kind.LINE,
        "company name|companyname|company (english)|company name (english)|organisation|"
        "organization|employer|firma|"
        "公司英文名称|公司名称(英文)|英文公司名称|公司英文名稱|公司名稱(英文)",
    ),
    _field(
        "company_native",
        N_("Company (native script)"),
        Kind.LINE,
        "company (chinese)|company name (chinese)|公司中文名称|公司名称(中文)|公司名称|公司|单位|"
        "单位名称|工作单位|机构|企业名称|"
        "公司中文名稱|公司名稱(中文)|公司名稱|單位|單位名稱|工作單位|機構|企業名稱",
    ),
    _field(
        "job",
        N_("Job title"),
        Kind.LINE,
        "job|position|function|designation|occupation|职务|职位|岗位|職務|職位|職稱|职称",
    ),
    _field(
        "email",
        N_("E-mail"),
        Kind.CODE,
        "mail|e-mail address|email address|邮箱|电子邮箱|电子邮件|郵箱|電子郵箱|電子郵件|電郵",
    ),
    _field(
        "phone",
        N_("Phone"),
        Kind.CODE,
        "telephone|tel|tel.|mobile|phone number|telefon|电话|手机|手机号|联系电话|電話|手機|手機號|聯繫電話|聯絡電話",
    ),
    _field("delegation", N_("Delegation"), Kind.LINE, "group|delegation name|party|代表团|团组|代表團|團組"),
    _field(
        "days",
        N_("Valid on days"),
        Kind.DAYS,
        "days|valid days|valid on|valid|date|dates|day|有效日期|参观日期|日期|參觀日期|有效日",
    ),
    _field(
        "code",
        N_("Badge code"),
        Kind.CODE,
        "code|badge number|badge no|badge id|registration code|qr|externalId|external id|id|"
        "证件号|证件编号|二维码|證件號|證件編號|二維碼|編號|编号",
    ),
    _field(
        "access",
        N_("Access to zones"),
        Kind.LINE,
        "access|zones|access zones|zone access|access areas|permitted zones|准入区域|通行区域|可进入区域|可进入展区|"
        "准入區域|通行區域|可進入展區",
    ),
    _field("seat", N_("Seat"), Kind.LINE, "seat no|seat number|place|table|sitzplatz|座位|座位号|座次|席位|座位號"),
    _field(
        "consented",
        N_("Consent given on"),
        Kind.DAY,
        "consent|consent date|consented on|gdpr consent|同意日期|授权日期|隐私同意|授權日期|私隱同意",
    ),
    _field(
        "keep_until",
        N_("Keep until"),
        Kind.DAY,
        "retention date|delete after|keep data until|保留至|数据保留至|保存期限|保留期限|資料保留至",
    ),
    _field("note", N_("Note"), Kind.TEXT, "notes|remark|remarks|comment|comments|备注|備註"),
)

FIELDS: Mapping[What, tuple[Field, ...]] = {
    What.BOOTHS: _BOOTHS,
    What.EXHIBITORS: _EXHIBITORS,
    What.PEOPLE: _PEOPLE,
}
"""All fields by what the table holds, in the order in which a person looks for them."""


def field_named(what: What, name: str) -> Field | None:
    """Return the field of that name, or None."""
    return next((field for field in FIELDS[what] if field.name == name), None)
