package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.ElementType;

/** A storage class of PyTorch: named in pickles, never called. */
record TorchClass(ElementType type) {}
