package io.mien.synth;

import java.util.List;

/**
 * What faces are to get.
 *
 * @param group whose labels they are
 * @param labels in the order of the images
 */
record Targets(String group, List<String> labels) {

  Targets {
    labels = List.copyOf(labels);
  }

  int size() {
    return labels.size();
  }
}
