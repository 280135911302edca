// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody waits for to be seen. Used for one wait, by one thread. */
interface Goal {

  /**
   * Takes a look.
   *
   * @param begun how long after the beginning of the wait this look began
   * @return what is missing, for a human to read; null if nothing is
   */
  @Nullable String missing(PairSnapshot look, Duration begun);

  /** What a predicate says of a look. */
  static Goal of(Predicate<? super PairSnapshot> wanted) {
    return (look, begun) -> wanted.test(look) ? null : "what was waited for was not seen";
  }

  /** The appliance that was asked has its role, and the other one the other. */
  static Goal roles(RoleChangeRequest request) {
    return (look, begun) ->
        switch (look.layout()) {
          case ONE_PRIMARY ->
              look.roleOf(request.target()).equals(Optional.of(request.role()))
                  ? null
                  : "appliance "
                      + request.target()
                      + " is not "
                      + request.role().literal()
                      + " yet";
          default -> layout(look.layout());
        };
  }

  /**
   * Both are well, in their roles. An answer may be as old as the cache of health allows, so only
   * what is read that long after the wait began is from after it.
   */
  static Goal healthy(Duration healthCache) {
    return (look, begun) -> {
      String ails = ails(look);
      if (ails != null) {
        return ails;
      }
      return begun.compareTo(healthCache) >= 0
          ? null
          : "both say that they are well, in answers that may be from before the wait";
    };
  }

  private static @Nullable String ails(PairSnapshot look) {
    if (look.isOneApplianceTwice()) {
      return "one appliance answers at both addresses";
    }
    if (look.layout() != RoleLayout.ONE_PRIMARY) {
      return layout(look.layout());
    }
    return Stream.of(look.primary(), look.backup())
        .flatMap(side -> side.health().stream())
        .filter(health -> !health.success())
        .map(health -> "the appliance that is " + health.failoverRole().literal() + " ails")
        .findFirst()
        .orElse(null);
  }

  /**
   * The primary tells of a data sync that is later than another.
   *
   * @param after that one, on the clock of the appliance; null for the first that is told of
   */
  static Goal sync(@Nullable Instant after) {
    return new Goal() {
      private @Nullable Instant known = after;

      @Override
      public @Nullable String missing(PairSnapshot look, Duration begun) {
        List<ApplianceHealth> primaries =
            Stream.of(look.primary(), look.backup())
                .map(Observation::health)
                .flatMap(Optional::stream)
                .filter(health -> health.failoverRole() == FailoverRole.PRIMARY)
                .toList();
        if (primaries.size() != 1) {
          return "the last data sync is told by the one primary, and none was seen alone";
        }
        LastDataSync told = primaries.get(0).lastDataSync();
        Instant time = told == null ? null : told.time();
        if (time == null) {
          return "the primary tells no time of a data sync that can be read";
        }
        Instant former = known;
        if (former == null) {
          known = time;
          return "the last data sync is still that of " + time;
        }
        return time.isAfter(former) ? null : "the last data sync is still that of " + time;
      }
    };
  }

  private static String layout(RoleLayout layout) {
    return switch (layout) {
      case ONE_PRIMARY -> "one is primary";
      case BOTH_BACKUP -> "both are backup";
      case BOTH_PRIMARY -> "both are primary";
      case NOT_PAIRED -> "an appliance stands in no failover relationship";
      case PARTLY_SEEN -> "not both roles could be read, so there may be two primaries or none";
    };
  }
}
