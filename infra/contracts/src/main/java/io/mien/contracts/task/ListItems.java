package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.synthesis.ItemOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Read the items of a bulk synthesis, tell every one that cannot be begun, and share the others out
 * in parts. Without {@code items} and {@code file}, every picture of the source is an item by its
 * name.
 *
 * @param source folder, archive or prefix of the photos, see {@link
 *     io.mien.contracts.dataset.DatasetPlace}; null when every photo has an address of its own
 * @param items JSON lines, each a {@link io.mien.contracts.synthesis.SynthesisItem}
 * @param file name of such JSON lines in the source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListItems(
    @Nullable URI source, @Nullable ObjectRef items, @Nullable String file, ItemOptions options)
    implements TaskSpec {

  public ListItems {
    if (items != null && file != null) {
      throw new IllegalArgumentException("The items come from one place: an object or a file.");
    }
    if (items == null && source == null) {
      throw new IllegalArgumentException("Without items there must be a source of photos.");
    }
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
