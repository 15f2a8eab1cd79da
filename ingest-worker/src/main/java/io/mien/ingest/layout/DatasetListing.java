package io.mien.ingest.layout;

import io.mien.contracts.dataset.Rejection;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a dataset consists of.
 *
 * @param pictures by source, in the order of their code points
 * @param rejections what the layout itself refuses: missing files, repeated rows, what cannot be
 *     read
 */
public record DatasetListing(List<Picture> pictures, List<Rejection> rejections) {

  public DatasetListing {
    pictures = pictures.stream().sorted(Comparator.comparing(Picture::source)).toList();
    rejections = List.copyOf(rejections);
  }
}
