package io.mien.cli.command;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether the server sees the files of this machine. */
final class ServerMachine {

  private ServerMachine() {}

  /** Whether an address is one of this machine's own. */
  static boolean isThis(URI server) {
    try {
      InetAddress address = InetAddress.getByName(server.getHost());
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }
}
