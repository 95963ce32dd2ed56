"""Names for things: a literal table, imported when a name is used, open to plug-ins.

A plug-in is a *value* behind an entry point of the registry's group; it is loaded when its name is
asked for, never because a document says so. A name can't be taken twice, and a plug-in that
fails shows its own traceback below a `PluginError` that says which it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from threading import RLock
from typing import Any, Generic, TypeVar

from .errors import PluginError, UnknownName
from .pause import no_garbage

__all__ = ["DISPLAYS", "FORMATS", "SUFFIXES", "Registry"]

Value = TypeVar("Value")


class Registry(Generic[Value]):
    """Things of one ``noun`` by name; built-in ones as ``"module:attribute"``, plug-ins by entry point."""

    def __init__(self, noun: str, table: Mapping[str, str], *, group: str) -> None:
        self.noun = noun
        self.group = group
        self._where = dict(table)
        self._loaded: dict[str, Value] = {}
        self._plugins: dict[str, Any] | None = None
        self._lock = RLock()

    def names(self) -> tuple[str, ...]:
        """Every name: the built-in ones in the table's order, then plug-ins by name."""
        return (*self._where, *sorted(self._entry_points()))

    def get(self, name: str) -> Value:
        """The thing called ``name``; raises `UnknownName` or `PluginError`."""
        if name not in self._loaded:
            # Without the lock: a module that is being imported may itself ask for a name, and the
            # two locks would wait for each other. Whoever comes first decides for all.
            value = self._load(name)
            with self._lock:
                self._loaded.setdefault(name, value)
        return self._loaded[name]

    def _load(self, name: str) -> Value:
        if name in self._where:
            module, attribute = self._where[name].split(":")
            with no_garbage():  # classes are made by the dozen, and none is garbage
                value: Value = getattr(import_module(module), attribute)
            return value
        plugins = self._entry_points()
        if name not in plugins:
            raise UnknownName(self.noun, name, self.names())
        try:
            plugin: Value = plugins[name].load()
        except Exception as error:  # a plug-in may raise anything; its traceback is chained below
            raise PluginError(f"the {self.noun} plug-in {name!r} fails to load: {error}") from error
        return plugin

    def _entry_points(self) -> dict[str, Any]:
        with self._lock:
            if self._plugins is None:
                self._plugins = self._found()
            return self._plugins

    def _found(self) -> dict[str, Any]:
        from importlib.metadata import entry_points

        found: dict[str, Any] = {}
        for point in entry_points(group=self.group):
            if point.name in self._where or point.name in found:
                raise PluginError(
                    f"the {self.noun} name {point.name!r} is taken; the plug-in {point.value} "
                    "must choose another"
                )
            found[point.name] = point
        return found


FORMATS: Registry[Any] = Registry(
    "format",
    {
        "json": "argmap.formats.native:NATIVE",
        "xaif": "argmap.formats.aif:XAIF",
        "ova": "argmap.formats.aif:OVA",
        "aif": "argmap.formats.aif:AIF",
        "sadface": "argmap.formats.sadface:SADFACE",
        "arguebuf": "argmap.formats.arguebuf:ARGUEBUF",
        "node-link": "argmap.formats.node_link:NODE_LINK",
        "cytoscape": "argmap.formats.cytoscape:CYTOSCAPE",
        "arggraph": "argmap.formats.arggraph:ARGGRAPH",
        "aml": "argmap.formats.aml:AML",
        "axl": "argmap.formats.axl:AXL",
        "lkif": "argmap.formats.lkif:LKIF",
        "caf": "argmap.formats.caf:CAF",
        "compendium": "argmap.formats.compendium:COMPENDIUM",
        "cmv-xml": "argmap.formats.cmv_xml:CMV_XML",
        "gsn-xmi": "argmap.formats.gsn_xmi:GSN_XMI",
        "graphml": "argmap.formats.graphml:GRAPHML",
        "gexf": "argmap.formats.gexf:GEXF",
        "aif-rdf": "argmap.formats.aif_rdf:AIF_RDF",
        "ibis-rdf": "argmap.formats.ibis_rdf:IBIS_RDF",
        "argdown-fences": "argmap.formats.fences:FENCES",
        "argdown": "argmap.formats.argdown:ARGDOWN",
        "kialo": "argmap.formats.kialo:KIALO",
        "brat": "argmap.formats.brat:BRAT",
        "apx": "argmap.formats.frameworks:APX",
        "af": "argmap.formats.frameworks:AF",
        "mup": "argmap.formats.mup:MUP",
        "carneades": "argmap.formats.carneades:CARNEADES",
        "gsn2x": "argmap.formats.gsn2x:GSN2X",
        "argmap-yaml": "argmap.formats.argmap_yaml:ARGMAP_YAML",
        "rationale": "argmap.formats.rationale:RATIONALE",
        "tgf": "argmap.formats.frameworks:TGF",
        "framework": "argmap.exports.frameworks:FRAMEWORK",
        "lp": "argmap.exports.programs:LP",
        "adf": "argmap.exports.programs:ADF",
        "bag": "argmap.exports.frameworks:BAG",
        "csv": "argmap.formats.tables:CSV",
        "tsv": "argmap.formats.tables:TSV",
        "csv-pair": "argmap.formats.tables:CSV_PAIR",
        "tsv-pair": "argmap.formats.tables:TSV_PAIR",
        "markdown": "argmap.formats.outline:MARKDOWN",
        "outline": "argmap.formats.outline:OUTLINE",
        "dot": "argmap.drawing.dot:DOT",
        "mermaid": "argmap.drawing.mermaid:MERMAID",
        "d2": "argmap.drawing.d2:D2",
        "tikz": "argmap.drawing.tikz:TIKZ",
        "plantuml": "argmap.drawing.plantuml:PLANTUML",
        "svg": "argmap.drawing.svg:SVG",
        "png": "argmap.drawing.png:PNG",
        "pdf": "argmap.drawing.pdf:PDF",
        "html": "argmap.drawing.web:HTML",
    },
    group="argmap.formats",
)
"""Every format by name, as `argmap.formats.format.Format` values."""

