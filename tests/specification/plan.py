# SPDX-License-Identifier: Apache-2.0
"""The ways in which each action is run, and what --dry-run shows of them."""
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import re
import subprocess

import yaml

# StackStorm's runner and the pack's own, not PagerDuty's; and what asks for more than one request.
CONTROL = {
    "account",
    "cmd",
    "env",
    "sudo",
    "sudo_password",
    "cwd",
    "kwarg_op",
    "timeout",
    "parameters_json",
    "maximum",
    "partial",
    "queue",
    "view",
}
# Asks again and again until something has happened.
WAITS = {"incident.wait"}
# Asks whatever its caller says.
FREE = {"rest.request"}
CONFIG = {
    "api_key": "SECRET-api-key-123",
    "from_email": "ops@example.com",
    "service_key": "0" * 32,
    "routing_key": "1" * 32,
}
TIME = "2026-11-09T20:00:00Z"
TIME_NAME = re.compile("(^|_)(since|until|start|end|at|after|timestamp|time)$")


@dataclasses.dataclass
class Outcome:
    action: str
    way: str
    given: dict
    status: int
    request: dict
    error: str


def is_event(name):
    """Returns whether an action sends events, directly or through the queue."""
    return (
        name.startswith("event") and
        "orchestration" not in name or
        name in ("launch_incident", "incident.create.events_v1")
    )


def own_parameters(action):
    return {name: schema for name, schema in action["parameters"].items() if name not in CONTROL}


def examples(root):
    """Returns each action's example in docs/actions.md."""
    found = re.findall(
        r"^st2-pagerduty (\S+) <<'END'\n(.*?)\nEND$",
        (root / "docs/actions.md").read_text(),
        flags=re.M | re.S,
    )
    return {name: json.loads(text) for name, text in found}


def cases(root):
    """Returns the parameters of each action's cases that make one request and succeed."""
    found = {}
    for path in sorted((root / "tests/cases").glob("*/*.case")):
        text = path.read_text()
        keys = dict(re.findall(r"^(\w[\w-]*): (.*)$", text, flags=re.M))
        plain = "arguments" not in keys and "config" not in keys and "environment" not in keys
        if (
            plain and
            "request" in keys and
            "exit" not in keys and
            "{" in keys.get("parameters", "") and
            "@" not in keys["parameters"].replace("@example", "")
        ):
            found.setdefault(keys["action"], []).append((path.stem, json.loads(keys["parameters"])))
    return found


def sample(name, schema):
    """Returns a value for a parameter, or None if only an example has one."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema["type"]
    if kind == "string":
        if name == "from_email" or name.endswith("email"):
            return "ana@example.com"
        return TIME if TIME_NAME.search(name) else "PT4KHLK"
    if kind == "integer":
        return max(schema.get("minimum", 1), 1)
    if kind == "boolean":
        return True
    if kind == "array" and schema.get("items", {}).get("type") == "string":
        return ["PT4KHLK"]
    return None


def elements(program, action, name, schema, example):
    """Returns the allowed elements of a list; [] if all are. The metadata does not have them, but
    the program lists them when it refuses another one."""
    if schema["type"] != "array" or schema["items"]["type"] != "string":
        return []
    error = run(program, action, name, dict(example, **{name: ["PT4KHLK"]})).error
    found = re.search(r'\[0\] must be (?:one of )?(.+), not "PT4KHLK"', error)
    return found[1].split(", ") if found else []


def values(name, schema, seen, allowed):
    """Yields values for a parameter: each that is allowed, or those of the cases, or a sample."""
    if "enum" in schema:
        yield from schema["enum"]
    elif allowed:
        yield from ([element] for element in allowed)
    elif schema["type"] == "boolean":
        yield from (True, False)
    else:
        value = seen.get(name, sample(name, schema))
        if value is not None:
            yield value


def ways(program, action, example, of_cases):
    """Yields (way, parameters)."""
    yield "example", example
    seen = {}
    for way, given in of_cases:
        yield way, given
        seen.update(given)
    for name, schema in own_parameters(action).items():
        allowed = elements(program, action["name"], name, schema, example)
        for value in values(name, schema, seen, allowed):
            if example.get(name) != value:
                yield "%s=%s" % (name, json.dumps(value)[:40]), dict(example, **{name: value})


def run(program, name, way, given):
    done = subprocess.run(
        [program, name, "--dry-run"],
        input=json.dumps(given).encode(),
        capture_output=True,
        env={"PATH": os.environ["PATH"], "ST2_PAGERDUTY_CONFIG": json.dumps(CONFIG)},
        check=False,
        timeout=60,
    )
    request = json.loads(done.stdout) if done.returncode == 0 else None
    return Outcome(name, way, given, done.returncode, request, done.stderr.decode().strip())


def all_runs(root, program):
    """Returns the outcomes of each action by its name."""
    of_examples, of_cases = examples(root), cases(root)
    runs = {}
    with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
        for path in sorted(pathlib.Path(root, "actions").glob("*.yaml")):
            action = yaml.load(
                path.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            )
            name = action["name"]
            # A workflow sends nothing itself.
            if name in FREE or action["runner_type"] == "orquesta":
                continue
            runs[name] = [
                pool.submit(run, program, name, way, given)
                for way, given in ways(program, action, of_examples[name], of_cases.get(name, []))
            ]
        return {name: [future.result() for future in futures] for name, futures in runs.items()}
