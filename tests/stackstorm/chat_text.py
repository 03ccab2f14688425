# SPDX-License-Identifier: Apache-2.0
"""Does what happens to a reply on its way to a channel: Orquesta evaluates it, hubot cuts
it, and Slack interprets it.

Learnt from Orquesta's expressions/base.py, jinja.py and yql.py, from hubot-stackstorm's utils.js,
and from Slack's
documents on formatting text.
"""
import re

import stackstorm

# What Orquesta takes for an expression, within a line.
EXPRESSIONS = [re.compile(pattern) for pattern in ("{{.*?}}", "{%.*?%}", "<%.*?%>")]
# What Slack takes for a link, a mention or a command, what Markdown takes for a link under other
# words, and what calls
# people by a name. An e-mail address calls nobody.
MEANINGS = [
    re.compile(pattern)
    for pattern in (
        r"[<>`]",
        r"\]\(",
        r"&(?:[A-Za-z]+|#[0-9]+|#x[0-9A-Fa-f]+);",
        r"(?<![A-Za-z0-9])@(?=[\w@])",
        r"@(?:here|channel|everyone|all)\b(?!\.)",
        "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]",
    )
]
PARTING = "\u200b"


class Evaluated(Exception):
    """A part of a reply was executed."""


def evaluate(text):
    """Evaluates a text like Orquesta. Returns the text itself if it contains no expression."""
    for pattern in EXPRESSIONS:
        found = pattern.search(text)
        if found:
            raise Evaluated(found.group())
    # Jinja by itself agrees: it finds nothing to render, and no comment to leave out.
    rendered = stackstorm.STRICT.from_string(text).render()
    if rendered != text:
        raise Evaluated(rendered)
    return text


def posted(text):
    """Returns the part of a text that hubot shows."""
    parts = text.split("{~}")
    return parts[1] if len(parts) > 1 else parts[0]


def meanings(text):
    """Returns the parts of a text that would have an effect."""
    return [found.group() for pattern in MEANINGS for found in [pattern.search(text)] if found]


def read(text):
    """Replaces the similar characters in a text by the characters for which they stand."""
    return text.replace(PARTING, "").replace("\u2039", "<").replace("\u203a", ">")


def as_it_reads(title):
    """Returns a title on one line, without invisible characters."""
    shown = re.sub(
        "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff]", "", title.replace("`", "'")
    )
    return re.sub(r"[\s\x00-\x20\x7f-\xa0\u2028\u2029]+", " ", shown).strip()
