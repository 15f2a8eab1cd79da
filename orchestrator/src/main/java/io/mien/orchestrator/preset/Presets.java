package io.mien.orchestrator.preset;

import io.mien.contracts.failure.InvalidInput;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The presets there are. */
public final class Presets {

  private static final List<String> NAMES = List.of("smoke", "demo", "standard", "report-split");

  private final Map<String, Preset> byName;

  private Presets(Map<String, Preset> byName) {
    this.byName = byName;
  }

  /** Reads the presets that come with the application. */
  public static Presets load() {
    Map<String, Preset> byName = new LinkedHashMap<>();
    NAMES.forEach(name -> byName.put(name, read(name)));
    return new Presets(byName);
  }

  public Collection<Preset> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The preset of this name.
   *
   * @throws InvalidInput {@code unknown-preset}
   */
  public Preset require(String name) {
    Preset preset = byName.get(name);
    if (preset == null) {
      throw new InvalidInput(
          "unknown-preset",
          "There is no preset '"
              + name
              + "'; choose one of "
              + String.join(", ", byName.keySet())
              + ".");
    }
    return preset;
  }

  private static Preset read(String name) {
    String resource = "/presets/" + name + ".json";
    try (InputStream json = Presets.class.getResourceAsStream(resource)) {
      if (json == null) {
        throw new IllegalStateException("Resource " + resource + " is missing.");
      }
      return WireJson.MAPPER.readValue(json, Preset.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read preset " + resource, e);
    }
  }
}
