#!/usr/bin/env python3
"""Verifies an export or a certificate of Shingi, written from docs/ledger-format.md alone.

usage: verify.py FILE [--key VKEYS]... [--checkpoint NOTE]...   (VKEYS: a key, or a file with one a line; NOTE: a file)
exit status: 0 the file holds, 1 it does not, 2 it cannot be read
"""
import base64, datetime, hashlib, json, os, re, sys

LOGS, FILE_LINE_MAX = ("record", "certificates"), 2**26
WORD = re.compile(r"[A-Za-z0-9_.:/-]{1,128}")
AT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{6})Z", re.ASCII)
LINE = ("v", "pos", "at", "stream", "seq", "type", "actor", "data", "hidden")
CERTIFICATE = "shingi v log keys witnesses line payloads proof erasures checkpoint".split()

class Fault(Exception):
    """The file does not hold: (reason) or (reason, line), where it is not the line that is being read."""

class Unreadable(Exception):
    """There is no verdict."""

def need(condition, reason, *line):
    if not condition:
        raise Fault(reason, *line)

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def b64(data):
    return base64.b64encode(data).decode()

def unb64(text, length=None):
    """Decodes the one accepted spelling, or raises ValueError."""
    data = base64.b64decode(text.encode(), validate=True)
    if b64(data) != text or length not in (None, len(data)):
        raise ValueError("not base64 of the expected length: " + text)
    return data

def hash_of(text):
    try:
        return unb64(text, 32)
    except (ValueError, AttributeError):
        raise Fault("expected base64 of 32 bytes")

# Ed25519 (RFC 8032), as plain as it gets: points are (x, y, z, x*y) with x and y over z.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P

def point(data):
    y, sign = int.from_bytes(data, "little") & (2**255 - 1), data[31] >> 7
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    x = x if (x * x - xx) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - xx) % P or (x == 0 and sign):
        raise ValueError("not a point of the curve")
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def multiply(scalar, p):
    result = (0, 1, 1, 0)
    while scalar:
        result = add(result, p) if scalar & 1 else result
        p, scalar = add(p, p), scalar >> 1
    return result

def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0

BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))

def ed25519(key, message, signature):
    if len(signature) != 64:
        return False
    try:
        a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    except ValueError:
        return False
    small = any(same(multiply(8, p), (0, 1, 1, 0)) for p in (a, r))
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return not small and s < L and same(multiply(s, BASE), add(r, multiply(h, a)))

# Keys (name, id, type, public key), checkpoints (origin, size, root, text, signatures) and who signed them.
def is_name(name):
    return name and "+" not in name and not any(c.isspace() or c < " " or "\x7f" <= c < "\xa0" for c in name)

def parse_key(text):
    name, hint, data = text.split("+", 2)
    data = unb64(data, 33)
    key = (name, sha256(name.encode(), b"\n", data)[:4], data[0], data[1:])
    if not is_name(name) or key[2] not in (1, 4) or hint != key[1].hex():
        raise ValueError("not a key: " + text)
    point(key[3])
    return key

def parse_checkpoint(note):
    try:
        end, signed = note.rindex("\n\n"), []
        origin, size, root = note[:end].split("\n")
        if not origin or not re.fullmatch("0|[1-9][0-9]{0,15}", size) or int(size) >= 2**53 or note[-1] != "\n":
            raise ValueError("the form of its text")
        for line in note[end + 2:-1].split("\n"):
            dash, name, data = line.split(" ")
            data = unb64(data)
            if dash != "—" or not is_name(name) or len(data) < 5:
                raise ValueError("the form of a signature")
            signed.append((name, data[:4], data[4:]))
        if re.search("[\0-\x09\x0b-\x1f]", note) or len(note.encode()) > 2**20 or len(signed) > 64:
            raise ValueError("control characters, or too long")
        return (origin, int(size), unb64(root, 32), note[:end + 1], signed)
    except ValueError as error:
        raise Fault("not a checkpoint: %s" % error)

