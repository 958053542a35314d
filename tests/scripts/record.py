"""Runs programs, a list in JSON, and writes down the body that each sends first, or null."""
import io
import json
import sys
import types


class Sent(BaseException):
    pass


def post(url, json=None, data=None):
    sent.append(data if json is None else dumps(json))
    raise Sent


dumps = json.dumps
requests = types.ModuleType("requests")
requests.post = post
sys.modules["requests"] = requests
out = []
with open(sys.argv[1], encoding="utf-8") as file:
    programs = json.load(file)
for program in programs:
    sent = []
    printed, sys.stdout = sys.stdout, io.StringIO()
    try:
        exec(compile(program, "program", "exec"), {"__name__": "__main__"})
    except Sent:
        pass
    except Exception:
        # A name that is not set, or a text where a number is wanted: it sends nothing.
        sent = []
    sys.stdout = printed
    out.append(sent[0] if sent else None)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(out, file)
