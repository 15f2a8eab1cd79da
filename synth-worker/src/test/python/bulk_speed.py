"""The peer of a bulk synthesis: the script that people write. One process, PyTorch, the reference generator with weights
that `mien checkpoint export` gave, every picture of a folder in every expression, a PNG each.

  python bulk_speed.py generator.pth photos/ out/ [size 64] [width 16] [blocks 3] [pictures a batch 8]

Photos are cut at the centre and resized, as the reference does; no face is looked for. Prints images a second by the clock,
all and the network alone. MIEN_DEVICE=cuda:0 draws there.
"""
import sys
import time
from pathlib import Path

import torch
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "infra/networks/src/test/python"))
from stargan_speed import DEVICE, LABELS, Generator, finished, levels  # noqa: E402


def crop(path, size):
    picture = Image.open(path).convert("RGB")
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    face = picture.crop((left, top, left + side, top + side)).resize((size, size), Image.BILINEAR)
    pixels = torch.frombuffer(bytearray(face.tobytes()), dtype=torch.uint8).view(size, size, 3)
    return pixels.permute(2, 0, 1).float() / 127.5 - 1


def main(weights, photos, out, size=64, width=16, blocks=3, batch=8):
    size, width, blocks, batch = int(size), int(width), int(blocks), int(batch)
    generator = Generator(width, blocks).to(DEVICE)
    generator.load_state_dict(torch.load(weights, map_location=DEVICE), strict=False)
    generator.eval()
    paths = sorted(p for p in Path(photos).rglob("*") if p.suffix.lower() in (".png", ".jpg", ".jpeg"))
    Path(out).mkdir(parents=True, exist_ok=True)
    drawing, images, start = 0.0, 0, time.perf_counter()
    with torch.no_grad():
        for first in range(0, len(paths), batch):
            some = paths[first:first + batch]
            x = torch.stack([crop(path, size) for path in some]).to(DEVICE)
            for label in range(LABELS):
                c = torch.zeros(len(some), LABELS, device=DEVICE)
                c[:, label] = 1
                before = time.perf_counter()
                y = generator(x, c)
                finished()
                drawing += time.perf_counter() - before
                rgb = levels(y).numpy()
                for i, path in enumerate(some):
                    Image.fromarray(rgb[i]).save(Path(out) / f"{path.stem}-{label}.png")
                images += len(some)
    seconds = time.perf_counter() - start
    print(f"{images} images of {len(paths)} photos in {seconds:.1f} s: {images / seconds:.1f} a second; "
          f"the network alone {images / drawing:.1f} a second; {DEVICE}, {torch.get_num_threads()} threads, PyTorch {torch.__version__}")


if __name__ == "__main__":
    main(*sys.argv[1:])
