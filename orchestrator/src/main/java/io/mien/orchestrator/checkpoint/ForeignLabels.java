package io.mien.orchestrator.checkpoint;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Poses;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.task.ImportedLabels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the owner of a file of weights says that its network knows. */
public final class ForeignLabels {

  /** {@code attributes:Male,Young}; names without a group are expressions. */
  private static final Pattern GROUPED = Pattern.compile("\\s*([a-z]+)\\s*([:=])(.*)");

  /** Labels become names of images. */
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+@=-]{0,39}");

  private ForeignLabels() {}

  /**
   * Reads one group from each text; expressions and poses get their canonical names.
   *
   * @param texts in the order of the network's inputs or outputs
   * @throws InvalidInput {@code bad-labels}
   */
  public static List<ImportedLabels> of(List<String> texts) {
    List<ImportedLabels> groups = texts.stream().map(ForeignLabels::of).toList();
    List<String> names = groups.stream().map(ImportedLabels::group).toList();
    if (new HashSet<>(names).size() < names.size()) {
      throw bad("The groups of labels are %s: give each once, with all its names.", names);
    }
    return groups;
  }

  private static ImportedLabels of(String text) {
    Matcher grouped = GROUPED.matcher(text);
    if (!grouped.matches()) {
      return group(LabelGroups.EXPRESSION, text);
    }
    String group = grouped.group(1);
    if (LabelGroups.ALL.contains(group)) {
      return group(group, grouped.group(3));
    }
    if (grouped.group(2).equals("=")) {
      return group(LabelGroups.EXPRESSION, text); // the value of a column
    }
    throw bad("There is no group of labels '%s': choose among %s.", group, LabelGroups.ALL);
  }

  private static ImportedLabels group(String group, String names) {
    List<String> labels =
        Arrays.stream(names.split(",", -1)).map(name -> canonical(group, name.strip())).toList();
    ImportedLabels read = new ImportedLabels(group, labels);
    if (new HashSet<>(labels).size() != labels.size() || (read.exclusive() && labels.size() < 2)) {
      throw bad(
          "The labels of %s are %s: give %s or more different ones, in the order of the network's training.",
          group, labels, read.exclusive() ? "two" : "one");
    }
    return read;
  }

  private static String canonical(String group, String name) {
    if (!LABEL.matcher(name).matches()) {
      throw bad(
          "'%s' is no label: use up to 40 letters, digits and . _ + @ = - after a letter or digit, and commas between labels.",
          name);
    }
    try {
      return switch (group) {
        case LabelGroups.EXPRESSION -> Expressions.canonical(name).orElse(name);
        case LabelGroups.POSE -> Poses.canonical(name).orElse(name);
        default -> Attribute.parse(name).name();
      };
    } catch (IllegalArgumentException e) {
      throw bad("%s", String.valueOf(e.getMessage()));
    }
  }

  private static InvalidInput bad(String message, Object... values) {
    return new InvalidInput("bad-labels", message.formatted(values));
  }
}
