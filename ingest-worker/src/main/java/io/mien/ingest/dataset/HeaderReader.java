package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.HeaderProbe;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureRefused;
import io.mien.ingest.layout.Picture;
import java.io.IOException;
import java.util.Optional;

/** Looks at a file as far as its header and its label tell. Thread-safe. */
record HeaderReader(ImageLimits limits) {

  /** Why the file gives no crop; empty when that depends on its face. */
  Optional<Rejection> read(Picture picture) {
    try {
      limits.checkSize(picture.content().size());
      limits.check(HeaderProbe.probe(picture.content().read()));
    } catch (PictureRefused e) {
      return Optional.of(new Rejection(picture.source(), e.code(), e.detail()));
    } catch (IOException e) {
      return Optional.of(
          new Rejection(
              picture.source(),
              Rejection.Code.UNREADABLE,
              "the file cannot be read: " + e.getMessage()));
    }
    return picture.isUsable()
        ? Optional.empty()
        : Optional.of(PictureReader.withoutExpression(picture));
  }
}
