# SPDX-License-Identifier: Apache-2.0
"""Reads PagerDuty's specification (OpenAPI 3.0): operations, parameters, schemas as JSON Schema,
examples."""
import json
import re
import urllib.parse

METHODS = ("get", "put", "post", "delete", "patch")


def pointer(document, reference):
    value = document
    for step in reference.lstrip("#/").split("/"):
        step = urllib.parse.unquote(step).replace("~1", "/").replace("~0", "~")
        value = value[int(step) if isinstance(value, list) else step]
    return value


class Specification:
    """One document. base is the path of the server, which precedes each path."""

    def __init__(self, path):
        self.document = json.loads(path.read_text())
        self.base = urllib.parse.urlsplit(self.document["servers"][0]["url"]).path.rstrip("/")
        self.operations = [
            Operation(self, method.upper(), route, self.resolve(operation), item)
            for route, item in self.document["paths"].items()
            for method, operation in item.items()
            if method in METHODS
        ]

    def resolve(self, value):
        while isinstance(value, dict) and "$ref" in value:
            value = pointer(self.document, value["$ref"])
        return value

    def schema(self, source, above=()):
        """Returns the schema as JSON Schema without references, for checking requests."""
        if not isinstance(source, dict):
            return {}
        if "$ref" in source:
            if source["$ref"] in above:
                return {}
            return self.schema(pointer(self.document, source["$ref"]), above + (source["$ref"],))
        out = {key: value for key, value in source.items() if key in PLAIN}
        # The specification's alternatives overlap where what tells them apart is read only.
        for word, target in (("allOf", "allOf"), ("oneOf", "anyOf"), ("anyOf", "anyOf")):
            if word in source:
                out[target] = [self.schema(part, above) for part in source[word]]
        if "items" in source:
            out["items"] = self.schema(source["items"], above)
        if "properties" in source:
            out["properties"] = {
                name: self.schema(part, above) for name, part in source["properties"].items()
            }
            out["readOnly"] = [
                name
                for name, part in source["properties"].items()
                if self.resolve(part).get("readOnly")
            ]
        if source.get("nullable"):
            return {"anyOf": [{"enum": [None]}, out]}
        return out


PLAIN = {
    "type",
    "enum",
    "required",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "multipleOf",
    "format",
}


def parts_of(schema):
    """Yields a schema and the schemas in its anyOf, oneOf and allOf."""
    yield schema
    for word in ("allOf", "anyOf"):
        for part in schema.get(word, ()):
            yield from parts_of(part)


def loosened(schema, hidden=frozenset()):
    """
    The same schema without requiring what is read only, which a request does not give. hidden: what
    is so in the schema
    that this one is a part of.
    """
    hidden = hidden | {name for part in parts_of(schema) for name in part.get("readOnly", ())}
    out = {}
    for key, value in schema.items():
        if key == "required":
            value = [name for name in value if name not in hidden]
        elif key == "properties":
            value = {name: loosened(part) for name, part in value.items()}
        elif key in ("allOf", "anyOf"):
            value = [loosened(part, hidden) for part in value]
        elif key == "items":
            value = loosened(value)
        if key != "readOnly" and (key != "required" or value):
            out[key] = value
    return out


def unknown_members(schema, value, where=""):
    """Where a value has members that the schema does not name, as paths; a schema that names
    none takes any."""
    if isinstance(value, list):
        items = [part["items"] for part in parts_of(schema) if "items" in part]
        for element in value:
            if items:
                yield from unknown_members({"anyOf": items}, element, where + "[]")
    if not isinstance(value, dict):
        return
    known = {}
    for part in parts_of(schema):
        for name, member in part.get("properties", {}).items():
            known.setdefault(name, []).append(member)
    for name, member in value.items():
        path = where + "/" + name
        if not known:
            continue
        if name not in known:
            yield path
        else:
            yield from unknown_members({"anyOf": known[name]}, member, path)


class Operation:
    def __init__(self, specification, method, route, source, item):
        self.specification = specification
        self.method = method
        self.route = specification.base + route
        self.tags = source.get("tags", [])
        self.deprecated = bool(source.get("deprecated"))
        self.source = source
        self.item = item
        literal = [
            re.escape(urllib.parse.unquote(part)) for part in re.split(r"\{[^}]*\}", self.route)
        ]
        self.pattern = re.compile("([^/]+)".join(literal) + "$")

    def __str__(self):
        return self.method + " " + self.route

    def parameters(self, place):
        """Returns {name: (schema, required)}."""
        sources = list(self.item.get("parameters", ())) + list(self.source.get("parameters", ()))
        found = [self.specification.resolve(source) for source in sources]
        return {
            source["name"]: (
                self.specification.schema(source.get("schema", {})),
                bool(source.get("required")),
            )
            for source in found
            if source["in"] == place
        }

    def body(self):
        """Returns the schema of the request's body, or None."""
        content = self.specification.resolve(self.source.get("requestBody", {})).get("content", {})
        for media in content.values():
            return loosened(self.specification.schema(media.get("schema", {})))
        return None

    def replies(self):
        """Yields (status, example) of each success. The example is None without content."""
        for status, reply in sorted(self.source.get("responses", {}).items()):
            if not status.startswith("2"):
                continue
            media = list(self.specification.resolve(reply).get("content", {}).values())
            examples = [example for part in media for example in self.examples(part)]
            for example in examples if media else [None]:
                yield int(status), example

    def examples(self, media):
        if "example" in media:
            yield media["example"]
        for example in media.get("examples", {}).values():
            example = self.specification.resolve(example)
            if "value" in example:
                yield example["value"]


def find(operations, method, path):
    """Finds the operation of a request: of several, the one with the fewest parameters in its
    path."""
    found = [one for one in operations if one.method == method and one.pattern.match(path)]
    return min(found, key=lambda one: one.route.count("{"), default=None)
