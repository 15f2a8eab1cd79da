package io.mien.worker;

import io.mien.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Names the code that a worker runs: its version, and a digest of the jars it consists of, so that
 * two builds of one version are told apart. Results are reused only where the code is the same.
 */
public final class CodeVersion {

  private static final String OURS = "io.mien.";
  private static final int DIGITS = 8;

  /** Classes that lie about can change at any time: no two processes count as the same. */
  private static final String UNPACKED = "classes-" + UUID.randomUUID();

  private CodeVersion() {}

  /**
   * @param application any class of the application itself
   */
  public static String of(String version, Class<?> application) {
    return version + "+" + quarkusApp(application).map(CodeVersion::digest).orElse(UNPACKED);
  }

  /**
   * Of an application whose results depend on how it is configured, too.
   *
   * @param configuration all of it that changes results
   */
  public static String of(String version, Class<?> application, String configuration) {
    String digest = Sha256.of(configuration.getBytes(StandardCharsets.UTF_8));
    return of(version, application) + "." + digest.substring(0, DIGITS);
  }

  /** The folder of a packaged Quarkus application, which holds {@code app} and {@code lib}. */
  private static Optional<Path> quarkusApp(Class<?> application) {
    CodeSource source = application.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Optional.ofNullable(jar.getParent())
          .filter(folder -> folder.endsWith("app") && Files.isRegularFile(jar))
          .map(Path::getParent);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Other people's jars count by their names, which have versions; ours by their content. */
  private static String digest(Path quarkusApp) {
    MessageDigest digest = Sha256.digest();
    for (Path jar : jars(quarkusApp.resolve("app"))) {
      digest.update(content(jar));
    }
    for (Path jar : jars(quarkusApp.resolve("lib/main"))) {
      String name = jar.getFileName().toString();
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      if (name.startsWith(OURS)) {
        digest.update(content(jar));
      }
    }
    return Sha256.hex(digest.digest()).substring(0, DIGITS);
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static byte[] content(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + jar, e);
    }
  }
}
