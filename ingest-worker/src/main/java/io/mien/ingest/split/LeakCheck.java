package io.mien.ingest.split;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.SplitUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks at the crops as they are written and fails the step when a person or a picture is in two
 * parts or folds: measures on people that were seen in training are worth nothing. Where a split of
 * images was asked for, people may be.
 */
public final class LeakCheck {

  private final SplitUnit unit;
  private final Map<String, CropRecord> subjects = new HashMap<>();
  private final Map<String, CropRecord> pictures = new HashMap<>();

  public LeakCheck(SplitUnit unit) {
    this.unit = unit;
  }

  public void add(CropRecord crop) {
    if (unit != SplitUnit.IMAGE) {
      require("subject " + crop.subject(), subjects.putIfAbsent(crop.subject(), crop), crop);
    }
    require("picture " + crop.sha256(), pictures.putIfAbsent(crop.sha256(), crop), crop);
  }

  private static void require(
      String what, @org.jspecify.annotations.Nullable CropRecord earlier, CropRecord crop) {
    if (earlier != null && !part(earlier).equals(part(crop))) {
      throw new IllegalStateException(
          "Split leak: %s is in part %s (%s) and in part %s (%s). Nothing was published; report this defect."
              .formatted(what, part(earlier), earlier.source(), part(crop), crop.source()));
    }
  }

  private static String part(CropRecord crop) {
    return crop.fold() == null ? crop.split().wireName() : "fold " + crop.fold();
  }
}
