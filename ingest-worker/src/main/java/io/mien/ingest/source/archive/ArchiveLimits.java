package io.mien.ingest.source.archive;

/**
 * The archives that are read at all.
 *
 * @param members most files, folders and links in one archive
 * @param bytes most bytes of all its files together, unpacked
 * @param ratio of unpacked to packed bytes beyond which something is a bomb; pictures have about 1
 *     and tables up to 50
 */
public record ArchiveLimits(int members, long bytes, int ratio) {

  /** What is not a megabyte is no bomb, however well it packs. */
  private static final long HARMLESS = 1 << 20;

  public ArchiveLimits {
    if (members < 1 || bytes < 1 || ratio < 1) {
      throw new IllegalArgumentException(
          "Archives need limits of 1 at least, not %d members, %d bytes, ratio %d."
              .formatted(members, bytes, ratio));
    }
  }

  boolean isBomb(long size, long packed) {
    return size > HARMLESS && size / ratio > packed;
  }
}
