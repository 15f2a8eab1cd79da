package io.mien.networks.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.parameter.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reference files: the folder of system property mien.golden, or the test resources. */
public final class Golden {
  private final Safetensors file;

  private Golden(Safetensors file) {
    this.file = file;
  }

  public static Golden load(String name) {
    try {
      return new Golden(Safetensors.read(folder().resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of all safetensors files that start with a prefix. */
  public static Stream<String> named(String prefix) {
    return named(prefix, ".safetensors");
  }

  /** A reference file of any format. */
  public static Path file(String name) {
    return folder().resolve(name);
  }

  /** Names of all files that start with a prefix and end with a suffix. */
  public static Stream<String> named(String prefix, String suffix) {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
              .sorted()
              .toList();
      return names.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String folder = System.getProperty("mien.golden", "");
    if (!folder.isBlank()) {
      return Path.of(folder);
    }
    try {
      return Path.of(Golden.class.getResource("/golden").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public String text(String key) {
    return file.metadata().get(key);
  }

  public int number(String key) {
    return Integer.parseInt(text(key));
  }

  public double real(String key) {
    return Double.parseDouble(text(key));
  }

  public String text(String key, String otherwise) {
    return file.metadata().getOrDefault(key, otherwise);
  }

  public double real(String key, double otherwise) {
    return Double.parseDouble(text(key, Double.toString(otherwise)));
  }

  public boolean has(String name) {
    return file.names().contains(name);
  }

  public NDArray array(String name, NDManager manager) {
    return file.array(name, manager);
  }

  public float scalar(String name, NDManager manager) {
    try (NDArray value = array(name, manager)) {
      return value.toFloatArray()[0];
    }
  }

  /** All tensors under a prefix, without it. */
  public List<String> under(String prefix) {
    return file.names().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  public Parameters parameters(String prefix, NDManager manager) {
    Parameters parameters = new Parameters(manager);
    for (String name : under(prefix)) {
      try (NDArray values = array(prefix + name, manager)) {
        parameters.add(name, values);
      }
    }
    return parameters;
  }

  /** ‖a − b‖ / ‖b‖. */
  public static double distance(NDArray actual, NDArray expected) {
    float[] a = actual.toFloatArray();
    float[] b = expected.toFloatArray();
    if (a.length != b.length) {
      throw new AssertionError("%d values, expected %d".formatted(a.length, b.length));
    }
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < a.length; i++) {
      difference += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
      norm += (double) b[i] * b[i];
    }
    return Math.sqrt(difference / Math.max(norm, 1e-30));
  }
}
