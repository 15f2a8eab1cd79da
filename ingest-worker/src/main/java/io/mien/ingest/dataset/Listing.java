package io.mien.ingest.dataset;

import io.mien.contracts.object.ObjectRef;
import java.util.List;

/**
 * {@code listing.json}: what the source of a dataset consists of.
 *
 * @param layout that it was read in
 * @param rejections JSON lines, what the layout itself refused
 * @param parts JSON lines each, the pictures
 */
record Listing(String layout, ObjectRef rejections, List<ObjectRef> parts) {

  static final String FILE = "listing.json";

  Listing {
    parts = List.copyOf(parts);
  }
}
