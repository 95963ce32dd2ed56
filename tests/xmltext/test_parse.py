"""XML as a tree: what is read, and what is refused with its place."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.limits import Limits
from argmap.source import SourceText, decode
from argmap.xmltext import Element, XmlDocument, kept, parse_xml, write_xml


def read(text: str, **limits: Any) -> XmlDocument:
    """The document of a text."""
    return parse_xml(SourceText("t.xml", text), limits=Limits(**limits))


def refused(text: str, **limits: Any) -> argmap.ReadError:
    """The error that a text is refused with."""
    with pytest.raises(argmap.ReadError) as caught:
        read(text, **limits)
    assert caught.value.span is not None
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("<a/>", ["a"]),
        ("<a x='1' y=\"2\">so<b/> <c/></a>", ["a", {"x": "1", "y": "2"}, "so", ["b"], " ", ["c"]]),
        ("<a>&lt;&amp;&#65;&#x42;</a>", ["a", "<&AB"]),
        ("<a>one\r\ntwo\rthree&#13;</a>", ["a", "one\ntwo\nthree\r"]),
        ("<a x='one\ntwo&#10;three'/>", ["a", {"x": "one two\nthree"}]),
        (
            "<p:a xmlns:p='u:v' p:x='1' x='2' xml:lang='en'><b xmlns='w'/></p:a>",
            [
                "{u:v}a",
                {"{u:v}x": "1", "x": "2", "{http://www.w3.org/XML/1998/namespace}lang": "en"},
                ["{w}b"],
            ],
        ),
        ("<ä ö='ü'/>", ["ä", {"ö": "ü"}]),
        ("\n<a/>\n<!-- end -->\n", ["a"]),
    ],
)
def test_elements_are_read_with_all_they_hold(text: str, value: Any) -> None:
    """A text, an attribute or a namespace would be lost or changed."""
    assert kept(read(text).root) == value


def test_c11_cdata_and_comments_are_joined() -> None:
    """A sentence with a comment in it would become two."""
    assert read("<a><![CDATA[x]]]]><![CDATA[>y]]><!-- c -->z<?p q?>!</a>").root.content == [
        "x]]>yz!"
    ]


LAUGHS = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>'
QUADRATIC = f'<!DOCTYPE a [<!ENTITY l "{"x" * 50_000}">]><a>{"&l;" * 100}</a>'
CHAIN = "".join([f'<!ENTITY e{n} "&e{n - 1};">' for n in range(1, 60_000)])


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        QUADRATIC,
        f'<!DOCTYPE a [<!ENTITY e0 "x">{CHAIN}]><a>&e59999;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]><a/>',
        '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY x "y">]><a/>',
        "<!DOCTYPE a []><a/>",
    ],
    ids=["laughs", "quadratic", "chain", "external", "parameter", "beside", "empty"],
)
def test_c1_to_c4_declarations_are_refused(text: str) -> None:
    """A few bytes could fill the memory, crash the interpreter or open a file."""
    error = refused(f"<?xml version='1.0'?>\n{text}")
    assert "document type declaration" in error.message
    assert error.span is not None
    assert (error.span.line, error.span.column) == (2, 1)


OPENED: list[str] = []
"""What is opened while the hook below listens."""


def test_c4_nothing_is_opened() -> None:
    """A document that is only read would tell somebody so, or hand out a file."""
    listening = True

    def hook(event: str, _: tuple[Any, ...]) -> None:
        if listening and event.startswith(("open", "socket", "subprocess", "os.")):
            OPENED.append(event)

    sys.addaudithook(hook)
    documents = [
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        '<!DOCTYPE a PUBLIC "-//X//Y" "http://example.org/a.dtd"><a/>',
        LAUGHS,
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]><a/>',
        '<?xml-stylesheet href="file:///etc/hostname"?><a/>',
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>',
    ]
    for document in documents:
        with suppress(argmap.ReadError):
            read(document)
    listening = False
    assert OPENED == []


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "a.dtd">',
        "<!DOCTYPE a\n  PUBLIC '-//X//Y' \"a.dtd\"  >",
        "<!-- [ --><?p ?><!DOCTYPE a SYSTEM 'a.dtd'>",
    ],
)
def test_a_bare_doctype_is_passed_over(doctype: str) -> None:
    """Araucaria's, Carneades' and Compendium's files all begin with one."""
    document = read(f"<?xml version='1.0'?>{doctype}\n<a>\n<b x='y'/></a>")
    span = document.span((document.root.children[0], "x"))
    assert (span.line, span.column) == (3 + doctype.count("\n"), 7)
    error = refused(f"{doctype}<a>&nbsp;</a>")
    assert error.message == "the entity &nbsp; is defined nowhere"


