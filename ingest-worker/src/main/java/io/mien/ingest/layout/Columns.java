package io.mien.ingest.layout;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of the attributes that layouts give beside those of the datasets themselves. */
public final class Columns {

  /** One of {@link io.mien.contracts.dataset.Poses#CANONICAL}. */
  public static final String POSE = LabelGroups.POSE;

  /** The official part: {@code train}, {@code validation} or {@code test}. */
  public static final String PARTITION = "partition";

  /** Where the eyes look: {@code left}, {@code frontal} or {@code right}. */
  public static final String GAZE = "gaze";

  public static final String GENDER = "gender";
  public static final String SESSION = "session";
  public static final String SEQUENCE = "sequence";
  public static final String TAKE = "take";

  /** Number of the picture in its sequence or take, as the dataset writes it. */
  public static final String FRAME = "frame";

  /** What tells of the recording, the file or the person, whatever stands behind it. */
  private static final Set<String> NOT_OF_THE_FACE =
      Set.of(
          PARTITION,
          SESSION,
          SEQUENCE,
          TAKE,
          FRAME,
          "split",
          "usage",
          "fold",
          "part",
          "seq",
          "clip",
          "shot",
          "scene",
          "video",
          "camera",
          "file",
          "filename",
          "image",
          "img",
          "picture",
          "photo",
          "path",
          "url",
          "index",
          "row",
          "line",
          "number",
          "serial",
          "id",
          "uuid",
          "key",
          "hash",
          "subject",
          "person",
          "identity",
          "participant",
          "actor",
          "model",
          "dataset",
          "source",
          "date",
          "time",
          "timestamp");

  /** {@code frame_no}, {@code Subject ID}, {@code image-name}. */
  private static final Pattern SUFFIX =
      Pattern.compile("[ _.-]*(id|ids|no|nr|num|number|index|idx|name|path|file|code)$");

  private Columns() {}

  /**
   * Whether a column can tell something that is seen in a face: by its name it does not number
   * frames, files, takes, sessions or people.
   */
  public static boolean tellOfTheFace(String column) {
    String name = column.strip().toLowerCase(Locale.ROOT);
    String stem = SUFFIX.matcher(name).replaceFirst("");
    return !NOT_OF_THE_FACE.contains(name) && !NOT_OF_THE_FACE.contains(stem) && !stem.isEmpty();
  }

  /** The official part of a picture; empty where its dataset has none. */
  public static Optional<Split> partOf(Picture picture) {
    return Optional.ofNullable(picture.attributes().get(PARTITION)).flatMap(Columns::part);
  }

  /** The attribute of an official part; none where there is no such part. */
  public static Map<String, String> partition(Optional<Split> part) {
    return part.map(known -> Map.of(PARTITION, known.wireName())).orElse(Map.of());
  }

  /** The part that a dataset's own word means, such as {@code Training} or {@code PrivateTest}. */
  public static Optional<Split> part(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(Split.TRAIN);
      case "val", "valid", "validation", "dev", "publictest" -> Optional.of(Split.VALIDATION);
      case "test", "testing", "privatetest" -> Optional.of(Split.TEST);
      default -> Optional.empty();
    };
  }
}