DISPLAYS: Registry[Any] = Registry(
    "display",
    {
        "map": "argmap.integrations.notebook:of_map",
        "evaluation": "argmap.integrations.notebook:of_evaluation",
    },
    group="argmap.displays",
)
"""How a notebook shows values, by their kind: each a function from the value to texts by media type."""

SUFFIXES: dict[str, tuple[str, ...]] = {
    ".json": (
        "json",
        "xaif",
        "ova",
        "aif",
        "sadface",
        "arguebuf",
        "node-link",
        "cytoscape",
        "ibis-rdf",
        "mup",
    ),
    ".ttl": ("aif-rdf", "ibis-rdf"),
    ".rdf": ("aif-rdf", "ibis-rdf"),
    ".trig": ("aif-rdf", "ibis-rdf"),
    ".jsonld": ("aif-rdf", "ibis-rdf"),
    ".nt": ("aif-rdf", "ibis-rdf"),
    ".xhtml": ("aif-rdf", "ibis-rdf"),
    ".cyjs": ("cytoscape",),
    ".graphml": ("graphml",),
    ".gexf": ("gexf",),
    ".csv": ("kialo", "csv", "csv-pair"),
    ".claims.csv": ("csv-pair",),
    ".tsv": ("tsv", "tsv-pair"),
    ".claims.tsv": ("tsv-pair",),
    ".tab": ("tsv",),
    ".outline": ("outline",),
    ".argdown": ("argdown",),
    ".ad": ("argdown",),
    ".md": ("argdown-fences", "markdown"),
    ".markdown": ("argdown-fences", "markdown"),
    ".aif": ("aif",),
    ".xaif": ("xaif",),
    ".sadface": ("sadface",),
    ".xml": (
        "arggraph",
        "aml",
        "axl",
        "lkif",
        "caf",
        "compendium",
        "cmv-xml",
        "gsn-xmi",
        "graphml",
        "aif-rdf",
        "ibis-rdf",
    ),
    ".aml": ("aml",),
    ".axl": ("axl",),
    ".lkif": ("lkif",),
    ".caf": ("caf",),
    ".gsn": ("gsn-xmi",),
    ".arm": ("gsn-xmi",),
    ".cae": ("gsn-xmi",),
    ".sacm": ("gsn-xmi",),
    ".model": ("gsn-xmi",),
    ".xmi": ("gsn-xmi",),
    ".arggraph": ("arggraph",),
    ".txt": ("kialo", "outline"),
    ".kialo": ("kialo",),
    ".ann": ("brat",),
    ".apx": ("apx", "framework"),
    ".lp": ("lp",),
    ".asp": ("lp",),
    ".adf": ("adf",),
    ".bag": ("bag",),
    ".af": ("af",),
    ".tgf": ("tgf",),
    ".mup": ("mup",),
    ".rtnl": ("rationale",),
    ".yaml": ("carneades", "gsn2x", "argmap-yaml"),
    ".yml": ("carneades", "gsn2x", "argmap-yaml"),
    ".dot": ("dot",),
    ".gv": ("dot",),
    ".mmd": ("mermaid",),
    ".mermaid": ("mermaid",),
    ".d2": ("d2",),
    ".tikz": ("tikz",),
    ".tex": ("tikz",),
    ".puml": ("plantuml",),
    ".plantuml": ("plantuml",),
    ".svg": ("svg",),
    ".png": ("png",),
    ".pdf": ("pdf",),
    ".html": ("html",),
    ".htm": ("html",),
}
"""The built-in formats a suffix may mean, the likeliest first; a test holds it to the formats' own word.

A suffix of two parts is here where it may be a whole name without its first dot (``claims.csv``).
"""
