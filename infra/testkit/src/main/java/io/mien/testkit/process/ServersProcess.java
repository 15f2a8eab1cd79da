package io.mien.testkit.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * The process of the test servers, seen from the test JVM. There is one per JVM: its address is a
 * system property, so that copies of this class in several class loaders (Quarkus has one for tests
 * and one for test resources) share it.
 */
public final class ServersProcess {

  private static final String ADDRESS = "io.mien.testkit.servers";
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;

  private ServersProcess(URI address) {
    this.address = address;
  }

  /** Starts the process on first use; the servers in it start when they are first asked for. */
  public static ServersProcess shared() {
    // The only object that all class loaders of this JVM see as the same
    synchronized (Runtime.getRuntime()) {
      String known = System.getProperty(ADDRESS);
      if (known == null) {
        known = ServersLauncher.launch().toString();
        System.setProperty(ADDRESS, known);
      }
      return new ServersProcess(URI.create(known));
    }
  }

  /** Lets the process be compiled fully, if it has not started yet. */
  public static void runForLong() {
    System.setProperty(ServersLauncher.FOR_LONG, "true");
  }

  /** Asks for one thing to be done and returns when it is done. */
  public Map<String, String> call(String path, Map<String, String> arguments) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/" + path))
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofString(Wire.write(arguments)))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "The test servers could not do " + path + ": " + response.body());
      }
      return Wire.read(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(
          "The process of the test servers at "
              + address
              + " does not answer to "
              + path
              + ". Its log is "
              + ServersLauncher.log()
              + ".",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + path, e);
    }
  }
}
