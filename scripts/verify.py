#!/usr/bin/env python3
"""Verifies an export or a certificate of Shingi, written from docs/ledger-format.md alone.

usage: verify.py FILE [--key VKEYS]... [--checkpoint NOTE]...   (VKEYS: a key, or a file with one a line; NOTE: a file)
exit status: 0 the file holds, 1 it does not, 2 it cannot be read
"""
import base64, datetime, hashlib, json, os, re, sys

LOGS = ("record", "certificates")
INTEGER_MAX, DEPTH_MAX, LINE_MAX, FILE_LINE_MAX = 2**53 - 1, 32, 65535, 2**26
WORD = re.compile(r"[A-Za-z0-9_.:/-]{1,128}")
AT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{6})Z", re.ASCII)


class Fault(Exception):
    """The file does not hold; `line` is set where the fault is not on the line that is being read."""
    line = None


class Unreadable(Exception):
    """There is no verdict."""


def need(condition, what, line=None):
    if not condition:
        fault = Fault(what)
        fault.line = line
        raise fault


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def b64(data):
    return base64.b64encode(data).decode()


def unb64(text, length=None):
    """Decodes the one accepted spelling, or fails."""
    data = base64.b64decode(text.encode(), validate=True)
    if b64(data) != text or length not in (None, len(data)):
        raise ValueError("not base64 of the expected length: " + text)
    return data


# Ed25519 (RFC 8032), as plain as it gets.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def recover(data):
    y, sign = int.from_bytes(data, "little") & (2**255 - 1), data[31] >> 7
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - xx) % P or (x == 0 and sign):
        raise ValueError("not a point of the curve")
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


