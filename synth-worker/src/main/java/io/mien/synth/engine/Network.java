package io.mien.synth.engine;

import java.util.List;

/** A network in a device's memory. Only the thread that loaded it may touch it. */
interface Network extends AutoCloseable {

  /**
   * As many answers as wishes, in their order.
   *
   * @param wishes of one kind, expressions of one group of labels
   */
  List<Answer> answer(List<Wish> wishes);

  /** The most that it keeps of the device's memory between two batches, in bytes. */
  long bytes();

  @Override
  void close();
}
