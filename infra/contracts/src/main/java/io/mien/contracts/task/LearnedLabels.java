package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels that a network learns, and the crops that it learns them from.
 *
 * @param dataset prepared dataset; its manifest is {@code dataset.json}
 * @param group one of {@link LabelGroups#ALL}
 * @param names attributes in the order of the network's inputs, each as {@link Attribute} says;
 *     none for expressions and poses, which are those that the dataset has
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LearnedLabels(PrefixRef dataset, String group, List<String> names) {

  private static final Pattern NO_NAME = Pattern.compile("[/\\\\,\\p{Cntrl}]");

  public LearnedLabels(PrefixRef dataset, String group, @Nullable List<String> names) {
    this.dataset = dataset;
    this.group = group;
    this.names = names == null ? List.of() : List.copyOf(names);
    check(group, this.names);
  }

  /**
   * Whether there can be such labels.
   *
   * @throws IllegalArgumentException that says why not
   */
  public static void check(String group, List<String> names) {
    if (!LabelGroups.ALL.contains(group)) {
      throw new IllegalArgumentException(
          "There is no group of labels '%s': choose among %s.".formatted(group, LabelGroups.ALL));
    }
    if (group.equals(LabelGroups.ATTRIBUTES) == names.isEmpty()) {
      throw new IllegalArgumentException(
          "Attributes are named one by one, expressions and poses are not; found %s %s."
              .formatted(group, names));
    }
    names.forEach(LearnedLabels::checkName);
  }

  /** Labels become names of images and stand in lists. */
  private static void checkName(String name) {
    if (NO_NAME.matcher(Attribute.parse(name).name()).find()) {
      throw new IllegalArgumentException(
          "'%s' names no image: leave out slashes, commas and control characters.".formatted(name));
    }
  }
}
