// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Appliances that answer for a pair and are none of the two that were declared. */
final class Strangers {

  private Strangers() {}

  /** Returns the snapshot with unreadable looks in place of those that met a stranger. */
  static PairSnapshot without(@Nullable AppliancePair pair, PairSnapshot snapshot) {
    if (pair == null) {
      return snapshot;
    }
    SiteObservation site = snapshot.site();
    return new PairSnapshot(
        own(PairSide.NORMAL_PRIMARY, pair, snapshot),
        own(PairSide.NORMAL_BACKUP, pair, snapshot),
        site == null || !isForeign(pair, site.observation())
            ? site
            : new SiteObservation(site.siteName(), unread(site.observation())));
  }

  private static Observation own(PairSide side, AppliancePair pair, PairSnapshot snapshot) {
    Observation look = side.of(snapshot);
    ApplianceId declared = side.of(pair).id();
    return declared == null || isOf(declared, look) ? look : unread(look);
  }

  /** Whether it is neither of the two; with one of them not declared it may be that one. */
  private static boolean isForeign(AppliancePair pair, Observation look) {
    return Stream.of(PairSide.values())
        .map(side -> side.of(pair).id())
        .allMatch(declared -> declared != null && !isOf(declared, look));
  }

  /** Whether nobody else answered there. */
  private static boolean isOf(ApplianceId declared, Observation look) {
    return look.health().filter(it -> !it.applianceId().equals(declared)).isEmpty();
  }

  private static Observation unread(Observation look) {
    return new Observation.Unreadable(look.at(), "another appliance answers than was declared");
  }
}
