package io.mien.ingest.item;

import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.PreparedItem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What became of an item's photo: a crop or a reason, never nothing. */
sealed interface PreparedOutcome {

  /**
   * @param png where the crop lies
   * @param photo where the whole photo lies; null unless it is kept
   */
  record Cropped(PreparedItem item, Path png, @Nullable Path photo) implements PreparedOutcome {}

  record Refused(FailedItem item) implements PreparedOutcome {}
}
