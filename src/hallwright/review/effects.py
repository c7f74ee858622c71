"""What differences mean for booths, in plain words."""

from hallwright.expo.lengths import told, told_area
from hallwright.expo.show import Show
from hallwright.expo.terms import term
from hallwright.review.consequences import Basis, Consequence, Effect, Neighbour
from hallwright.review.words import change, party
from hallwright.support.i18n import _
from hallwright.support.numbers import written


def effect_text(a: Show, b: Show, one: Consequence) -> str:
    """Tell a consequence in a sentence without its subject."""
    if one.effect is Effect.NEIGHBOURS:
        left = ", ".join(_neighbour(a, b, other) for other in one.left)
        came = ", ".join(_neighbour(b, a, other) for other in one.came)
        if not left:
            return _("Beside it now also {came}").format(came=came)
        if not came:
            return _("Beside it no longer {left}").format(left=left)
        return _("Beside it now {came}, no longer {left}").format(came=came, left=left)
    if one.effect is Effect.PRICE and one.prices is not None:
        return change(*(_basis(each) for each in one.prices))
    return change(*(told(width) if width is not None else _("open floor") for width in one.widths))


def _neighbour(show: Show, other: Show, one: Neighbour) -> str:
    """Name a neighbour as it is in a version; one that was drawn anew bears the other version's id."""
    booth = show.booths.get(one.booth) or other.booths.get(one.booth)
    number = booth.number if booth is not None and booth.number else _("unnumbered")
    who = party(show, one.exhibitor) if one.exhibitor is not None else _("free")
    return _("{number} ({who})").format(number=number, who=who)


def _basis(one: Basis) -> str:
    values = {"area": told_area(one.area), "construction": term(one.construction), "name": term(one.price_class)}
    if one.surcharge is None:
        return _("{area} {construction}, {name}").format(**values)
    if not one.surcharge:
        return _("{area} {construction}, price class {name}").format(**values)
    return _("{area} {construction}, price class {name} ({surcharge:+g} %)").format(
        **values, surcharge=written(one.surcharge)
    )
