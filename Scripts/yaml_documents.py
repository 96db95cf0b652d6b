"""The two halves of check-yaml: make the documents, and compare the two readings of them."""

import json
import pathlib
import random
import sys

CORPUS = pathlib.Path("Tests/Fixtures/yaml")

# What a mutation puts in: the signs that mean something to YAML, and text around which they matter.
PIECES = (
    [*" \n\t#:-,[]{}'\"|>&*!%@`?~=\\", "  ", "\n\n", "\r\n", ": ", " #", "- ", ", ", "\n  ", "\n- "]
    + ["---", "...", "<<", "a", "1", "a: b", "|-", ">+", "|2", "''", '\\"', "\\n", "£", "\u00a0"]
)

# Errors of ruamel.yaml on documents that YAML 1.2 allows.
KNOWN_DEVIATIONS = (
    # Section 8.1.1.1 forbids an empty line before the text of a block only where it has more spaces
    # than the text; ruamel.yaml also refuses one that has some spaces but fewer.
    "more indented follow up line than first in a block scalar",
)


def generate(folder, count, seed):
    """Copies the corpus, and adds random mutations of it."""
    sources = sorted(CORPUS.glob("*/*.yaml"))
    for source in sources:
        name = f"{source.parent.name}-{source.stem}.yaml"
        (folder / name).write_bytes(source.read_bytes())
    chance = random.Random(seed)
    texts = [source.read_bytes().decode("utf-8", "replace") for source in sources]
    # Long documents and deep ones say little when one sign in them is changed.
    texts = [text for text in texts if len(text) < 700]
    for number in range(count):
        text = mutated(chance.choice(texts), texts, chance)
        (folder / f"mutation-{number:06}.yaml").write_bytes(text.encode())


def mutated(text, texts, chance):
    for _ in range(chance.choice([1, 1, 1, 2, 2, 3])):
        place = chance.randint(0, len(text))
        kind = chance.random()
        if kind < 0.45:
            text = text[:place] + chance.choice(PIECES) + text[place:]
        elif kind < 0.65:
            text = text[:place] + text[place + chance.choice([1, 1, 2, 4]) :]
        elif kind < 0.80:
            text = text[:place] + chance.choice(PIECES) + text[place + 1 :]
        elif kind < 0.92:
            lines = text.splitlines(keepends=True)
            other = chance.choice(texts).splitlines(keepends=True)
            if lines and other:
                line = " " * chance.choice([0, 0, 1, 2, 4]) + chance.choice(other)
                lines.insert(chance.randint(0, len(lines)), line)
            text = "".join(lines)
        else:
            lines = text.splitlines(keepends=True)
            chance.shuffle(lines)
            text = "".join(lines)
    return text


def compare(folder):
    """Prints each difference; the status is 1 where there is any."""
    counts = {"same": 0, "refused": 0, "known": 0}
    failures = 0
    corpus = 0
    for line in (folder / "nodes.jsonl").read_text().splitlines():
        document = json.loads(line)
        name = document["name"]
        corpus += name.startswith("accepted-")
        if "refused" in document:
            counts["refused"] += 1
            if name.startswith("accepted-"):
                failures += report(name, "is refused", document["refused"], "")
            continue
        if name.startswith("refused-"):
            failures += report(name, "is accepted", document["tree"], "")
        data = (folder / f"{name}.yaml").read_bytes()
        theirs, error = composed(data)
        if error is None and theirs == document["tree"]:
            counts["same"] += 1
        elif error is not None and any(reason in error for reason in KNOWN_DEVIATIONS):
            counts["known"] += 1
        else:
            failures += report(name, "reads differently", document["tree"], error or theirs)
    if corpus == 0 or counts["same"] == 0:
        sys.exit("check-yaml: nothing was compared")
    print(
        f"check-yaml: {corpus} documents of the corpus; {counts['same']} documents in all read the "
        f"same, {counts['refused']} are refused, {counts['known']} are known deviations of "
        f"ruamel.yaml, {failures} differ"
    )
    sys.exit(1 if failures else 0)


def composed(data):
    from ruamel.yaml import YAML

    try:
        return tree(YAML(typ="safe", pure=True).compose(data)), None
    except Exception as error:  # any error of the other reader is a difference
        return None, f"{type(error).__name__}: {error}"


def tree(node):
    from ruamel.yaml.nodes import ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [tree(item) for item in node.value]
    return {"map": [[tree(key), tree(value)] for key, value in node.value]}


def report(name, what, ours, theirs):
    print(f"{name} {what}\n  mtfs   {json.dumps(ours)[:600]}\n  ruamel {json.dumps(theirs)[:600]}")
    return 1


if __name__ == "__main__":
    if sys.argv[1] == "generate":
        generate(pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        compare(pathlib.Path(sys.argv[2]))
