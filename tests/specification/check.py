# SPDX-License-Identifier: Apache-2.0
"""Finds out where a request differs from the specification."""
import re
import urllib.parse

import jsonschema

import openapi

# Actions that are told without a request, or with several.
NO_REQUEST = "shows the request of an action"
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$")
READERS = {
    "integer": lambda text: int(text) if re.fullmatch(r"-?\d+", text) else text,
    "number": lambda text: float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text,
    "boolean": lambda text: {"true": True, "false": False}.get(text, text),
}
formats = jsonschema.FormatChecker(formats=())


@formats.checks("date-time")
def is_date_time(value):
    return not isinstance(value, str) or bool(DATE_TIME.match(value))


_validators = {}


def errors_of(schema, value):
    # Schemas are made anew by each call; those of an operation are kept with it.
    validator = _validators.get(id(schema))
    if validator is None:
        validator = _validators[id(schema)] = (
            schema,
            jsonschema.Draft4Validator(schema, format_checker=formats),
        )
    for error in validator[1].iter_errors(value):
        yield "/".join(str(step) for step in error.absolute_path), error.message[:300]


_facts = {}


def facts_of(operation):
    """Makes the parts of an operation for checks of requests, once."""
    if operation not in _facts:
        _facts[operation] = (
            operation.parameters("query"),
            operation.parameters("header"),
            operation.body(),
        )
    return _facts[operation]


def read_value(schema, texts, is_list):
    """Converts the texts of a query parameter to its value."""
    types = [part["type"] for part in openapi.parts_of(schema) if "type" in part]
    if "array" in types:
        return texts
    reader = READERS.get(types[0] if types else "string", str)
    return [reader(text) for text in texts] if is_list else reader(texts[-1])


def query_problems(query, wanted):
    given = {}
    for name, text in urllib.parse.parse_qsl(query, keep_blank_values=True):
        given.setdefault(name, []).append(text)
    for name, (_, required) in wanted.items():
        if required and name not in given:
            yield "query", name, "is required, and not sent"
    for name, texts in given.items():
        if name not in wanted:
            yield "query", name, "is not in the specification"
            continue
        schema = wanted[name][0]
        is_list = name.endswith("[]")
        value = read_value(schema, texts, is_list)
        # A list in brackets is declared as an array, or as one of its elements.
        each = (
            value
            if is_list and not any(part.get("type") == "array" for part in openapi.parts_of(schema))
            else [value]
        )
        for element in each:
            for _, message in errors_of(schema, element):
                yield "query", name, message


def header_problems(request, wanted):
    given = {name.lower() for name in request["headers"]}
    # The specification wants it of requests without a body, too.
    if "body" not in request:
        given.add("content-type")
    for name, (_, required) in wanted.items():
        if required and name.lower() not in given:
            yield "header", name, "is required, and not sent"


def body_problems(request, schema):
    body = request.get("body")
    if schema is None:
        if body is not None:
            yield "body", "", "is sent, and the specification has none"
        return
    if body is None:
        if list(errors_of(schema, {})):
            yield "body", "", "is not sent"
        return
    for where, message in errors_of(schema, body):
        yield "body", re.sub(r"/\d+", "[]", where), message
    for where in openapi.unknown_members(schema, body):
        yield "body", where.lstrip("/"), "is not in the specification"


def problems_of(outcome, operations, covered):
    """Yields (check, what, detail) of one run."""
    if outcome.request is None or "url" not in outcome.request:
        # What the program refuses it says; what PagerDuty takes must not be refused.
        if outcome.way == "example" and NO_REQUEST not in outcome.error:
            yield "run", outcome.way, outcome.error
        return
    address = urllib.parse.urlsplit(outcome.request["url"])
    path = urllib.parse.unquote(address.path)
    operation = openapi.find(operations, outcome.request["method"], address.path) or openapi.find(
        operations, outcome.request["method"], path
    )
    if operation is None:
        yield "path", outcome.request["method"] + " " + path, "is not in the specification"
        return
    covered.add(operation)
    query, header, body = facts_of(operation)
    yield from query_problems(address.query, query)
    yield from header_problems(outcome.request, header)
    yield from body_problems(outcome.request, body)