def signers(checkpoint, known):
    """For each signature the key that made it; None for an unknown one."""
    found = []
    for name, hint, signature in checkpoint[4]:
        key, message = next((key for key in known if key[:2] == (name, hint)), None), checkpoint[3].encode()
        if key and key[2] == 4:  # a witness signs its time too
            message = b"cosignature/v1\ntime %d\n" % int.from_bytes(signature[:8], "big") + message
            signature = signature[8:]
        need(not key or ed25519(key[3], message, signature), "the signature of %s is not over this text" % name)
        found.append(key)
    return found

# The tree.
class Tree:
    def __init__(self):
        self.size, self.peaks = 0, []

    def push(self, leaf):
        size = self.size
        while size & 1:
            leaf, size = sha256(b"\1", self.peaks.pop(), leaf), size >> 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        root = self.peaks[-1] if self.peaks else sha256(b"")
        for peak in reversed(self.peaks[:-1]):
            root = sha256(b"\1", peak, root)
        return root

def root_of(value, index, size, path):
    """The root to which an inclusion proof leads (RFC 9162, 2.1.3.2)."""
    last = size - 1
    need(index <= last and isinstance(path, list), "a proof of a line that the checkpoint does not cover")
    for sibling in map(hash_of, path):
        need(last > 0, "the proof has hashes to spare")
        if index & 1 or index == last:
            value = sha256(b"\1", sibling, value)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            value = sha256(b"\1", value, sibling)
        index, last = index >> 1, last >> 1
    need(last == 0, "the proof has too few hashes")
    return value

# JSON in its one spelling, and ledger lines in it.
def integer(text):
    if text.lstrip("-").isdigit() and len(text) < 18 and abs(int(text)) < 2**53:
        return int(text)
    raise ValueError("not an integer below 2^53: " + text)

def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

def load(text):
    try:
        value = json.loads(text, parse_int=integer, parse_float=integer, parse_constant=integer)
        need(dump(value) == text, "another spelling of JSON than the one of the format")
        return value
    except (ValueError, RecursionError) as error:
        raise Fault("not JSON: %s" % error)

def members(value, names):
    need(isinstance(value, dict) and list(value) == list(names), "expected the members " + ", ".join(names))
    return value.values()

def is_number(value, least=0):
    return type(value) is int and value >= least

def are_words(values):
    return all(isinstance(value, str) and WORD.fullmatch(value) for value in values)

def check_data(value, depth=0):
    if isinstance(value, (dict, list)) and value:
        need(depth < 32, "too deep")
        if isinstance(value, dict):
            need(are_words(value) and list(value) == sorted(value), "the keys of data")
        for inner in value.values() if isinstance(value, dict) else value:
            check_data(inner, depth + 1)

def leaf_of(line):
    """Checks the form of a line and gives the hash of its bytes."""
    v, pos, at, stream, seq, kind, actor, data, hidden = members(line, LINE)
    need(is_number(v, 1) and v < 2**16 and is_number(pos) and is_number(seq, 1), "v, pos or seq")
    need(are_words((stream, kind, actor)), "stream, type or actor")
    try:
        need(datetime.datetime(*map(int, AT.fullmatch(at).groups())).year >= 1970, "at")
    except (ValueError, TypeError, AttributeError):
        raise Fault("at is not a time")
    need(isinstance(data, dict) and isinstance(hidden, dict), "data or hidden")
    check_data(data)
    need(are_words(hidden) and list(hidden) == sorted(hidden) and all(map(hash_of, hidden.values())), "hidden")
    raw = dump(line).encode()
    need(len(raw) < 2**16, "the line is too long")
    return sha256(b"\0", raw)

def is_text(data):
    try:
        return data.decode() is not None
    except ValueError:
        return False

def missing_payloads(line, payloads):
    """Compares payloads with commitments and gives the names of those that are not there."""
    need(isinstance(payloads, dict) and list(payloads) == list(line["hidden"]), "a payload is missing")
    for name, payload in payloads.items():
        if payload is not None:
            form = "text" if isinstance(payload, dict) and "text" in payload else "base64"
            salt, content = members(payload, ("salt", form))
            try:
                data = content.encode() if form == "text" else unb64(content)
            except (ValueError, AttributeError):
                raise Fault("the payload %s is neither text nor base64" % name)
            need(form == "text" or not is_text(data), "the payload %s must be written as text" % name)
            commitment = b64(sha256(b"shingi.commitment.v1\0", hash_of(salt), data))
            need(commitment == line["hidden"][name], "the payload %s does not give its commitment" % name)
    return [name for name, payload in payloads.items() if payload is None]

