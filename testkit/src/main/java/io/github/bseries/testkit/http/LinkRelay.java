// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.LinkState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A port of this machine that leads to a simulated appliance, or to none: then nothing listens, and
 * a connection is refused, as it is when a machine is down.
 *
 * <p>By the two ports of the socket by which a connection goes on, the connection of a request is
 * found, so that it can be cut, and its caller be known.
 */
final class LinkRelay implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final InetAddress loopback = loopback();
  private final Object lock = new Object();
  private final Map<RelayedConnection, Route> connections = new LinkedHashMap<>();
  private final KnownConnections known;

  /**
   * Bound and not listening, for as long as the relay lives: nobody else can get the port while
   * nothing listens on it.
   */
  private final Socket reservation;

  /** They are used again: most connections bring one call, and a thread costs more than that. */
  private final ExecutorService carriers =
      Executors.newCachedThreadPool(work -> daemon("relay-carrier", work));

  private final RelayGate gate;
  private final int port;
  private @Nullable ServerSocket listener;
  private @Nullable Thread acceptor;
  private int target;

  /**
   * Takes a port; nothing listens yet.
   *
   * @param wantedPort the port; 0 for any that is free
   * @param ofSite whether it leads to whoever holds the site
   * @param known where its connections are found by their names
   */
  LinkRelay(int wantedPort, boolean ofSite, KnownConnections known) {
    this.known = known;
    this.gate = new RelayGate(ofSite);
    this.reservation = new Socket();
    try {
      reservation.setReuseAddress(true);
      reservation.bind(new InetSocketAddress(loopback, wantedPort));
      this.port = reservation.getLocalPort();
    } catch (IOException e) {
      throw inUse(wantedPort, e);
    }
  }

  int port() {
    return port;
  }

  /** Is what the link is: leads to a port as well as it carries, or refuses if it is cut. */
  void carry(LinkState link, int targetPort) {
    gate.carry(link);
    if (link == LinkState.CUT) {
      cut();
    } else {
      leadTo(targetPort);
    }
  }

  /** Refuses new connections, and closes those that there are. */
  void cut() {
    refuse();
    closeConnections(route -> true);
  }

  /** Leads new connections to a port of this machine. */
  void leadTo(int targetPort) {
    synchronized (lock) {
      target = targetPort;
      if (listener == null) {
        ServerSocket opened = open();
        listener = opened;
        Thread thread = daemon("relay-" + port, () -> accept(opened));
        acceptor = thread;
        thread.start();
      }
    }
  }

  /** Refuses new connections from the moment on in which this returns. */
  void refuse() {
    ServerSocket closing;
    Thread ending;
    synchronized (lock) {
      closing = listener;
      ending = acceptor;
      listener = null;
      acceptor = null;
    }
    closeQuietly(closing);
    if (ending != null) {
      // As long as a thread waits for a connection, the system goes on to take some.
      awaitEnd(ending);
    }
  }

  /** Closes the connections that lead to this port. */
  void closeConnectionsTo(int targetPort) {
    closeConnections(route -> route.target() == targetPort);
  }

  @Override
  public void close() {
    cut();
    carriers.shutdown();
    closeQuietly(reservation);
  }

  static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "bseries-simulator-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServerSocket open() {
    try {
      return listen();
    } catch (IOException e) {
      closeQuietly(reservation); // on some systems it is itself in the way
    }
    try {
      return listen();
    } catch (IOException e) {
      throw inUse(port, e);
    }
  }

  private ServerSocket listen() throws IOException {
    ServerSocket opened = new ServerSocket();
    try {
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(loopback, port), BACKLOG);
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  private void accept(ServerSocket from) {
    while (true) {
      try {
        relay(from, from.accept());
      } catch (IOException | RejectedExecutionException e) {
        if (from.isClosed()) {
          return;
        }
      }
    }
  }

  private void relay(ServerSocket from, Socket client) throws IOException {
    Socket server = new Socket();
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      RelayedConnection connection = register(from, client, server);
      connection.start(carriers);
    } catch (IOException | RejectedExecutionException e) {
      closeQuietly(client);
      closeQuietly(server);
      throw e;
    }
  }

  /** Under the lock: whoever is switched off meanwhile must find the connection, to close it. */
  private RelayedConnection register(ServerSocket from, Socket client, Socket server)
      throws IOException {
    synchronized (lock) {
      if (listener != from) {
        throw new IOException("this port is closed by now");
      }
      server.connect(new InetSocketAddress(loopback, target));
      RelayedConnection[] self = new RelayedConnection[1];
      RelayedConnection connection =
          new RelayedConnection(client, server, gate, () -> forget(self[0]));
      self[0] = connection;
      String name = NamedConnections.name(server.getLocalPort(), target);
      connections.put(connection, new Route(name, target));
      known.opened(name, connection);
      return connection;
    }
  }

  private void forget(RelayedConnection connection) {
    synchronized (lock) {
      Route route = connections.remove(connection);
      if (route != null) {
        known.closed(route.name(), connection);
      }
    }
  }

  private void closeConnections(Predicate<Route> chosen) {
    List<RelayedConnection> closing = new ArrayList<>();
    synchronized (lock) {
      connections.forEach(
          (connection, route) -> {
            if (chosen.test(route)) {
              closing.add(connection);
            }
          });
    }
    closing.forEach(RelayedConnection::close);
  }

  /** Not the system's loopback address, which may be that of IPv6. */
  private static InetAddress loopback() {
    try {
      return Inet4Address.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UncheckedIOException inUse(int port, IOException cause) {
    BindException named = new BindException("port " + port + " of 127.0.0.1 is in use");
    named.initCause(cause);
    return new UncheckedIOException(named.getMessage(), named);
  }

  private static void closeQuietly(@Nullable AutoCloseable closing) {
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (Exception e) {
      // It is gone either way.
    }
  }

  private record Route(String name, int target) {}
}
