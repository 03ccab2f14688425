# SPDX-License-Identifier: Apache-2.0
"""Checks the files that StackStorm reads for consistency: st2-run-pack-tests collects this file.

It needs nothing but PyYAML, and neither StackStorm nor the program.
"""
import functools
import pathlib
import re
import unittest

import yaml

PACK = pathlib.Path(__file__).resolve().parent.parent
# What a caller could otherwise give to have something else run, or by someone else.
GUARDED = ("cmd", "env", "sudo", "sudo_password", "cwd", "kwarg_op")


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


@functools.lru_cache(maxsize=None)
def read_all(folder):
    return {path.name: read(path) for path in sorted((PACK / folder).glob("*.yaml"))}


class PackTest(unittest.TestCase):
    def test_metadata_is_complete(self):
        pack = read(PACK / "pack.yaml")
        for key in ("ref", "name", "description", "version", "author", "email"):
            self.assertTrue(pack.get(key), key)
        self.assertRegex(pack["version"], r"^\d+\.\d+\.\d+$")
        self.assertRegex(pack["ref"], r"^[a-z0-9_-]+$")

    def test_there_are_actions(self):
        self.assertGreater(len(read_all("actions")), 80)


class ActionTest(unittest.TestCase):
    def test_file_bears_the_name(self):
        for file, action in read_all("actions").items():
            with self.subTest(file):
                self.assertEqual(file, action["name"] + ".yaml")
                self.assertTrue(action["description"])

    def test_commands_are_out_of_a_callers_reach(self):
        for file, action in read_all("actions").items():
            if action["runner_type"] != "local-shell-cmd":
                continue
            with self.subTest(file):
                for name in GUARDED:
                    self.assertIs(action["parameters"][name].get("immutable"), True, name)

    def test_every_parameter_reaches_the_program(self):
        """The environment of an action passes on exactly its parameters."""
        for file, action in read_all("actions").items():
            if action["runner_type"] != "local-shell-cmd":
                continue
            parameters = action["parameters"]
            own = {name for name in parameters if not parameters[name].get("immutable")}
            whole = parameters.get("parameters_json")
            passed = (whole["default"] if whole
                      else parameters["env"]["default"]["ST2_PAGERDUTY_PARAMETERS"])
            with self.subTest(file):
                self.assertTrue(not whole or whole.get("immutable"))
                for name in own - {"timeout"}:
                    self.assertRegex(passed, r"\b%s\b" % re.escape(name))

    def test_defaults(self):
        """A default of a secret would be stored with every execution."""
        for file, action in read_all("actions").items():
            for name, parameter in action["parameters"].items():
                if parameter.get("immutable"):
                    continue
                with self.subTest("%s: %s" % (file, name)):
                    self.assertFalse(parameter.get("secret") and "default" in parameter)
                    if "enum" in parameter and "default" in parameter:
                        self.assertIn(parameter["default"], parameter["enum"])


class AliasTest(unittest.TestCase):
    def test_actions_are_there(self):
        actions = {action["name"] for action in read_all("actions").values()}
        for file, alias in read_all("aliases").items():
            with self.subTest(file):
                pack, _, name = alias["action_ref"].partition(".")
                self.assertEqual(pack, read(PACK / "pack.yaml")["ref"])
                self.assertIn(name, actions)

    def test_phrases_name_parameters(self):
        actions = {action["name"]: action for action in read_all("actions").values()}
        for file, alias in read_all("aliases").items():
            name = alias["action_ref"].partition(".")[2]
            known = set(actions.get(name, {}).get("parameters", {}))
            for phrase in alias["formats"]:
                shown = phrase if isinstance(phrase, str) else phrase["representation"]
                shown = [shown] if isinstance(shown, str) else shown
                for text in shown:
                    with self.subTest("%s: %s" % (file, text)):
                        asked = set(re.findall(r"{{\s*(\w+)", text))
                        self.assertLessEqual(asked, known)


class ConfigTest(unittest.TestCase):
    def test_secrets_are_marked(self):
        schema = read(PACK / "config.schema.yaml")
        for name, key in schema.items():
            if re.search(r"(^|_)(key|token|secret|password)$", name):
                with self.subTest(name):
                    self.assertIs(key.get("secret"), True)

    def test_example_has_known_keys(self):
        schema = read(PACK / "config.schema.yaml")
        example = read(PACK / "pagerduty.yaml.example") or {}
        self.assertLessEqual(set(example), set(schema))


if __name__ == "__main__":
    unittest.main()
