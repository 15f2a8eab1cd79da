package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * @param prepared items that have a crop
 * @param failed items that have none
 * @param crops tar of the crops, square PNG of the checkpoint's size, in the order of the items
 * @param items JSON lines, each a {@link io.mien.contracts.synthesis.PreparedItem}
 * @param errors JSON lines, each a {@link io.mien.contracts.synthesis.FailedItem}; null when there
 *     is none
 * @param photos tar of the whole photos, upright PNG, named and ordered as their crops; null unless
 *     they were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemsPrepared(
    int prepared,
    int failed,
    ObjectRef crops,
    ObjectRef items,
    @Nullable ObjectRef errors,
    @Nullable ObjectRef photos)
    implements TaskResult {

  /** The crops alone. */
  public ItemsPrepared(
      int prepared, int failed, ObjectRef crops, ObjectRef items, @Nullable ObjectRef errors) {
    this(prepared, failed, crops, items, errors, null);
  }
}
