"""What the comparisons share: preparing the data, and running the peer or zhuyi for a while."""
import json
import os
import subprocess

ROOT = os.path.dirname(os.path.realpath(__file__)) + "/../../.."
PYTHON = "/usr/bin/python3"  # Debian's own, whose torch is the one that zhuyi is linked with


class Speed:
    """What a run told: target tokens a second of training, and the losses as (seconds, loss)."""

    def __init__(self, tokens_per_second, train, dev, vocabularies=None):
        self.tokens_per_second, self.train, self.dev, self.vocabularies = tokens_per_second, train, dev, vocabularies


def add_arguments(parser):
    parser.add_argument("--peer", required=True, help="the PyTorch program")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--build", default=f"{ROOT}/build", help="made with -DZHUYI_BENCH=ON")


def write_tokens(build, corpus, folder):
    subprocess.run([f"{build}/bench/WriteTokens", corpus, folder], check=True, stdout=subprocess.DEVNULL)


def run_peer(program, folder, seconds, threads, seed=1, options=()):
    """`options`: what else the peer is told, as --vocab 4000."""
    command = [PYTHON, program, "--train", f"{folder}/train.zh", f"{folder}/train.en", "--dev", f"{folder}/dev.zh",
               f"{folder}/dev.en", "--seconds", str(seconds), "--threads", str(threads), "--seed", str(seed), *options]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    lines = [json.loads(line) for line in output.splitlines()]
    points = lambda name: [(line["seconds"], line[name]) for line in lines if name in line]
    return Speed(lines[-1]["tokens_per_second"], points("train_loss"), points("dev_loss"), lines[0]["vocab"])


def run_zhuyi(build, folder, seconds, threads, seed=1, settings=()):
    """`settings`: what differs from the preset standard, as hidden_size=512."""
    log = f"{folder}/log.jsonl"
    command = [f"{build}/bin/zhuyi", "train", f"{folder}/train.tsv", "--dev", f"{folder}/dev.tsv", "--out",
               f"{folder}/model.zhuyi", "--preset", "standard", "--minutes", str(seconds / 60), "--threads",
               str(threads), "--seed", str(seed), "--log", log]
    for setting in ("source_tokenizer=whitespace", "target_tokenizer=whitespace", *settings):
        command += ["--set", setting]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # A line's speed is that of the steps since the line before.
    tokens = spent = last = 0.0
    train, dev = [], []
    with open(log, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            span, last = line["seconds"] - last, line["seconds"]
            if "tokens_per_second" in line:
                tokens += line["tokens_per_second"] * span
                spent += span
            for name, points in (("train_loss", train), ("dev_loss", dev)):
                if name in line:
                    points.append((line["seconds"], line[name]))
    return Speed(tokens / spent, train, dev)
