"""Writes resnet34.safetensors and resnet50.safetensors, the reference numbers of ResNetReferenceTest.

Needs torch, torchvision and safetensors:  OMP_NUM_THREADS=1 python resnet_reference.py <folder>
"""

import sys

import torch
from safetensors.torch import save_file
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet

WIDTH, CLASSES, SIZE, BATCH = 2, 7, 64, 4
MEAN, STD = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])


class NarrowResNet(ResNet):
    """torchvision's network and blocks, started from WIDTH channels instead of 64."""

    def __init__(self, block, layers):
        super().__init__(block, layers, num_classes=CLASSES)
        self.inplanes = WIDTH
        self.conv1 = torch.nn.Conv2d(3, WIDTH, 7, stride=2, padding=3, bias=False)
        self.bn1 = torch.nn.BatchNorm2d(WIDTH)
        self.layer1 = self._make_layer(block, WIDTH, layers[0])
        self.layer2 = self._make_layer(block, 2 * WIDTH, layers[1], stride=2)
        self.layer3 = self._make_layer(block, 4 * WIDTH, layers[2], stride=2)
        self.layer4 = self._make_layer(block, 8 * WIDTH, layers[3], stride=2)
        self.fc = torch.nn.Linear(8 * WIDTH * block.expansion, CLASSES)
        for module in self.modules():
            if isinstance(module, torch.nn.Conv2d):
                torch.nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")


def arrays(prefix, network):
    return {
        prefix + name: value.clone().contiguous()
        for name, value in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }


def write(folder, name, block, layers, *, rate, smoothing, weights, imagenet):
    torch.manual_seed(7)
    network = NarrowResNet(block, layers)
    with torch.no_grad():  # statistics and affine parameters other than 0 and 1
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_mean.normal_(0, 0.1)
                module.running_var.uniform_(0.5, 1.5)
                module.weight.uniform_(0.5, 1.5)
                module.bias.normal_(0, 0.1)
        for module in network.modules():  # short branches: float32 itself stays within 3e-6 of float64
            if isinstance(module, block):
                (module.bn3 if block is Bottleneck else module.bn2).weight.mul_(0.25)
    patches = torch.randn(BATCH, 3, 4, 4) * 1.5
    x = torch.tanh(torch.nn.functional.interpolate(patches, size=SIZE, mode="bilinear"))
    seen = ((x + 1) / 2 - MEAN.view(1, 3, 1, 1)) / STD.view(1, 3, 1, 1) if imagenet else x
    label = torch.tensor([0, 3, 3, 6])
    saved = {"in.x": x, "in.label": label, **arrays("init.", network)}
    network.eval()
    saved["out.eval.logits"] = network(seen).detach()
    network.train()
    loss = torch.nn.CrossEntropyLoss(weight=weights, label_smoothing=smoothing)
    optimizer = torch.optim.SGD(network.parameters(), rate, momentum=0.9)
    logits = network(seen)
    value = loss(logits, label)
    value.backward()
    optimizer.step()
    saved["out.train.logits"] = logits.detach()
    saved["out.train.loss"] = value.detach()
    saved.update(arrays("final.", network))
    if weights is not None:
        saved["in.class_weights"] = weights
    metadata = {
        "base_width": str(WIDTH),
        "classes": str(CLASSES),
        "optimizer": f"SGD({rate},momentum=0.9)",
        "learning_rate": str(rate),
        "label_smoothing": str(smoothing),
        "pixels": "IMAGENET" if imagenet else "SYMMETRIC",
        "torch": torch.__version__,
    }
    save_file(saved, f"{folder}/{name}.safetensors", metadata)
    print(name, "loss", value.item(), "logits", logits.detach().norm().item())


def main(folder):
    torch.use_deterministic_algorithms(True)
    weights = torch.tensor([0.5, 1.0, 2.0, 1.5, 1.0, 0.25, 3.0])
    write(folder, "resnet34", BasicBlock, [3, 4, 6, 3], rate=0.01, smoothing=0.1, weights=weights, imagenet=False)
    write(folder, "resnet50", Bottleneck, [3, 4, 6, 3], rate=0.01, smoothing=0.0, weights=None, imagenet=True)


main(sys.argv[1])
