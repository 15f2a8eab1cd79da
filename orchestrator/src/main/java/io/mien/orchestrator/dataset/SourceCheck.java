package io.mien.orchestrator.dataset;

import io.mien.contracts.failure.InvalidInput;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Judges where a dataset is said to lie, before a run finds out. */
public final class SourceCheck {

  private SourceCheck() {}

  /**
   * Checks that the folder can be there.
   *
   * @throws InvalidInput {@code dataset-source-unsupported} or {@code dataset-source-missing}
   */
  public static void check(URI source) {
    Path folder = folder(source);
    if (!Files.exists(folder)) {
      throw new InvalidInput(
          "dataset-source-missing",
          "Looked for the dataset's folder at " + folder + " and found nothing; check the path.");
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidInput(
          "dataset-source-missing",
          "Looked for the dataset's folder at " + folder + " and found a file; name its folder.");
    }
  }

  private static Path folder(URI source) {
    if (!"file".equals(source.getScheme())) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "The dataset's source is '" + source + "'; give a folder as a file: URI.");
    }
    try {
      return Path.of(source);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "The dataset's source '" + source + "' is not the URI of a folder: " + e.getMessage(),
          e);
    }
  }
}
