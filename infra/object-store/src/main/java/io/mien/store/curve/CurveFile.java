package io.mien.store.curve;

import io.mien.contracts.event.Measure;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code curves.jsonl} beside a checkpoint: JSON lines, one {@link Measure} each. */
public final class CurveFile {

  public static final String NAME = "curves.jsonl";

  private CurveFile() {}

  public static void write(Path folder, List<Measure> points) {
    try {
      List<String> lines = new ArrayList<>();
      for (Measure point : points) {
        lines.add(WireJson.MAPPER.writeValueAsString(point));
      }
      Files.write(folder.resolve(NAME), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("Write the curves to " + folder, e);
    }
  }

  /**
   * The curves that lie beside a published checkpoint or training state; none when there is no such
   * file.
   */
  public static List<Measure> read(ObjectStore store, PrefixRef checkpoint) {
    String key = checkpoint.prefix() + NAME;
    if (store.size(checkpoint.bucket(), key).isEmpty()) {
      return List.of();
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(store.open(checkpoint.bucket(), key), StandardCharsets.UTF_8))) {
      List<Measure> points = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        points.add(WireJson.MAPPER.readValue(line, Measure.class));
      }
      return points;
    } catch (IOException e) {
      throw new UncheckedIOException("Read the curves " + key, e);
    }
  }
}
