package io.mien.ingest.item;

import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.PreparedItem;
import java.nio.file.Path;

/** What became of an item's photo: a crop or a reason, never nothing. */
sealed interface PreparedOutcome {

  /**
   * @param png where the crop lies
   */
  record Cropped(PreparedItem item, Path png) implements PreparedOutcome {}

  record Refused(FailedItem item) implements PreparedOutcome {}
}
