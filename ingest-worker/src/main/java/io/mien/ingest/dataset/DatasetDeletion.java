package io.mien.ingest.dataset;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetsDeleted;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.DatasetFiles;
import io.mien.store.json.WireJson;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Deletes versions of datasets, what was found in their parts included. A manifest goes last of its
 * set: as long as it is there, whoever comes again knows what to delete. Thread-safe.
 */
public final class DatasetDeletion {

  private final ObjectStore store;

  public DatasetDeletion(ObjectStore store) {
    this.store = store;
  }

  public DatasetsDeleted delete(DeleteDatasets task, TaskContext context) throws IOException {
    ProgressMeter progress =
        new ProgressMeter(context::progress, "delete", "datasets", task.datasets().size());
    int objects = 0;
    for (PrefixRef dataset : task.datasets()) {
      context.throwIfStopping();
      objects += delete(dataset);
      progress.advance(1);
    }
    return new DatasetsDeleted(objects);
  }

  private int delete(PrefixRef dataset) throws IOException {
    ObjectRef last = dataset.manifest();
    if (store.size(last.bucket(), last.key()).isEmpty()) {
      return 1;
    }
    DatasetManifest manifest = WireJson.MAPPER.readValue(store.read(last), DatasetManifest.class);
    int objects = 0;
    for (PrefixRef part : Objects.requireNonNullElse(manifest.faces(), List.<PrefixRef>of())) {
      objects += deletePart(part);
    }
    List<String> names = new ArrayList<>();
    manifest.shards().forEach(shard -> names.add(shard.name()));
    Integer folds = manifest.splitPolicy().folds();
    for (int fold = 2; folds != null && fold <= folds; fold++) {
      names.add(DatasetFiles.manifest(fold));
    }
    names.add(DatasetFiles.CROPS);
    names.add(DatasetFiles.REJECTIONS);
    names.add(DatasetUpload.CONTACT_SHEET);
    names.forEach(name -> store.delete(dataset.bucket(), dataset.prefix() + name));
    store.delete(last.bucket(), last.key());
    return objects + names.size() + 1;
  }

  private int deletePart(PrefixRef part) throws IOException {
    ObjectRef last = part.manifest();
    if (store.size(last.bucket(), last.key()).isPresent()) {
      FoundFaces faces = WireJson.MAPPER.readValue(store.read(last), FoundFaces.class);
      for (ObjectRef each : List.of(faces.crops(), faces.pictures(), last)) {
        store.delete(each.bucket(), each.key());
      }
    }
    return 3;
  }
}
