package io.mien.orchestrator.webhook.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that share their first bits, as in {@code 10.0.0.0/8}. */
record AddressBlock(int length, BigInteger start, int bits) {

  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    try {
      // A literal: nothing is looked up
      byte[] address = InetAddress.getAllByName(text.substring(0, slash))[0].getAddress();
      return new AddressBlock(
          address.length, new BigInteger(1, address), Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("Not a block of addresses: " + text, e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int others = Byte.SIZE * length - bits;
    return bytes.length == length
        && new BigInteger(1, bytes).shiftRight(others).equals(start.shiftRight(others));
  }
}
