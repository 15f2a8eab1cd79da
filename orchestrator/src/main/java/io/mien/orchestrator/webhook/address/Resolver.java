package io.mien.orchestrator.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Resolver {

  /** At least one. */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** As this machine resolves names. */
  static Resolver ofThisMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
