package vn.sen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Ports of this machine. */
final class Ports {
  private Ports() {}

  /**
   * A port for a server that others must know before it listens. It is held until it is released
   * right before that server binds it, so that no outgoing connection gets it meanwhile.
   */
  static final class Reserved {
    private final ServerSocket socket;

    private Reserved(ServerSocket socket) {
      this.socket = socket;
    }

    int number() {
      return socket.getLocalPort();
    }

    /** Gives it up; the same as before when done twice. */
    void release() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Any free port of the loopback interface. */
  static Reserved reserve() {
    try {
      return new Reserved(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback interface", e);
    }
  }

  /**
   * Says now what a server would say seconds later.
   *
   * @throws Refusal when somebody listens there already, or nobody may
   */
  static void requireFree(String address, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (UnknownHostException e) {
      throw new Refusal(
          "SEN_ADDRESS=" + address + " không phải là địa chỉ của máy này.",
          "SEN_ADDRESS=" + address + " is not an address of this machine.",
          e);
    } catch (IOException e) {
      throw new Refusal(
          "Không mở được cổng " + port + " (" + e.getMessage() + "); hãy đặt SEN_PORT khác.",
          "Port " + port + " is taken or not allowed; set SEN_PORT to another one.",
          e);
    }
  }
}
