package io.mien.ingest.source;

import io.mien.contracts.dataset.Rejection;
import java.util.List;

/**
 * What lies in a source.
 *
 * @param files in the order of their code points
 * @param refused what cannot or must not be read, and why
 */
public record SourceListing(List<String> files, List<Rejection> refused) {

  public SourceListing {
    files = files.stream().sorted().toList();
    refused = List.copyOf(refused);
  }
}
