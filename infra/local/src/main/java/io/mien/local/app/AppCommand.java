package io.mien.local.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an application's process is started.
 *
 * @param jar its {@code quarkus-run.jar}
 * @param log file that gets its standard output and error
 * @param environment added to that of this process
 */
public record AppCommand(App app, Path jar, Path log, Map<String, String> environment) {

  private static final int UNSAFE_WARNS_FROM = 24;
  static final Path SETSID = Path.of("/usr/bin/setsid");

  /**
   * Ten times the usual numbers of calls and loops before the optimising compiler: with those it
   * takes more of a small machine's processors, for a long time, than everything that it compiles
   * (figures in {@code benchmarks.md}). What is really hot gets there soon; {@code infra/bin/mien}
   * says the same for the servers.
   */
  private static final List<String> LATER_COMPILATION =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  public AppCommand {
    environment = Map.copyOf(environment);
  }

  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(line());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return builder;
  }

  private List<String> line() {
    List<String> line = new ArrayList<>();
    // A session of its own: Ctrl-C on a terminal goes to the launcher alone, which stops the
    // applications in order. setsid becomes the application, so that the process id stays.
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    }
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx" + app.heapMegabytes() + "m");
    // One small heap each on a shared machine: the serial collector needs no threads of its own.
    line.add("-XX:+UseSerialGC");
    line.addAll(LATER_COMPILATION);
    line.add("-XX:+ExitOnOutOfMemoryError");
    if (Runtime.version().feature() >= UNSAFE_WARNS_FROM) {
      line.add("--enable-native-access=ALL-UNNAMED");
      line.add("--sun-misc-unsafe-memory-access=allow");
    }
    line.add("-jar");
    line.add(jar.toString());
    return line;
  }
}
