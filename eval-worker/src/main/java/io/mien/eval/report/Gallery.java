package io.mien.eval.report;

import java.util.List;

/**
 * Some inputs beside their generated images, one person to a row.
 *
 * @param columns heading of each column of the picture, from the left
 * @param png the picture; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Gallery(List<String> columns, byte[] png) {

  public Gallery {
    columns = List.copyOf(columns);
  }
}
