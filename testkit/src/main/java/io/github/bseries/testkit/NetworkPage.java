// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.IpAddress;
import java.util.List;

/**
 * The page IP Configuration in /appliance of one appliance, as far as shared IPs go: its own
 * addresses are always enabled.
 *
 * <p>Safe for use by several threads.
 *
 * @source S1 "Set Up a Shared IP Address for Failover B Series Appliance Configuration"
 * @since 0.1
 */
public final class NetworkPage {

  private final SimulatedPair pair;
  private final ApplianceState appliance;

  NetworkPage(SimulatedPair pair, ApplianceState appliance) {
    this.pair = pair;
    this.appliance = appliance;
  }

  /** Returns the shared IPs that it knows of, enabled or not. */
  public List<IpAddress> knownIps() {
    return pair.locked(appliance::knownIps);
  }

  /** Returns the shared IPs that it has enabled, so that it answers under them. */
  public List<IpAddress> enabledIps() {
    return pair.locked(appliance::enabledIps);
  }

  /**
   * Adds a shared IP, which is not enabled by that. Only those that are known here come and go with
   * the role.
   *
   * @throws IllegalArgumentException if it is no IP address
   * @throws IllegalStateException if the appliance is off
   */
  public void add(String ip) {
    IpAddress address = IpAddress.parse(ip);
    byHand(() -> appliance.know(address, true));
  }

  /**
   * Removes a shared IP; it is disabled by that.
   *
   * @throws IllegalArgumentException if it is no IP address
   * @throws IllegalStateException if the appliance is off
   */
  public void remove(String ip) {
    IpAddress address = IpAddress.parse(ip);
    byHand(() -> appliance.know(address, false));
  }

  /**
   * Enables a shared IP by hand; of no effect if it is not known here.
   *
   * @throws IllegalArgumentException if it is no IP address
   * @throws IllegalStateException if the appliance is off
   */
  public void enable(String ip) {
    IpAddress address = IpAddress.parse(ip);
    byHand(() -> appliance.enable(address, true));
  }

  /**
   * Disables a shared IP by hand.
   *
   * @throws IllegalArgumentException if it is no IP address
   * @throws IllegalStateException if the appliance is off
   */
  public void disable(String ip) {
    IpAddress address = IpAddress.parse(ip);
    byHand(() -> appliance.enable(address, false));
  }

  void enableSharedIp(boolean enabled) {
    IpAddress shared = pair.settings().sharedIp();
    if (shared != null) {
      byHand(() -> appliance.enable(shared, enabled));
    }
  }

  private void byHand(Runnable action) {
    pair.under(
        () -> {
          appliance.checkOn();
          action.run();
        });
  }

  /** Returns whose page it is. */
  @Override
  public String toString() {
    return "NetworkPage[" + appliance.label() + "]";
  }
}
