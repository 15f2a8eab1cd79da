package io.mien.contracts.result;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.Map;

/**
 * @param listing where the listing lies
 * @param layout that the dataset was read in
 * @param reason why in this one, for a person
 * @param files that were looked at
 * @param rejections number of files that the layout itself refused, by reason
 * @param parts in order; every picture is in one of them
 */
public record DatasetListed(
    PrefixRef listing,
    String layout,
    String reason,
    int files,
    Map<Rejection.Code, Integer> rejections,
    List<Part> parts)
    implements TaskResult {

  public DatasetListed {
    rejections = Map.copyOf(rejections);
    parts = List.copyOf(parts);
  }

  /**
   * Some of the pictures.
   *
   * @param pictures JSON lines, one for each
   * @param count of the pictures
   * @param previous parts of the version before that show some of the same
   */
  public record Part(ObjectRef pictures, int count, List<PrefixRef> previous) {

    public Part {
      previous = List.copyOf(previous);
    }
  }
}
