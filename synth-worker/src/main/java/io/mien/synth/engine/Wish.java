package io.mien.synth.engine;

import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;

/** What a network is asked for: one image, or what it makes of one. */
sealed interface Wish {

  /** A face with a label of a group. */
  record Expression(String group, KnownFace face, String label) implements Wish {}

  /** A face of nobody, by its number among those of a seed. */
  record Stranger(long seed, int number) implements Wish {}

  /** A face's logits. */
  record Classification(RgbImage face) implements Wish {}
}
