"""The script that one would write: crops the face of every picture of a folder with opencv-python, one process a core.

    python crop_faces.py FOLDER OUT FILES PROCESSES [alt2|as-ours]

The folder's pictures are read again and again until FILES are done. `alt2` searches with the cascade that
ingest-worker trusts, at the same size and with the same repeated border, and stops there; `as-ours` also makes
ingest-worker's four confirmed passes and its alignment by the eyes (cascade-v1), so that both find the same faces.
LBP_CASCADE in the environment names lbpcascade_frontalface_improved.xml, which opencv-python does not carry.
"""
import math
import multiprocessing
import os
import sys
import time

import cv2
import numpy as np

SIZE, MARGIN, SIDE, BORDER = 128, 0.2, 400, 100
PICTURES = (".jpg", ".jpeg", ".png")


def load(name):
    return cv2.CascadeClassifier(os.path.join(cv2.data.haarcascades, name + ".xml"))


def start(mode, out):
    global MODE, OUT, ALT2, DEFAULT, ALT, LBP, EYES
    cv2.setNumThreads(1)
    MODE, OUT = mode, out
    ALT2 = load("haarcascade_frontalface_alt2")
    if mode == "as-ours":
        DEFAULT, ALT = load("haarcascade_frontalface_default"), load("haarcascade_frontalface_alt")
        LBP = cv2.CascadeClassifier(os.environ["LBP_CASCADE"])
        EYES = [load("haarcascade_eye_tree_eyeglasses"), load("haarcascade_eye")]


def find(cascade, grey, neighbours, smallest):
    return [tuple(map(float, box)) for box in cascade.detectMultiScale(grey, 1.1, neighbours, 0, (smallest, smallest))]


def shown(grey, box):
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    return BORDER <= x < grey.shape[1] - BORDER and BORDER <= y < grey.shape[0] - BORDER


def prominence(grey, box):
    x = (box[0] + box[2] / 2 - grey.shape[1] / 2) / (grey.shape[1] / 2 - BORDER)
    y = (box[1] + box[3] / 2 - grey.shape[0] / 2) / (grey.shape[0] / 2 - BORDER)
    return box[2] * (1 - math.hypot(x, y) / 3)


def overlap(one, other):
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    both = max(0, across) * max(0, down)
    return both / (one[2] * one[3] + other[2] * other[3] - both)


def confirmed(grey, box, witnesses):
    x, y, side = box[0] - 0.3 * box[2], box[1] - 0.3 * box[3], 1.6 * box[2]
    left, top = int(max(0, x)), int(max(0, y))
    region = grey[top:int(min(grey.shape[0], y + side)), left:int(min(grey.shape[1], x + side))]
    face = (box[0] - left, box[1] - top, box[2], box[3])
    return any(overlap(seen, face) >= 0.4 for w in witnesses for seen in find(w, region, 2, int(box[2] / 2)))


def roll(picture, face):
    left, top = int(max(0, face[0])), int(max(0, face[1]))
    area = picture[top:int(min(picture.shape[0], face[1] + 0.6 * face[3])), left:int(min(picture.shape[1], face[0] + face[2]))]
    if min(area.shape[:2]) < 8:
        return None
    scale = 240 / face[2]
    size = (max(1, round(area.shape[1] * scale)), max(1, round(area.shape[0] * scale)))
    area = cv2.resize(area, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    grey = area if area.ndim == 2 else cv2.cvtColor(area, cv2.COLOR_BGR2GRAY)
    middle = (face[0] + face[2] / 2 - left) * scale
    for cascade in EYES:
        eyes = [(e[0] + e[2] / 2, e[1] + e[3] / 2) for e in find(cascade, grey, 3, 33) if e[2] <= 100.8]
        one = min((e for e in eyes if e[0] < middle), key=lambda e: abs(e[1] - 96), default=None)
        other = min((e for e in eyes if e[0] > middle), key=lambda e: abs(e[1] - 96), default=None)
        if one and other:
            degrees = math.degrees(math.atan2(other[1] - one[1], other[0] - one[0]))
            if 60 < other[0] - one[0] < 144 and abs(degrees) <= 25:
                return degrees
    return None


def faces(grey):
    found = [box for box in find(ALT2, grey, 3, 60) if shown(grey, box)]
    if found or MODE == "alt2":
        return found
    passes = [(DEFAULT, 3, 60, [LBP, ALT, ALT2]), (LBP, 3, 60, [DEFAULT, ALT, ALT2]),
              (ALT2, 3, 30, [LBP, DEFAULT]), (ALT, 1, 60, [LBP, DEFAULT])]
    for cascade, neighbours, smallest, witnesses in passes:
        found = [box for box in find(cascade, grey, neighbours, smallest) if shown(grey, box)
                 and (confirmed(grey, box, witnesses) or roll(grey, box) is not None)]
        if found:
            return found
    return []


def crop(job):
    number, path = job
    picture = cv2.imread(path)
    if picture is None:
        return 0
    scale = SIDE / max(picture.shape[:2])
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    grey = cv2.copyMakeBorder(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), BORDER, BORDER, BORDER, BORDER, cv2.BORDER_REPLICATE)
    found = faces(grey)
    if not found:
        return 0
    box = max(found, key=lambda each: prominence(grey, each))
    x, y, w = (box[0] - BORDER) / scale, (box[1] - BORDER) / scale, box[2] / scale
    angle = math.radians((roll(picture, (x, y, w, w)) or 0) if MODE == "as-ours" else 0)
    step = w * (1 + 2 * MARGIN) / SIZE
    cos, sin, middle = math.cos(angle) * step, math.sin(angle) * step, (SIZE - 1) / 2
    matrix = np.array([[cos, -sin, x + w / 2 - 0.5 - (cos - sin) * middle], [sin, cos, y + w / 2 - 0.5 - (sin + cos) * middle]])
    face = cv2.warpAffine(picture, matrix, (SIZE, SIZE), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
    cv2.imwrite(os.path.join(OUT, "%d.png" % number), face)
    return 1


def main():
    folder, out, count, processes = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    mode = sys.argv[5] if len(sys.argv) > 5 else "as-ours"
    files = sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.lower().endswith(PICTURES))
    os.makedirs(out, exist_ok=True)
    jobs = [(i, files[i % len(files)]) for i in range(count)]
    with multiprocessing.Pool(processes, start, (mode, out)) as pool:
        pool.map(abs, range(processes))
        clock, cpu = time.monotonic(), os.times()
        found = sum(pool.imap_unordered(crop, jobs, 16))
        seconds = time.monotonic() - clock
        pool.close()
        pool.join()
    used = os.times()
    spent = used.children_user + used.children_system - cpu.children_user - cpu.children_system
    print("opencv-python %s, %s: %d faces of %d files in %.1f s by the clock, %.1f s of processor: %.1f files a second, %.1f per second of processor"
          % (cv2.__version__, mode, found, count, seconds, spent, count / seconds, count / spent))


if __name__ == "__main__":
    main()
