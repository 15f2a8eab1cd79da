package io.mien.ingest.layout;

import io.mien.contracts.dataset.LayoutOptions;
import java.util.Optional;

/** One way in which datasets are laid out on disk. Implementations keep no state. */
public interface DatasetLayout {

  /** The name by which a request asks for this layout, for example {@code csv-legend}. */
  String name();

  /** Why the folder seems to have this layout, for a person; empty when it does not. */
  Optional<String> recognise(DatasetFolder folder);

  /**
   * Lists every file of the folder, or refuses it.
   *
   * @param options which apply to this layout
   * @throws io.mien.contracts.failure.InvalidInput when the folder does not have this layout
   */
  DatasetListing list(DatasetFolder folder, LayoutOptions options);
}