def erased_by(line):
    data = line["data"]
    of = (data.get("log"), data.get("pos"), data.get("name"))
    reason = "reason" in line["hidden"] or isinstance(data.get("reason"), str) and data["reason"]
    need(of[0] in LOGS and is_number(of[1]) and isinstance(of[2], str) and reason, "the form of an erasure")
    return of

def named_record(line):
    record = line["data"].get("record")
    need(isinstance(record, dict) and is_number(record.get("size")), "a certificate names no size of record")
    return record["size"], hash_of(record.get("root"))

# The files.
class Log:
    def __init__(self, name, keys, witnesses, options):
        try:
            keys, witnesses = [parse_key(key) for key in keys], [parse_key(key) for key in witnesses]
        except (ValueError, TypeError, AttributeError) as error:
            raise Fault("not a key: %s" % error)
        need(keys and all(key[2] == 1 for key in keys), "the keys of a log")
        need(all(key[2] == 4 for key in witnesses), "the keys of the witnesses")
        self.name, self.tree, self.streams, self.at, self.signed = name, Tree(), {}, "", 0
        # The newest epoch's origin comes first, that of the first epoch last: that one is in force when reading begins.
        self.origins, self.asked = list(dict.fromkeys(key[0] for key in keys)), bool(options["keys"])
        self.origin, self.left, self.ended, self.passed = self.origins[-1], {}, {}, {}
        self.given = [key for key in options["keys"] if key[2] == 4 or key[0] in self.origins]
        self.known, self.kept = keys + witnesses + self.given, [c for c in options["kept"] if c[0] in self.origins]

    def check_signatures(self, checkpoint):
        need(checkpoint[0] == self.origin, "a checkpoint of " + checkpoint[0])
        found = signers(checkpoint, self.known)
        need(None not in found, "a signature of a key that the file does not name")
        by_log = [key for key in found if key[2] == 1 and key[0] == self.origin]
        need(by_log, "the log has not signed its checkpoint")
        given = [key[2:] for key in self.given]  # a key is the same under the name of another epoch
        need(not self.asked or any(key[2:] in given for key in by_log), "none of the keys given has signed")

    def compare_kept(self, size, root):
        for kept in self.kept:
            if kept[1] == size and kept[0] in (self.origin, self.origins[0]):
                need(kept[2] == root, "differs from a checkpoint kept elsewhere")
            elif kept[1] == size:
                self.passed.setdefault(kept[:2], root)

    def open_epoch(self, line, root):
        """The line opens an epoch; root is that of the lines before it."""
        data, size, ended = line["data"], line["pos"], {}
        need(isinstance(data.get("ended"), list) and data["ended"], "an epoch that names none that ended")
        for end in data["ended"]:
            origin, of, till = members(end, ("origin", "root", "size"))
            need(isinstance(origin, str) and is_number(till) and origin not in ended, "the end of an epoch")
            ended[origin] = (till, hash_of(of))
        last, new = next(iter(ended.items())), data.get("origin")
        need(isinstance(new, str) and new not in ended, "the origin of an epoch")
        need(last[0] == self.origin, "an epoch that does not name the one before it first")
        need(last[1][0] > size or last[1] == (size, root), "an epoch that names another end of the lines before it")
        need(set(ended) | {new} <= set(self.origins) and new not in self.ended, "an epoch of an unknown or ended origin")
        self.left[self.origin], self.origin = size, new
        for origin, end in ended.items():
            self.ended[origin] = max(self.ended.get(origin, end), end, key=lambda end: end[0])

    def finish(self):
        """After the last line: each origin has its place, and what was kept elsewhere of those that ended agrees."""
        need(self.origin == self.origins[0] and set(self.origins) == {self.origin, *self.ended}, "an epoch not named")
        for origin, size, root, _, _ in self.kept:
            here = self.passed.get((origin, size))
            if origin == self.origin:
                need(size <= self.tree.size, "a checkpoint kept elsewhere has more lines")
            elif here and size <= self.left.get(origin, 0):
                need(here == root, "differs from a checkpoint kept elsewhere")
            else:
                till, of = self.ended[origin]
                need(size < till or (size, root) == (till, of), "differs from the end of its epoch")

