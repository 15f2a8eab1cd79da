package io.mien.orchestrator.webhook.address;

import io.mien.contracts.failure.InvalidInput;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides where webhooks may lead. A name is resolved anew for every attempt, and what it was
 * resolved to is what is connected to, so that a name cannot be public when it is looked at and
 * private when it is used.
 */
public final class Targets {

  private static final int LONGEST_URL = 2000;
  private static final int LAST_PORT = 65_535;

  private final Resolver resolver;
  private final Set<Allowance> allowed;

  public Targets(Resolver resolver, Set<Allowance> allowed) {
    this.resolver = resolver;
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * @param turn which of several addresses is taken; the next attempt takes the next one
   * @throws InvalidInput {@code webhook-url-invalid}, {@code webhook-host-unknown} or {@code
   *     webhook-address-refused}
   */
  public Target resolve(URI url, int turn) {
    check(url);
    List<InetAddress> addresses = addresses(url);
    List<InetAddress> usable = addresses.stream().filter(this::isAllowed).toList();
    if (usable.isEmpty()) {
      throw new InvalidInput(
          "webhook-address-refused",
          "Send webhooks to %s: %s is an address of a private network. Use a public one, or set mien.webhooks.allow-private."
              .formatted(url, addresses.get(0).getHostAddress()));
    }
    return new Target(url, usable.get(Math.floorMod(turn, usable.size())));
  }

  private void check(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean plain = scheme.equals("http");
    if (!plain && !scheme.equals("https")
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawFragment() != null
        || url.getPort() == 0
        || url.getPort() > LAST_PORT
        || url.toString().length() > LONGEST_URL) {
      throw new InvalidInput(
          "webhook-url-invalid",
          "'%s' is no URL for webhooks: use https://host/path, without a user and without a fragment, with at most %d characters."
              .formatted(url, LONGEST_URL));
    }
    if (plain && allowed.isEmpty()) {
      throw new InvalidInput(
          "webhook-url-invalid",
          "Send webhooks to %s: everybody on the way could read them. Use https, or set mien.webhooks.allow-http."
              .formatted(url));
    }
  }

  private List<InetAddress> addresses(URI url) {
    try {
      return resolver.resolve(url.getHost());
    } catch (UnknownHostException e) {
      throw new InvalidInput(
          "webhook-host-unknown",
          "Send webhooks to %s: the host has no address. Correct its name.".formatted(url),
          e);
    }
  }

  private boolean isAllowed(InetAddress address) {
    return allowed.contains(Allowance.PRIVATE_ADDRESSES) || PublicAddresses.contain(address);
  }
}
