package io.mien.ingest.layout.sequence;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.layout.SourcePath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * The extended Cohn-Kanade dataset (Lucey et al., 2010): sequences of frames from neutral to the
 * peak of an expression, {@code S005/001/S005_001_00000011.png}, and the labels of 327 of the 593
 * in files of their own. The last frames show the expression and the first one is neutral; of a
 * sequence without a label no frame is taken for neutral.
 */
public final class CkPlusLayout implements DatasetLayout {

  private static final NamePattern NAME =
      NamePattern.of("(S\\d{3})_(\\d{3})_(\\d{8})\\.(?:png|jpe?g|tiff?)");
  private static final int PEAK_FRAMES = 3;
  private static final Label NEUTRAL = Label.of("neutral");

  @Override
  public String name() {
    return Layouts.CK_PLUS;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return folder.files().stream()
        .filter(CkPlusLayout::liesInItsSequence)
        .findFirst()
        .map(source -> "it has sequences of frames such as " + source);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    CkPlusLabels labels = CkPlusLabels.read(folder);
    Sequences sequences = new Sequences(folder);
    Set<String> tables = new HashSet<>(labels.files().values());
    labels.rejections().forEach(sequences::reject);
    for (String source : folder.files()) {
      Optional<MatchResult> told = NAME.match(source);
      if (told.isPresent()) {
        String key = SourcePath.folder(source) + "/" + sequence(told.get());
        sequences.add(key, new Frame(source, told.get().group(3)));
      } else if (!tables.contains(source) && !sequences.hasRejected(source)) {
        sequences.add(folder.unlabelled(source, "is not named as a frame of CK+"));
      }
    }
    int peak = Objects.requireNonNullElse(options.frames(), PEAK_FRAMES);
    Set<String> seen = new HashSet<>();
    sequences.forEach((key, frames) -> seen.add(choose(sequences, labels, frames, peak)));
    labels.files().forEach((sequence, file) -> missing(sequences, seen, sequence, file));
    return sequences.listing(tables);
  }

  /** Returns the name of the sequence. */
  private static String choose(
      Sequences sequences, CkPlusLabels labels, List<Frame> frames, int peak) {
    MatchResult told = NAME.match(frames.get(0).source()).orElseThrow();
    String sequence = sequence(told);
    Label label = labels.of(sequence);
    Map<String, String> recording = Map.of(Columns.SEQUENCE, told.group(2));
    Sequences.Take take = new Sequences.Take(told.group(1), recording);
    if (frames.size() > 1 && !(label instanceof Label.Missing)) {
      sequences.choose(take, frames.subList(0, 1), NEUTRAL);
    }
    sequences.choose(take, FrameChoice.peak(frames, peak), label);
    sequences.leave(frames, "is none of the frames chosen of its sequence");
    return sequence;
  }

  private static void missing(Sequences sequences, Set<String> seen, String sequence, String file) {
    if (!seen.contains(sequence)) {
      String detail = "labels sequence %s, of which there is no frame".formatted(sequence);
      sequences.reject(new Rejection(file, Rejection.Code.MISSING_FILE, detail));
    }
  }

  private static String sequence(MatchResult told) {
    return told.group(1) + "_" + told.group(2);
  }

  private static boolean liesInItsSequence(String source) {
    return NAME.match(source)
        .filter(told -> ("/" + source).contains("/" + told.group(1) + "/" + told.group(2) + "/"))
        .isPresent();
  }
}
