// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.SimulatedAppliance;

/** One appliance and what stands before it. The server changes with its certificate. */
final class ServedAppliance {

  private final SimulatedAppliance appliance;
  private final LinkRelay relay;
  private ApplianceServer server;

  ServedAppliance(SimulatedAppliance appliance, LinkRelay relay, ApplianceServer server) {
    this.appliance = appliance;
    this.relay = relay;
    this.server = server;
  }

  SimulatedAppliance appliance() {
    return appliance;
  }

  LinkRelay relay() {
    return relay;
  }

  ApplianceServer server() {
    return server;
  }

  ApplianceServer exchange(ApplianceServer next) {
    ApplianceServer old = server;
    server = next;
    return old;
  }

  /** Lets its own address be what the link and the appliance allow. */
  void follow(LinkState link, boolean accepts) {
    if (!accepts) {
      relay.refuse();
      relay.closeConnectionsTo(server.port());
    } else {
      relay.carry(link, server.port());
    }
  }
}
