package io.mien.ingest.dataset;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.store.dataset.DatasetFiles;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Uploads a packed dataset under the attempt's prefix, {@code dataset.json} last. */
final class DatasetUpload {

  static final String CONTACT_SHEET = "contact-sheet.png";
  private static final String JSON_LINES = "application/x-ndjson";

  private final TaskContext context;
  private final Path directory;

  DatasetUpload(TaskContext context, Path directory) {
    this.context = context;
    this.directory = directory;
  }

  DatasetPrepared upload(DatasetManifest manifest, byte[] contactSheet) {
    ProgressMeter progress =
        new ProgressMeter(context::progress, "upload", "shards", manifest.shards().size());
    for (DatasetManifest.Shard shard : manifest.shards()) {
      context.throwIfStopping();
      put(shard.name(), "application/x-tar");
      progress.advance(1);
    }
    put(DatasetFiles.CROPS, JSON_LINES);
    ObjectRef rejections = put(DatasetFiles.REJECTIONS, JSON_LINES);
    ObjectRef sheet =
        context.outputs().put(Bucket.DATASETS, CONTACT_SHEET, contactSheet, "image/png");
    Integer count = manifest.splitPolicy().folds();
    List<PrefixRef> folds = new ArrayList<>();
    for (int fold = 2; count != null && fold <= count; fold++) {
      folds.add(set(DatasetFiles.manifest(fold)));
    }
    PrefixRef dataset = set(DatasetFiles.MANIFEST);
    if (count != null) {
      folds.add(0, dataset);
    }
    return new DatasetPrepared(dataset, manifest, rejections, sheet, folds);
  }

  private PrefixRef set(String manifest) {
    return context.outputs().asSet(put(manifest, "application/json"));
  }

  private ObjectRef put(String name, String contentType) {
    return context.outputs().put(Bucket.DATASETS, name, directory.resolve(name), contentType);
  }
}
