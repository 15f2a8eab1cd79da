package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param accepted items that can be begun
 * @param failed items that cannot
 * @param errors JSON lines, each a {@link io.mien.contracts.synthesis.FailedItem}; null when there
 *     is none
 * @param parts in order; every accepted item is in one of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemsListed(int accepted, int failed, @Nullable ObjectRef errors, List<Part> parts)
    implements TaskResult {

  public ItemsListed {
    parts = List.copyOf(parts);
  }

  /**
   * Some of the items.
   *
   * @param items JSON lines, each a {@link io.mien.contracts.synthesis.ListedItem}
   * @param count of the items
   */
  public record Part(ObjectRef items, int count) {}
}
