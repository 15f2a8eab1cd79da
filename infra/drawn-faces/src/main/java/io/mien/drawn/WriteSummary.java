package io.mien.drawn;

/**
 * What became of a dataset's pictures.
 *
 * @param written painted and written now
 * @param kept found complete from an earlier run with the same parameters
 */
public record WriteSummary(int written, int kept) {

  public int total() {
    return written + kept;
  }
}
