package io.mien.networks.interchange.pytorch;

import io.mien.networks.interchange.tensor.Layout;

/** A tensor as a pickle describes it. */
record TensorView(Storage storage, Layout layout) {
  TensorView {
    layout.verify(storage.elements());
  }
}
