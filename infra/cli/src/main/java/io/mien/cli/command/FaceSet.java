package io.mien.cli.command;

import com.fasterxml.jackson.databind.MappingIterator;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.FacesManifest;
import io.mien.contracts.result.GeneratedFace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The faces that a run drew. */
record FaceSet(FacesGenerated faces) {

  /** Empty for a run that draws none, or has not yet. */
  static Optional<FaceSet> of(RunView run) {
    return run.steps().stream()
        .map(step -> step.task())
        .filter(Objects::nonNull)
        .map(TaskView::result)
        .filter(FacesGenerated.class::isInstance)
        .map(result -> new FaceSet((FacesGenerated) result))
        .findFirst();
  }

  /**
   * As {@link #of}.
   *
   * @throws InvalidInput {@code no-faces}
   */
  static FaceSet require(RunView run) {
    return of(run)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "no-faces",
                    "Save the faces of run %s: it has none; it is a %s run and %s."
                        .formatted(run.runId(), run.template(), run.state())));
  }

  /** Saves {@code face-<number>.png} for each, and {@code sheet.png} with the first of them. */
  void save(MienClient client, Path folder) throws IOException {
    Files.createDirectories(folder);
    FacesManifest manifest = manifest(client);
    try (InputStream in = client.open(url(manifest.items()));
        MappingIterator<GeneratedFace> each =
            ClientJson.MAPPER.readerFor(GeneratedFace.class).readValues(in)) {
      while (each.hasNextValue()) {
        GeneratedFace face = each.nextValue();
        Path target = folder.resolve("face-%06d.png".formatted(face.number()));
        Download.save(client, url(face.image()), target);
      }
    }
    Download.save(client, url(faces.contactSheet()), folder.resolve("sheet.png"));
  }

  private FacesManifest manifest(MienClient client) {
    String url = url(faces.faces().manifest());
    try (InputStream in = client.open(url)) {
      return ClientJson.MAPPER.readValue(in, FacesManifest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Read the list of faces in " + url, e);
    }
  }

  private static String url(ObjectRef object) {
    return "/v1/objects/" + object.bucket().wireName() + "/" + object.key();
  }
}
