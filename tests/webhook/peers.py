# SPDX-License-Identifier: Apache-2.0
"""The peers of the gateway in its tests: a StackStorm with given answers, a PagerDuty that signs
webhooks, and the gateway itself."""
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import queue
import signal
import socket
import socketserver
import subprocess
import tempfile
import threading
import time
import urllib.parse

SECRET = "S3CRET-webhook"
API_KEY = "S3CRET-st2"


def event(id="E1", type="incident.triggered", **more):
    return {
        "id": id,
        "event_type": type,
        "resource_type": "incident",
        "occurred_at": "2026-11-29T12:00:00Z",
        "agent": None,
        "client": None,
        "data": {"id": "PT4KHLK", "type": "incident", "title": "B0DY-title"},
        **more,
    }


def body(*arguments, **more):
    return json.dumps({"event": event(*arguments, **more)}).encode()


def sign(content, secret=SECRET):
    return "v1=" + hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *arguments):
        """Connections break when their other end is killed."""


class StackStorm:
    """Answers with what was put into `answers`, else with `usual`. An answer is a status, (status,
    body), "close" (nothing is said), or a
    threading.Event, which is waited for before 202. `came` has every trigger, as (path, headers,
    document), in the order they came.
    `keys` is the datastore; `step` is called with every request that came, before it is
    answered."""

    def __init__(self, port=0):
        self.came, self.raw, self.answers, self.usual = queue.Queue(), [], [], 202
        self.keys, self.datastore_status, self.step = {}, 0, lambda: None
        self.lock = threading.Lock()
        stub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                name = self.path.split("?")[0].rpartition("/")[2]
                stub.step()
                if stub.datastore_status:
                    self.say(stub.datastore_status, b'{"faultstring": "said so"}')
                elif name in stub.keys and API_KEY in (
                    self.headers.get("St2-Api-Key"),
                    self.headers.get("X-Auth-Token"),
                ):
                    self.say(200, json.dumps({"name": name, "value": stub.keys[name]}).encode())
                else:
                    self.say(404, b'{"faultstring": "none"}')

            def do_PUT(self):
                document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                stub.keys[document["name"]] = document["value"]
                stub.step()
                self.say(200, json.dumps(document).encode())

            def do_POST(self):
                content = self.rfile.read(int(self.headers["Content-Length"]))
                with stub.lock:
                    answer = stub.answers.pop(0) if stub.answers else stub.usual
                    stub.raw.append(content)
                stub.came.put((self.path, self.headers, json.loads(content)))
                stub.step()
                if isinstance(answer, threading.Event):
                    answer.wait(60)
                    answer = 202
                if answer == "close":
                    self.close_connection = True
                    return
                status, text = answer if isinstance(answer, tuple) else (answer, content)
                self.say(status, text)

            def say(self, status, text):
                try:
                    self.send_response(status)
                    page = text.startswith(b"<")
                    self.send_header("Content-Type", "text/html" if page else "application/json")
                    self.send_header("Content-Length", str(len(text)))
                    self.end_headers()
                    self.wfile.write(text)
                except OSError:
                    pass

            def log_message(self, *arguments):
                pass

        self.server = Server(("127.0.0.1", port), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def take(self, timeout=10):
        return self.came.get(timeout=timeout)

    def none(self):
        return self.came.empty()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class PagerDuty:
    """Lists `entries`, the newest first, as GET /log_entries does. `step` is called with every
    request, before it is answered."""

    def __init__(self):
        self.entries, self.asked, self.step = [], [], lambda: None
        stub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                path, _, query = self.path.partition("?")
                query = urllib.parse.parse_qs(query)
                stub.asked.append((path, query))
                stub.step()
                since, until = query.get("since", [""])[0], query.get("until", ["9"])[0]
                listed = sorted(
                    (e for e in stub.entries if since <= e["created_at"] <= until),
                    key=lambda e: e["created_at"],
                    reverse=True,
                )
                offset, limit = int(query.get("offset", ["0"])[0]), int(
                    query.get("limit", ["25"])[0]
                )
                text = json.dumps(
                    {
                        "log_entries": listed[offset:offset + limit],
                        "limit": limit,
                        "offset": offset,
                        "total": None,
                        "more": offset + limit < len(listed),
                    }
                ).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *arguments):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()


