// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.RunningTime;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A simulated pair that can be called: HTTPS on ports of this machine, one for each appliance and
 * one for the site.
 *
 * <p>An appliance that is off refuses connections. So does the site while nobody holds it, as in
 * the moment in which both appliances are backup; then its port leads to the new primary. When the
 * time of the pair is stepped, this has happened when {@code advance} returns; when it runs by
 * itself, it happens within some 20 milliseconds of the machine.
 *
 * <p>The links of the pair from the client to {@code a}, {@code b} and the site are these three
 * ports: one that is cut refuses connections and closes those that there are, a stalled one holds
 * all bytes back, and forgets those of a caller who gives up; a slow one lets 2,000 bytes of an
 * answer pass in a second.
 *
 * <p>Both appliances present one certificate, for the name of the site, {@code localhost}, {@code
 * 127.0.0.1} and {@code ::1}, unless they are told otherwise.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SimulatedPairServer implements AutoCloseable {

  private final SimulatedPair pair;
  private final PairPorts ports;
  private final List<ServedAppliance> sides = new ArrayList<>();
  private final Runnable follower = this::follow;
  private final AtomicLong looks = new AtomicLong();
  private final Object lock = new Object();
  private @Nullable Ticker ticker;
  private long followed;
  private boolean closed;

  /** Starts the servers of the appliances; the ports are left as they are, and nobody's yet. */
  private SimulatedPairServer(Builder settings, PairPorts ports) {
    this.pair = settings.pair;
    this.ports = ports;
    try {
      List<SimulatedAppliance> appliances = pair.appliances();
      for (int i = 0; i < appliances.size(); i++) {
        SimulatedAppliance appliance = appliances.get(i);
        sides.add(
            new ServedAppliance(appliance, ports.of(i), server(appliance, settings.kindOf(i))));
      }
    } catch (RuntimeException e) {
      closeServers();
      throw e;
    }
  }

  /**
   * Starts a server for this pair, on ports that are free.
   *
   * @throws java.io.UncheckedIOException if no port or no temporary file is to be had
   */
  public static SimulatedPairServer start(SimulatedPair pair) {
    return builder(pair).start();
  }

  /**
   * Starts a server for this pair on three ports in a row: {@code portBase} for {@code a}, then
   * {@code b}, then the site.
   *
   * @param portBase 1 to 65533; 0 for any three ports that are free
   * @throws IllegalArgumentException if {@code portBase} is out of range
   * @throws java.io.UncheckedIOException if one of the ports is in use; the message names it
   */
  public static SimulatedPairServer start(SimulatedPair pair, int portBase) {
    return builder(pair).portBase(portBase).start();
  }

  /** Returns a builder for a server for this pair; its settings all have defaults. */
  public static Builder builder(SimulatedPair pair) {
    return new Builder(requireNonNull(pair, "pair"));
  }

  /** Returns the pair that is behind it. */
  public SimulatedPair pair() {
    return pair;
  }

  /** Returns the address of {@code a}, named as the site. */
  public ApplianceAddress a() {
    return address(sides.get(0).relay());
  }

  /**
   * Returns the address of {@code b}, named as the site.
   *
   * @throws IllegalStateException if this is a single appliance
   */
  public ApplianceAddress b() {
    if (sides.size() < 2) {
      throw new IllegalStateException("there is no b: this is a single appliance");
    }
    return address(sides.get(1).relay());
  }

  /** Returns the address that leads to whoever holds the site, named as the site. */
  public ApplianceAddress site() {
    return address(ports.site());
  }

  /**
   * Returns a PEM file with the certificate by which the site's certificate is verified. It is gone
   * when the server is closed.
   */
  public Path caCertificate() {
    return ports.certificate().caCertificate();
  }

  /**
   * Returns all addresses together.
   *
   * @throws IllegalStateException if this is a single appliance
   */
  public PairAddresses addresses() {
    return new PairAddresses(a(), b(), site(), caCertificate());
  }

  /**
   * Has an appliance present another certificate, at all its addresses. Connections that are open
   * are cut.
   *
   * @throws IllegalArgumentException if the appliance is not one of this pair
   * @throws IllegalStateException if this server is closed
   */
  public void present(SimulatedAppliance appliance, CertificateKind kind) {
    requireNonNull(kind, "kind");
    ServedAppliance side =
        sides.stream()
            .filter(each -> each.appliance() == appliance)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(appliance + " is not one of this pair"));
    ApplianceServer old;
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("this server is closed");
      }
      old = side.exchange(server(appliance, kind));
    }
    ports.closeConnectionsTo(old.port());
    follow();
    old.close();
  }

  /**
   * Makes a server for another pair, at the same addresses, with the same certificate. Until it
   * takes over, this one goes on as if there were no other.
   */
  SimulatedPairServer successor(SimulatedPair next) {
    return new SimulatedPairServer(builder(next), ports);
  }

  /**
   * Stops the server whose successor this is, and stands in its place. The ports are handed on as
   * they are: one on which somebody listens is at no moment free for others.
   *
   * @throws java.io.UncheckedIOException if a port on which nobody listened is not to be had now;
   *     this server stands in the place all the same, and tries again as the pair's time goes on
   */
  void takeOver(SimulatedPairServer old) {
    old.leave();
    try {
      begin();
    } finally {
      old.sides.forEach(side -> ports.closeConnectionsTo(side.server().port()));
      old.closeServers();
    }
  }

  /** Stops everything: ports, connections, threads, files. The pair itself lives on. */
  @Override
  public void close() {
    if (leave()) {
      ports.close();
      closeServers();
    }
  }

  /** Follows the pair from now on. */
  private void begin() {
    pair.addListener(follower);
    try {
      follow();
    } finally {
      synchronized (lock) {
        ticker = pair.time() instanceof RunningTime ? Ticker.start(this::catchUp) : null;
      }
    }
  }

  /** Follows the pair no more, and leaves the ports as they are; false if it did not before. */
  private boolean leave() {
    Ticker ending;
    synchronized (lock) {
      if (closed) {
        return false;
      }
      closed = true;
      ending = ticker;
    }
    pair.removeListener(follower);
    if (ending != null) {
      ending.close();
    }
    return true;
  }

  private void closeServers() {
    sides.forEach(side -> side.server().close());
  }

  /** Follows at each tick, not at changes alone: one may come while another is being followed. */
  private void catchUp() {
    pair.catchUp();
    follow();
  }

  /**
   * Makes the network what the pair says that it is. The pair is looked at before the lock is
   * taken, and never under it: whoever looks may have to run the listeners of others, and wait for
   * what they wait for. Of two who look at once, the one who looked later is right.
   */
  private void follow() {
    NetworkView view = pair.atOneMoment(moment -> NetworkView.of(pair, looks.incrementAndGet()));
    synchronized (lock) {
      if (closed || view.number() <= followed) {
        return;
      }
      followed = view.number();
      apply(view);
    }
  }

  private void apply(NetworkView view) {
    for (ServedAppliance side : sides) {
      NetworkView.Side seen = view.side(side.appliance().label());
      side.follow(seen.link(), seen.accepts());
      if (!seen.accepts()) {
        ports.site().closeConnectionsTo(side.server().port());
      }
    }
    String holder = view.holder();
    if (holder != null) {
      ports.site().carry(view.siteLink(), portOf(holder));
    } else if (view.siteLink() == LinkState.CUT) {
      ports.site().cut();
    } else {
      ports.site().refuse();
    }
  }

  private int portOf(String label) {
    return sides.stream()
        .filter(side -> side.appliance().label().equals(label))
        .mapToInt(side -> side.server().port())
        .findFirst()
        .orElseThrow();
  }

  private ApplianceServer server(SimulatedAppliance appliance, CertificateKind kind) {
    return new ApplianceServer(
        ports.certificate().keyStore(appliance.label(), kind),
        ports.certificate().password(),
        new ApplianceFront(pair, appliance),
        ports::connection);
  }

  private ApplianceAddress address(LinkRelay relay) {
    return new ApplianceAddress("127.0.0.1", relay.port(), pair.siteName(), true);
  }

  /** Returns the addresses as text. */
  @Override
  public String toString() {
    return "SimulatedPairServer["
        + sides.stream().map(side -> address(side.relay())).toList()
        + "]";
  }

  /**
   * Collects the settings of a server. Not safe for use by several threads; may be used again after
   * a start.
   *
   * @since 0.1
   */
  public static final class Builder {

    private final SimulatedPair pair;
    private int portBase;
    private CertificateKind certificateOfA = CertificateKind.SITE;
    private CertificateKind certificateOfB = CertificateKind.SITE;

    private Builder(SimulatedPair pair) {
      this.pair = pair;
    }

    /**
     * Sets the first of three ports in a row: for {@code a}, then {@code b}, then the site.
     *
     * @param portBase 1 to 65533; 0, the default, for any three ports that are free
     * @throws IllegalArgumentException if {@code portBase} is out of range
     */
    public Builder portBase(int portBase) {
      if (portBase < 0 || portBase > 65_533) {
        throw new IllegalArgumentException("portBase is " + portBase + ", must be 0 to 65533");
      }
      this.portBase = portBase;
      return this;
    }

    /** Sets the certificate that {@code a} presents. That of the site unless set. */
    public Builder certificateOfA(CertificateKind kind) {
      this.certificateOfA = requireNonNull(kind, "kind");
      return this;
    }

    /** Sets the certificate that {@code b} presents. That of the site unless set. */
    public Builder certificateOfB(CertificateKind kind) {
      this.certificateOfB = requireNonNull(kind, "kind");
      return this;
    }

    /**
     * Starts the server.
     *
     * @throws java.io.UncheckedIOException if a port is in use, which the message names, or no
     *     temporary file is to be had
     */
    public SimulatedPairServer start() {
      PairPorts ports = new PairPorts(pair.siteName(), this::port);
      try {
        return start(ports);
      } catch (RuntimeException e) {
        ports.close();
        throw e;
      }
    }

    private SimulatedPairServer start(PairPorts ports) {
      SimulatedPairServer server = new SimulatedPairServer(this, ports);
      try {
        server.begin();
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
      if (pair.isSingle()) {
        ports.of(1).close();
      }
      return server;
    }

    private int port(int number) {
      return portBase == 0 ? 0 : portBase + number;
    }

    private CertificateKind kindOf(int side) {
      return side == 0 ? certificateOfA : certificateOfB;
    }
  }
}
