"""Small shows and hypothesis strategies for them, shared by the tests of every floor."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st

from hallwright.editing.change import Change, create
from hallwright.expo.badges import Badge, Template
from hallwright.expo.designfile import Part, written
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person, Role
from hallwright.expo.review import Answer, Packet, Reply, ReplyState
from hallwright.expo.row import Row
from hallwright.expo.show import KINDS, Show
from hallwright.expo.space import Aisle, Booth, BoothStatus, Construction, Fixture, FixtureKind, Hall, Zone
from hallwright.expo.starters import classic
from hallwright.expo.underlay import Media, Underlay
from hallwright.geometry.outline import Outline, rectangle

BOWTIE: Outline = ((0, 0), (3000, 3000), (3000, 0), (0, 3000))


def booth(key: str, number: str, left: int = 0, top: int = 0, **values: object) -> Booth:
    """Return a booth of 3 x 3 m in hall ``h1``."""
    fields: dict[str, object] = {"hall": "h1", "outline": rectangle(left, top, 3000, 3000), **values}
    return Booth(id=key, number=number, **fields)  # type: ignore[arg-type]


def small_rows() -> list[Row]:
    """Return one row or more of every kind, with every optional field used somewhere."""
    return [
        Event(
            id="e",
            name="Expo",
            name_native="博览会",
            starts=date(2024, 9, 9),
            ends=date(2024, 9, 15),
            numbers_frozen_on=date(2024, 8, 1),
            profile="general",
            badges_first=3,
            badge_area=10_000_000,
            badge_key="MFRGG",
        ),
        ThemeDay(id="t", day=date(2024, 9, 12), name="Rule of Law", name_native="法治日"),
        Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000)),
        Hall(id="h2", name="Hall 2", name_native="二号馆", outline=rectangle(0, 0, 30_000, 30_000), storey="2F"),
        Underlay(
            id="u",
            hall="h1",
            name="venue.dxf",
            asset="0" * 64,
            media=Media.VECTOR,
            width=600_000,
            height=400_000,
            scale=0.1,
            x=-500,
            y=250,
            angle=1.5,
            dim=30,
            locked=True,
            hidden=("TEXT", "电气"),
        ),
        Zone(id="z", hall="h1", name="Innovation", colour="#336699", outline=rectangle(0, 0, 20_000, 40_000)),
        Fixture(id="f", hall="h1", kind=FixtureKind.FIRE_EXIT, outline=rectangle(0, 20_000, 200, 2000)),
        Aisle(
            id="a", hall="h1", name="Main", name_native="主通道", main=True, outline=rectangle(0, 30_000, 60_000, 6000)
        ),
        Exhibitor(id="x1", name="NetEase", name_native="网易", size_wanted=9_000_000, priority=3),
        Exhibitor(id="x2", name="R&D <Lab>", host="x1", waitlisted=True, contract="C-2"),
        Exhibitor(id="x3", name="Kugou", contract="C-3", waitlisted=True, badges_extra=-1),
        booth("b1", "A01", 0, 0, exhibitor="x1", status=BoothStatus.RESERVED),
        booth("b2", "A02", 3000, 0, construction=Construction.RAW, open_sides=2, sides_fixed=True, note="ramp"),
        booth("b3", "A03", 6000, 0, status=BoothStatus.BLOCKED, sides_fixed=True, former_numbers=("X1",)),
        booth("b4", "A04", 9000, 0, outline=BOWTIE),
        booth(
            "b5",
            "A05",
            12_000,
            0,
            open_sides=3,
            exhibitor="x1",
            status=BoothStatus.HELD,
            held_until=datetime(2024, 9, 1, 18),  # noqa: DTZ001
        ),
        booth("b6", "A01", 0, 0, hall="h2", open_sides=2),
        Person(id="p1", role=Role.EXHIBITOR, given="Mei", family="Lin", native="林美", exhibitor="x1", code="1"),
        Person(
            id="p2",
            role=Role.DELEGATION,
            family="Chan",
            days=(date(2024, 9, 9), date(2024, 9, 10)),
            code="2",
            access=("z",),
            seat="12A",
            photo="1" * 64,
            consented=date(2024, 8, 2),
            keep_until=date(2025, 3, 1),
            note="by bus",
        ),
        Template(id="t1", name="All", design=written(Part(classic().page, classic().elements))),
        Template(id="t2", name="Press", parent="t1", roles=("press", "vip"), design='{"version":1}'),
        Badge(id="k1", person="p1", role=Role.EXHIBITOR, printed=datetime(2024, 9, 8, 7, 30), shown="ab"),  # noqa: DTZ001
        Badge(
            id="k2",
            person="gone",
            role=Role.PRESS,
            printed=datetime(2024, 9, 9, 7),  # noqa: DTZ001
            desk="2",
            reason="lost",
            voided=datetime(2024, 9, 9, 8),  # noqa: DTZ001
            void_reason="found again",
        ),
        Packet(
            id="q1",
            exhibitor="x1",
            sent=datetime(2024, 7, 1, 8),  # noqa: DTZ001
            deadline=date(2024, 7, 15),
            version="Draft 2",
            position=1,
            booths=("b1", "b5"),
            shown="{}",
            secret="MFRGG",
        ),
        Reply(id="r1", packet="q1", received=datetime(2024, 7, 2, 8), answer=Answer.CHANGE, comment="角 <b>"),  # noqa: DTZ001
        Reply(
            id="r2",
            packet="q1",
            received=datetime(2024, 7, 3, 8),  # noqa: DTZ001
            answer=Answer.APPROVE,
            name="Mei Lin",
            dated="3 July",
            source="a.pdf",
            stale=True,
            state=ReplyState.ACCEPTED,
            settled=datetime(2024, 7, 3, 9),  # noqa: DTZ001
        ),
    ]


def small_show() -> Show:
    """Return the show of ``small_rows``."""
    return Show.of(small_rows())


def unsigned_show() -> Show:
    """Return the small show without a key, so that the codes of its badges are not signed."""
    show = small_show()
    return show.replaced([(show.event, replace(show.event, badge_key=""))])


def as_change(show: Show) -> Change:
    """Return the change that makes a show from nothing."""
    return Change.of("make", "Make the show", [create(row) for row in show.rows()])


def content(show: Show) -> dict[str, dict[str, Row]]:
    """Return a show's rows by kind and id without their revisions, for comparison."""
    return {kind.__name__: {row.id: _unrevised(row) for row in show.tables[kind].values()} for kind in KINDS}


