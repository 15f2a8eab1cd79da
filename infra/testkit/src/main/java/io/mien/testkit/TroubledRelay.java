package io.mien.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A way to a server of this machine on which connections meet trouble, each the next one in the
 * order in which it was asked for; without any, bytes pass as they are. Thread-safe.
 */
public final class TroubledRelay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TroubledRelay.class);
  private static final int CHUNK = 8192;

  private final int target;
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool(TroubledRelay::daemon);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();

  /**
   * @param target port of the server on 127.0.0.1
   */
  public TroubledRelay(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** One more connection is told that the server is overloaded, and closed. */
  public void refuse() {
    troubles.add(new Trouble(true, Long.MAX_VALUE, Long.MAX_VALUE, Duration.ZERO));
  }

  /** One more connection breaks after so many bytes of what its client sends. */
  public void cutRequest(long afterBytes) {
    troubles.add(new Trouble(false, afterBytes, Long.MAX_VALUE, Duration.ZERO));
  }

  /** One more connection breaks after so many bytes of what the server answers. */
  public void cutResponse(long afterBytes) {
    troubles.add(new Trouble(false, Long.MAX_VALUE, afterBytes, Duration.ZERO));
  }

  /** One more connection waits so long before each of its chunks. */
  public void slow(Duration beforeEachChunk) {
    troubles.add(new Trouble(false, Long.MAX_VALUE, Long.MAX_VALUE, beforeEachChunk));
  }

  /** Breaks every connection that is open, so that the next ones meet what was asked for. */
  public void breakConnections() throws IOException {
    for (Socket client : open) {
      client.close();
    }
  }

  /** Whether every trouble that was asked for was met. */
  public boolean isSpent() {
    return troubles.isEmpty();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Trouble trouble = troubles.poll();
        Trouble met = trouble == null ? Trouble.NONE : trouble;
        threads.execute(() -> serve(client, met));
      } catch (IOException e) {
        LOG.debug("No more connections", e);
      }
    }
  }

  private void serve(Socket client, Trouble trouble) {
    open.add(client);
    try (client) {
      if (trouble.refused()) {
        refuse(client);
        return;
      }
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        var requests =
            threads.submit(
                () -> pass(client, server, trouble.requestBytes(), trouble.beforeEachChunk()));
        pass(server, client, trouble.responseBytes(), Duration.ZERO);
        requests.cancel(true);
      }
    } catch (IOException e) {
      LOG.debug("A connection ended", e);
    } finally {
      open.remove(client);
    }
  }

  /** Passes bytes on until the limit or the end, then breaks the connection. */
  private static void pass(Socket from, Socket to, long most, Duration pause) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[CHUNK];
      long left = most;
      for (int length = in.read(chunk); length >= 0; length = left > 0 ? in.read(chunk) : -1) {
        LockSupport.parkNanos(pause.toNanos());
        int passed = (int) Math.min(length, left);
        out.write(chunk, 0, passed);
        out.flush();
        left -= passed;
      }
    } catch (IOException e) {
      LOG.debug("A connection broke", e);
    }
  }

  /** The whole request is read first, so that its client reads the answer. */
  private static void refuse(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    in.skipNBytes(contentLength(head(in)));
    client
        .getOutputStream()
        .write(
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int state = 0;
    while (state < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The request ended in its head");
      }
      head.write(next);
      state = next == "\r\n\r\n".charAt(state) ? state + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  private static long contentLength(String head) {
    return head.toLowerCase(Locale.ROOT)
        .lines()
        .filter(line -> line.startsWith("content-length:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "troubled-relay");
    thread.setDaemon(true);
    return thread;
  }

  private record Trouble(
      boolean refused, long requestBytes, long responseBytes, Duration beforeEachChunk) {

    static final Trouble NONE = new Trouble(false, Long.MAX_VALUE, Long.MAX_VALUE, Duration.ZERO);
  }
}
