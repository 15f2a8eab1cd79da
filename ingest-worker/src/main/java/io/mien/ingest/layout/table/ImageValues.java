package io.mien.ingest.layout.table;

import io.mien.ingest.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list of images with values behind them, {@code 000001.jpg -1 1}, separated by any spaces or
 * commas; names have no spaces in them.
 */
final class ImageValues {

  private ImageValues() {}

  /**
   * One line.
   *
   * @param number of the line, counted from 1
   */
  record Line(long number, List<String> words) {

    String image() {
      return words.get(0);
    }

    List<String> values() {
      return words.subList(1, words.size());
    }
  }

  /**
   * Hands over each line that is not blank.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code legend-unreadable}
   */
  static void forEach(SourceFile file, Consumer<Line> consumer) {
    try (BufferedReader text = TextFile.open(file)) {
      long number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        if (!line.isBlank()) {
          List<String> words = Arrays.asList(line.replace("\"", "").strip().split("[\\s,;]+"));
          consumer.accept(new Line(number, words));
        }
      }
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }
}
