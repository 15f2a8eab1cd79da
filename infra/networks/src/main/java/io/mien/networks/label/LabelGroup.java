package io.mien.networks.label;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named labels of one dataset, in the order of the network's outputs. Names travel, indices do not.
 *
 * @param name what the labels tell, such as {@code expression}, {@code pose} or {@code attributes}
 * @param alternatives sets of independent labels of which at most one holds, such as hair colours
 */
public record LabelGroup(
    String name, LabelKind kind, List<String> names, List<List<String>> alternatives) {
  /** Name of the group where nothing else is said. */
  public static final String EXPRESSION = "expression";

  /** Absent in JSON from before groups had names: expressions without alternatives. */
  public LabelGroup(
      @Nullable String name,
      LabelKind kind,
      List<String> names,
      @Nullable List<List<String>> alternatives) {
    this.name = Objects.requireNonNullElse(name, EXPRESSION);
    this.kind = kind;
    this.names = List.copyOf(names);
    this.alternatives =
        alternatives == null ? List.of() : alternatives.stream().map(List::copyOf).toList();
    if (names.size() < 2 && kind == LabelKind.EXCLUSIVE) {
      throw new IllegalArgumentException(
          "A group of exclusive labels needs at least two, found " + names + ".");
    }
    if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("Labels must be there and differ, found " + names + ".");
    }
    requireApart(this.alternatives);
  }

  private void requireApart(List<List<String>> sets) {
    List<String> all = sets.stream().flatMap(List::stream).toList();
    boolean small = sets.stream().anyMatch(set -> set.size() < 2);
    boolean exclusive = kind == LabelKind.EXCLUSIVE && !sets.isEmpty();
    if (exclusive || small || !names.containsAll(all) || Set.copyOf(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "Alternatives are sets of two or more of the independent labels %s, each label in one of them; found %s."
              .formatted(names, sets));
    }
  }

  /** Labels without a group's name or alternatives. */
  public LabelGroup(LabelKind kind, List<String> names) {
    this(EXPRESSION, kind, names, List.of());
  }

  /** Expressions. */
  public static LabelGroup exclusive(List<String> names) {
    return exclusive(EXPRESSION, names);
  }

  public static LabelGroup exclusive(String name, List<String> names) {
    return new LabelGroup(name, LabelKind.EXCLUSIVE, names, List.of());
  }

  public static LabelGroup independent(
      String name, List<String> names, List<List<String>> alternatives) {
    return new LabelGroup(name, LabelKind.INDEPENDENT, names, alternatives);
  }

  public int size() {
    return names.size();
  }

  /** Position of a label; an unknown one is an error that lists what is known. */
  public int index(String label) {
    int index = names.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Unknown label '%s': known are %s.".formatted(label, names));
    }
    return index;
  }

  /** Whether two of these labels are alternatives, of which at most one can hold. */
  public boolean contradict(Collection<String> labels) {
    return alternatives.stream().anyMatch(set -> set.stream().filter(labels::contains).count() > 1);
  }

  /** Labels that hold, by their names. */
  public HeldLabels held(Collection<String> labels) {
    HeldLabels held = new HeldLabels(labels.stream().map(this::index).toList());
    requireFits(held);
    return held;
  }

  /**
   * Refuses labels that this group lacks or that do not go together.
   *
   * @throws IllegalArgumentException with what holds
   */
  public void requireFits(HeldLabels held) {
    if (held.indices().stream().anyMatch(index -> index < 0 || index >= size())) {
      throw new IllegalArgumentException("Label %s holds; there are %s.".formatted(held, names));
    }
    List<String> holding = held.indices().stream().map(names::get).toList();
    if (kind == LabelKind.EXCLUSIVE && holding.size() != 1) {
      throw new IllegalArgumentException(
          "Exactly one label of %s holds, found %s.".formatted(names, holding));
    }
    for (List<String> set : alternatives) {
      if (set.stream().filter(holding::contains).count() > 1) {
        throw new IllegalArgumentException(
            "At most one label of %s holds, found %s.".formatted(set, holding));
      }
    }
  }

  /** A value for every label, 1 where it holds. */
  public float[] values(HeldLabels held) {
    float[] values = new float[size()];
    held.indices().forEach(index -> values[index] = 1);
    return values;
  }

  /**
   * What a mirrored picture shows: labels of one side change to the other's. A side that the group
   * lacks stays ({@link #onesided}).
   */
  public HeldLabels mirrored(HeldLabels held) {
    return new HeldLabels(held.indices().stream().map(this::mirrored).toList());
  }

  private int mirrored(int index) {
    int other = names.indexOf(LeftRight.mirrored(names.get(index)));
    return other < 0 ? index : other;
  }

  /** Labels of one side whose other side the group lacks: their pictures cannot be mirrored. */
  public List<String> onesided() {
    return names.stream().filter(label -> !names.contains(LeftRight.mirrored(label))).toList();
  }
}