def test_c5_deep_nesting_passes_a_limit() -> None:
    """A million levels would run out of stack wherever a tree is walked."""
    assert read("<a>" * 200 + "</a>" * 200).root.name == "a"
    for deep in ("<a>" * 201 + "</a>" * 201, "<a>" * 1_000_000):
        error = refused(deep)
        assert isinstance(error, argmap.TooLarge)
        assert "201 nesting" in error.message
        assert error.span is not None
        assert error.span.column == 601


def test_c6_many_elements_pass_a_limit() -> None:
    """A file of tags alone would take twenty times its size."""
    assert len(read(f"<a>{'<b/>' * 99}</a>", xml_elements=100).root.content) == 99
    error = refused(f"<a>{'<b/>' * 100}</a>", xml_elements=100)
    assert "101 xml elements" in error.message
    assert Limits().xml_elements == 1_000_000


def test_c7_many_attributes_pass_a_limit() -> None:
    """An element with a million attributes is no element of a map."""

    def many(count: int) -> str:
        return "<a " + " ".join([f"a{n}='x'" for n in range(count)]) + "/>"

    assert len(read(many(100)).root.attributes) == 100
    for count in (101, 100_000):
        error = refused(many(count))
        assert isinstance(error, argmap.TooLarge)
        assert f"{count:,} xml attributes" in error.message


@pytest.mark.parametrize(
    "start", ["<a", "<a x='", "<a><!--", "<a><![CDATA[", "<a>", "<!DOCTYPE a "]
)
def test_c8_an_unclosed_token_is_refused(start: str) -> None:
    """Forty megabytes without an end would be looked at again with each piece of them."""
    assert refused(start + "x" * 4_000_000).hint != ""


@pytest.mark.parametrize("encoding", ["utf-7", "klingon", "UTF-32", "x" * 300])
def test_c9_unknown_encodings_are_refused(encoding: str) -> None:
    """A text in an encoding that is guessed is another text."""
    error = refused(f"<?xml version='1.0' encoding='{encoding}'?><a/>")
    assert f"the encoding {encoding[:40]}" in error.message
    assert error.span is not None
    assert error.span.column == 31


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("UTF-16", "utf-8"),  # Compendium's
        ("UTF-16", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-be"),
        ("UTF-16LE", "utf-16-le"),
        ("ISO-8859-1", "latin-1"),
        ("ISO-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-15", "iso8859-15"),
        ("ASCII", "latin-1"),
    ],
)
def test_c9_the_bytes_count_before_the_declaration(encoding: str, codec: str) -> None:
    """Files that say one encoding and are in another are common; their letters would be lost."""
    text = f"<?xml version='1.0' encoding='{encoding}'?><a>größer</a>"
    assert parse_xml(decode(text.encode(codec), "t.xml")).root.text == "größer"


def test_c9_bytes_of_no_encoding_are_refused() -> None:
    """A file that is broken in the middle would be read with other letters in it."""
    for declared in ("utf-8", "euc-jp", "utf-7"):
        data = f"<?xml version='1.0' encoding='{declared}'?><a>\xff\xff\xff</a>".encode("latin-1")
        with pytest.raises(argmap.ReadError, match="isn't UTF-8"):
            decode(data, "t.xml")
    with pytest.raises(argmap.ReadError, match="UTF-16"):
        decode("<a/>".encode("utf-16") + b"\0", "t.xml")
    quoted = "<?xml version='1.0' encoding='ISO-8859-1'?><a>“\x81</a>"
    data = quoted.replace("“", "\x93").encode("latin-1")  # no letter of Windows's is 0x81
    assert "\x93" in decode(data, "t.xml").text


def test_c10_what_means_to_fetch_is_only_text() -> None:
    """A file elsewhere would decide what is read."""
    document = read(
        '<?xml-stylesheet type="text/xsl" href="x.xsl"?>'
        '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="u x.xsd">'
        '<include xmlns="http://www.w3.org/2001/XInclude" href="b.xml"/></a>'
    )
    assert document.root.children[0].attributes == {"href": "b.xml"}
    assert [*document.root.attributes.values()] == ["u x.xsd"]


