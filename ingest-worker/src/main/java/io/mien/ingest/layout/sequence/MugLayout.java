package io.mien.ingest.layout.sequence;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.layout.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * The MUG database (Aifanti et al., 2010): {@code subjects3/001/happiness/take000/img_0000.jpg},
 * takes of 50 to 160 frames from neutral over the apex back to neutral. Some releases have takes
 * directly under the person; those are not labelled.
 */
public final class MugLayout implements DatasetLayout {

  private static final NamePattern NAME = NamePattern.of("img_(\\d{1,9})\\.(?:jpe?g|png)");
  private static final int APEX_FRAMES = 5;

  @Override
  public String name() {
    return Layouts.MUG;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return folder.files().stream()
        .filter(source -> NAME.match(source).isPresent())
        .filter(MugLayout::isLabelled)
        .findFirst()
        .map(source -> "it has takes of numbered people such as " + source);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    Sequences sequences = new Sequences(folder);
    for (String source : folder.files()) {
      Optional<MatchResult> told = NAME.match(source);
      if (told.isEmpty()) {
        sequences.add(folder.unlabelled(source, "is not named as a frame of MUG"));
      } else if (MugTake.of(SourcePath.folders(source)).isEmpty()) {
        sequences.add(folder.unlabelled(source, "lies in the folder of no person"));
      } else {
        sequences.add(SourcePath.folder(source), new Frame(source, told.get().group(1)));
      }
    }
    int most = Objects.requireNonNullElse(options.frames(), APEX_FRAMES);
    sequences.forEach((path, frames) -> choose(sequences, frames, most));
    return sequences.listing(Set.of());
  }

  private static boolean isLabelled(String source) {
    return MugTake.of(SourcePath.folders(source))
        .filter(take -> take.label() instanceof Label.Known)
        .isPresent();
  }

  private static void choose(Sequences sequences, List<Frame> frames, int most) {
    List<String> folders = SourcePath.folders(frames.get(0).source());
    MugTake take = MugTake.of(folders).orElseThrow();
    sequences.choose(
        new Sequences.Take(take.subject(), Map.of(Columns.TAKE, take.name())),
        FrameChoice.aroundApex(frames, most),
        take.label());
    sequences.leave(frames, "is none of the frames chosen around the apex of its take");
  }
}
