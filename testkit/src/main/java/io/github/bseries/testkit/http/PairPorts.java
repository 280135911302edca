// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What callers know of a server, and what stays when another pair takes the place of the first one:
 * three ports of this machine, the connections through them, and the certificate of the site.
 */
final class PairPorts implements AutoCloseable {

  private static final int SITE = 2;

  private final SiteCertificate certificate;
  private final KnownConnections connections = new KnownConnections();
  private final List<LinkRelay> relays = new ArrayList<>();

  /**
   * Takes the ports; nothing listens yet.
   *
   * @param ports the port of {@code a}, {@code b} and the site, by 0, 1 and 2; 0 for any
   * @throws java.io.UncheckedIOException if a port is in use, or no temporary file is to be had
   */
  PairPorts(String siteName, IntUnaryOperator ports) {
    this.certificate = SiteCertificate.issue(siteName);
    try {
      for (int i = 0; i <= SITE; i++) {
        relays.add(new LinkRelay(ports.applyAsInt(i), i == SITE, connections));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  SiteCertificate certificate() {
    return certificate;
  }

  /** Returns the relay of the first or the second appliance. */
  LinkRelay of(int side) {
    return relays.get(side);
  }

  LinkRelay site() {
    return relays.get(SITE);
  }

  /** Returns the connection with this name, which a relay gave it. */
  RelayedConnection connection(String name) {
    RelayedConnection found = connections.named(name);
    if (found == null) {
      throw new IllegalStateException("connection " + name + " came through no link");
    }
    return found;
  }

  /** Closes all connections that lead to this port, whichever way they came. */
  void closeConnectionsTo(int targetPort) {
    relays.forEach(relay -> relay.closeConnectionsTo(targetPort));
  }

  /** Gives the ports back, and deletes the files of the certificate. */
  @Override
  public void close() {
    relays.forEach(LinkRelay::close);
    certificate.close();
  }
}
