package io.mien.worker.loop;

/** One round of a loop, short enough that nobody waits long for the loop to end. */
@FunctionalInterface
public interface Step extends AutoCloseable {

  void step() throws InterruptedException;

  /** Called once, by the loop's own thread, after its last round. */
  @Override
  default void close() {}
}
