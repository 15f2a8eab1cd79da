package io.mien.orchestrator.preset;

import io.mien.contracts.failure.InvalidInput;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The templates there are. */
public final class RunTemplates {

  private static final List<String> NAMES = List.of("train", "synthesise", "evaluate", "retrain");

  private final List<RunTemplate> all;

  private RunTemplates(List<RunTemplate> all) {
    this.all = all;
  }

  /** Reads the templates that come with the application. */
  public static RunTemplates load() {
    return new RunTemplates(NAMES.stream().map(RunTemplates::read).toList());
  }

  public List<RunTemplate> all() {
    return all;
  }

  /**
   * The template of this name.
   *
   * @throws InvalidInput {@code unknown-template}
   */
  public RunTemplate require(String name) {
    return all.stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "unknown-template",
                    "There is no template '%s'; choose one of %s."
                        .formatted(name, String.join(", ", NAMES))));
  }

  private static RunTemplate read(String name) {
    String resource = "/templates/" + name + ".json";
    try (InputStream json =
        Objects.requireNonNull(RunTemplates.class.getResourceAsStream(resource), resource)) {
      return WireJson.MAPPER.readValue(json, RunTemplate.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
