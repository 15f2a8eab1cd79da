package io.mien.synth.engine;

import io.mien.networks.inference.KnownFace;

/** One image that a network is asked for. */
sealed interface Wish {

  /** A face with a label of a group. */
  record Expression(String group, KnownFace face, String label) implements Wish {}

  /** A face of nobody, by its number among those of a seed. */
  record Stranger(long seed, int number) implements Wish {}
}
