// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * The public name is pointed at the other appliance; old answers live on for the time to live of
 * the DNS record.
 *
 * @param hostName the name of the record that is changed, in lower case; as a rule that of the site
 * @param recordTtl the time to live of that record: whole seconds, zero to 2,147,483,647 (RFC 2181)
 * @source S1 "Set Up DNS Swing for Failover B Series Appliance Configuration"
 * @since 0.1
 */
public record DnsSwing(String hostName, Duration recordTtl) implements TrafficCutover {

  private static final Duration LONGEST_TTL = Duration.ofSeconds(Integer.MAX_VALUE);

  private static final List<SourcedFact> PROS =
      List.of(CutoverFacts.LINKS_STAY, CutoverFacts.ANY_SUBNET);

  private static final List<SourcedFact> CONS =
      List.of(
          CutoverFacts.OUTSIDE_CHANGE,
          new SourcedFact(
              "The change spreads no faster than the time to live of the record allows, and until"
                  + " then users may not reach the site.",
              CutoverFacts.METHODS));

  /**
   * Puts the name into lower case.
   *
   * @throws IllegalArgumentException if {@code hostName} is no host name, or {@code recordTtl}
   *     cannot stand in a DNS record
   */
  public DnsSwing {
    hostName = HostText.checkedName("hostName", hostName);
    requireNonNull(recordTtl, "recordTtl");
    if (recordTtl.isNegative()
        || recordTtl.compareTo(LONGEST_TTL) > 0
        || !recordTtl.equals(Duration.ofSeconds(recordTtl.toSeconds()))) {
      throw new IllegalArgumentException(
          "recordTtl is " + recordTtl + ", must be whole seconds from 0 to " + Integer.MAX_VALUE);
    }
  }

  @Override
  public String title() {
    return "DNS swing";
  }

  /**
   * Returns the time to live of the record. A resolver that keeps an answer for longer than it may
   * is not reckoned with.
   */
  @Override
  public Duration longestLag() {
    return recordTtl;
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
