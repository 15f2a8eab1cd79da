package io.mien.ingest.source;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The files of a dataset by name, wherever they lie. Nothing is brought here before it is asked
 * for, so that a task may read a few files of many, with or without listing them. Thread-safe.
 *
 * <p>Names are relative paths with forward slashes. {@code toString()} tells a person where the
 * dataset lies.
 *
 * <p>Every method throws {@link io.mien.contracts.failure.Unavailable} while the place cannot be
 * reached.
 */
public interface SourceFiles {

  /**
   * Names every file, and what is refused already. Files of tools, such as {@code .DS_Store}, are
   * left alone.
   *
   * @throws io.mien.contracts.failure.InvalidInput when the dataset as a whole cannot be listed
   */
  SourceListing list();

  /**
   * Whether it is certain that there is no such file; false as well where one would have to ask
   * over the network for every name.
   */
  boolean surelyLacks(String name);

  /** How many bytes {@link #read} gives, as far as the place tells. */
  long size(String name) throws IOException;

  /**
   * @throws IOException when there is no such file, or it is damaged
   */
  byte[] read(String name) throws IOException;

  /** The file on this machine, brought here unless it is; for tables, which are read in parts. */
  Path local(String name) throws IOException;
}
