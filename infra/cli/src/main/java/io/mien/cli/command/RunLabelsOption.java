package io.mien.cli.command;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.RunLabels;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The value of {@code --labels}: {@code pose}, {@code celeba:attributes=Male,Young}. */
final class RunLabelsOption {

  private RunLabelsOption() {}

  /**
   * @param dataset finds a dataset by name or id
   */
  static RunLabels parse(String text, Function<String, DatasetId> dataset) {
    int equals = text.indexOf('=');
    String left = equals < 0 ? text : text.substring(0, equals);
    List<String> names =
        equals < 0
            ? List.of()
            : Arrays.stream(text.substring(equals + 1).split(",", -1)).map(String::strip).toList();
    int colon = left.lastIndexOf(':');
    DatasetId from = colon < 0 ? null : dataset.apply(left.substring(0, colon).strip());
    String group = left.substring(colon + 1).strip();
    return new RunLabels(from, group.equals("expressions") ? LabelGroups.EXPRESSION : group, names);
  }
}
