package io.mien.orchestrator.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** A program that receives webhooks, and answers as it is told; 204 when it is told nothing. */
public final class Receiver implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Reply usual = new Reply(204, Map.of(), "");

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What to answer. */
  public record Reply(int status, Map<String, String> headers, String body) {}

  /** One request. */
  public record Received(String path, Map<String, String> headers, String body) {

    public String id() {
      return headers.get("webhook-id");
    }

    /**
     * Whether one of the signatures is that of the secret. HMAC is written out here as RFC 2104
     * defines it, so that nothing is shared with what made the signature.
     */
    public boolean isSignedWith(String secret) {
      String signed = id() + "." + headers.get("webhook-timestamp") + "." + body;
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      byte[] mac =
          hash(padded(key, 0x5c), hash(padded(key, 0x36), signed.getBytes(StandardCharsets.UTF_8)));
      String expected = "v1," + Base64.getEncoder().encodeToString(mac);
      return Stream.of(headers.get("webhook-signature").split(" ")).anyMatch(expected::equals);
    }

    private static byte[] padded(byte[] key, int pad) {
      byte[] block = new byte[64];
      System.arraycopy(key, 0, block, 0, key.length);
      for (int i = 0; i < block.length; i++) {
        block[i] ^= (byte) pad;
      }
      return block;
    }

    private static byte[] hash(byte[]... parts) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Stream.of(parts).forEach(digest::update);
        return digest.digest();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Answers the next request like this, and those after it as before. */
  public void next(Reply reply) {
    replies.add(reply);
  }

  public void next(int status) {
    next(new Reply(status, Map.of(), ""));
  }

  /** Answers like this from now on. */
  public void always(int status) {
    usual = new Reply(status, Map.of(), "");
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      received.add(new Received(exchange.getRequestURI().toString(), headers, body));
      Reply told = replies.poll();
      Reply reply = told == null ? usual : told;
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