def _unrevised(row: Row) -> Row:
    from dataclasses import replace

    return replace(row, revision=0)


_NUMBERS = st.sampled_from(["", "A01", "a01", "A02", "A9", "B-7", "展位1", "12"])


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Draw rectangles mostly, and any ring of 3 to 6 corners, crossing itself or not."""
    if draw(st.integers(0, 3)):
        left, top = draw(st.integers(0, 50)) * 500, draw(st.integers(0, 50)) * 500
        return rectangle(left, top, draw(st.integers(1, 12)) * 500, draw(st.integers(1, 12)) * 500)
    corner = st.tuples(st.integers(0, 8).map(lambda k: k * 1000), st.integers(0, 8).map(lambda k: k * 1000))
    return tuple(draw(st.lists(corner, min_size=3, max_size=6)))


@st.composite
def shows(draw: st.DrawFn) -> Show:
    """Draw a show of two halls, some exhibitors with co-exhibitors, booths in every state, and what stands about."""
    halls = [Hall(id=f"h{k}", name=f"Hall {k}", outline=rectangle(0, 0, 60_000, 40_000)) for k in (1, 2)]
    names = draw(st.lists(st.sampled_from(["NetEase", "Kugou", "360", "R&D <Lab>"]), unique=True, max_size=4))
    parties = [Exhibitor(id=f"x{k}", name=name, waitlisted=draw(st.booleans())) for k, name in enumerate(names)]
    if len(parties) > 2:
        parties[-1] = Exhibitor(id="guest", name="Guest", host=parties[0].id)
    booths = []
    for k in range(draw(st.integers(0, 6))):
        party = draw(st.sampled_from([None, *(p.id for p in parties if not p.host)]))
        let = st.sampled_from([BoothStatus.HELD, BoothStatus.OFFERED, BoothStatus.RESERVED, BoothStatus.CONFIRMED])
        status = draw(let if party else st.sampled_from([BoothStatus.AVAILABLE, BoothStatus.BLOCKED]))
        until = datetime(2024, 9, 1, 12) if status is BoothStatus.HELD else None  # noqa: DTZ001
        booths.append(
            Booth(
                id=f"b{k}",
                hall=draw(st.sampled_from(["h1", "h2"])),
                number=draw(_NUMBERS),
                outline=draw(outlines()),
                open_sides=draw(st.integers(0, 4)),
                status=status,
                exhibitor=party,
                held_until=until,
            )
        )
    aisles = [Aisle(id="a", hall="h1", name="Main", main=True, outline=rectangle(0, 0, 60_000, 3000))]
    lying = [
        Underlay(
            id=f"u{k}",
            hall="h1",
            name="venue.dxf",
            asset="0" * 64,
            media=Media.VECTOR,
            width=4000,
            height=3000,
            scale=10.0,
            angle=draw(st.sampled_from([0.0, 12.5])),
            locked=draw(st.booleans()),
            hidden=("A",),
        )
        for k in range(draw(st.integers(0, 2)))
    ]
    solid = st.sampled_from([FixtureKind.WALL, FixtureKind.STAGE, FixtureKind.COLUMN, FixtureKind.POWER])
    standing = [
        Fixture(id=f"f{k}", hall=draw(st.sampled_from(["h1", "h2"])), kind=draw(solid), outline=draw(outlines()))
        for k in range(draw(st.integers(0, 2)))
    ]
    own = '{"version":1,"page":{"width":86000,"height":124000}}'
    badges = [
        Template(
            id=f"t{k}",
            name=f"T{k}",
            parent=f"t{k - 1}" if k else None,
            roles=roles,
            design='{"version":1}' if k else own,
        )
        for k, roles in enumerate(draw(st.lists(st.sampled_from([(), ("",), ("press",)]), max_size=3)))
    ]
    zones = [Zone(id="z", hall="h1", name="Innovation", colour="#336699", outline=rectangle(0, 0, 20_000, 40_000))]
    return Show.of(
        [
            *halls,
            *parties,
            *booths,
            *lying,
            *standing,
            *badges,
            *(zones if draw(st.booleans()) else []),
            *(aisles if draw(st.booleans()) else []),
            *(_review() if draw(st.booleans()) else []),
        ]
    )


def _review() -> list[Row]:
    day = datetime(2024, 7, 1)  # noqa: DTZ001
    return [
        Packet(id="q", exhibitor="x1", sent=day, booths=("b0",), secret="s"),
        Reply(id="r", packet="q", received=day, answer=Answer.APPROVE),
    ]
