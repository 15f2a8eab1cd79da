package io.mien.ingest.dataset;

import io.mien.ingest.face.CropperThreads;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.layout.Picture;
import io.mien.worker.TaskContext;
import java.util.List;

/** Reads the pictures of a dataset on several threads; the outcomes are in the pictures' order. */
final class FaceExtraction {

  private static final CropperThreads.Shown SHOWN =
      new CropperThreads.Shown("detect faces", "images");

  private final CropperThreads threads;

  FaceExtraction(FaceCroppers croppers, int threads) {
    this.threads = new CropperThreads(croppers, threads);
  }

  List<Outcome> extract(List<Picture> pictures, PictureReader reader, TaskContext context) {
    return threads.run(pictures, reader::read, SHOWN, context).stream()
        .flatMap(List::stream)
        .toList();
  }
}
