// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways to take one fact away from what was seen of a pair. */
final class SeenRemovals {

  private SeenRemovals() {}

  /** Returns a way for each fact of one side that an appliance may leave out, by name. */
  static Map<String, UnaryOperator<PairFacts>> of(PairSide side) {
    return Map.of(
        "clock",
        seen(side, it -> new Observation.Seen(it.applianceHealth(), it.at(), null)),
        "host name",
        health(side, it -> with(it, null, it.version(), it.lastDataSync())),
        "version",
        health(side, it -> with(it, it.hostName(), null, it.lastDataSync())),
        "data sync",
        health(side, it -> with(it, it.hostName(), it.version(), null)));
  }

  /** Returns the facts without what was seen under the name of the site. */
  static PairFacts withoutSite(PairFacts facts) {
    PairSnapshot it = facts.snapshot();
    return it == null
        ? facts
        : facts.toBuilder().snapshot(new PairSnapshot(it.primary(), it.backup(), null)).build();
  }

  private static UnaryOperator<PairFacts> health(
      PairSide side, UnaryOperator<ApplianceHealth> change) {
    return seen(
        side,
        it ->
            new Observation.Seen(change.apply(it.applianceHealth()), it.at(), it.applianceClock()));
  }

  private static UnaryOperator<PairFacts> seen(
      PairSide side, UnaryOperator<Observation.Seen> change) {
    return facts -> {
      PairSnapshot it = facts.snapshot();
      if (it == null) {
        return facts;
      }
      Observation changed = side.of(it).fold(change, unreadable -> unreadable, s -> s);
      return facts.toBuilder()
          .snapshot(
              side == PairSide.NORMAL_PRIMARY
                  ? new PairSnapshot(changed, it.backup(), it.site())
                  : new PairSnapshot(it.primary(), changed, it.site()))
          .build();
    };
  }

  private static ApplianceHealth with(
      ApplianceHealth it,
      @Nullable String hostName,
      @Nullable ApplianceVersion version,
      @Nullable LastDataSync lastDataSync) {
    return new ApplianceHealth(
        it.applianceId(),
        hostName,
        version,
        it.success(),
        it.errorMessages(),
        it.failoverRole(),
        it.enabledSharedIps(),
        lastDataSync);
  }
}
