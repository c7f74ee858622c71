"""``template``: the badge templates of a project, and each as one file."""

import argparse
from pathlib import Path

from hallwright.cli.lookup import template_named
from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, group, opened, require_other_file, takes_force, takes_project
from hallwright.expo.badges import Template
from hallwright.expo.people import Role
from hallwright.support.errors import Refused
from hallwright.support.text import count_of


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(commands, "template", "List, export and import badge templates.")
    parser = command(
        kinds,
        "list",
        "List the badge templates of a project: size, whose badges they make, and what they inherit from.",
        list_,
        "hallwright template list demo.expo",
    )
    takes_project(parser)
    parser = command(
        kinds,
        "export",
        "Write a badge template with all that it inherits, and its pictures, into one file.",
        export,
        "hallwright template export demo.expo Press press.hwbadge",
    )
    takes_project(parser)
    parser.add_argument("name", metavar="T", help="name of the template")
    parser.add_argument("out", metavar="OUT.hwbadge", type=Path, help="the file to make")
    takes_force(parser)
    parser = command(
        kinds,
        "import",
        "Add a badge template from a file; --role says whose badges it makes from now on.",
        import_,
        "hallwright template import demo.expo press.hwbadge",
        "hallwright template import demo.expo press.hwbadge --name 'Press 2026' --role press",
    )
    takes_project(parser)
    parser.add_argument("file", metavar="FILE.hwbadge", type=Path, help="the file to read")
    parser.add_argument("--name", metavar="T", default="", help="another name than the file's")
    parser.add_argument(
        "--role",
        metavar="R",
        action="append",
        help=f"make the badges of this role ({', '.join(Role)}), or of all that no other makes (all); may be repeated",
    )


def list_(options: argparse.Namespace) -> int:
    """List templates."""
    from hallwright.expo.templates import by_name, design_of

    with opened(options.project) as session:
        show = session.show
        found, lines = [], []
        for row in by_name(show):
            page = design_of(show, row).page
            above = show.templates.get(row.parent or "")
            parent = above.name if above else None
            wide, high, roles = page.width / 1000, page.height / 1000, _roles(row)
            found.append({"name": row.name, "size_mm": [wide, high], "fold": str(page.fold), "sides": len(page.faces),
                          "roles": roles, "parent": parent})  # fmt: skip
            heir = f", inherits from {parent}" if parent else ""
            lines.append(f"{row.name}: {wide:g} x {high:g} mm, for {', '.join(roles) or 'nobody yet'}{heir}")
    result(options, {"templates": found}, lines or ["There is no badge template; all badges are 86 x 124 mm."])
    return 0


def export(options: argparse.Namespace) -> int:
    """Export a template."""
    from hallwright.exchange.templates import export_template

    require_other_file(options.out, options.project)
    with opened(options.project) as session:
        row = template_named(session.show, options.name)
        size = export_template(session.show, row, session.store.asset, options.out, force=options.force)
    document = {"file": str(options.out), "template": row.name, "bytes": size}
    result(options, document, [f"Exported badge template {row.name} to {options.out}."])
    return 0


def import_(options: argparse.Namespace) -> int:
    """Import a template."""
    from hallwright.editing.templates import add_template, free_name, use_template
    from hallwright.exchange.templates import import_template

    names = [part.strip().casefold() for value in options.role or [] for part in value.split(",") if part.strip()]
    unknown = [name for name in names if name not in (*Role, "all")]
    if unknown:
        raise Refused(f"'{unknown[0]}' is not known", "--role", f"Choose one of {', '.join(Role)}, all.")
    with opened(options.project) as session:
        name, design = import_template(options.file, session.store.put_asset)
        wanted = options.name or free_name(session.show, name)
        change = add_template(session.show, wanted, design)
        session.commit(change)
        row = change.edits[0].row
        if names:
            session.commit(use_template(session.show, row.id, () if "all" in names else names))
        now = session.show.templates[row.id]
    document = {"template": now.name, "roles": _roles(now), "elements": len(design.elements)}
    lines = [f"Added badge template {now.name} with {count_of(len(design.elements), 'element')}."]
    result(options, document, lines)
    return 0


def _roles(row: Template) -> list[str]:
    from hallwright.expo.templates import unused

    return [] if unused(row) else list(row.roles) or ["all others"]
