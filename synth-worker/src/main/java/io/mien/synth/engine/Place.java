package io.mien.synth.engine;

import io.mien.networks.image.RgbImage;

/** One image of a batch: whose it is, and which of theirs. */
record Place(Request request, int index) {

  Wish wish() {
    return request.wish(index);
  }

  void put(RgbImage image) {
    request.put(index, image);
  }
}
