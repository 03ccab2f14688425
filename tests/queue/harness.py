# SPDX-License-Identifier: Apache-2.0
"""A simulated PagerDuty that takes events, and a folder with a queue and the program that fills
and empties it."""
import http.server
import json
import os
import pathlib
import select
import shutil
import socket
import socketserver
import struct
import subprocess
import tempfile
import threading
import time

# Keys that no output may hold.
ROUTING_KEY, SERVICE_KEY, NAMED_KEY, GIVEN_KEY = ("S3CRET%026d" % number for number in range(4))
TRIGGER = {"summary": "Disk full", "source": "db1", "severity": "critical"}


class PagerDuty(socketserver.ThreadingMixIn, http.server.HTTPServer):
    """
    answer(path, body) says how an event is answered: a status, (status, header fields), or "reset",
    "stall", "half", "html". It counts as
    taken with 2xx. took: every event that was, in order; asked: every request, as (moment, path,
    body).
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = lambda path, body: 202
        self.took, self.asked = [], []
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.arrived = threading.Event()
        self.url = "http://127.0.0.1:%d" % self.server_port
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def end(self):
        self.over.set()
        self.shutdown()
        self.server_close()

    def forget(self):
        self.took.clear()
        self.asked.clear()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.is_alone():
            self.close_connection = True
            return
        with self.server.lock:
            answer = self.server.answer(self.path, body)
            self.server.asked.append((time.monotonic(), self.path, body))
            status, fields = answer if isinstance(answer, tuple) else (answer, {})
            if isinstance(status, int) and status < 300:
                self.server.took.append(body)
        self.server.arrived.set()
        if status == "stall":
            self.server.over.wait(60)
        if status in ("stall", "reset"):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            return
        if status == "html":
            return self.send(
                400, {"Content-Type": "text/html"}, b"<html>Log in to this network</html>"
            )
        told = {
            "status": "success" if status == "half" or status < 300 else "error",
            "message": "told",
            "errors": ["because"],
        }
        text = json.dumps(told).encode()
        if status == "half":
            self.close_connection = True
            return self.send(202, {}, text[:10], len(text))
        self.send(status, fields, text)

    def is_alone(self):
        """Returns whether the client has gone: then the event counts as not received."""
        if not select.select([self.connection], [], [], 0)[0]:
            return False
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def send(self, status, fields, body, length=None):
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **fields}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Done:
    """The outcome of a run: its exit status, its document, its lines."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err
        self.document = json.loads(out) if out else None

    def __repr__(self):
        return "exit %s: %s %s" % (self.status, self.out, self.err)


class QueueFolder:
    """A folder with a queue. settings are more members of the configuration."""

    def __init__(self, program, url, **settings):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="queue-"))
        os.chmod(self.folder, 0o755)
        self.path = self.folder / "queue/events.db"
        self.config = {
            "events_url": url,
            "routing_key": ROUTING_KEY,
            "service_key": SERVICE_KEY,
            "routing_keys": {"named": NAMED_KEY},
            "max_retry_time": 0,
            "timeout": 5,
            "event_queue": {"path": str(self.path)},
            **settings,
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "ST2_PAGERDUTY_CONFIG": json.dumps(self.config), **more}

    def start(self, action, parameters=None, wrapper=(), environment=None, program=None, **options):
        if wrapper:
            # The sanitizer's search for leaks follows the process itself.
            environment = {"ASAN_OPTIONS": "detect_leaks=0", **(environment or {})}
        process = subprocess.Popen(
            [*wrapper, program or self.program, action],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment(**(environment or {})),
            **options
        )
        process.stdin.write(json.dumps(parameters or {}))
        process.stdin.close()
        process.stdin = None
        return process

    def wait(self, process, timeout=120):
        out, err = process.communicate(timeout=timeout)
        assert "S3CRET" not in out + err, out + err
        return Done(process.returncode, out, err)

    def run(self, action, parameters=None, **options):
        return self.wait(self.start(action, parameters, **options))

    def trigger(self, key=None, summary="Disk full", **more):
        given = dict(TRIGGER, summary=summary, **more)
        if key:
            given["dedup_key"] = key
        return self.run("event.trigger", given)

    def list(self, **given):
        return self.run("event_queue.list", {"maximum": 0, **given}).document

    def status(self):
        return self.run("event_queue.status").document

    def drain(self, **options):
        return self.run("event_queue.drain", **options)

    def sql(self, text):
        """Changes the file itself, to avoid long waits."""
        import sqlite3

        database = sqlite3.connect(str(self.path))
        rows = database.execute(text).fetchall()
        database.commit()
        database.close()
        return rows

    def end_waits(self):
        """Ends the waits of all lanes."""
        self.sql("UPDATE wait SET length = 0")
