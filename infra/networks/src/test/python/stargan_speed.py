"""The peer of StarGanBenchmark and GeneratorBenchmark: the same networks and steps, written for PyTorch in the way
of the public reference implementation (retain_graph penalty, one generator pass for the critic and one for itself).

  OMP_NUM_THREADS=2 python stargan_speed.py train 128 64 6 6 8 12
  OMP_NUM_THREADS=2 python stargan_speed.py generate 128 64 6 7

train: image size, width, residual blocks, critic layers, batch, iterations; generate: image size, width, blocks, rounds,
and how many faces (8). With one thread on a processor, generate measures processor time, by the clock otherwise; its second
line is the traced, frozen network. MIEN_DEVICE=cuda:0 computes there. Images count once they are 8 bits in the processor's memory.
"""
import copy
import os
import sys
import time

import torch
from torch import nn
import torch.nn.functional as F

LABELS = 7
DEVICE = torch.device(os.environ.get("MIEN_DEVICE", "cpu"))
CUDA = DEVICE.type == "cuda"


class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(d, d, 3, 1, 1, bias=False), nn.InstanceNorm2d(d, affine=True, track_running_stats=True), nn.ReLU(inplace=True),
            nn.Conv2d(d, d, 3, 1, 1, bias=False), nn.InstanceNorm2d(d, affine=True, track_running_stats=True))

    def forward(self, x):
        return x + self.main(x)


class Generator(nn.Module):
    def __init__(self, width, blocks):
        super().__init__()

        def norm(d):
            return [nn.InstanceNorm2d(d, affine=True, track_running_stats=True), nn.ReLU(inplace=True)]

        layers = [nn.Conv2d(3 + LABELS, width, 7, 1, 3, bias=False), *norm(width)]
        for _ in range(2):
            layers += [nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False), *norm(2 * width)]
            width *= 2
        layers += [Block(width) for _ in range(blocks)]
        for _ in range(2):
            layers += [nn.ConvTranspose2d(width, width // 2, 4, 2, 1, bias=False), *norm(width // 2)]
            width //= 2
        self.main = nn.Sequential(*layers, nn.Conv2d(width, 3, 7, 1, 3, bias=False), nn.Tanh())

    def forward(self, x, c):
        planes = c.view(c.size(0), c.size(1), 1, 1).repeat(1, 1, x.size(2), x.size(3))
        return self.main(torch.cat([x, planes], dim=1))


class Critic(nn.Module):
    def __init__(self, size, width, layers):
        super().__init__()
        main, channels = [], 3
        for _ in range(layers):
            main += [nn.Conv2d(channels, width, 4, 2, 1), nn.LeakyReLU(0.01)]
            channels, width = width, 2 * width
        self.main = nn.Sequential(*main)
        self.conv1 = nn.Conv2d(channels, 1, 3, 1, 1, bias=False)
        self.conv2 = nn.Conv2d(channels, LABELS, size >> layers, bias=False)

    def forward(self, x):
        h = self.main(x)
        return self.conv1(h), self.conv2(h).flatten(1)


def one_hot(batch):
    return F.one_hot(torch.randint(0, LABELS, (batch,)), LABELS).float().to(DEVICE)


def finished():
    if CUDA:
        torch.cuda.synchronize()


def train(size, width, blocks, layers, batch, iterations):
    g, d = Generator(width, blocks).to(DEVICE), Critic(size, width, layers).to(DEVICE)
    g_adam = torch.optim.Adam(g.parameters(), 1e-4, (0.5, 0.999))
    d_adam = torch.optim.Adam(d.parameters(), 1e-4, (0.5, 0.999))
    critic, both, critic_cpu, both_cpu = [], [], [], []
    for i in range(iterations):
        x, org, trg = (torch.rand(batch, 3, size, size) * 2 - 1).to(DEVICE), one_hot(batch), one_hot(batch)
        finished()
        start, cpu = time.perf_counter(), time.process_time()
        src, cls = d(x)
        fake = g(x, trg)
        out, _ = d(fake.detach())
        alpha = torch.rand(batch, 1, 1, 1, device=DEVICE)
        between = (alpha * x + (1 - alpha) * fake.detach()).requires_grad_(True)
        y, _ = d(between)
        grad = torch.autograd.grad(y, between, torch.ones_like(y), create_graph=True, retain_graph=True)[0]
        penalty = ((grad.flatten(1).norm(dim=1) - 1) ** 2).mean()
        loss = -src.mean() + out.mean() + F.cross_entropy(cls, org.argmax(1)) + 10 * penalty
        g_adam.zero_grad()
        d_adam.zero_grad()
        loss.backward()
        d_adam.step()
        turn = (i + 1) % 5 == 0
        if turn:
            fake = g(x, trg)
            out, cls = d(fake)
            back = g(fake, org)
            loss = -out.mean() + F.cross_entropy(cls, trg.argmax(1)) + 10 * (x - back).abs().mean()
            g_adam.zero_grad()
            d_adam.zero_grad()
            loss.backward()
            g_adam.step()
        finished()
        (both if turn else critic).append(1e3 * (time.perf_counter() - start))
        (both_cpu if turn else critic_cpu).append(1e3 * (time.process_time() - cpu))
    median = [sorted(v)[len(v) // 2] for v in (critic, critic_cpu, both, both_cpu)]
    print("PyTorch %s, %s, %d px, width %d, batch %d, %d thread(s): critic %.1f ms (processor %.0f), critic and generator %.1f ms (processor %.0f), medians"
          % (torch.__version__, DEVICE, size, width, batch, torch.get_num_threads(), *median))


def own_statistics(generator):
    """In eval mode, which freezing asks for, the reference would take running statistics: another network."""
    copied = copy.deepcopy(generator).eval()
    for m in copied.modules():
        if isinstance(m, nn.InstanceNorm2d):
            m.track_running_stats, m.running_mean, m.running_var = False, None, None
    return copied


def levels(y):
    """Images of 8 bits in the processor's memory."""
    return ((y + 1) * 127.5).round().clamp(0, 255).byte().permute(0, 2, 3, 1).contiguous().cpu()


def generate(size, width, blocks, rounds, several=8):
    clock = time.thread_time if torch.get_num_threads() == 1 and not CUDA else time.perf_counter
    eager = Generator(width, blocks).to(DEVICE)
    for images, faces in ((several, several), (LABELS, 1)):
        x = (torch.rand(faces, 3, size, size) * 2 - 1).expand(images, 3, size, size).contiguous().to(DEVICE)
        c = F.one_hot(torch.arange(images) % LABELS, LABELS).float().to(DEVICE)
        frozen = torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(own_statistics(eager), (x, c))))
        seconds = {"eager": [], "frozen": []}
        with torch.no_grad():
            for i in range(rounds + 2):
                for name, g in (("eager", eager), ("frozen", frozen)):
                    start = clock()
                    levels(g(x, c))
                    seconds[name].append(clock() - start)
        for name, all_seconds in seconds.items():
            median = sorted(all_seconds[2:])[rounds // 2]
            print("PyTorch %s %s, %s, %d px, width %d, %d images of %d faces, %d thread(s), medians: %.1f ms (%.2f images/s)"
                  % (torch.__version__, name, DEVICE, size, width, images, faces, torch.get_num_threads(), 1e3 * median, images / median))


if __name__ == "__main__":
    torch.manual_seed(1)
    {"train": train, "generate": generate}[sys.argv[1]](*map(int, sys.argv[2:]))
