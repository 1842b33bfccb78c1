"""Values as a notebook shows them, Markdown and magics, as far as nothing is sent to the page."""

from kernel_runtime import display, magics, markdown


def test_rows_of_data_are_a_table_other_lists_are_not():
    assert display._is_records([{"a": 1, "b": "x"}, {"a": 2, "b": None}])
    assert not display._is_records([{"a": 1}])
    assert not display._is_records([{"a": 1}, {"b": 2}])
    assert not display._is_records([{"a": [1]}, {"a": [2]}])
    assert not display._is_records([{1: 2}, {1: 3}])


def test_long_containers_break_into_lines():
    assert display.pretty([1, 2, 3]) == "[1, 2, 3]"
    lines = display.pretty([f"item {index}" for index in range(20)]).split("\n")
    assert len(lines) == 20 and lines[0] == "['item 0'," and lines[1] == " 'item 1',"
    assert display.pretty(list(range(5000))).endswith(" 999,\n ...]")
    assert display.pretty({"b": "x" * 50, "a": "y" * 50}).startswith("{'b'")


def test_markdown():
    assert markdown.to_html("# A *b*") == "<h1>A <em>b</em></h1>"
    assert markdown.to_html("a **b** `c<d`") == "<p>a <strong>b</strong> <code>c&lt;d</code></p>"
    assert markdown.to_html("- a\n- b\n  1. c") == "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>"
    assert "<td>2</td>" in markdown.to_html("| a | b |\n|---|:-:|\n| 1 | 2 |")
    assert markdown.to_html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"
    assert markdown.to_html("[a](javascript:x)") == "<p>[a](javascript:x)</p>"
    assert markdown.to_html("snake_case_name") == "<p>snake_case_name</p>"


def test_magic_lines_are_calls_and_keep_their_lines():
    source = "x = 1\n%timeit x + 1\ny = !ls\nfor i in x:\n    %time i"
    translated = magics.translate(source).split("\n")
    assert len(translated) == 5 and translated[0] == "x = 1"
    assert translated[1].endswith("magics.run_line('timeit', 'x + 1')")
    assert translated[2].startswith("y = ") and translated[2].endswith("run_shell('ls')")
    assert translated[4].startswith("    __import__")
    assert magics.translate("a = b % c") == "a = b % c"


def test_cell_magics():
    assert magics.split_cell_magic("%%time\nx = 1") == ("time", "", "\nx = 1")
    assert magics.split_cell_magic("\n%%timeit -n 3 y\nx") == ("timeit", "-n 3 y", "\n\nx")
    assert magics.split_cell_magic("x = 1\n%%time") is None


def test_durations():
    written = [magics._seconds(value) for value in (0, 1.5e-9, 2.34567e-6, 0.0123, 1.5, 3725)]
    assert written == ["0 ns", "1.5 ns", "2.35 µs", "12.3 ms", "1.5 s", "1h 2min 5s"]


def test_unknown_magics_are_named():
    try:
        magics.run_line("nope", "")
    except magics.UsageError as error:
        assert str(error) == "Line magic function `%nope` not found."
    else:
        raise AssertionError("no UsageError")
