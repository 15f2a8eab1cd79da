package io.mien.ingest.dataset;

import io.mien.contracts.object.ObjectRef;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.TarReader;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was found in one part of a dataset.
 *
 * @param pictures file of {@link FoundPicture}s
 * @param crops in the store
 * @param file where the crops lie while they are read
 */
record FoundPart(ObjectStore store, Path pictures, ObjectRef crops, Path file) {

  /** Hands over each crop, in the order of the pictures. */
  void forEachCrop(Visitor visitor) throws IOException {
    store.download(crops, file);
    try (TarReader tar = CropTar.read(file)) {
      new JsonLinesFile(pictures, WireJson.MAPPER)
          .forEach(FoundPicture.class, picture -> visit(picture, tar, visitor));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void visit(FoundPicture picture, TarReader tar, Visitor visitor) {
    FoundPicture.Face face = picture.face();
    if (face != null) {
      try {
        visitor.take(picture, face, tar.next(CropTar.name(face)));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot pack the crop of " + picture.source(), e);
      }
    }
  }

  /** Takes crops. */
  interface Visitor {

    void take(FoundPicture picture, FoundPicture.Face face, byte[] png) throws IOException;
  }
}
