package io.mien.cli.client;

import java.io.IOException;
import java.net.URI;

/** Nothing answered at the server's address. */
public final class ServerAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ServerAway(URI url, IOException cause) {
    super(
        "Called "
            + url
            + " and nothing answered ("
            + cause
            + "). Start the system with 'mien up', or name a running one with --url.",
        cause);
  }
}
