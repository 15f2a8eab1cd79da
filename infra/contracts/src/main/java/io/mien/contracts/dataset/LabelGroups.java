package io.mien.contracts.dataset;

import java.util.List;

/** The groups of labels that a crop can have; the names travel in requests and checkpoints. */
public final class LabelGroups {

  /** One of {@link Expressions#CANONICAL}. */
  public static final String EXPRESSION = "expression";

  /** One of {@link Poses#CANONICAL}. */
  public static final String POSE = "pose";

  /** Any number of attributes, each of which holds or not. */
  public static final String ATTRIBUTES = "attributes";

  /**
   * The person, by no name that a dataset knows. A generator does not learn people; a classifier of
   * some says of others how alike they are.
   */
  public static final String SUBJECT = "subject";

  /** Groups that a generator can learn. */
  public static final List<String> ALL = List.of(EXPRESSION, POSE, ATTRIBUTES);

  /** Groups that a classifier can tell apart: of each exactly one label holds. */
  public static final List<String> TOLD_APART = List.of(EXPRESSION, POSE, SUBJECT);

  private LabelGroups() {}

  /**
   * Every label that a group of exclusive labels can have, in canonical order.
   *
   * @throws IllegalArgumentException for attributes, people and unknown groups
   */
  public static List<String> canonical(String group) {
    return switch (group) {
      case EXPRESSION -> Expressions.CANONICAL;
      case POSE -> Poses.CANONICAL;
      default ->
          throw new IllegalArgumentException(
              "'%s' is no group of exclusive labels that are the same everywhere: choose %s or %s."
                  .formatted(group, EXPRESSION, POSE));
    };
  }
}
