package io.mien.ingest.source.archive;

import java.io.IOException;
import java.io.InputStream;

/** A file in an archive. */
interface Member {

  /** How many bytes it says that it has; {@link #open} gives as many or fails. */
  long size();

  /** How many of the archive's bytes they are made of. */
  long packed();

  /** The file as a stream, which fails when it ends in another way than the archive says. */
  InputStream open(StoredBytes archive) throws IOException;
}
