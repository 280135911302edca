// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import java.util.Objects;

/** The facts of the well-kept pair with one thing changed that several tests are about. */
final class Changed {

  private Changed() {}

  /** Returns the facts with another way to bring users over. */
  static PairFacts cutover(TrafficCutover cutover) {
    return WellKept.factsOf(WellKept.pair().toBuilder().cutover(cutover).build());
  }

  /** Returns a DNS swing with this time to live. */
  static TrafficCutover dnsSwing(Duration ttl) {
    return new DnsSwing("support.example.com", ttl);
  }

  /** Returns the facts with other words on whether programs change roles. */
  static PairFacts automation(boolean on) {
    return automation(WellKept.facts(), on);
  }

  static PairFacts automation(PairFacts facts, boolean on) {
    AppliancePair pair = Objects.requireNonNull(facts.pair());
    return facts.toBuilder()
        .pair(pair.toBuilder().unattendedAutomation(WellKept.said(on)).build())
        .build();
  }

  /** Returns the facts with automatic failover off on both sides. */
  static PairFacts withoutAutomaticFailover() {
    return WellKept.factsWith(
        PairSide.NORMAL_BACKUP, WellKept.backupSettings().automaticFailover(false).build());
  }

  /** Returns the facts with automatic failover on, on the normal primary too. */
  static PairFacts withAutomaticFailoverOnNormalPrimary() {
    return WellKept.factsWith(
        PairSide.NORMAL_PRIMARY, WellKept.backupSettings().automaticFailover(true).build());
  }

  /** Returns these facts with the normal backup at this address of this subnet. */
  static PairFacts backupAt(PairFacts facts, String ipAndSubnet) {
    Appliance moved = Appliance.at("site2.example.com", ipAndSubnet);
    return Removals.appliance(
            PairSide.NORMAL_BACKUP,
            it ->
                new Appliance(
                    it.name(),
                    it.id(),
                    it.address(),
                    moved.ip(),
                    moved.subnet(),
                    it.platform(),
                    it.declared()))
        .apply(facts);
  }

  /** Returns the facts without what was attested of one side. */
  static PairFacts without(PairSide side, SideFact fact) {
    return Removals.attested(side, fact).apply(WellKept.facts());
  }

  /** Returns the facts of a pair that was not declared. */
  static PairFacts withoutPair() {
    return WellKept.facts().toBuilder().pair(null).build();
  }
}
