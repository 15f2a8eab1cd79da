package io.mien.local;

import io.mien.cli.client.Connection;
import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien logs}: the logs of the system on this machine. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Show the logs of the system on this machine.")
public final class LogsCommand implements Runnable {

  private static final long POLL_MS = 300;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "orchestrator, train-worker, … or servers; without it, all")
  private @Nullable String name;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "30",
      description = "lines from the end of each (default: ${DEFAULT-VALUE})")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "go on showing what is added, until Ctrl-C")
  private boolean follow;

  @Option(
      names = "--data",
      description = "data directory (default: that of the system started last)")
  private @Nullable Path data;

  @Override
  public void run() {
    try {
      List<Path> files = files();
      for (Path file : files) {
        System.out.println("==> " + file);
        last(file).forEach(System.out::println);
      }
      if (follow) {
        follow(files);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> files() throws IOException {
    Path logs = dataDirectory().resolve("logs");
    if (!Files.isDirectory(logs)) {
      throw new InvalidInput(
          "no-logs",
          "Read the logs in " + logs + ": there are none. Was 'mien up' started with this --data?");
    }
    try (Stream<Path> all = Files.list(logs)) {
      List<Path> wanted =
          all.filter(file -> name == null || file.getFileName().toString().equals(name + ".log"))
              .sorted()
              .toList();
      if (wanted.isEmpty()) {
        throw new InvalidInput(
            "no-such-log",
            "Read the log of '" + name + "' in " + logs + ": there is none of that name.");
      }
      return wanted;
    }
  }

  private Path dataDirectory() {
    if (data != null) {
      return data;
    }
    return Connection.saved()
        .map(connection -> Path.of(connection.data()))
        .orElseThrow(
            () ->
                new InvalidInput(
                    "no-system",
                    "Read logs: no system was started on this machine. Start one with 'mien up'."));
  }

  private Deque<String> last(Path file) throws IOException {
    Deque<String> last = new ArrayDeque<>();
    try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
      all.forEach(
          line -> {
            last.addLast(line);
            if (last.size() > lines) {
              last.removeFirst();
            }
          });
    }
    return last;
  }

  private static void follow(List<Path> files) throws IOException, InterruptedException {
    long[] positions = new long[files.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Files.size(files.get(i));
    }
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(POLL_MS, TimeUnit.MILLISECONDS)) {
      for (int i = 0; i < positions.length; i++) {
        positions[i] = showFrom(files.get(i), positions[i]);
      }
    }
  }

  private static long showFrom(Path file, long position) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long size = log.length();
      if (size <= position) {
        return size;
      }
      byte[] added = new byte[(int) Math.min(size - position, 1 << 20)];
      log.seek(position);
      log.readFully(added);
      System.out.print(new String(added, StandardCharsets.UTF_8));
      return position + added.length;
    }
  }
}
