package io.mien.testkit.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts {@link ServersMain} on the class path that the build of this module wrote down. The
 * process ends when its standard input does: also when this JVM is killed.
 */
final class ServersLauncher {

  /** System property: compile as for a server that runs for long. */
  static final String FOR_LONG = "io.mien.testkit.servers.for-long";

  /** Levels of HotSpot's tiered compilation: C1 alone, which starts soonest, and all. */
  private static final int QUICKLY = 1;

  private static final int FULLY = 4;
  private static final String CLASS_PATH = "servers.classpath";
  private static final String MAIN = "io.mien.testkit.process.ServersMain";
  private static final int STOP_SECONDS = 20;

  private ServersLauncher() {}

  /** The address at which the new process takes orders. */
  static URI launch() {
    Path log = log();
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      // Holds the process's standard input open, and so the process alive
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-test-servers"));
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      return URI.create(requireAddress(out.readLine(), log));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the test servers; see " + log, e);
    }
  }

  /** {@code target/test-servers.log} of the module under test; a temporary file outside Maven. */
  static Path log() {
    Path target = Path.of(System.getProperty("basedir", "."), "target");
    Path directory =
        Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
    return directory.resolve("test-servers.log").toAbsolutePath();
  }

  private static List<String> command() throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=" + (Boolean.getBoolean(FOR_LONG) ? FULLY : QUICKLY),
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-Dorg.slf4j.simpleLogger.log.io.mien=info",
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
        "-cp",
        ownLocation() + File.pathSeparator + serversClassPath(),
        MAIN);
  }

  private static String serversClassPath() throws IOException {
    try (InputStream in = ServersLauncher.class.getResourceAsStream(CLASS_PATH)) {
      if (in == null) {
        throw new IllegalStateException(
            "mien-testkit was built without "
                + CLASS_PATH
                + "; build it with ./mvnw -pl infra/testkit install -DskipTests -DskipITs");
      }
      String classPath = new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
      requireComplete(classPath);
      return classPath;
    }
  }

  private static void requireComplete(String classPath) {
    for (String entry : classPath.split(File.pathSeparator)) {
      if (!Files.exists(Path.of(entry))) {
        throw new IllegalStateException(
            "The test servers need "
                + entry
                + ", which is gone since mien-testkit was built."
                + " Build it again: ./mvnw -pl infra/embedded,infra/testkit install -DskipTests"
                + " -DskipITs");
      }
    }
  }

  /** The jar or the directory that this class came from, whatever class loader loaded it. */
  private static Path ownLocation() throws IOException {
    String resource = ServersLauncher.class.getName().replace('.', '/') + ".class";
    URL url = Objects.requireNonNull(ServersLauncher.class.getResource("/" + resource));
    String location = url.toString();
    String root = location.substring(0, location.length() - resource.length());
    if (root.startsWith("jar:")) {
      root = root.substring("jar:".length(), root.indexOf("!/"));
    }
    try {
      return Path.of(new URI(root));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("Cannot find the jar of mien-testkit from " + url, e);
    }
  }

  private static String requireAddress(@Nullable String line, Path log) {
    if (line == null) {
      throw new IllegalStateException("The test servers ended before they were up; see " + log);
    }
    return line;
  }

  private static void stop(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
