"""Losses over time as a picture; needs Debian's python3-matplotlib."""
import matplotlib

matplotlib.use("Agg")  # no display
from matplotlib import pyplot

COLOURS = {"peer": "#c05020", "zhuyi": "#2060c0"}


def write(path, runs):
    """`runs`: (round, program, run) with run.train and run.dev, points (seconds, loss). The ending of `path` names the
    format."""
    pyplot.rcParams["svg.fonttype"] = "none"  # text stays text
    figure, axes = pyplot.subplots(figsize=(9, 5), layout="constrained")
    for number, name, run in runs:
        label = (lambda part: f"{name}, {part}") if number == runs[0][0] else lambda part: None
        axes.plot(*zip(*run.train), color=COLOURS[name], alpha=0.35, label=label("training"))
        axes.plot(*zip(*run.dev), color=COLOURS[name], marker=".", label=label("dev"))
    highest = max(loss for _, _, run in runs for _, loss in run.dev)
    axes.set(xlabel="seconds", ylabel="loss, nats a token", xlim=(0, None), ylim=(None, 1.2 * highest))
    axes.grid(color="#ddd")
    axes.legend()
    figure.savefig(path)
