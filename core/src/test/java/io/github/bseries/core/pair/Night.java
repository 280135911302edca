// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a well-kept pair and what went wrong with it, told in seconds after noon. */
final class Night {

  static final AssessmentPolicy POLICY = AssessmentPolicy.defaults();
  static final ApplianceVersion VERSION = ApplianceVersion.parse("19.1.8 (37380-749b)");
  static final Duration SYNC_AGE = Duration.ofMinutes(5);

  private Night() {}

  static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  /** An appliance that is well, shows its clock, and tells of a data sync if it is primary. */
  static Observation.Seen seen(ApplianceId id, FailoverRole role, long seconds) {
    LastDataSync sync =
        role == FailoverRole.PRIMARY
            ? new LastDataSync(at(seconds).minus(SYNC_AGE), null, "success")
            : null;
    return new Observation.Seen(health(id, role, sync, true, VERSION), at(seconds), at(seconds));
  }

  static ApplianceHealth health(
      ApplianceId id,
      FailoverRole role,
      @Nullable LastDataSync sync,
      boolean success,
      @Nullable ApplianceVersion version) {
    return new ApplianceHealth(id, null, version, success, List.of(), role, List.of(), sync);
  }

  static Observation.Seen ailing(ApplianceId id, FailoverRole role, String... messages) {
    ApplianceHealth health =
        new ApplianceHealth(
            id, null, VERSION, false, List.of(messages), role, List.of(), sync(role));
    return new Observation.Seen(health, NOON, NOON);
  }

  private static @Nullable LastDataSync sync(FailoverRole role) {
    return seen(ONE, role, 0).applianceHealth().lastDataSync();
  }

  static Observation silent(long seconds) {
    return new Observation.Silent(at(seconds), "connection refused");
  }

  static Observation unreadable(long seconds) {
    return new Observation.Unreadable(at(seconds), "a page of HTML");
  }

  static SiteObservation site(Observation look) {
    return new SiteObservation("support.example.com", look);
  }

  /** A snapshot whose site leads to whichever side is seen as primary, else nowhere. */
  static PairSnapshot look(Observation primary, Observation backup) {
    Observation behind = isPrimary(primary) ? primary : isPrimary(backup) ? backup : null;
    return new PairSnapshot(primary, backup, site(behind == null ? silentLike(primary) : behind));
  }

  private static boolean isPrimary(Observation look) {
    return look.role().filter(role -> role == FailoverRole.PRIMARY).isPresent();
  }

  private static Observation silentLike(Observation look) {
    return new Observation.Silent(look.at(), "no route to host");
  }

  static PairSnapshot roles(FailoverRole one, FailoverRole other, long seconds) {
    return look(seen(ONE, one, seconds), seen(OTHER, other, seconds));
  }

  static PairHistory after(PairSnapshot... snapshots) {
    PairHistory history = PairHistory.none();
    for (PairSnapshot snapshot : snapshots) {
      history = history.after(snapshot);
    }
    return history;
  }

  /** Assesses a snapshot at the moment of its later look, with nothing declared. */
  static PairAssessment assess(PairSnapshot snapshot, PairHistory history) {
    Instant one = snapshot.primary().at();
    Instant other = snapshot.backup().at();
    return PairAssessment.of(null, snapshot, history, POLICY, one.isAfter(other) ? one : other);
  }

  static PairAssessment assess(PairSnapshot snapshot) {
    return assess(snapshot, PairHistory.none());
  }
}
