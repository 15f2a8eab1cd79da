package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the expression of a dataset's crops goes together with something else: what is not to be
 * learned as an expression.
 *
 * @param associations with each column of few values, the closest first; a column {@code crop
 *     colour} tells grey crops from others
 * @param appearance of the crops of each expression
 */
public record LabelBalance(List<Association> associations, Map<String, Appearance> appearance) {

  public LabelBalance {
    associations = List.copyOf(associations);
    appearance = Map.copyOf(appearance);
  }

  /**
   * @param cramersV Cramér's V with the correction for small samples (Bergsma 2013), from 0, where
   *     the column tells nothing of the expression, to 1
   * @param values how many the column has
   * @param crops that have the column and an expression
   */
  public record Association(String column, double cramersV, int values, int crops) {}

  /**
   * @param luminance mean brightness, 0 to 255
   * @param saturation mean saturation, 0 to 1; absent where it was not measured
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Appearance(int crops, double luminance, @Nullable Double saturation) {}
}
