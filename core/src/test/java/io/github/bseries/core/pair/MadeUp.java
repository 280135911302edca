// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Instant;
import java.util.List;

/** Two made-up appliances and what they say, for tests. */
public final class MadeUp {

  /** The id of one appliance. */
  public static final ApplianceId ONE = new ApplianceId("1".repeat(32));

  /** The id of the other. */
  public static final ApplianceId OTHER = new ApplianceId("2".repeat(32));

  /** A moment. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private MadeUp() {}

  /** Returns a good health of that appliance in that role. */
  public static ApplianceHealth health(ApplianceId id, FailoverRole role) {
    return new ApplianceHealth(id, null, null, true, List.of(), role, List.of(), null);
  }

  static Observation seen(ApplianceId id, FailoverRole role) {
    return new Observation.Seen(health(id, role), NOON, null);
  }

  static Observation unreadable() {
    return new Observation.Unreadable(NOON, "a page of HTML");
  }

  static Observation silent() {
    return new Observation.Silent(NOON, "connection refused");
  }
}
