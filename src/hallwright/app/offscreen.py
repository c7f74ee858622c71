"""The window on a machine without a display: the same window as a picture, the same prints as files."""

import tempfile
from datetime import datetime
from pathlib import Path

from hallwright.app.desktop import application, new_session, session_of
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole


def render(folder: Path, project: str | None = None, *, dark: bool = False) -> int:
    """Write ``editor.png``, ``plan.pdf`` and ``badges.pdf`` of a project, or of the sample, into a folder."""
    from hallwright.desktop import style
    from hallwright.desktop.window import Window
    from hallwright.drawing.sheet import SheetOptions
    from hallwright.printing.badges import print_badges
    from hallwright.printing.plan import print_plan

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"Cannot make the folder ({error.strerror})", str(folder), "Choose another.") from None
    app = application()
    style.apply(app, dark)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(project) if project else Path(scratch) / "sample.expo"
        session = session_of(path) if project else new_session(path, sample=True)
        window = Window(session, dark=dark)
        window.show()
        app.processEvents()
        window.canvas.fit()
        window.desk.check_now()
        app.processEvents()
        picture = window.grab()
        with written_whole(folder / "editor.png", force=True) as file:
            if not picture.save(str(file), "PNG"):
                raise Refused("The picture could not be written", str(folder), "Choose another folder.")
        show = session.show
        plan = print_plan(
            show, folder / "plan.pdf", options=SheetOptions(printed=datetime.now().astimezone().date()), force=True
        )
        badges = print_badges(show, folder / "badges.pdf", pictures=session.store.asset, force=True)
        window.close()
    print("No display was found, so the editor was drawn without one:")
    print(f"  {folder / 'editor.png'}   the window")
    print(f"  {folder / 'plan.pdf'}   the floor plan, {plan.pages} pages")
    print(f"  {folder / 'badges.pdf'}   the badges, {badges.pages} pages")
    return 0
