from hallwright.tools.toolbox import toolbox


def test_every_tool_declares_what_the_window_needs_once() -> None:
    tools = toolbox()
    assert tools[0].name == "select"
    assert {"draw-booth", "reshape", "number", "edit-floor", "draw-zone", "place-fixture"} <= {t.name for t in tools}
    assert len({tool.name for tool in tools}) == len(tools)
    assert len({tool.order for tool in tools}) == len(tools)
    assert len({tool.shortcut for tool in tools}) == len(tools)
    for tool in tools:
        assert tool.label
        assert tool.hint
        assert tool.icon
        for option in tool.options:
            assert isinstance(getattr(tool, option.name), str)
