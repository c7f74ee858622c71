from hallwright.tools.toolbox import toolbox


def test_every_tool_declares_what_the_window_needs_once() -> None:
    tools = toolbox()
    assert [tool.name for tool in tools] == ["select", "draw-booth", "reshape", "number"]
    assert len({tool.shortcut for tool in tools}) == len(tools)
    for tool in tools:
        assert tool.label
        assert tool.hint
        assert tool.icon
        for option in tool.options:
            assert isinstance(getattr(tool, option.name), str)
