package io.mien.train.curve;

import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Steps that are in no point of their curves yet. With them a training that goes on completes the
 * window in which it was stopped: {@code window.json} beside a training state.
 *
 * @param sums in the order of their curves
 */
public record OpenWindow(List<Sum> sums) {

  static final String FILE = "window.json";

  public OpenWindow {
    sums = List.copyOf(sums);
  }

  /**
   * Of one curve.
   *
   * @param steps that had a value of it
   */
  public record Sum(String name, double total, long steps) {}

  public static OpenWindow none() {
    return new OpenWindow(List.of());
  }

  /** Writes the file, or removes an earlier one where there is nothing to say. */
  public void write(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (sums.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.write(file, WireJson.MAPPER.writeValueAsBytes(this));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Write the steps since the curves' last points to " + file, e);
    }
  }

  /** What lies beside a published training state; nothing where there is no such file. */
  public static OpenWindow read(ObjectStore store, PrefixRef state) {
    String key = state.prefix() + FILE;
    if (store.size(state.bucket(), key).isEmpty()) {
      return none();
    }
    try (InputStream json = store.open(state.bucket(), key)) {
      return WireJson.MAPPER.readValue(json, OpenWindow.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Read the steps since the curves' last points " + key, e);
    }
  }
}
