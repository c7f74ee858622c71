"""What a gesture would leave too little room for, fast enough for every mouse move."""

from dataclasses import replace

from hallwright.geometry.outline import Outline
from hallwright.rules.finding import Finding
from hallwright.rules.live import check_live
from hallwright.rules.profile import profile_of
from hallwright.tools.tool import Scene

_MOST = 200
"""With more booths in the hand, their clearances are checked when they are let go."""


def clearances(scene: Scene, outlines: dict[str, Outline]) -> tuple[Finding, ...]:
    """Return the findings about booths as they would stand: aisles, doors, hydrants, columns, no-build areas, walls.

    Args:
        scene: the booths that stand.
        outlines: outlines of some of them as they would be, by id.
    """
    if not outlines or len(outlines) > _MOST:
        return ()
    show = scene.show
    # Asked for here they are kept with the show; the one made below is gone after this mouse move.
    show.booths.boxes()
    after = show.replaced((show.booths[key], replace(show.booths[key], outline=one)) for key, one in outlines.items())
    return tuple(check_live(after, scene.hall, profile_of(show), frozenset(outlines)))