@pytest.mark.parametrize(
    ("text", "message", "place", "hint"),
    [
        ("<a>\n <b>x</c></a>", "this doesn't end <b>, which began in line 2", (2, 8), "</b>"),
        ("<a x='1' x='2'/>", "this attribute is there twice", (1, 10), "take one"),
        ("<a/>\n<b/>", "something stands behind the end of the document", (2, 1), "take it out"),
        ("<a>\n<b>", "the document ends inside <b>, which began in line 2", (2, 4), "</b>"),
        ("", "the file is empty", (1, 1), ""),
        ("<!-- x -->", "there is no element in the document", (1, 11), ""),
        ("{}", "this isn't XML", (1, 1), "begins with a tag"),
        ("<a>x & y</a>", "this isn't well-formed XML", (1, 7), "&amp;"),
        ("<a>\ud800</a>", "this character can't stand in XML", (1, 4), "leave it out"),
        ("<a>\x01</a>", "this character can't stand in XML", (1, 4), "leave it out"),
        ("<a>\ufffe</a>", "this character can't stand in XML", (1, 4), "leave it out"),
        ("<a>&#0;</a>", "this character can't stand in XML", (1, 4), "leave it out"),
        ("<a>ä&auml;</a>", "the entity &auml; is defined nowhere", (1, 5), "character itself"),
        (
            "<a x='&lt;&auml;'/>",
            "the entity &auml; is defined nowhere",
            (1, 11),
            "character itself",
        ),
        ("<p:a/>", "a prefix here is bound to no namespace", (1, 1), "xmlns:prefix"),
        (" <?xml version='1.0'?><a/>", "must be the first thing in the file", (1, 2), "before it"),
        ("<?xml encoding='utf-8'?><a/>", "the XML declaration is broken", (1, 7), "version"),
        ("<a xmlns:xml='u'/>", "this isn't well-formed XML", (1, 1), ""),
        ("</a>", "this isn't well-formed XML", (1, 2), ""),
    ],
)
def test_c12_what_is_no_xml_has_its_place(
    text: str, message: str, place: tuple[int, int], hint: str
) -> None:
    """A message without its place leaves the author to search the whole file."""
    error = refused(text)
    assert message in error.message
    assert hint in error.hint
    assert error.span is not None
    assert (error.span.line, error.span.column) == place


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<a>x\x85y</a>", ["a", "x\ufffdy"]),
        ("<a>&#x9f;</a>", ["a", "\ufffd"]),
        ("<a x='\x7f'>&#133;</a>", ["a", {"x": "\ufffd"}, "\ufffd"]),
        ("<a>&#160;</a>", ["a", "\xa0"]),
        ("<a xmlns='u\x9d'/>", ["{u\ufffd}a"]),
        ("<a xmlns:p='u&#x7f;' p:b='c'/>", ["a", {"{u\ufffd}b": "c"}]),
    ],
)
def test_controls_that_xml_allows_are_mended(text: str, read_as: Any) -> None:
    """A map may not hold them, so that a text from an old encoding couldn't be read at all."""
    document = read(text)
    assert kept(document.root) == read_as
    assert document.mended == ((document.root,) if "\ufffd" in str(read_as) else ())


def test_names_of_namespaces_are_mended_wherever_they_are_told() -> None:
    """What is read couldn't be written and read again, or be kept in a map."""
    document = read("<?p x\x9d?><a xmlns='u\x9d' xmlns:p='v\x80'><b xmlns='w'/></a>")
    assert document.declared == {9: {"": "u\ufffd", "p": "v\ufffd"}, 38: {"": "w"}}
    assert document.instructions == (("p", "x\ufffd"),)
    assert document.mended == (document.root,)
    again = read(write_xml(document.root, indent=None))
    assert kept(again.root) == kept(document.root)


def test_places_are_those_of_characters() -> None:
    """A caret below the wrong letter is worse than none."""
    inner = "".join([f'<b größe="{n}" x="ü">ß</b>\n' for n in range(1_000)])
    document = read(f'<a xmlns:p="u">{inner}<c p:y = "ä z"/></a>')
    for number, element in enumerate(document.root.children[:-1]):
        span = document.span((element, "x"))
        assert span.line == number + 1
        assert document.source.text[span.start : span.end] == "ü"
    last = document.root.children[-1]
    found = [document.span((last, "{u}y"), key=key) for key in (False, True)]
    found += [document.span((last, "absent")), document.span((last,))]
    words = [document.source.text[span.start : span.end] for span in found]
    assert words == ["ä z", "p:y", "<c", "<c"]
    assert "\n       |" in str(document.error((last, "{u}y"), "no", hint="yes"))
    assert document.span((Element("made", start=3),)).start == 3


@given(st.text(max_size=60) | st.text("<>a/ b='\"!-[]?&;", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any other exception would reach a user who only opened a file."""
    with suppress(argmap.ReadError):
        assert isinstance(read(text).root, Element)


@given(
    st.binary(max_size=60)
    | st.binary(max_size=40).map(lambda data: b"<?xml encoding='big5'?>" + data)
)
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """So would what stands in a file that is no text at all."""
    with suppress(argmap.ReadError):
        assert isinstance(decode(data, "t").text, str)


def test_declared_prefixes() -> None:
    """A page could not say what its names mean."""
    document = read('<a xmlns="u" xmlns:p="v"><b xmlns:q="w" x="1"/><c xmlns=""/></a>')
    declared = {
        element.name: document.declared.get(element.start) for element in document.root.walk()
    }
    assert declared == {"a": {"": "u", "p": "v"}, "b": {"q": "w"}, "c": {"": ""}}
