// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Both sides and the site, with what is remembered of them, at a moment. */
record PairView(
    @Nullable AppliancePair pair,
    SideView primary,
    SideView backup,
    PairSnapshot snapshot,
    PairHistory known,
    Instant moment) {

  static PairView of(
      @Nullable AppliancePair pair, PairSnapshot snapshot, PairHistory history, Instant moment) {
    PairHistory known = history.after(pair, snapshot);
    SideView primary =
        new SideView(
            Viewpoint.NORMAL_PRIMARY,
            snapshot.primary(),
            known.primary(),
            pair == null ? null : pair.normalPrimary().id());
    SideView backup =
        new SideView(
            Viewpoint.NORMAL_BACKUP,
            snapshot.backup(),
            known.backup(),
            pair == null ? null : pair.normalBackup().id());
    return new PairView(pair, primary, backup, snapshot, known, moment);
  }

  @Nullable SiteObservation site() {
    return snapshot.site();
  }

  List<SideView> sides() {
    return List.of(primary, backup);
  }

  SideView otherOf(SideView side) {
    return side.view() == primary.view() ? backup : primary;
  }

  /** Whether what was seen can be put down to the two appliances of this pair. */
  boolean isOfThisPair() {
    return !snapshot.isOneApplianceTwice() && !primary.isWrong() && !backup.isWrong();
  }

  /** The one side that was seen as primary; empty if none was, or both. */
  Optional<SideView> seenPrimary() {
    if (!isOfThisPair()
        || primary.isIn(FailoverRole.PRIMARY) == backup.isIn(FailoverRole.PRIMARY)) {
      return Optional.empty();
    }
    return Optional.of(primary.isIn(FailoverRole.PRIMARY) ? primary : backup);
  }

  /** Who is primary, or must be because the other is backup; null if that is not known. */
  @Nullable ApplianceId primaryId() {
    Optional<SideView> seen = seenPrimary();
    if (seen.isPresent()) {
      return seen.get().knownId();
    }
    return sides().stream()
        .filter(side -> !side.isSeen() && otherOf(side).isIn(FailoverRole.BACKUP))
        .findFirst()
        .map(SideView::knownId)
        .orElse(null);
  }

  /**
   * Whether the appliance of a side that was not seen answers under the site's name, so far as it
   * may be the primary.
   */
  boolean isAliveAtSite(SideView side) {
    SiteObservation site = site();
    ApplianceHealth there = site == null ? null : site.observation().health().orElse(null);
    if (there == null) {
      return false;
    }
    boolean otherIsBackup = otherOf(side).isIn(FailoverRole.BACKUP);
    boolean primaryThere = there.failoverRole() == FailoverRole.PRIMARY;
    ApplianceId id = side.knownId();
    if (id != null) {
      return id.equals(there.applianceId()) && (primaryThere || otherIsBackup);
    }
    return primaryThere
        && otherIsBackup
        && !otherOf(side).seenId().equals(Optional.of(there.applianceId()));
  }

  /** Since when the roles that are seen now have been seen. */
  Instant rolesSince() {
    SeenRoles roles = known.roles();
    return roles != null && primary.isIn(roles.primary()) && backup.isIn(roles.backup())
        ? roles.since()
        : snapshot.takenAt();
  }

  /** How old the copy on the backup is. The look that tells may lie so much after the moment. */
  Exposure exposure(Duration tolerance) {
    if (!isOfThisPair()) {
      return new Exposure.NotJudged("not both appliances of the pair answer at their addresses");
    }
    if (primary.isIn(FailoverRole.NONE) || backup.isIn(FailoverRole.NONE)) {
      return new Exposure.NotJudged("there is no failover relationship");
    }
    if (primary.isIn(FailoverRole.PRIMARY) && backup.isIn(FailoverRole.PRIMARY)) {
      return new Exposure.NotJudged("both are primary, so neither is a copy of the other");
    }
    Optional<SideView> seen = seenPrimary();
    if (seen.isEmpty()) {
      return remembered(pair, known, tolerance, moment);
    }
    Observation.Seen look =
        seen.get().look().<Observation.@Nullable Seen>fold(s -> s, u -> null, s -> null);
    return exposure(requireNonNull(look, "look"), tolerance, moment);
  }

  /** How old the copy is by the memory alone, unless none of the two told what is remembered. */
  static Exposure remembered(
      @Nullable AppliancePair pair, PairHistory known, Duration tolerance, Instant moment) {
    Observation.Seen toldBy = known.dataSync();
    if (toldBy == null) {
      return new Exposure.NotJudged("no primary is seen, and no data sync is remembered");
    }
    ApplianceId id = toldBy.applianceHealth().applianceId();
    return known.mayBeOneOf(pair, id)
        ? exposure(toldBy, tolerance, moment)
        : new Exposure.NotJudged(
            "the data sync that is remembered was told by " + id + ", which is none of the two");
  }

  private static Exposure exposure(Observation.Seen toldBy, Duration tolerance, Instant moment) {
    if (toldBy.applianceHealth().lastDataSync() == null) {
      return new Exposure.NotJudged("the primary tells of no data sync");
    }
    Optional<Duration> age = toldBy.dataAge();
    if (age.isEmpty()) {
      return new Exposure.NotJudged("the primary " + whyNoAge(toldBy), toldBy);
    }
    Duration since = Duration.between(toldBy.at(), moment);
    if (since.compareTo(tolerance.negated()) < 0) {
      return new Exposure.NotJudged(
          "the look that tells of it is later than the moment " + moment, toldBy);
    }
    return new Exposure.Judged(since.isNegative() ? age.get() : age.get().plus(since), toldBy);
  }

  /** Why no age can be told of the data sync that an appliance tells of, without naming it. */
  static String whyNoAge(Observation.Seen toldBy) {
    LastDataSync sync = toldBy.applianceHealth().lastDataSync();
    if (sync == null) {
      return "tells of no data sync";
    }
    if (sync.time() == null) {
      return "tells of a data sync without a time that can be read";
    }
    if (toldBy.applianceClock() == null) {
      return "tells of a data sync at " + sync.time() + ", but shows no clock";
    }
    return "tells of a data sync at "
        + sync.time()
        + ", after its own clock "
        + toldBy.applianceClock();
  }
}
