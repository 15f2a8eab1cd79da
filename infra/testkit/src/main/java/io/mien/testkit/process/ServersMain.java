package io.mien.testkit.process;

import com.sun.net.httpserver.HttpServer;
import io.mien.embedded.DataDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Owns the test servers and a temporary directory; takes orders on a port that it prints, until its
 * standard input ends.
 */
public final class ServersMain {

  private static final Path BINARIES =
      Path.of(System.getProperty("user.home"), ".cache", "mien", "postgresql");

  private ServersMain() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answer = System.out;
    // What servers print must not look like our answer
    System.setOut(System.err);
    Path directory = Files.createTempDirectory("mien-test-servers");
    ExecutorService threads = Executors.newCachedThreadPool();
    DataDirectory data = DataDirectory.open(directory);
    List<Orders> servers =
        List.of(
            new KafkaOrders(data),
            new PostgreSqlOrders(data, BINARIES),
            new ObjectStoreOrders(data));
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    for (Orders orders : servers) {
      http.createContext("/" + orders.server() + "/", new OrderHandler(orders));
    }
    // Also for Ctrl-C on the terminal of a build, which reaches this process too
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(http, servers, data), "stop"));
    http.start();
    answer.println("http://127.0.0.1:" + http.getAddress().getPort());
    answer.flush();
    waitForTheEndOfInput();
    System.exit(0);
  }

  private static void waitForTheEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is ever sent; the pipe only tells us that the test JVM lives
    }
  }

  private static void stop(HttpServer http, List<Orders> servers, DataDirectory data) {
    http.stop(0);
    for (Orders orders : servers) {
      try {
        orders.close();
      } catch (RuntimeException e) {
        System.err.println("Left running: " + orders.server() + " (" + e + ")");
      }
    }
    data.close();
    delete(data.path());
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Delete " + directory, e);
    }
  }
}
