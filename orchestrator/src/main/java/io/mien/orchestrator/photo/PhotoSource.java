package io.mien.orchestrator.photo;

import io.mien.contracts.failure.InvalidInput;

/** A photo that somebody wants to have worked on. */
public interface PhotoSource {

  /** Equal for the same photo, as far as can be told without reading what is stored. */
  String identity();

  /**
   * The bytes, at most as many as a photo may have.
   *
   * @throws InvalidInput {@code photo-too-large}, {@code photo-missing}, {@code photo-forbidden} or
   *     {@code wrong-hash}
   */
  byte[] read();
}
