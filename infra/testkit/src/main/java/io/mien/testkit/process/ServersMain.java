package io.mien.testkit.process;

import com.sun.net.httpserver.HttpServer;
import io.mien.embedded.DataDirectory;
import java.io.IOException;
import java.io.PrintStream;
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
    try (DataDirectory data = DataDirectory.open(directory);
        KafkaOrders kafka = new KafkaOrders(data);
        PostgreSqlOrders postgreSql = new PostgreSqlOrders(data, BINARIES);
        ObjectStoreOrders objectStore = new ObjectStoreOrders(data)) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      for (Orders orders : List.of(kafka, postgreSql, objectStore)) {
        server.createContext("/" + orders.server() + "/", new OrderHandler(orders));
      }
      server.start();
      answer.println("http://127.0.0.1:" + server.getAddress().getPort());
      answer.flush();
      waitForTheEndOfInput();
      server.stop(0);
    } finally {
      threads.shutdownNow();
      delete(directory);
    }
    System.exit(0);
  }

  private static void waitForTheEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is ever sent; the pipe only tells us that the test JVM lives
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