def check_kept(logs, origins, options):
    for kept in options["kept"]:
        if kept[0] not in origins:
            raise Unreadable("the checkpoint that was given is of another log: " + kept[0])
        try:
            signers(kept, [key for log in logs for key in log.known] + options["keys"])
        except Fault as fault:
            raise Unreadable("the checkpoint that was given: %s" % fault)

class Export:
    def __init__(self, first, options):
        self.logs, self.missing, self.gone, self.before, self.named = {}, {}, set(), None, 0
        _, _, logs, witnesses = members(load(first), ("shingi", "v", "logs", "witnesses"))
        need(isinstance(logs, list) and logs, "logs")
        for name, keys in (members(entry, ("log", "keys")) for entry in logs):
            self.logs[name] = Log(name, keys, witnesses, options)
        need([*self.logs] == [name for name in LOGS if name in self.logs] and len(logs) == len(self.logs), "logs")
        origins = [origin for log in self.logs.values() for origin in log.origins]
        need(len(set(origins)) == len(origins), "both logs have one origin")
        check_kept(self.logs.values(), origins, options)
        self.compare_kept()

    def compare_kept(self):
        for log in self.logs.values():
            if log.kept:
                log.compare_kept(log.tree.size, log.tree.root())

    def line(self, text, number):
        """One line of the file; true for the end."""
        value = load(text)
        need(isinstance(value, dict) and value, "an object")
        kind = next(iter(value))
        if kind == "end":
            self.end(*members(value, ("end",)))
        elif kind == "checkpoint":
            self.checkpoint(*members(value, ("checkpoint", "note")))
        else:
            need(kind in self.logs, "a line of a log that the file does not name")
            self.entry(kind, *members(value, (kind, "leaf", "payloads")), number)
        return kind == "end"

    def entry(self, name, line, leaf, payloads, number):
        log, computed, record = self.logs[name], leaf_of(line), self.logs.get("record")
        need(line["pos"] == log.tree.size, "the position is not %d" % log.tree.size)
        need(line["at"] >= log.at, "the time is earlier than the one before")
        expected = log.streams.get(line["stream"], 0) + 1
        need(line["seq"] == expected, "the number in the stream is not %d" % expected)
        log.streams[line["stream"]], log.at = expected, line["at"]
        before = line["type"] == "epoch_opened" and log.tree.root()
        log.tree.push(computed)
        need(leaf == b64(computed), "the line is not the one of the hash beside it")
        self.missing.update(((name, line["pos"], gone), number) for gone in missing_payloads(line, payloads))
        if before:
            log.open_epoch(line, before)
        if name == "certificates":
            size, root = named_record(line)
            need(size == record.tree.size if record else size >= self.named, "the size of record that it names")
            need(not record or root == record.tree.root(), "the root of record that it names is not that of its lines")
            self.named = size
        if line["type"] == "payload_erased":
            of = erased_by(line)
            if of[0] in self.logs:
                need(of in self.missing or of in self.gone, "the payload that was erased is there, or was never")
                self.missing.pop(of, None)
                self.gone.add(of)
        self.before = ("line", name)
        self.compare_kept()

    def checkpoint(self, name, note):
        need(name in LOGS and name in self.logs and isinstance(note, str), "a checkpoint of a log of the file")
        log, checkpoint = self.logs[name], parse_checkpoint(note)
        log.check_signatures(checkpoint)
        need(checkpoint[1] == log.tree.size, "a checkpoint of %d lines behind %d" % (checkpoint[1], log.tree.size))
        starts = self.before is None or (self.before, name) == (("checkpoint", "record"), "certificates")
        need(self.before == ("line", name) or starts and log.tree.size == 0, "a checkpoint in the wrong place")
        need(checkpoint[2] == log.tree.root(), "the root of the checkpoint is not that of the lines")
        log.signed, self.before = log.tree.size, ("checkpoint", name)

    def end(self, counts):
        sizes = [log.tree.size for log in self.logs.values()]
        need(dump(list(members(counts, self.logs))) == dump(sizes), "the number of lines")
        for log in self.logs.values():
            need(log.signed == log.tree.size, "lines behind the last checkpoint of " + log.name)
            log.finish()

