package io.mien.synth.image.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is stated of a generated image. It is <em>created</em> from inputs, not an opened and edited
 * photo: every pixel is the network's, and the face it was given is an input like the network
 * itself (C2PA 2.2, sections 18.14.2 and 18.15.3).
 */
final class GenerationAssertions {

  private static final String INGREDIENT = "c2pa.ingredient.v3";

  /** All marks once more, under their own names; the label is ours. */
  private static final String MARKS = "io.mien.generation";

  private GenerationAssertions() {}

  /**
   * @param marks as in the text chunks: {@code digitalSourceType}, {@code checkpoint}, {@code
   *     source} unless nobody's face was the source, and whatever else is told
   * @param generator with name and version
   */
  static List<Assertion> of(Map<String, String> marks, Map<String, String> generator) {
    List<Assertion> inputs = inputs(marks);
    List<Assertion> all = new ArrayList<>();
    all.add(actions(marks, generator, inputs));
    all.addAll(inputs);
    all.add(Assertion.of(MARKS, new TreeMap<>(marks)));
    return all;
  }

  private static List<Assertion> inputs(Map<String, String> marks) {
    List<Assertion> inputs = new ArrayList<>();
    String checkpoint = Objects.requireNonNull(marks.get("checkpoint"));
    inputs.add(
        Assertion.of(
            INGREDIENT,
            Map.of(
                "dc:title",
                "checkpoint",
                "relationship",
                "inputTo",
                "instanceID",
                "sha256:" + checkpoint,
                "dataTypes",
                List.of(Map.of("type", "c2pa.types.generator")))));
    String source = marks.get("source");
    if (source != null) {
      inputs.add(
          Assertion.of(
              INGREDIENT + "__1",
              Map.of(
                  "dc:title",
                  "face",
                  "dc:format",
                  "image/png",
                  "relationship",
                  "inputTo",
                  "instanceID",
                  "sha256:" + source)));
    }
    return inputs;
  }

  private static Assertion actions(
      Map<String, String> marks, Map<String, String> generator, List<Assertion> inputs) {
    Map<String, Object> created =
        Map.of(
            "action",
            "c2pa.created",
            "digitalSourceType",
            Objects.requireNonNull(marks.get("digitalSourceType")),
            "softwareAgent",
            generator,
            "parameters",
            Map.of("ingredients", inputs.stream().map(Assertion::reference).toList()));
    return Assertion.of("c2pa.actions.v2", Map.of("actions", List.of(created)));
  }
}
