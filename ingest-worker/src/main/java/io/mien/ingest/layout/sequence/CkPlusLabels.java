package io.mien.ingest.layout.sequence;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.LabelCodes;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The {@code Emotion/S005/001/S005_001_00000011_emotion.txt} of the extended Cohn-Kanade dataset,
 * each with the number of one expression.
 */
final class CkPlusLabels {

  private static final NamePattern NAME =
      NamePattern.of("(S\\d{3})_(\\d{3})_(\\d{8})_emotion\\.txt");

  private static final LabelCodes CODES =
      new LabelCodes(
          Map.of(
              0, "neutral",
              1, "anger",
              2, "contempt",
              3, "disgust",
              4, "fear",
              5, "happy",
              6, "sadness",
              7, "surprise"));

  /** A number takes 16 bytes. */
  private static final int LONGEST = 64;

  private final DatasetFolder folder;
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();

  private CkPlusLabels(DatasetFolder folder) {
    this.folder = folder;
  }

  static CkPlusLabels read(DatasetFolder folder) {
    CkPlusLabels labels = new CkPlusLabels(folder);
    for (String source : folder.files()) {
      NAME.match(source).ifPresent(told -> labels.take(source, told));
    }
    return labels;
  }

  /** The label of {@code S005_001}; missing when the sequence has no file. */
  Label of(String sequence) {
    Label label = labels.get(sequence);
    return label == null
        ? new Label.Missing("sequence %s has no emotion file".formatted(sequence))
        : label;
  }

  /** The sequences that are labelled, with the file that does it. */
  Map<String, String> files() {
    return files;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  private void take(String source, MatchResult told) {
    String sequence = told.group(1) + "_" + told.group(2);
    String earlier = files.putIfAbsent(sequence, source);
    if (earlier != null) {
      String detail = "labels sequence %s again, after %s".formatted(sequence, earlier);
      rejections.add(new Rejection(source, Rejection.Code.DUPLICATE, detail));
      return;
    }
    SourceFile file = folder.file(source);
    try {
      labels.put(sequence, label(source, text(file).orElse("")));
    } catch (IOException e) {
      labels.put(sequence, new Label.Missing("%s cannot be read: %s".formatted(source, e)));
    }
  }

  private static Label label(String source, String text) {
    return text.isBlank()
        ? new Label.Missing("%s holds no number".formatted(source))
        : CODES.label(text);
  }

  /** Nothing when it is too long to be a number. */
  private static Optional<String> text(SourceFile file) throws IOException {
    return file.size() > LONGEST
        ? Optional.empty()
        : Optional.of(new String(file.read(), StandardCharsets.ISO_8859_1));
  }
}
