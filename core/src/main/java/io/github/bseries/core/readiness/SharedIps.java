// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SharedIp;
import java.util.List;
import java.util.function.Function;

/** What the rules about a shared IP share. */
final class SharedIps {

  private SharedIps() {}

  /** Returns the verdict on the shared IP of the pair; passed if it has none. */
  static Verdict judge(PairFacts facts, Function<IpAddress, Verdict> judge) {
    return Cutover.judgeSharedIp(facts, shared -> judge.apply(shared.address()));
  }

  /** Returns whether an appliance says that it holds this address, in whatever spelling. */
  static boolean holds(ApplianceHealth health, IpAddress address) {
    return new SharedIp(address).isHeldBy(health);
  }

  /** Returns whether this side is set up for the address, on both of the pages that need it. */
  static Verdict isSetUp(PairFacts facts, PairSide side, IpAddress address) {
    return Verdict.all(
        List.of(
            facts
                .attested(side, "IP Configuration", DeclaredFacts::ipConfiguration)
                .judge(ips -> has("IP Configuration", ips, side, address)),
            facts
                .attested(side, "backup settings", DeclaredFacts::backupSettings)
                .map(BackupSettings::sharedIps)
                .judge(ips -> has("Shared IPs", ips, side, address))));
  }

  private static Verdict has(
      String page, List<IpAddress> addresses, PairSide side, IpAddress address) {
    String where = page + " of the " + side.title() + " has ";
    return Verdict.of(addresses.contains(address), where + address, where + "no " + address);
  }
}
