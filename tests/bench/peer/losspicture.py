"""Losses over time as an SVG picture, without any library."""

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 900, 520, 70, 30, 150, 55
COLOURS = {"peer": "#c05020", "zhuyi": "#2060c0"}


def steps_of(span):
    """A round step that cuts the span into 4 to 10."""
    step = 10.0 ** -3
    while True:
        for factor in (1, 2, 5):
            if span / (step * factor) <= 10:
                return step * factor
        step *= 10


def write(path, runs):
    """`runs`: (round, program, run) with run.train and run.dev, points (seconds, loss). Dev losses are drawn solid,
    training losses pale."""
    points = [point for _, _, run in runs for point in run.train + run.dev]
    longest = max(seconds for seconds, _ in points)
    low, high = min(loss for _, loss in points), max(loss for _, loss in points)
    x = lambda seconds: LEFT + seconds / longest * (WIDTH - LEFT - RIGHT)
    y = lambda loss: HEIGHT - BOTTOM - (loss - low) / ((high - low) or 1) * (HEIGHT - TOP - BOTTOM)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="14">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    text = lambda at, height, words, anchor="middle": lines.append(
        f'<text x="{at:.1f}" y="{height:.1f}" text-anchor="{anchor}" fill="#333">{words}</text>')
    grid = lambda x1, y1, x2, y2: lines.append(f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="#ddd"/>')
    step = steps_of(longest)
    for i in range(int(longest / step) + 1):
        grid(x(i * step), TOP, x(i * step), HEIGHT - BOTTOM)
        text(x(i * step), HEIGHT - BOTTOM + 20, f"{i * step:g}")
    step = steps_of(high - low or 1)
    for i in range(int(low / step) + 1, int(high / step) + 1):
        grid(LEFT, y(i * step), WIDTH - RIGHT, y(i * step))
        text(LEFT - 8, y(i * step) + 5, f"{i * step:g}", "end")
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "seconds")
    text(LEFT, TOP - 10, "loss, nats a token", "start")
    for _, name, run in runs:
        for part, opacity in ((run.train, 0.35), (run.dev, 1)):
            path_data = "M" + "L".join(f"{x(seconds):.1f} {y(loss):.1f}" for seconds, loss in part) if part else ""
            lines.append(f'<path d="{path_data}" fill="none" stroke="{COLOURS[name]}" stroke-width="2" opacity="{opacity}"/>')
            if opacity == 1:
                lines += [f'<circle cx="{x(seconds):.1f}" cy="{y(loss):.1f}" r="2.5" fill="{COLOURS[name]}"/>' for seconds, loss in part]
    for i, (name, part, opacity) in enumerate((name, part, opacity) for name in COLOURS for part, opacity in (("dev", 1), ("training", 0.35))):
        height = TOP + 20 + 24 * i
        lines.append(f'<path d="M{WIDTH - RIGHT + 12} {height}h28" stroke="{COLOURS[name]}" stroke-width="2" opacity="{opacity}"/>')
        text(WIDTH - RIGHT + 48, height + 5, f"{name}, {part}", "start")
    lines.append("</svg>")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
