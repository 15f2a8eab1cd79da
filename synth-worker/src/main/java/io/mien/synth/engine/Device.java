package io.mien.synth.engine;

import java.nio.file.Path;

/** What computes. One thread calls everything here. */
interface Device {

  /** Called first, by the thread that calls everything else. */
  void begin();

  /**
   * Loads a network.
   *
   * @param checkpoint folder of its files
   * @throws io.mien.networks.checkpoint.InvalidCheckpoint when it is none
   */
  Network load(Path checkpoint);
}
