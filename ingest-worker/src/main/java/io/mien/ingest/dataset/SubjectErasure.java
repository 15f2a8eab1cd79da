package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.SubjectErased;
import io.mien.contracts.task.EraseSubject;
import io.mien.ingest.pack.ContactSheet;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.CropReader;
import io.mien.store.dataset.DatasetFiles;
import io.mien.store.dataset.DatasetWriter;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Takes a person out of a prepared dataset. Thread-safe. */
public final class SubjectErasure {

  private final ObjectStore store;
  private final ContactSheet sheet;
  private final int cropsPerShard;

  /**
   * @param cropsPerShard most crops in one tar shard
   */
  public SubjectErasure(ObjectStore store, ContactSheet sheet, int cropsPerShard) {
    this.store = store;
    this.sheet = sheet;
    this.cropsPerShard = cropsPerShard;
  }

  /**
   * @throws InvalidInput {@code subject-not-found} when no version of the dataset has the person
   */
  public SubjectErased erase(EraseSubject task, TaskContext context) throws IOException {
    Path work = context.workDirectory();
    PreparedDataset old = PreparedDataset.open(store, task.dataset(), work);
    FacesWithoutSubject faces = new FacesWithoutSubject(store, task.subject(), context);
    List<PrefixRef> parts =
        faces.copy(Objects.requireNonNullElse(old.manifest().faces(), List.of()));
    List<FoundCrop> kept = new ArrayList<>();
    Set<String> sources = new HashSet<>(faces.met());
    int crops = crops(old, task.subject(), kept, sources);
    if (crops == 0 && !faces.hasMet() && !wasThere(task, work)) {
      throw new InvalidInput(
          "subject-not-found",
          "Erase '%s' from dataset %s: no version of it has a picture of a subject of that name. Its manifest.jsonl has the names, such as '%s'."
              .formatted(
                  task.subject(),
                  old.manifest().name(),
                  kept.isEmpty() ? "" : kept.get(0).subject()));
    }
    List<Rejection> rejections = rejections(task.dataset(), faces, work);
    int files = old.manifest().files() - sources.size();
    Extracted rest = new Extracted(kept, rejections, new LabelVariety(), files);
    SheetPictures shown = SheetPictures.ofCrops(rest, work);
    Path directory = Files.createDirectories(work.resolve("dataset"));
    DatasetManifest manifest = write(old, task.subject(), rest, parts, shown, directory, context);
    return new SubjectErased(
        new DatasetUpload(context, directory).upload(manifest, sheet.draw(shown.rows())), crops);
  }

  /**
   * How many crops show the person.
   *
   * @param kept takes what is known of the others
   * @param sources takes those of the person's pictures
   */
  private static int crops(
      PreparedDataset dataset, String subject, List<FoundCrop> kept, Set<String> sources) {
    int[] crops = new int[1];
    dataset.forEachRecord(
        crop -> {
          if (crop.subject().equals(subject)) {
            crops[0]++;
            sources.add(crop.source());
          } else {
            kept.add(FoundCrop.of(crop));
          }
        });
    kept.sort(Comparator.comparing(FoundCrop::source));
    return crops[0];
  }

  private boolean wasThere(EraseSubject task, Path work) {
    return task.earlier().stream()
        .map(version -> PreparedDataset.open(store, version, work))
        .anyMatch(
            version -> crops(version, task.subject(), new ArrayList<>(), new HashSet<>()) > 0);
  }

  private List<Rejection> rejections(PrefixRef dataset, FacesWithoutSubject faces, Path work)
      throws IOException {
    Path file = work.resolve("rejections.jsonl");
    try (InputStream in =
        store.open(dataset.bucket(), dataset.prefix() + DatasetFiles.REJECTIONS)) {
      Files.copy(in, file);
    }
    List<Rejection> rejections = new ArrayList<>();
    new JsonLinesFile(file, WireJson.MAPPER)
        .forEach(
            Rejection.class,
            rejection -> {
              if (!faces.met().contains(rejection.source())) {
                rejections.add(rejection);
              }
            });
    return rejections;
  }

  private DatasetManifest write(
      PreparedDataset old,
      String subject,
      Extracted rest,
      List<PrefixRef> parts,
      SheetPictures shown,
      Path directory,
      TaskContext context)
      throws IOException {
    DatasetManifest manifest = old.manifest();
    ProgressMeter progress =
        new ProgressMeter(context::progress, "pack", "crops", rest.crops().size());
    try (DatasetWriter writer = new DatasetWriter(directory, cropsPerShard)) {
      for (Split split : Split.values()) {
        try (CropReader reader = old.read(split)) {
          while (reader.hasNext()) {
            context.throwIfStopping();
            Crop crop = reader.next();
            CropRecord record = crop.record();
            if (!record.subject().equals(subject)) {
              writer.add(record, crop.png());
              shown.take(record.source(), crop.png());
              progress.advance(1);
            }
          }
        }
      }
      for (Rejection rejection : rest.rejections()) {
        writer.reject(rejection);
      }
      return writer.finish(
          manifest.name(),
          manifest.recipe(),
          manifest.splitPolicy(),
          rest.files(),
          manifest.terms(),
          parts);
    }
  }
}
