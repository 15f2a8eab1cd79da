package io.mien.orchestrator.dataset;

import io.mien.contracts.failure.InvalidInput;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Judges where a dataset is said to lie, before a run finds out. */
public final class SourceCheck {

  private static final Set<String> LAYOUTS = Set.of("auto", "csv-legend", "image-folder");

  private SourceCheck() {}

  /**
   * Checks that the folder can be there.
   *
   * @throws InvalidInput {@code dataset-source-unsupported}, {@code dataset-source-missing} or
   *     {@code dataset-layout-unknown}
   */
  public static void check(URI source, String layout) {
    if (!LAYOUTS.contains(layout)) {
      throw new InvalidInput(
          "dataset-layout-unknown",
          "There is no layout '" + layout + "'; choose one of auto, csv-legend, image-folder.");
    }
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