BASE = recover((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519(key, message, signature):
    try:
        a, r, s = recover(key), recover(signature[:32]), int.from_bytes(signature[32:], "little")
    except ValueError:
        return False
    if len(signature) != 64 or s >= L or any(same(multiply(8, p), (0, 1, 1, 0)) for p in (a, r)):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return same(multiply(s, BASE), add(r, multiply(h, a)))


# Keys, notes and checkpoints.
def parse_key(text):
    """(name, id, type, key); raises ValueError."""
    name, identity, data = text.split("+", 2)
    data = unb64(data, 33)
    hint = sha256(name.encode(), b"\n", data)[:4]
    bad = not name or any(c.isspace() or ord(c) < 32 or 127 <= ord(c) < 160 for c in name)
    if bad or data[0] not in (1, 4) or identity != hint.hex():
        raise ValueError("not a key: " + text)
    recover(data[1:])
    return (name, hint, data[0], data[1:])


def parse_checkpoint(note):
    """(origin, size, root, text, signatures)"""
    try:
        text, signatures = note[:note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2:]
        origin, size, root = text[:-1].split("\n")
        size_ok = re.fullmatch("0|[1-9][0-9]{0,15}", size) and int(size) <= INTEGER_MAX
        if not (origin and size_ok and signatures.endswith("\n")) or re.search("[\0-\x09\x0b-\x1f]", note):
            raise ValueError("form")
        signed = []
        for line in signatures[:-1].split("\n"):
            dash, name, data = line.split(" ")
            data = unb64(data)
            bad = dash != "—" or not name or "+" in name or any(c.isspace() or 127 <= ord(c) < 160 for c in name)
            if bad or len(data) < 5 or len(signed) == 64 or len(note.encode()) > 2**20:
                raise ValueError("signature line")
            signed.append((name, data[:4], data[4:]))
        return (origin, int(size), unb64(root, 32), text, signed)
    except ValueError as error:
        raise Fault("not a checkpoint: %s" % error)


def signers(checkpoint, known):
    """The keys that signed, and whether every signature is of a known key."""
    found, strangers = [], False
    for name, hint, signature in checkpoint[4]:
        key = next((key for key in known if key[:2] == (name, hint)), None)
        if key is None:
            strangers = True
            continue
        message = checkpoint[3].encode()
        if key[2] == 4:
            head = b"cosignature/v1\ntime %d\n" % int.from_bytes(signature[:8], "big")
            message, signature = head + message, signature[8:]
        need(ed25519(key[3], message, signature), "the signature of %s is not by this key over this text" % name)
        found.append(key)
    return found, strangers


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


def root_of(leaf, index, size, path):
    """The root to which an inclusion proof leads (RFC 9162, 2.1.3.2)."""
    need(index < size, "the line is not below the size of the checkpoint")
    last, value = size - 1, leaf
    for sibling in path:
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


# JSON in its one spelling, and lines in it.
def integer(text):
    if abs(int(text)) > INTEGER_MAX:
        raise ValueError("number too large")
    return int(text)


def refuse(text):
    raise ValueError("not an integer: " + text)


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load(text):
    try:
        value = json.loads(text, parse_int=integer, parse_float=refuse, parse_constant=refuse)
        need(dump(value) == text, "another spelling than the one of the format")
        return value
    except (ValueError, RecursionError) as error:
        raise Fault("not JSON: %s" % error)


def members(value, *names):
    need(isinstance(value, dict) and list(value) == list(names), "expected the members " + ", ".join(names))
    return value.values()


def is_number(value, least=0):
    return type(value) is int and value >= least


def is_word(value):
    return isinstance(value, str) and WORD.fullmatch(value) is not None


def check_data(value, depth=0):
    if isinstance(value, (dict, list)) and value:
        need(depth < DEPTH_MAX, "too deep")
        if isinstance(value, dict):
            need(all(map(is_word, value)) and list(value) == sorted(value), "the keys of data")
        for inner in value.values() if isinstance(value, dict) else value:
            check_data(inner, depth + 1)


def hash_text(value):
    try:
        return unb64(value, 32)
    except (ValueError, AttributeError):
        raise Fault("expected base64 of 32 bytes")


def check_line(line):
    """Checks the form of a line and returns the hash of its bytes."""
    v, pos, at, stream, seq, kind, actor, data, hidden = members(
        line, "v", "pos", "at", "stream", "seq", "type", "actor", "data", "hidden")
    need(is_number(v, 1) and v <= 65535 and is_number(pos) and is_number(seq, 1), "v, pos or seq")
    need(is_word(stream) and is_word(kind) and is_word(actor), "stream, type or actor")
    parts = AT.fullmatch(at) if isinstance(at, str) else None
    need(parts, "at")
    try:
        need(datetime.datetime(*map(int, parts.groups())).year >= 1970, "at")
    except ValueError:
        raise Fault("at is not a date")
    need(isinstance(data, dict) and isinstance(hidden, dict), "data or hidden")
    check_data(data)
    need(all(map(is_word, hidden)) and list(hidden) == sorted(hidden), "the names in hidden")
    for commitment in hidden.values():
        hash_text(commitment)
    raw = dump(line).encode()
    need(len(raw) <= LINE_MAX, "the line is too long")
    return sha256(b"\0", raw)


def check_payloads(line, payloads):
    """Compares payloads with commitments and returns the names of those that are not there."""
    need(isinstance(payloads, dict) and list(payloads) == list(line["hidden"]), "a payload is missing")
    for name, payload in payloads.items():
        if payload is None:
            continue
        form = "text" if isinstance(payload, dict) and "text" in payload else "base64"
        salt, content = members(payload, "salt", form)
        need(isinstance(content, str), "payload")
        try:
            data = content.encode() if form == "text" else unb64(content)
        except ValueError:
            raise Fault("payload is not base64")
        if form == "base64":
            try:
                data.decode()
            except ValueError:
                pass
            else:
                raise Fault("the payload %s must be written as text" % name)
        commitment = sha256(b"shingi.commitment.v1\0", hash_text(salt), data)
        need(b64(commitment) == line["hidden"][name], "the payload %s does not give its commitment" % name)
    return [name for name, payload in payloads.items() if payload is None]


def read_erasure(line):
    data = line["data"]
    of = (data.get("log"), data.get("pos"), data.get("name"))
    reason = isinstance(data.get("reason"), str) and data["reason"] or "reason" in line["hidden"]
    need(of[0] in LOGS and is_number(of[1]) and isinstance(of[2], str) and reason, "the form of an erasure")
    return of


def named_record(line):
    record = line["data"].get("record")
    need(isinstance(record, dict) and is_number(record.get("size")), "a certificate names no size of record")
    return record["size"], hash_text(record.get("root"))


# The files.
class Log:
    def __init__(self, name, keys, witnesses, options):
        self.name, self.tree, self.streams, self.at, self.signed = name, Tree(), {}, "", 0
        need(isinstance(keys, list) and isinstance(witnesses, list), "lists of keys")
        try:
            keys, witnesses = [parse_key(key) for key in keys], [parse_key(key) for key in witnesses]
        except (ValueError, AttributeError) as error:
            raise Fault("not a key: %s" % error)
        need(keys and len({key[0] for key in keys}) == 1 and {key[2] for key in keys} == {1}, "the keys of a log")
        need(all(key[2] == 4 for key in witnesses), "the keys of the witnesses")
        self.origin, self.asked = keys[0][0], bool(options["keys"])
        self.given = [key for key in options["keys"] if key[2] == 4 or key[0] == self.origin]
        self.known = keys + witnesses + self.given
        self.kept = [kept for kept in options["kept"] if kept[0] == self.origin]

    def signatures(self, checkpoint):
        need(checkpoint[0] == self.origin, "a checkpoint of " + checkpoint[0])
        found, strangers = signers(checkpoint, self.known)
        need(not strangers, "a signature of a key that the file does not name")
        need(any(key[2] == 1 for key in found), "the log has not signed its checkpoint")
        given = any(key[2] == 1 and key in self.given for key in found)
        need(given or not self.asked, "none of the keys that were given has signed")

    def compare_kept(self):
        for _, size, root, *_ in self.kept:
            if size == self.tree.size:
                need(root == self.tree.root(), "differs from a checkpoint kept elsewhere at size %d" % size)


def check_kept(logs, options):
    known = [key for log in logs for key in log.known] + options["keys"]
    for kept in options["kept"]:
        if kept[0] not in [log.origin for log in logs]:
            raise Unreadable("the checkpoint that was given is of another log: " + kept[0])
        try:
            signers(kept, known)
        except Fault as fault:
            raise Unreadable("the checkpoint that was given: %s" % fault)


class Export:
    def __init__(self, first, options):
        self.logs, self.missing, self.gone, self.before, self.named = {}, {}, set(), ("header", None), 0
        _, _, logs, witnesses = members(load(first), "shingi", "v", "logs", "witnesses")
        need(isinstance(logs, list) and logs, "logs")
        for entry in logs:
            name, keys = members(entry, "log", "keys")
            self.logs[name] = Log(name, keys, witnesses, options)
        need(list(self.logs) == [name for name in LOGS if name in self.logs] and len(logs) == len(self.logs), "logs")
        need(len({log.origin for log in self.logs.values()}) == len(logs), "both logs have one origin")
        check_kept(list(self.logs.values()), options)
        for log in self.logs.values():
            log.compare_kept()

    def line(self, text, number):
        """One line of the file; true for the end."""
        value = load(text)
        need(isinstance(value, dict) and value, "an object")
        kind = next(iter(value))
        if kind == "end":
            self.end(*members(value, "end"))
        elif kind == "checkpoint":
            self.checkpoint(*members(value, "checkpoint", "note"))
        else:
            need(kind in self.logs, "a line of a log that the file does not name")
            self.entry(kind, *members(value, kind, "leaf", "payloads"), number)
        return kind == "end"

    def entry(self, name, line, leaf, payloads, number):
        log, computed = self.logs[name], check_line(line)
        need(line["pos"] == log.tree.size, "the position is not %d" % log.tree.size)
        need(line["at"] >= log.at, "the time is earlier than the one before")
        expected = log.streams.get(line["stream"], 0) + 1
        need(line["seq"] == expected, "the number in the stream is not %d" % expected)
        log.streams[line["stream"]], log.at = expected, line["at"]
        log.tree.push(computed)
        need(leaf == b64(computed), "the line is not the one of the hash beside it")
        for absent in check_payloads(line, payloads):
            self.missing[name, line["pos"], absent] = number
        if name == "certificates":
            size, root = named_record(line)
            record = self.logs.get("record")
            need(size == record.tree.size if record else size >= self.named, "the size of record it names")
            need(not record or root == record.tree.root(), "the root of record it names is not that of its lines")
            self.named = size
        if line["type"] == "payload_erased":
            of = read_erasure(line)
            if of[0] in self.logs:
                need(of in self.missing or of in self.gone, "the payload that was erased is there, or was never")
                self.missing.pop(of, None)
                self.gone.add(of)
        self.before = ("line", name)
        for log in self.logs.values():
            log.compare_kept()

    def checkpoint(self, name, note):
        need(name in LOGS and name in self.logs and isinstance(note, str), "a checkpoint of a log of the file")
        log, checkpoint = self.logs[name], parse_checkpoint(note)
        log.signatures(checkpoint)
        need(checkpoint[1] == log.tree.size, "a checkpoint of %d lines behind %d" % (checkpoint[1], log.tree.size))
        starts = self.before[0] == "header" or self.before == ("checkpoint", "record") and name == "certificates"
        need(self.before == ("line", name) or starts and log.tree.size == 0, "a checkpoint in the wrong place")
        need(checkpoint[2] == log.tree.root(), "the root of the checkpoint is not that of the lines")
        log.signed, self.before = log.tree.size, ("checkpoint", name)

    def end(self, counts):
        members(counts, *self.logs)
        for name, log in self.logs.items():
            need(counts[name] == log.tree.size and type(counts[name]) is int, "the number of lines")
        for log in self.logs.values():
            need(log.signed == log.tree.size, "lines behind the last checkpoint of " + log.name)
            need(all(kept[1] <= log.tree.size for kept in log.kept), "a checkpoint kept elsewhere has more lines")


def check_certificate(first, options):
    parts = load(first)
    _, _, name, keys, witnesses, line, payloads, proof, erasures, note = members(
        parts, "shingi", "v", "log", "keys", "witnesses", "line", "payloads", "proof", "erasures", "checkpoint")
    need(name in LOGS and isinstance(erasures, list) and isinstance(note, str), "log, erasures or checkpoint")
    log, leaf = Log(name, keys, witnesses, options), check_line(line)
    missing, explained = check_payloads(line, payloads), set()
    checkpoint = parse_checkpoint(note)
    for erasure in erasures:
        members(erasure, "line", "proof")
        check_line(erasure["line"])
    check_kept([log], options)
    log.signatures(checkpoint)
    for proved, hashes in [(line, proof)] + [(erasure["line"], erasure["proof"]) for erasure in erasures]:
        need(isinstance(hashes, list), "a proof")
        root = root_of(check_line(proved), proved["pos"], checkpoint[1], [hash_text(value) for value in hashes])
        need(root == checkpoint[2], "the proof does not lead to the signed root")
    if name == "certificates":
        named_record(line)
    for erasure in erasures:
        of = read_erasure(erasure["line"])
        need(erasure["line"]["type"] == "payload_erased", "an erasure of another type")
        need(of[:2] == (name, line["pos"]) and of[2] in missing, "an erasure of something else")
        explained.add(of[2])
    need(set(missing) == explained, "a payload is missing and no line says that it was erased")
    for kept in log.kept:
        need(kept[1] != checkpoint[1] or kept[2] == checkpoint[2], "differs from a checkpoint kept elsewhere")


def text_of(line):
    need(line.endswith(b"\n") and len(line) <= FILE_LINE_MAX + 1, "no newline at the end, or too long")
    try:
        return line[:-1].decode()
    except ValueError:
        raise Fault("not UTF-8")


def verify(file, options):
    """The line number and reason of the first fault, or None."""
    number, first = 1, file.readline(FILE_LINE_MAX + 1)
    start = re.match(rb'\{"shingi":"(export|certificate)","v":([0-9]*)(,?)', first)
    if not start or not start[2] or not start[3] and start[2] == b"1":
        raise Unreadable("not an export or certificate of Shingi")
    if start[2] != b"1":
        raise Unreadable("another version of the format")
    try:
        if start[1] == b"certificate":
            check_certificate(text_of(first), options)
            ended = True
        else:
            export, ended = Export(text_of(first), options), False
        while not ended:
            number += 1
            line = file.readline(FILE_LINE_MAX + 1)
            need(line, "the file was cut")
            ended = export.line(text_of(line), number)
        number += 1
        need(not file.read(1), "something behind the end")
        if start[1] == b"export" and export.missing:
            (log, pos, name), at = min(export.missing.items(), key=lambda item: item[1])
            need(False, "the payload %s of %d in %s is missing, and no line says why" % (name, pos, log), at)
    except Fault as fault:
        return (fault.line or number, str(fault))
    return None


def main(arguments):
    files, options = [], {"keys": [], "kept": []}
    try:
        while arguments:
            argument = arguments.pop(0)
            if argument in ("--key", "--checkpoint"):
                value = arguments.pop(0)
                if argument == "--checkpoint":
                    with open(value, encoding="utf-8", newline="") as file:
                        options["kept"].append(parse_checkpoint(file.read()))
                    continue
                if os.path.exists(value):
                    with open(value, encoding="utf-8") as file:
                        value = file.read()
                lines = [line.strip() for line in value.splitlines()]
                options["keys"] += [parse_key(line) for line in lines if line and not line.startswith("#")]
            else:
                files.append(argument)
        (name,) = files
        with open(name, "rb") as file:
            fault = verify(file, options)
    except (Fault, Unreadable, OSError, ValueError, IndexError) as error:
        print("unreadable: %s" % error, file=sys.stderr)
        return 2
    if fault:
        print("does not hold: line %d of the file: %s" % fault)
        return 1
    print("holds" if options["keys"] else "holds; signer not established: no key was given")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
