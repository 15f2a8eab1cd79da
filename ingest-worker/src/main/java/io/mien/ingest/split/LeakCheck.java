package io.mien.ingest.split;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.SplitUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the crops as they are written and fails the step when a person or a picture is in two
 * parts or folds: measures on people that were seen in training are worth nothing. Where a split of
 * images was asked for, people may be.
 */
public final class LeakCheck {

  private final SplitUnit unit;
  private final Map<String, Place> subjects = new HashMap<>();
  private final Map<String, Place> pictures = new HashMap<>();

  public LeakCheck(SplitUnit unit) {
    this.unit = unit;
  }

  public void add(CropRecord crop) {
    Place place = new Place(part(crop), crop.source());
    if (unit != SplitUnit.IMAGE) {
      require("subject " + crop.subject(), subjects.putIfAbsent(crop.subject(), place), place);
    }
    require("picture " + crop.sha256(), pictures.putIfAbsent(crop.sha256(), place), place);
  }

  private static void require(String what, @Nullable Place earlier, Place crop) {
    if (earlier != null && !earlier.part().equals(crop.part())) {
      throw new IllegalStateException(
          "Split leak: %s is in part %s (%s) and in part %s (%s). Nothing was published; report this defect."
              .formatted(what, earlier.part(), earlier.source(), crop.part(), crop.source()));
    }
  }

  /** All that an error says of a crop; its attributes would fill the memory. */
  private record Place(String part, String source) {}

  private static String part(CropRecord crop) {
    return crop.fold() == null ? crop.split().wireName() : "fold " + crop.fold();
  }
}
