package io.mien.testkit.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /<server>/<order>} with arguments as properties; answers with properties, or the
 * error as text.
 */
record OrderHandler(Orders orders) implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(OrderHandler.class);

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String order = path.substring(path.lastIndexOf('/') + 1);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      Map<String, String> answer = orders.execute(order, Wire.read(body));
      send(exchange, 200, Wire.write(answer));
    } catch (Exception e) {
      LOG.warn("{} failed", path, e);
      send(exchange, 500, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