class Answer:
    def __init__(self, status=0, headers=None, text=b"", seconds=0.0):
        self.status, self.headers, self.text, self.seconds = status, headers or {}, text, seconds

    def __repr__(self):
        return "%d %r %r after %.3f s" % (self.status, self.headers, self.text, self.seconds)


class Client:
    """A connection that can be written byte by byte."""

    def __init__(self, port, timeout=20):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")
        self.method = ""

    def write(self, content):
        self.started = time.monotonic()
        self.socket.sendall(content)
        self.started = time.monotonic()

    def post(self, content, headers=None, path="/", method="POST", length=True):
        self.method = method
        lines = ["%s %s HTTP/1.1" % (method, path), "Host: localhost"]
        if length:
            lines.append("Content-Length: %d" % len(content))
        lines += ["%s: %s" % pair for pair in (headers or {}).items()]
        self.write("\r\n".join(lines).encode() + b"\r\n\r\n" + content)
        return self

    def answer(self):
        """Returns an Answer; its status is 0 if the connection was closed without one."""
        try:
            line = self.file.readline()
            if not line:
                return Answer(seconds=time.monotonic() - self.started)
            status, headers = int(line.split()[1]), {}
            while line := self.file.readline().strip():
                name, _, value = line.decode().partition(":")
                headers[name.lower()] = value.strip()
            text = (
                b""
                if self.method == "HEAD"
                else self.file.read(int(headers.get("content-length", 0)))
            )
            return Answer(status, headers, text, time.monotonic() - self.started)
        except (ConnectionError, BrokenPipeError):
            return Answer(seconds=time.monotonic() - self.started)

    def close(self):
        self.file.close()
        self.socket.close()


class Gateway:
    def __init__(self, program, config, environment=None):
        self.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.folder.name)
        (folder / "pagerduty.yaml").write_text(
            config if isinstance(config, str) else json.dumps(config)
        )
        self.log = folder / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [program, "--config", str(folder / "pagerduty.yaml")],
                stdout=subprocess.PIPE,
                stderr=log,
                env={"PATH": os.environ["PATH"], **(environment or {})},
            )
        self.address = self.process.stdout.readline().decode().strip()
        self.port = int(self.address.rpartition(":")[2]) if self.address else 0

    def logged(self):
        return self.log.read_text(errors="replace")

    def client(self):
        return Client(self.port)

    def post(self, content, webhook_id=None, signature=None, **more):
        headers = {
            "Content-Type": "application/json",
            "X-PagerDuty-Signature": sign(content) if signature is None else signature,
        }
        if webhook_id:
            headers["X-Webhook-Id"] = webhook_id
        headers.update(more.pop("headers", {}))
        client = self.client()
        answer = client.post(
            content, {k: v for k, v in headers.items() if v is not False}, **more
        ).answer()
        client.close()
        return answer

    def get(self, path, method="GET"):
        client = self.client()
        answer = client.post(b"", {}, path, method, length=False).answer()
        client.close()
        return answer

    def metric(self, name):
        for line in self.get("/metrics").text.decode().splitlines():
            if line.startswith("pagerduty_webhook_" + name + " "):
                return float(line.rpartition(" ")[2])
        return None

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(20)
        self.process.stdout.close()
        return status


def settings(stackstorm, **webhook):
    return {
        "webhook": {"secrets": [SECRET], "listen": "127.0.0.1:0", **webhook},
        "stackstorm": {"api_url": "http://127.0.0.1:%d/v1" % stackstorm.port, "api_key": API_KEY},
    }
