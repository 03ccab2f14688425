# SPDX-License-Identifier: Apache-2.0
"""Answers each action with the specification's example replies, and checks that it reads them."""
import concurrent.futures
import http.server
import json
import os
import subprocess
import threading
import urllib.parse

import openapi
import plan


def last_page(example):
    """Makes a reply the last page of a list."""
    if not isinstance(example, dict):
        return example
    ends = {"more": False, "next_cursor": None, "after": None, "last": None}
    return {key: ends.get(key, value) for key, value in example.items()}


class Server:
    """Answers the request below /NUMBER with the reply of that number."""

    def __init__(self):
        self.replies = {}
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, body = outer.replies[self.path.split("/")[1]]
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                if status != 204:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if status != 204:
                    self.wfile.write(body)

            do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def add(self, number, status, example):
        body = b"" if example is None else json.dumps(last_page(example)).encode()
        self.replies[number] = (status, body)
        return "http://127.0.0.1:%d/%s" % (self.server.server_address[1], number)


def tells_outcomes(stdout):
    """Returns whether the reply was read as one about several things, of which the example does not
    name all, or says that some were refused."""
    error = json.loads(stdout)["error"]
    return "outcomes" in error and 200 <= error.get("status", 200) < 300


def run(program, outcome, url):
    done = subprocess.run(
        [program, outcome.action],
        input=json.dumps(outcome.given).encode(),
        capture_output=True,
        env={
            "PATH": os.environ["PATH"],
            "ST2_PAGERDUTY_CONFIG": json.dumps(dict(plan.CONFIG, api_url=url)),
        },
        check=False,
        timeout=60,
    )
    if done.returncode == 0 or tells_outcomes(done.stdout):
        return ""
    return done.stderr.decode().strip()


def tasks(runs, rest):
    """Yields (outcome, status, example) of each action that is one request."""
    for name, outcomes in runs.items():
        outcome = next((one for one in outcomes if one.request and "url" in one.request), None)
        if outcome is None or plan.is_event(name) or name in plan.WAITS:
            continue
        path = urllib.parse.urlsplit(outcome.request["url"]).path
        operation = openapi.find(rest.operations, outcome.request["method"], path)
        for status, example in operation.replies() if operation else ():
            yield outcome, status, example


def read_back(runs, rest, program):
    """Returns the number of replies that were read, and each action's problems:
    (check, what, detail)."""
    server, futures, wrong = Server(), [], {}
    with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
        for number, (outcome, status, example) in enumerate(tasks(runs, rest)):
            url = server.add(str(number), status, example)
            futures.append((outcome.action, status, pool.submit(run, program, outcome, url)))
        for name, status, future in futures:
            error = future.result()
            if error:
                wrong.setdefault(name, []).append(("reply", str(status), error))
    server.server.shutdown()
    return len(futures), wrong
