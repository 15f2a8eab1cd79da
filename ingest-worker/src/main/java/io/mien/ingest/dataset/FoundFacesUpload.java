package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.json.WireJson;
import io.mien.worker.AttemptOutputs;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Publishes what was found in a part of a dataset, {@code faces.json} last.
 *
 * @param place under the attempt's prefix, empty or ending in a slash
 */
record FoundFacesUpload(AttemptOutputs outputs, String place) {

  /**
   * @param directory with the pictures' lines and the crops
   */
  PrefixRef upload(CropRecipe recipe, FaceSelection selection, Path directory) throws IOException {
    FoundFaces faces =
        new FoundFaces(
            recipe,
            selection,
            put(FoundFaces.PICTURES, directory, JsonLinesFile.CONTENT_TYPE),
            put(FoundFaces.CROPS, directory, CropTar.CONTENT_TYPE));
    ObjectRef last =
        outputs.put(
            Bucket.DATASETS,
            place + FoundFaces.FILE,
            WireJson.MAPPER.writeValueAsBytes(faces),
            "application/json");
    String prefix = last.key().substring(0, last.key().length() - FoundFaces.FILE.length());
    return new PrefixRef(last.bucket(), prefix, last);
  }

  private ObjectRef put(String file, Path directory, String contentType) {
    return outputs.put(Bucket.DATASETS, place + file, directory.resolve(file), contentType);
  }
}
