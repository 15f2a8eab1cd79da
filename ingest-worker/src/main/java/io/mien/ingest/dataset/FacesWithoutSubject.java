package io.mien.ingest.dataset;

import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.TarWriter;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Copies what was found in the parts of a dataset, but for the pictures of one person. */
final class FacesWithoutSubject {

  private final ObjectStore store;
  private final String subject;
  private final TaskContext context;
  private final Set<String> met = new HashSet<>();

  FacesWithoutSubject(ObjectStore store, String subject, TaskContext context) {
    this.store = store;
    this.subject = subject;
    this.context = context;
  }

  /** The parts anew, in their order, under the prefix of this attempt. */
  List<PrefixRef> copy(List<PrefixRef> parts) throws IOException {
    List<PrefixRef> copies = new ArrayList<>();
    for (PrefixRef part : parts) {
      context.throwIfStopping();
      FoundFaces faces = WireJson.MAPPER.readValue(store.read(part.manifest()), FoundFaces.class);
      copies.add(copy(faces, "faces/%05d".formatted(copies.size())));
    }
    return copies;
  }

  /** The sources of the person's pictures. */
  Set<String> met() {
    return met;
  }

  boolean hasMet() {
    return !met.isEmpty();
  }

  private PrefixRef copy(FoundFaces faces, String name) throws IOException {
    Path work = context.workDirectory();
    Path directory = Files.createDirectories(work.resolve(name));
    Path lines = work.resolve("all.jsonl");
    store.download(faces.pictures(), lines);
    FoundPart part = new FoundPart(store, lines, faces.crops(), work.resolve("all.tar"));
    try (TarWriter crops = CropTar.write(directory.resolve(FoundFaces.CROPS))) {
      part.forEachCrop(
          (picture, face, png) -> {
            if (!picture.subject().equals(subject)) {
              crops.add(CropTar.name(face), png);
            }
          });
    }
    List<FoundPicture> rest = new ArrayList<>();
    new JsonLinesFile(lines, WireJson.MAPPER).forEach(FoundPicture.class, each -> sort(each, rest));
    new JsonLinesFile(directory.resolve(FoundFaces.PICTURES), WireJson.MAPPER).write(rest);
    return new FoundFacesUpload(context.outputs(), name + "/")
        .upload(faces.recipe(), faces.selection(), directory);
  }

  private void sort(FoundPicture picture, List<FoundPicture> rest) {
    if (picture.subject().equals(subject)) {
      met.add(picture.source());
    } else {
      rest.add(picture);
    }
  }
}
