package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.random.CounterRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The image sets of one training, which take turns: iteration i is set i mod n's, in round i div n.
 * Sets whose groups have one name share its labels.
 */
final class TrainingSets {
  private final List<ImageSet> sets;
  private final LabelSpace labels;

  TrainingSets(List<ImageSet> sets) {
    this.sets = List.copyOf(sets);
    Map<String, LabelGroup> groups = new LinkedHashMap<>();
    for (ImageSet images : sets) {
      LabelGroup known = groups.putIfAbsent(images.labels().name(), images.labels());
      if (known != null && !known.equals(images.labels())) {
        throw new IllegalArgumentException(
            "Two sets name their labels '%s' but mean different ones, %s and %s: give all sets the same labels, or each group its own name."
                .formatted(known.name(), known, images.labels()));
      }
    }
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("A training needs at least one set of images.");
    }
    labels = new LabelSpace(List.copyOf(groups.values()));
  }

  /** Refuses what a training would stumble over, before its first step. */
  void requireFit(StarGanTrainingSpec spec) {
    for (ImageSet images : sets) {
      if (spec.imageSize() != images.imageSize()) {
        throw new IllegalArgumentException(
            "The training asks for %d pixels, the images of '%s' have %d."
                .formatted(spec.imageSize(), images.labels().name(), images.imageSize()));
      }
      if (images.distinctLabels() < 2) {
        throw new IllegalArgumentException(
            "All %d images have the same label of %s: StarGAN needs at least two."
                .formatted(images.size(), images.labels().names()));
      }
      BatchOrder.requireFull(images.size(), spec.batchSize());
      Mirroring.requireSides(spec.augmentation(), images.labels());
      if (spec.warmup().iterations() > 0) {
        Mirroring.requireSides(spec.warmup().augmentation(), images.labels());
      }
    }
  }

  int count() {
    return sets.size();
  }

  ImageSet get(int set) {
    return sets.get(set);
  }

  LabelSpace labels() {
    return labels;
  }

  /** Position of a set's labels in the label space. */
  int group(int set) {
    return labels.index(sets.get(set).labels().name());
  }

  int turn(long iteration) {
    return (int) (iteration % sets.size());
  }

  long round(long iteration) {
    return iteration / sets.size();
  }

  /** Sets of equal size go through their images in orders of their own. */
  static long orderSeed(long seed, int set) {
    return set == 0 ? seed : CounterRandom.of(seed, "order/set", set).nextLong();
  }

  /** Fingerprints of the sets in order; of one set its own. */
  String fingerprint() {
    return sets.stream().map(ImageSet::fingerprint).collect(Collectors.joining("+"));
  }

  /** A face with what the sets tell of it, where it is one of theirs. */
  KnownFace known(RgbImage face) {
    Map<String, HeldLabels> holds = new HashMap<>();
    for (ImageSet images : sets) {
      for (int at = 0; at < images.size(); at++) {
        LabelledImage labelled = images.get(at);
        if (labelled.image() == face) {
          holds.put(images.labels().name(), labelled.labels());
        }
      }
    }
    return new KnownFace(face, holds);
  }
}
