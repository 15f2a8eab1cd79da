package io.mien.drawn;

/** Hears how far the writing of a dataset has come; called from several threads, one at a time. */
@FunctionalInterface
public interface ProgressListener {

  /** Wants to hear nothing. */
  ProgressListener NONE = (done, total) -> {};

  /**
   * One more picture is complete.
   *
   * @param done pictures on disk, those kept from an earlier run included
   */
  void pictureDone(int done, int total);
}
