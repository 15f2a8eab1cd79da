package io.mien.contracts.result;

import java.util.List;

/**
 * One group of a checkpoint's labels.
 *
 * @param group {@code expression}, {@code pose}, {@code attributes}, {@code subject}, or what an
 *     import calls it
 * @param exclusive whether exactly one label holds; else each holds or not
 * @param names in the order of the network's inputs or outputs
 */
public record LabelSet(String group, boolean exclusive, List<String> names) {

  public LabelSet {
    names = List.copyOf(names);
  }
}
