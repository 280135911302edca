// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other looks at the well-kept pair: with other roles, other health, or none. */
final class Looks {

  static final Observation SILENT =
      new Observation.Silent(NOW.minusSeconds(2), "connection refused");

  static final Observation UNREADABLE =
      new Observation.Unreadable(NOW.minusSeconds(2), "the token was refused");

  private Looks() {}

  /** Returns the facts with these looks at the two sides, and nothing remembered. */
  static PairFacts facts(Observation primary, Observation backup) {
    return WellKept.facts().toBuilder().snapshot(round(primary, backup)).history(null).build();
  }

  static PairFacts facts(ApplianceHealth primary, ApplianceHealth backup) {
    return facts(seen(primary), seen(backup));
  }

  static PairFacts primary(ApplianceHealth health) {
    return facts(health, backupHealth());
  }

  static PairFacts backup(ApplianceHealth health) {
    return facts(primaryHealth(), health);
  }

  /** Returns the facts with the primary lost, and nothing remembered of it. */
  static PairFacts primaryLost() {
    return facts(SILENT, seen(backupHealth()));
  }

  static PairFacts nobodyLooked() {
    return WellKept.facts().toBuilder().snapshot(null).history(null).build();
  }

  /** Returns the facts judged so much later, with no new look. */
  static PairFacts later(PairFacts facts, Duration span) {
    return PairFacts.at(facts.moment().plus(span))
        .pair(facts.pair())
        .snapshot(facts.snapshot())
        .history(facts.history())
        .recoveryKit(facts.recoveryKit())
        .policy(facts.policy())
        .build();
  }

  /** Returns these looks at the two sides, with none at the name of the site. */
  static PairSnapshot round(Observation primary, Observation backup) {
    return new PairSnapshot(primary, backup, null);
  }

  static ApplianceHealth role(ApplianceHealth of, FailoverRole role) {
    return health(of, of.version(), role, of.enabledSharedIps(), null);
  }

  static ApplianceHealth ailing(ApplianceHealth of, String... messages) {
    return new ApplianceHealth(
        of.applianceId(),
        of.hostName(),
        of.version(),
        false,
        List.of(messages),
        of.failoverRole(),
        of.enabledSharedIps(),
        of.lastDataSync());
  }

  static ApplianceHealth version(ApplianceHealth of, @Nullable String version) {
    return health(
        of,
        version == null ? null : ApplianceVersion.parse(version),
        of.failoverRole(),
        of.enabledSharedIps(),
        of.lastDataSync());
  }

  static ApplianceHealth holding(ApplianceHealth of, String... sharedIps) {
    return health(of, of.version(), of.failoverRole(), List.of(sharedIps), of.lastDataSync());
  }

  static ApplianceHealth syncing(ApplianceHealth of, @Nullable LastDataSync sync) {
    return health(of, of.version(), of.failoverRole(), of.enabledSharedIps(), sync);
  }

  static ApplianceHealth id(ApplianceHealth of, ApplianceId id) {
    return new ApplianceHealth(
        id,
        of.hostName(),
        of.version(),
        true,
        List.of(),
        of.failoverRole(),
        of.enabledSharedIps(),
        of.lastDataSync());
  }

  /** Returns a primary that was last synced so long before now. */
  static ApplianceHealth synced(Duration ago) {
    return syncing(primaryHealth(), new LastDataSync(NOW.minus(ago), null, "success"));
  }

  static Observation clock(ApplianceHealth health, @Nullable Instant clock) {
    return new Observation.Seen(health, NOW.minusSeconds(2), clock);
  }

  private static ApplianceHealth health(
      ApplianceHealth of,
      @Nullable ApplianceVersion version,
      FailoverRole role,
      List<String> sharedIps,
      @Nullable LastDataSync sync) {
    return new ApplianceHealth(
        of.applianceId(), of.hostName(), version, true, List.of(), role, sharedIps, sync);
  }
}
