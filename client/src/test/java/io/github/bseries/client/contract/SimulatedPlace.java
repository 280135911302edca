// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.PairClientBuilder;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.time.Duration;
import java.time.Instant;

/** A simulated pair over TLS, whose time passes only while a client waits. */
final class SimulatedPlace implements ContractPlace, AutoCloseable {

  private final SimulatedPair simulated;
  private final SimulatedPairServer server;
  private final Instant start;

  SimulatedPlace(Assumptions variant) {
    this.simulated = SimulatedPair.builder().assumptions(variant).build();
    this.server = SimulatedPairServer.start(simulated);
    this.start = simulated.time().instant();
  }

  SimulatedPair simulated() {
    return simulated;
  }

  @Override
  public ApplianceAddress primary() {
    return server.a();
  }

  @Override
  public ApplianceAddress backup() {
    return server.b();
  }

  @Override
  public ApplianceAddress site() {
    return server.site();
  }

  @Override
  public String clientId() {
    return simulated.account().clientId();
  }

  @Override
  public ApiAccount account() {
    return ApiAccount.of(clientId(), simulated.account().clientSecret().toCharArray());
  }

  @Override
  public ApplianceClientBuilder settings() {
    return ApplianceClient.builder()
        .trustedCertificates(server.caCertificate())
        .clock(() -> simulated.time().instant())
        .nanoTime(() -> Duration.between(start, simulated.time().instant()).toNanos())
        .waiter(simulated::advance);
  }

  @Override
  public PairClientBuilder paced(PairClientBuilder pair) {
    return pair.pollInterval(Duration.ofSeconds(10)).waiter(simulated::advance);
  }

  @Override
  public boolean listsAppliances() {
    return true;
  }

  @Override
  public void close() {
    server.close();
  }
}
