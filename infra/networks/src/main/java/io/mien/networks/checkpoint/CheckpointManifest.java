package io.mien.networks.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.networks.calibration.Calibration;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code checkpoint.json}: everything about a checkpoint but the numbers. Written last.
 *
 * @param format version of this document
 * @param network what is in the files
 * @param training the whole training specification, network dimensions included
 * @param labels label groups in the order of the networks' inputs and outputs
 * @param imageSize side of the square images in pixels
 * @param progress how far the training was
 * @param images fingerprint of the training images in memory, of several sets all in order, checked
 *     when resuming
 * @param notes what the caller added
 * @param files size and SHA-256 of every other file, by name
 * @param calibration temperature of a classifier's logits, where one was fitted
 */
public record CheckpointManifest(
    int format,
    NetworkKind network,
    @Nullable JsonNode training,
    List<LabelGroup> labels,
    int imageSize,
    Progress progress,
    String images,
    CheckpointNotes notes,
    Map<String, StoredFile> files,
    @Nullable Calibration calibration) {
  public static final int FORMAT = 1;
  public static final String FILE = "checkpoint.json";

  public CheckpointManifest {
    labels = List.copyOf(labels);
    files = Map.copyOf(files);
  }

  /** A manifest of networks that have no temperature. */
  public CheckpointManifest(
      int format,
      NetworkKind network,
      @Nullable JsonNode training,
      List<LabelGroup> labels,
      int imageSize,
      Progress progress,
      String images,
      CheckpointNotes notes,
      Map<String, StoredFile> files) {
    this(format, network, training, labels, imageSize, progress, images, notes, files, null);
  }

  /** The same with files. */
  CheckpointManifest withFiles(Map<String, StoredFile> stored) {
    return new CheckpointManifest(
        format, network, training, labels, imageSize, progress, images, notes, stored, calibration);
  }

  /** Iterations done and planned, and further counters such as the optimisers' steps. */
  public record Progress(long iteration, long iterations, Map<String, Long> counters) {
    public Progress {
      counters = Map.copyOf(counters);
    }

    public long counter(String name) {
      Long value = counters.get(name);
      if (value == null) {
        throw new InvalidCheckpoint("The checkpoint counts no '" + name + "': " + counters);
      }
      return value;
    }
  }

  /** Size and hash of a file. */
  public record StoredFile(long bytes, String sha256) {}

  public LabelSpace labelSpace() {
    return new LabelSpace(labels);
  }
}
