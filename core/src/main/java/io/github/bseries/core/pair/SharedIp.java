// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Both appliances know one more address, and only the primary answers it.
 *
 * <p>Whether the address follows a role that was changed through the API is not settled: the page
 * of the settings says so, the page about the API expects the caller to move it.
 *
 * @param address the shared address; each appliance keeps an address of its own besides
 * @source S1 "Set Up a Shared IP Address for Failover B Series Appliance Configuration"; S1
 *     "Appendix: Administration Settings for Failover" (it follows the role), S1 "Set Failover
 *     Roles" (the caller moves it)
 * @since 0.1
 */
public record SharedIp(IpAddress address) implements TrafficCutover {

  private static final List<SourcedFact> PROS =
      List.of(
          new SourcedFact("No network equipment has to be changed.", CutoverFacts.METHODS),
          CutoverFacts.LINKS_STAY,
          CutoverFacts.ADDRESS_LINKS_STAY,
          CutoverFacts.NO_DNS_LAG);

  private static final List<SourcedFact> CONS =
      List.of(
          new SourcedFact(
              "If both appliances have it enabled, their addresses collide.", CutoverFacts.METHODS),
          new SourcedFact(
              "Both appliances must be on one subnet.",
              "S1 \"Failover Dynamics and Options with BeyondTrust\""),
          new SourcedFact("It is not possible on AWS.", "D-FOIP, D-FOGUIDE"));

  /** Checks that there is an address. */
  public SharedIp {
    requireNonNull(address, "address");
  }

  /**
   * Returns the shared IP at this address.
   *
   * @throws IllegalArgumentException if the text is no IP address
   */
  public static SharedIp at(String address) {
    return new SharedIp(IpAddress.parse(address));
  }

  /**
   * Returns whether an appliance says that it has this address enabled, in whatever spelling. One
   * that tells of no shared IP has none enabled.
   *
   * @source D-HEALTH (they are told only if some are enabled); that being enabled means to answer
   *     under it is assumed
   */
  public boolean isHeldBy(ApplianceHealth health) {
    return health.enabledSharedIps().stream().anyMatch(this::isAt);
  }

  private boolean isAt(String text) {
    try {
      return IpAddress.parse(text).equals(address);
    } catch (IllegalArgumentException e) {
      return false; // it is no address in any spelling, so it is not this one
    }
  }

  @Override
  public String title() {
    return "shared IP";
  }

  /** Returns zero: name and address stay, and the guide knows of no lag. */
  @Override
  public Duration longestLag() {
    return Duration.ZERO;
  }

  @Override
  public boolean needsOutsideChange() {
    return false;
  }

  @Override
  public boolean needsOneSubnet() {
    return true;
  }

  @Override
  public List<SourcedFact> pros() {
    return PROS;
  }

  @Override
  public List<SourcedFact> cons() {
    return CONS;
  }
}
