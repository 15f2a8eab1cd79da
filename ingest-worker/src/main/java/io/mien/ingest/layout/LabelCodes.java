package io.mien.ingest.layout;

import java.util.Map;

/**
 * The numbers by which a dataset calls expressions; every dataset has its own, so that they end
 * here.
 *
 * @param words the dataset's word for each number
 */
public record LabelCodes(Map<Integer, String> words) {

  public LabelCodes {
    words = Map.copyOf(words);
  }

  /**
   * The label of {@code 3}, {@code " 3"} or {@code 3.0000000e+00}; whatever else stands there is an
   * unknown label.
   */
  public Label label(String code) {
    String text = code.strip();
    try {
      double number = Double.parseDouble(text);
      String word = number == Math.rint(number) ? words.get((int) number) : null;
      return word == null ? new Label.Unknown(text) : Label.of(word);
    } catch (NumberFormatException e) {
      return new Label.Unknown(text);
    }
  }
}