def check_certificate(first, options):
    _, _, name, keys, witnesses, line, payloads, proof, erasures, note = members(load(first), CERTIFICATE)
    need(name in LOGS and isinstance(erasures, list) and isinstance(note, str), "log, erasures or checkpoint")
    log, leaf = Log(name, keys, witnesses, options), leaf_of(line)
    log.origin = log.origins[0]
    missing, checkpoint, proved = missing_payloads(line, payloads), parse_checkpoint(note), [(line, leaf, proof)]
    for erasure, path in (members(erasure, ("line", "proof")) for erasure in erasures):
        proved.append((erasure, leaf_of(erasure), path))
    check_kept([log], [log.origin], options)
    log.check_signatures(checkpoint)
    for entry, leaf, path in proved:
        need(root_of(leaf, entry["pos"], *checkpoint[1:2], path) == checkpoint[2], "the proof misses the signed root")
    need(name == "record" or named_record(line), "a certificate names no size of record")
    gone = [(entry["type"] == "payload_erased", *erased_by(entry)) for entry, _, _ in proved[1:]]
    meant = [(True, name, line["pos"], payload) for payload in missing]
    need(all(erased in meant for erased in gone), "an erasure of something else")
    need(all(payload in gone for payload in meant), "a payload is missing and no line says that it was erased")
    log.compare_kept(checkpoint[1], checkpoint[2])

def text_of(line):
    need(line.endswith(b"\n") and len(line) <= FILE_LINE_MAX + 1 and is_text(line), "not UTF-8, or cut, or too long")
    return line[:-1].decode()

def verify(file, options):
    """The first fault as (reason, line), or None."""
    number, first = 1, file.readline(FILE_LINE_MAX + 1)
    start = re.match(rb'\{"shingi":"(export|certificate)","v":([0-9]+)(,?)', first)
    if not start or start[2] + start[3] != b"1,":
        raise Unreadable("not an export or certificate of Shingi, or of another version")
    try:
        export, ended = None, start[1] == b"certificate"
        if ended:
            check_certificate(text_of(first), options)
        else:
            export = Export(text_of(first), options)
        while not ended:
            number, line = number + 1, file.readline(FILE_LINE_MAX + 1)
            need(line, "the file was cut")
            ended = export.line(text_of(line), number)
        number += 1
        need(not file.read(1), "something behind the end")
        for payload, at in sorted(export.missing.items(), key=lambda item: item[1]) if export else []:
            need(False, "the payload %s is missing, and no line says that it was erased" % (payload,), at)
    except Fault as fault:
        return (*fault.args, number)[:2]
    return None

def read_options(arguments):
    files, options = [], {"keys": [], "kept": []}
    while arguments:
        argument = arguments.pop(0)
        if argument == "--checkpoint":
            with open(arguments.pop(0), encoding="utf-8", newline="") as file:
                options["kept"].append(parse_checkpoint(file.read()))
        elif argument == "--key":
            value = arguments.pop(0)
            lines = (open(value, encoding="utf-8").read() if os.path.exists(value) else value).split("\n")
            options["keys"] += [parse_key(line.strip()) for line in lines if line.strip() and line.strip()[0] != "#"]
        else:
            files.append(argument)
    (file,) = files
    return file, options

def main(arguments):
    try:
        name, options = read_options(arguments)
        with open(name, "rb") as file:
            fault = verify(file, options)
    except (Fault, Unreadable, OSError, ValueError, IndexError) as error:
        print("unreadable: %s" % error, file=sys.stderr)
        return 2
    if fault:
        print("does not hold: line %d of the file: %s" % (fault[1], fault[0]))
        return 1
    print("holds" if options["keys"] else "holds; signer not established: no key was given (--key)")
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
