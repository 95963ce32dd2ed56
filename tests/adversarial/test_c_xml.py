"""Adversarial cases C: XML."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import Any

import pytest

import argmap
from argmap.formats import formats

case = pytest.mark.case

XML = tuple(
    format.name
    for format in formats()
    if format.read and ".xml" in format.suffixes and "rdf" not in format.name
)
MAP = '<arggraph id="m"><edu id="e1"><![CDATA[One]]></edu><adu id="a1" type="pro"/><edge id="c1" src="e1" trg="a1" type="seg"/></arggraph>'
GRAPH = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="t" for="node" attr.name="label" attr.type="string"/>'
    '<key id="n" for="node" attr.name="n" attr.type="int"/><key id="d" for="node" attr.name="d" attr.type="double"/>'
    '<graph edgedefault="directed"><node id="a"><data key="t">A</data>{}</node><node id="b"/>{}</graph></graphml>'
)
"""A graph with a place for more data of a node, and one for more nodes and edges."""

TEN = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
CHAIN = "".join(f'<!ENTITY e{i} "&e{i - 1};">' for i in range(1, 60_000))


def declared(inside: str, text: str) -> str:
    """A document with an internal subset."""
    return f"<!DOCTYPE a [{inside}]><arggraph>{text}</arggraph>"


BOMBS = {
    "C1": declared(f'<!ENTITY l0 "lol">{TEN}', "&l9;"),
    "C2": declared(f'<!ENTITY x "{"x" * 50_000}">', "&x;" * 100),
    "C3": declared(f'<!ENTITY e0 "x">{CHAIN}', "&e59999;"),
    "C4": declared('<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;"),
}
DECLARATION = "the document type declaration is more than a name and a file"


@case("C1", "billion laughs", "refused at the document type declaration")
@pytest.mark.parametrize("name", XML)
def test_c1_billion_laughs(name: str, refused: Any) -> None:
    """A kilobyte would become three gigabytes."""
    assert DECLARATION in refused(BOMBS["C1"], name)


@case("C2", "an entity of 50 kB, a hundred times", "refused, likewise")
@pytest.mark.parametrize("name", XML)
def test_c2_quadratic_entity(name: str, refused: Any) -> None:
    """Expat takes this one: 5 MB of text out of 50 kB."""
    assert DECLARATION in refused(BOMBS["C2"], name)


@case("C3", "a chain of 60,000 entities", "refused, likewise; the process lives")
@pytest.mark.parametrize("name", XML)
def test_c3_a_chain_of_entities(name: str, refused: Any) -> None:
    """The process would end with a segmentation fault."""
    assert DECLARATION in refused(BOMBS["C3"], name)


@case(
    "C4",
    "external entities, parameter entities, an external DTD",
    "refused, but for a bare DTD, which is ignored; nothing is opened",
)
def test_c4_nothing_is_opened() -> None:
    """A document could read a file, or call home."""
    script = f"""
        import sys
        import argmap
        map = {MAP!r}
        argmap.parse(map)
        seen = []
        watched = ("open", "socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen")
        sys.addaudithook(lambda event, args: seen.append((event, args)) if event in watched else None)
        for url in ("file:///etc/hostname", "http://localhost:1/x"):
            for subset in ('<!ENTITY x SYSTEM "%s">', '<!ENTITY %% p SYSTEM "%s"> %%p;', '<!ENTITY x PUBLIC "x" "%s">'):
                try:
                    argmap.parse("<!DOCTYPE a [" + subset % url + "]><arggraph>&x;</arggraph>", format="arggraph")
                except argmap.ReadError as error:
                    assert {DECLARATION!r} in str(error)
                else:
                    raise SystemExit("not refused")
            assert argmap.parse('<!DOCTYPE arggraph SYSTEM "' + url + '">' + map).map.claims[0].text == "One"
        print([event for event in seen if "site-packages" not in str(event) and "argmap/" not in str(event)])
    """
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", dedent(script)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")


@case("C5", "depth 201; 1,000,000", "too large, at the element")
@pytest.mark.parametrize("name", XML)
def test_c5_depth(name: str, refused: Any) -> None:
    """The stack would end, or the memory."""
    for depth in (201, 100_000):
        assert "201 nesting, and the limit is 200" in refused(
            "<a>" * depth + "</a>" * depth, name, argmap.TooLarge
        )
    assert "201 nesting" in refused("<a>" * 1_000_000, "arggraph", argmap.TooLarge)


@case("C6", "1,000,001 elements", "too large")
def test_c6_elements(refused: Any) -> None:
    """They would take gigabytes."""
    limits = argmap.Limits(xml_elements=1_000)  # the whole million is tried every night
    text = f"<arggraph>{'<a/>' * 1_000}</arggraph>"
    assert "1,001 xml elements" in refused(text, "arggraph", argmap.TooLarge, limits=limits)


@case("C7", "101 attributes; 100,000", "too large")
@pytest.mark.parametrize("count", [101, 100_000])
def test_c7_attributes(count: int, refused: Any) -> None:
    """Hash collisions of their names could be made to cost hours."""
    text = f"<arggraph {' '.join([f'a{i}=' + chr(34) * 2 for i in range(count)])}/>"
    assert f"{count:,} xml attributes, and the limit is 100" in refused(
        text, "arggraph", argmap.TooLarge
    )


@case("C8", "a token of 40 MB that isn't closed", "refused at its beginning, in linear time")
@pytest.mark.parametrize("start", ["<", '<a b="', "<!-- "])
def test_c8_an_unclosed_token(start: str, refused: Any) -> None:
    """Older expat takes quadratic time for it: 13 seconds (here 4 MB; the growth is among the benchmarks)."""
    assert "1:11: this tag isn't closed" in refused(
        f"<arggraph>{start}{'a' * 4_000_000}", "arggraph"
    )


@case("C9", "encodings `utf-7`, `klingon`, a lying `utf-8`", "refused; known encodings are read")
def test_c9_encodings(refused: Any) -> None:
    """`+ADw-` would become markup behind everybody's back."""
    head = '<?xml version="1.0" encoding="{}"?>'
    for name in ("utf-7", "klingon", "rot13", "idna", "zlib"):
        assert f"the encoding {name} isn't one that is read" in refused(
            (head.format(name) + MAP).encode()
        )
    latin = MAP.replace("One", "\u00d6ne").encode("latin-1")
    assert "isn't UTF-8" in refused(head.format("utf-8").encode() + latin)
    map = argmap.parse(head.format("iso-8859-1").encode() + latin).map
    assert map.claims[0].text == "\u00d6ne"


