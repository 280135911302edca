// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.IpAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the name of the site leads. The pair's lock guards it.
 *
 * @source S1 "Methods of Network Configuration for B Series Appliance Failover"; assumed: of two
 *     with the shared IP, the one that had it first keeps it; an old answer of the DNS is used for
 *     its whole life by everybody
 */
final class SiteRoute {

  private final PairMachine machine;
  private @Nullable ApplianceState holder;
  private ApplianceState target;

  SiteRoute(PairMachine machine) {
    this.machine = machine;
    this.target = machine.a();
  }

  /** Returns the appliance that the name leads to; null if nobody is there. */
  @Nullable ApplianceState holder() {
    return holder;
  }

  /** Returns the appliance by which users are served; null if there is none. */
  @Nullable ApplianceState serving() {
    ApplianceState it = holder;
    boolean served = it != null && machine.serves(it);
    return served && machine.link(SimulatedLink.CLIENT_TO_SITE).carries() ? it : null;
  }

  /** Returns whether a session that runs on this appliance can go on there. */
  boolean carries(ApplianceState appliance) {
    IpAddress shared = machine.settings().sharedIp();
    boolean addressed = shared == null || machine.settings().single() || holder == appliance;
    return addressed
        && machine.serves(appliance)
        && machine.link(SimulatedLink.CLIENT_TO_SITE).carries();
  }

  /** Points the record or the rule at another appliance; takes as long as the way needs. */
  void swingTo(ApplianceState next) {
    Duration lag = machine.settings().cutover().longestLag();
    machine.note("site", "is pointed at " + next.label());
    if (lag.isZero()) {
      lead(next);
    } else {
      machine.schedule().at(machine.moment().plus(lag), at -> lead(next));
    }
  }

  void review() {
    ApplianceState before = holder;
    holder = machine.settings().single() ? live(machine.a()) : found();
    ApplianceState after = holder;
    if (before != after) {
      machine.note("site", after == null ? "leads nowhere" : "leads to " + after.label());
    }
  }

  private void lead(ApplianceState next) {
    target = next;
    machine.changed();
  }

  private @Nullable ApplianceState found() {
    IpAddress shared = machine.settings().sharedIp();
    if (shared == null) {
      return live(target);
    }
    List<ApplianceState> claimants =
        machine.appliances().stream().filter(it -> it.isOn() && it.hasEnabled(shared)).toList();
    if (claimants.isEmpty()) {
      return null;
    }
    ApplianceState before = holder;
    return before != null && claimants.contains(before) ? before : claimants.get(0);
  }

  private static @Nullable ApplianceState live(ApplianceState appliance) {
    return appliance.isOn() ? appliance : null;
  }
}
