// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.RunningTime;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedLink;
import io.github.bseries.testkit.SimulatedPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * all bytes back, a slow one lets 2,000 bytes of an answer pass in a second.
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
  private final SiteCertificate certificate;
  private final List<ServedAppliance> sides = new ArrayList<>();
  private final KnownConnections connections = new KnownConnections();
  private final LinkRelay siteRelay;
  private final Runnable follower = this::follow;
  private final @Nullable Ticker ticker;
  private final Object lock = new Object();
  private boolean closed;

  private SimulatedPairServer(Builder settings) {
    this.pair = settings.pair;
    SiteCertificate given = settings.certificate;
    this.certificate = given == null ? SiteCertificate.issue(pair.siteName()) : given;
    List<LinkRelay> relays = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        relays.add(new LinkRelay(settings.port(i), i == 2, connections));
      }
      this.siteRelay = relays.get(2);
      List<SimulatedAppliance> appliances = pair.appliances();
      for (int i = 0; i < appliances.size(); i++) {
        SimulatedAppliance appliance = appliances.get(i);
        sides.add(
            new ServedAppliance(appliance, relays.get(i), server(appliance, settings.kindOf(i))));
      }
      follow();
    } catch (RuntimeException e) {
      sides.forEach(ServedAppliance::close);
      relays.forEach(LinkRelay::close);
      certificate.close();
      throw e;
    }
    if (sides.size() == 1) {
      relays.get(1).close();
    }
    pair.addListener(follower);
    this.ticker = pair.time() instanceof RunningTime ? Ticker.start(this::catchUp) : null;
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
    return address(siteRelay);
  }

  /**
   * Returns a PEM file with the certificate by which the site's certificate is verified. It is gone
   * when the server is closed.
   */
  public Path caCertificate() {
    return certificate.caCertificate();
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
    side.relay().closeConnectionsTo(old.port());
    siteRelay.closeConnectionsTo(old.port());
    follow();
    old.close();
  }

  /**
   * Stops this server, and starts one for another pair in its place: at the same addresses, with
   * the same certificate.
   */
  SimulatedPairServer replaceBy(SimulatedPair next) {
    Builder same = builder(next);
    same.ports = List.of(a().port(), b().port(), site().port());
    same.certificate = certificate;
    stop();
    return same.start();
  }

  /** Stops everything: ports, connections, threads, files. The pair itself lives on. */
  @Override
  public void close() {
    stop();
    certificate.close();
  }

  private void stop() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
    }
    pair.removeListener(follower);
    if (ticker != null) {
      ticker.close();
    }
    siteRelay.close();
    sides.forEach(ServedAppliance::close);
  }

  /** Follows at each tick, not at changes alone: one may come while another is being followed. */
  private void catchUp() {
    pair.catchUp();
    follow();
  }

  /** Makes the network what the pair says that it is. */
  private void follow() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      for (ServedAppliance side : sides) {
        boolean accepts = accepts(side.appliance());
        side.follow(pair.linkState(side.link()), accepts);
        if (!accepts) {
          siteRelay.closeConnectionsTo(side.server().port());
        }
      }
      LinkState link = pair.linkState(SimulatedLink.CLIENT_TO_SITE);
      pair.siteHolder()
          .filter(this::accepts)
          .ifPresentOrElse(
              holder -> siteRelay.carry(link, portOf(holder)),
              link == LinkState.CUT ? siteRelay::cut : siteRelay::refuse);
    }
  }

  private boolean accepts(SimulatedAppliance appliance) {
    return appliance.isOn() && !pair.callFaults().refusesConnections(appliance.label());
  }

  private int portOf(SimulatedAppliance appliance) {
    return sides.stream()
        .filter(side -> side.appliance() == appliance)
        .mapToInt(side -> side.server().port())
        .findFirst()
        .orElseThrow();
  }

  private ApplianceServer server(SimulatedAppliance appliance, CertificateKind kind) {
    return new ApplianceServer(
        certificate.keyStore(appliance.label(), kind),
        certificate.password(),
        new ApplianceFront(pair, appliance),
        this::connection);
  }

  private RelayedConnection connection(String name) {
    RelayedConnection found = connections.named(name);
    if (found == null) {
      throw new IllegalStateException("connection " + name + " came through no link");
    }
    return found;
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
    private List<Integer> ports = List.of();
    private @Nullable SiteCertificate certificate;
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
      return new SimulatedPairServer(this);
    }

    private int port(int number) {
      if (ports.isEmpty()) {
        return portBase == 0 ? 0 : portBase + number;
      }
      return ports.get(number);
    }

    private CertificateKind kindOf(int side) {
      return side == 0 ? certificateOfA : certificateOfB;
    }
  }
}
