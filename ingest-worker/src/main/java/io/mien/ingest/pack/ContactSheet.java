package io.mien.ingest.pack;

import java.util.List;

/** Draws samples of a dataset on one picture, for a person to look at. Thread-safe. */
public interface ContactSheet {

  /** The sheet as PNG; the same tiles give the same bytes. */
  byte[] draw(List<SheetRow> rows);
}
