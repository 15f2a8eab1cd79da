package io.mien.orchestrator.webhook.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are somebody's on the Internet, after IANA's registries of special-purpose
 * addresses (RFC 6890). The JDK's own predicates know neither unique local addresses of IPv6 nor
 * those that carriers and clouds use inside.
 */
final class PublicAddresses {

  /** Private, loopback, link-local with the clouds' metadata, multicast, reserved, examples. */
  private static final List<AddressBlock> SPECIAL_V4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Everything of IPv6 that is not global unicast: loopback, local, multicast, translated. */
  private static final AddressBlock GLOBAL_V6 = AddressBlock.parse("2000::/3");

  /** Within it: protocols of their own, Teredo, examples, and IPv4 wrapped up (6to4). */
  private static final List<AddressBlock> SPECIAL_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return SPECIAL_V4.stream().noneMatch(block -> block.contains(address));
    }
    return GLOBAL_V6.contains(address)
        && SPECIAL_V6.stream().noneMatch(block -> block.contains(address));
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Stream.of(texts).map(AddressBlock::parse).toList();
  }
}