@case(
    "C10",
    "XInclude, `xml-stylesheet`, `xsi:schemaLocation`",
    "accepted, ignored or kept aside, nothing fetched",
)
def test_c10_pointers_elsewhere() -> None:
    """Reading a document would fetch another."""
    text = MAP.replace(
        "</arggraph>", '<xi:include href="file:///etc/hostname"/></arggraph>'
    ).replace(
        'id="m"',
        'id="m" xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://localhost:1 http://localhost:1/x.xsd"',
    )
    reading = argmap.parse(
        '<?xml-stylesheet href="http://localhost:1/x.xsl"?>' + text, format="arggraph"
    )
    assert [claim.text for claim in reading.map.claims] == ["One"]
    assert [finding.code for finding in reading.findings] == ["unknown-element"]


@case("C11", "CDATA in parts, comments inside a text", "accepted, the text joined")
def test_c11_parts_of_a_text() -> None:
    """Only the first part would be read."""
    text = MAP.replace("<![CDATA[One]]>", "<![CDATA[a]]]]><![CDATA[>b]]><!-- no --><?no no?>c")
    assert argmap.loads(text).claims[0].text == "a]]>bc"


@case("C12", "a wrong end, an attribute twice, two roots", "refused at line and column")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<arggraph><a></b></arggraph>", "1:16: this doesn't end <a>, which began in line 1"),
        ('<arggraph a="1" a="2"/>', "1:17: this attribute is there twice"),
        ("<arggraph/><arggraph/>", "1:12: something stands behind the end"),
        ("<arggraph>&nbsp;</arggraph>", "1:11: the entity &nbsp; is defined nowhere"),
        ("<arggraph>", "1:11: the document ends inside <arggraph>"),
    ],
)
def test_c12_malformed(text: str, said: str, refused: Any) -> None:
    """The place would be missing, or a guess be made."""
    assert refused(text, "arggraph").startswith(f"<text>:{said}")


@case("C13", "the namespace's prefix is another, or missing", "accepted")
def test_c13_namespaces() -> None:
    """A file of another program would be called empty."""
    plain = GRAPH.format("", "")
    prefixed = plain.replace("<", "<g:").replace("<g:/", "</g:").replace("xmlns=", "xmlns:g=")
    bare = plain.replace(' xmlns="http://graphml.graphdrawing.org/xmlns"', "")
    maps = [argmap.parse(text, format="graphml").map for text in (plain, prefixed, bare)]
    assert [claim.text for claim in maps[0].claims] == ["A", "b"]
    assert maps[1] == maps[0]
    assert maps[2] == maps[0]


@case("C14", "GraphML: an edge to an unknown node", "refused at the edge; none is made")
def test_c14_dangling_edge(refused: Any) -> None:
    """A claim that nobody wrote would stand in the map."""
    assert "no node has the id 'zz' (at edges[0].target)" in refused(
        GRAPH.format("", '<edge source="a" target="zz"/>'), "graphml"
    )


@case("C15", "GraphML: a node's id twice", "refused at the second")
def test_c15_node_twice(refused: Any) -> None:
    """The second would take the place of the first."""
    said = refused(GRAPH.format("", '<node id="a"/>'), "graphml")
    assert "two nodes have the id 'a'; the first is nodes[0] (at nodes[2].id)" in said


@case("C16", "GraphML: `int` with `abc`, `double` with `NaN`", "refused at the value")
@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("n", "abc", "n must be a whole number, not 'abc'"),
        ("n", "1.5", "n must be a whole number"),
        ("d", "NaN", "d must be a finite number, not 'NaN'"),
        ("d", "1e999", "d must be a finite number"),
    ],
)
def test_c16_values(key: str, value: str, said: str, refused: Any) -> None:
    """Python's own ValueError would come out."""
    told = refused(GRAPH.format(f'<data key="{key}">{value}</data>', ""), "graphml")
    assert said in told
    assert told.startswith("<text>:1:")


@case("C17", "nested graphs, ports, hyperedges", "groups; kept and written again; refused")
def test_c17_more_than_a_graph(refused: Any) -> None:
    """Parts of a document would be dropped in silence."""
    nested = '<node id="c"><graph edgedefault="directed"><node id="c1"/></graph></node>'
    map = argmap.loads(GRAPH.format("", nested), format="graphml")
    assert [claim.group for claim in map.claims] == [None, None, "c"]
    port = argmap.loads(GRAPH.format('<port name="p"/>', ""), format="graphml")
    assert '<port name="p"/>' in argmap.dumps(port, "graphml")
    hyper = '<hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>'
    assert "a hyperedge, which no map can say" in refused(GRAPH.format("", hyper), "graphml")
