package io.mien.synth;

import io.mien.networks.label.LabelGroup;
import java.util.List;
import java.util.stream.Stream;

/**
 * What faces are to get.
 *
 * @param group whose labels they are
 * @param labels in the order of the images
 */
record Targets(LabelGroup group, List<String> labels) {

  Targets {
    labels = List.copyOf(labels);
  }

  int size() {
    return labels.size();
  }

  /** What the columns of a contact sheet show. */
  List<String> columns() {
    return Stream.concat(Stream.of("input"), labels.stream()).toList();
  }
}
