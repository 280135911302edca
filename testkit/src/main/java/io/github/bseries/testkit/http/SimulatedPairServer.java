// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.RunningTime;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
 * <p>Both appliances present one certificate, for the name of the site, {@code localhost}, {@code
 * 127.0.0.1} and {@code ::1}.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SimulatedPairServer implements AutoCloseable {

  private final SimulatedPair pair;
  private final SiteCertificate certificate;
  private final List<Side> sides = new ArrayList<>();
  private final LinkRelay siteRelay;
  private final Runnable follower = this::follow;
  private final @Nullable Ticker ticker;
  private final Object lock = new Object();
  private boolean closed;

  private SimulatedPairServer(SimulatedPair pair, int portBase) {
    this.pair = pair;
    this.certificate = SiteCertificate.issue(pair.siteName());
    List<LinkRelay> relays = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        relays.add(new LinkRelay(portBase == 0 ? 0 : portBase + i, i + 1));
      }
      this.siteRelay = relays.get(2);
      List<SimulatedAppliance> appliances = pair.appliances();
      for (int i = 0; i < appliances.size(); i++) {
        sides.add(side(appliances.get(i), relays.get(i)));
      }
      follow();
    } catch (RuntimeException e) {
      sides.forEach(Side::close);
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
    return new SimulatedPairServer(requireNonNull(pair, "pair"), 0);
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
    if (portBase < 0 || portBase > 65_533) {
      throw new IllegalArgumentException("portBase is " + portBase + ", must be 0 to 65533");
    }
    return new SimulatedPairServer(requireNonNull(pair, "pair"), portBase);
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

  /** Stops everything: ports, connections, threads, files. The pair itself lives on. */
  @Override
  public void close() {
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
    sides.forEach(Side::close);
    certificate.close();
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
      for (Side side : sides) {
        if (side.appliance().isOn()) {
          side.relay().leadTo(side.server().port());
        } else {
          side.relay().refuse();
          side.relay().closeConnectionsTo(side.server().port());
          siteRelay.closeConnectionsTo(side.server().port());
        }
      }
      pair.siteHolder()
          .ifPresentOrElse(holder -> siteRelay.leadTo(portOf(holder)), siteRelay::refuse);
    }
  }

  private int portOf(SimulatedAppliance appliance) {
    return sides.stream()
        .filter(side -> side.appliance() == appliance)
        .mapToInt(side -> side.server().port())
        .findFirst()
        .orElseThrow();
  }

  private Side side(SimulatedAppliance appliance, LinkRelay relay) {
    ApplianceServer server =
        new ApplianceServer(
            certificate,
            new ApplianceFront(appliance, pair.time()),
            source ->
                Stream.of(relay, siteRelay)
                    .map(each -> each.from(source))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
    return new Side(appliance, server, relay);
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

  private record Side(SimulatedAppliance appliance, ApplianceServer server, LinkRelay relay) {

    void close() {
      relay.close();
      server.close();
    }
  }
}
