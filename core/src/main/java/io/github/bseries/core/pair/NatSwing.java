// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A router or firewall sends what is meant for the public address to the other appliance.
 *
 * @param publicAddress the address that is translated to the one or the other appliance; null if it
 *     was not declared
 * @source S1 "Set Up NAT Swing for Failover B Series Appliance Configuration"; S2 "Failover and
 *     Spare B Series Appliances" (the rule of the firewall)
 * @since 0.1
 */
public record NatSwing(@Nullable IpAddress publicAddress) implements TrafficCutover {

  private static final List<SourcedFact> PROS =
      List.of(
          CutoverFacts.LINKS_STAY,
          CutoverFacts.ADDRESS_LINKS_STAY,
          CutoverFacts.NO_DNS_LAG,
          CutoverFacts.ANY_SUBNET);

  private static final List<SourcedFact> CONS = List.of(CutoverFacts.OUTSIDE_CHANGE);

  @Override
  public String title() {
    return "NAT swing";
  }

  /** Returns zero: the new way counts as soon as the rule is changed. */
  @Override
  public Duration longestLag() {
    return Duration.ZERO;
  }

  @Override
  public boolean needsOutsideChange() {
    return true;
  }

  @Override
  public boolean needsOneSubnet() {
    return false;
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
