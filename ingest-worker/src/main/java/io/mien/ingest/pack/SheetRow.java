package io.mien.ingest.pack;

import java.util.List;

/**
 * A titled group of tiles.
 *
 * @param title for example {@code happy (120)}
 */
public record SheetRow(String title, List<SheetTile> tiles) {

  public SheetRow {
    tiles = List.copyOf(tiles);
  }
}
