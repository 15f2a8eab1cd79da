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

  private static final List<String> PIPELINES =
      List.of("smoke", "demo", "turning", "standard", "report-split");
  private static final List<String> FACES = List.of("dcgan", "wgan", "wgan-gp", "r1");

  private final Map<String, RunPreset> byName;

  private Presets(Map<String, RunPreset> byName) {
    this.byName = byName;
  }

  /** Reads the presets that come with the application. */
  public static Presets load() {
    Map<String, RunPreset> byName = new LinkedHashMap<>();
    PIPELINES.forEach(name -> byName.put(name, read(name, Preset.class)));
    FACES.forEach(name -> byName.put(name, read(name, FacePreset.class)));
    return new Presets(byName);
  }

  public Collection<RunPreset> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The preset of this name.
   *
   * @throws InvalidInput {@code unknown-preset}
   */
  public RunPreset require(String name) {
    RunPreset preset = byName.get(name);
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

  private static <T extends RunPreset> T read(String name, Class<T> type) {
    String resource = "/presets/" + name + ".json";
    try (InputStream json = Presets.class.getResourceAsStream(resource)) {
      if (json == null) {
        throw new IllegalStateException("Resource " + resource + " is missing.");
      }
      return WireJson.MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read preset " + resource, e);
    }
  }
}
