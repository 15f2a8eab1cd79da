"""How long a photo on demand takes, seen from the client, and where the time goes.

    MIEN_KEY=... python on_demand_speed.py http://127.0.0.1:8080 PHOTOS EXPRESSION COUNT [ROUNDS]

One request after the other, each with another photo of the folder. The stages are those of the run's
events, whose times are the beginnings of transactions. Only the standard library is used.
"""

import collections
import datetime
import http.client
import json
import os
import pathlib
import statistics
import sys
import time
import urllib.parse
import uuid

STAGES = (
    ("request to run", "sent", "run.created"),
    ("run to offer", "run.created", "prepare.offered"),
    ("offer to start", "prepare.offered", "prepare.started"),
    ("preparation", "prepare.started", "prepare.succeeded"),
    ("to offer", "prepare.succeeded", "synthesise.offered"),
    ("offer to start", "synthesise.offered", "synthesise.started"),
    ("synthesis", "synthesise.started", "synthesise.succeeded"),
    ("to answer", "synthesise.succeeded", "answered"),
    ("all", "sent", "answered"),
)


def form(photo, expression):
    """Body and content type of the request."""
    mark = uuid.uuid4().hex
    body = (
        f'--{mark}\r\nContent-Disposition: form-data; name="expressions"\r\n\r\n{expression}\r\n'
        f'--{mark}\r\nContent-Disposition: form-data; name="photo"; filename="{photo.name}"\r\n\r\n'
    ).encode()
    return body + photo.read_bytes() + f"\r\n--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


def millis(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000


def times(server, key, run):
    """When each thing happened, by the events of the run up to its end."""
    connection = http.client.HTTPConnection(server, timeout=10)
    connection.request("GET", f"/v1/events?runId={run}", headers={"Authorization": f"Bearer {key}", "Last-Event-ID": "0"})
    found = {}
    kind = ""
    for line in connection.getresponse():
        name, _, value = line.decode().strip().partition(":")
        if name == "event":
            kind = value
        elif name == "data" and value:
            event = json.loads(value)
            if kind.startswith("task."):
                found.setdefault(f"{event['data']['step']}.{kind[5:]}", millis(event["at"]))
            elif kind.startswith("run."):
                found.setdefault(kind, millis(event["at"]))
                if kind != "run.created":
                    break
    connection.close()
    return found


def ask(connection, key, photo, expression):
    """The run of one photo, with when it was asked for and answered; None when it failed."""
    body, content_type = form(photo, expression)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": content_type, "Prefer": "wait=30"}
    sent = time.time() * 1000
    connection.request("POST", "/v1/expressions", body, headers)
    answer = connection.getresponse()
    view = json.loads(answer.read())
    answered = time.time() * 1000
    if answer.status != 200 or view["state"] != "SUCCEEDED":
        print(f"{photo.name}: {answer.status} {view.get('state', view)}")
        return None
    return view["runId"], {"sent": sent, "answered": answered}


def main():
    server = urllib.parse.urlparse(sys.argv[1]).netloc
    photos = sorted(pathlib.Path(sys.argv[2]).iterdir())
    expression, count = sys.argv[3], int(sys.argv[4])
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    key = os.environ["MIEN_KEY"]
    connection = http.client.HTTPConnection(server)
    for number in range(rounds):
        asked = [ask(connection, key, photo, expression) for photo in photos[number * count : (number + 1) * count]]
        stages = collections.defaultdict(list)
        for run, ends in filter(None, asked):
            at = ends | times(server, key, run)
            for place, (name, begin, end) in enumerate(STAGES):
                if begin in at and end in at:
                    stages[place, name].append(at[end] - at[begin])
        for (_, name), values in sorted(stages.items()):
            values.sort()
            p95 = values[(len(values) - 1) * 95 // 100]
            print(f"{name:16} n {len(values):4} p50 {statistics.median(values):7.1f} p95 {p95:7.1f} ms")


main()
