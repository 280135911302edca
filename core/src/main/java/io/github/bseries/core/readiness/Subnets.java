// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.Subnet;

/** What rules ask of the subnets of a pair. */
final class Subnets {

  private Subnets() {}

  /** Returns the subnet of the own address of this side. */
  static Fact<Subnet> of(PairFacts facts, PairSide side) {
    return EachSide.declared(facts, side, "subnet", Appliance::subnet);
  }

  /** Returns whether both appliances are on one subnet. */
  static Verdict judgeIsOne(PairFacts facts) {
    return of(facts, PairSide.NORMAL_PRIMARY)
        .with(of(facts, PairSide.NORMAL_BACKUP), Subnets::judgeIsOne)
        .judge(verdict -> verdict);
  }

  private static Verdict judgeIsOne(Subnet ofPrimary, Subnet ofBackup) {
    return Verdict.of(
        ofPrimary.equals(ofBackup),
        "both are on " + ofPrimary,
        "normal primary is on " + ofPrimary + ", normal backup on " + ofBackup);
  }
}
