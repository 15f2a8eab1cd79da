package io.mien.orchestrator.webhook.address;

import java.net.InetAddress;
import java.net.URI;

/**
 * A URL whose host was resolved to an address that may be connected to.
 *
 * @param address the one to connect to; the URL's host is for the request and the certificate
 */
public record Target(URI url, InetAddress address) {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  public boolean isTls() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  public int port() {
    int port = url.getPort();
    return port >= 0 ? port : isTls() ? HTTPS_PORT : HTTP_PORT;
  }

  /** Path and query. */
  public String resource() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
