# SPDX-License-Identifier: Apache-2.0
"""What StackStorm does with an action's metadata and with an alias, as far as this pack depends on
it.

Learnt from StackStorm's st2common (util/param.py, util/jinja.py,
models/utils/action_alias_utils.py) and from its
chatops pack.
"""
import functools
import json
import re

import jinja2
import jinja2.meta
import jinja2.sandbox

# The parameters of the runner local-shell-cmd and their defaults.
RUNNER = {
    "cmd": None,
    "cwd": None,
    "env": None,
    "kwarg_op": "--",
    "sudo": False,
    "sudo_password": None,
    "timeout": 60,
}


def to_json_string(value):
    return json.dumps(value, separators=(",", ": "))


def json_escape(value):
    return json.dumps(value).strip('"')


def regex_replace(value, pattern, replacement):
    return re.sub(pattern, replacement, value if isinstance(value, str) else str(value))


def environment(undefined):
    made = jinja2.sandbox.SandboxedEnvironment(
        undefined=undefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(
        to_json_string=to_json_string,
        json_escape=json_escape,
        to_complex=json.dumps,
        regex_replace=regex_replace,
    )
    return made


STRICT = environment(jinja2.StrictUndefined)
LENIENT = environment(jinja2.Undefined)


@functools.lru_cache(maxsize=64)
def compiled(source):
    return STRICT.from_string(source)


@functools.lru_cache(maxsize=64)
def names_in(source):
    return jinja2.meta.find_undeclared_variables(STRICT.parse(source))


class Parameters:
    """The parameters of one execution. Each is rendered once, after those that its template
    names."""

    def __init__(self, schemas, given, config, user):
        self.values = dict(config_context=config, action_context={"user": user}, **given)
        self.schemas = schemas
        for name in schemas:
            if schemas[name].get("immutable") or self.values.get(name) is None:
                self.values.pop(name, None)

    def get(self, name):
        if name not in self.values:
            default = self.schemas.get(name, {}).get("default", RUNNER.get(name))
            self.values[name] = self.render(default)
        return self.values[name]

    def render(self, value):
        source = value
        if isinstance(value, (dict, list)):
            source = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            # "{{name}}", and nothing else, keeps its type.
            source = re.sub(r'"{{([A-z0-9_-]+)}}"', r"{{\1 | to_complex}}", source)
        if not isinstance(source, str) or not re.search("{{|{%", source):
            return value
        # StackStorm looks for the names in the text of the value, before it is made JSON.
        context = {name: self.get(name) for name in names_in(str(value))}
        rendered = compiled(source).render(context)
        return rendered if source is value else json.loads(rendered)


def prepare(action, given, config, user="admin"):
    """The command and the environment of an execution, as sudo passes it on."""
    parameters = Parameters(action["parameters"], given, config, user)
    env = parameters.get("env")
    # sudo takes such a variable for a shell function.
    return parameters.get("cmd"), {
        name: value for name, value in env.items() if not value.startswith("()")
    }


def representations(alias):
    for item in alias["formats"]:
        if isinstance(item, str):
            yield item
        else:
            yield from item["representation"]


PAIRS = r"(?:^|\s+)(\S+?)\s*=(\"\"|''|\".+?\"|'.+?'|{.+?}|\S+)"


def extract(representation, phrase):
    """Returns the parameters of a phrase by a representation, or None if it does not match."""
    extra = re.match(r".*?((?:%s\s*)*)$" % PAIRS, phrase, re.DOTALL).group(1)
    if extra:
        phrase = phrase.replace(extra, "")
    named = r"""\1["']?(?P<\2>.+?)["']?"""
    defaults = dict(re.findall(r"{{\s*(\S+?)\s*=\s*(.*?)\s*}}", representation))
    pattern = re.sub(r"(\s*){{\s*(\S+?)\s*=.*?}}", "(?:" + named + ")?", representation)
    pattern = re.sub(r"(\s*){{\s*(\S+?)\s*}}", named, pattern)
    found = re.search(r"^\s*" + pattern + r"\s*$", " %s " % phrase, re.DOTALL)
    if not found:
        return None
    values = {name: value or defaults.get(name) for name, value in found.groupdict().items()}
    values.update((name, value.strip("\"'")) for name, value in re.findall(PAIRS, extra))
    return values


def reply(alias, execution):
    return LENIENT.from_string(alias["result"]["format"]).render(execution=execution, alias=alias)
