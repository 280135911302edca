// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import io.github.bseries.core.pair.AssessmentReason.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what there is to say about a pair. For one use. */
final class PairAssessor {

  private final PairView pair;
  private final AssessmentPolicy policy;
  private final List<AssessmentReason> reasons = new ArrayList<>();

  PairAssessor(PairView pair, AssessmentPolicy policy) {
    this.pair = pair;
    this.policy = policy;
  }

  List<AssessmentReason> reasons() {
    identities();
    roles();
    for (SideView side : pair.sides()) {
      moment(side);
      if (side.isSeen()) {
        reasons.addAll(AssessmentReason.of(side.view(), side.look()));
        told(side);
      } else {
        unseen(side, pair.otherOf(side));
      }
    }
    if (pair.isOfThisPair()) {
      versions();
      clocks();
      sharedIp();
    }
    site();
    dataSync();
    for (RequestedRole request : pair.known().requested()) {
      both(Kind.SWAP_PENDING, request.at(), request + ", and was not seen in that role since");
    }
    return reasons;
  }

  private void both(Kind kind, Instant at, String sentence) {
    reasons.add(new AssessmentReason(kind, null, at, sentence));
  }

  private void identities() {
    for (SideView side : pair.sides()) {
      if (side.isWrong()) {
        reasons.add(
            side.reason(
                Kind.WRONG_APPLIANCE,
                side.seenId().get() + " answers there, but " + side.declaredId() + " is declared"));
      }
    }
    if (pair.snapshot().isOneApplianceTwice()) {
      both(
          Kind.ONE_APPLIANCE_TWICE,
          pair.snapshot().takenAt(),
          "both: one appliance answers at both addresses; one of them is wrong");
    }
  }

  private void roles() {
    if (!pair.isOfThisPair()) {
      return;
    }
    switch (pair.snapshot().layout()) {
      case ONE_PRIMARY -> swapped();
      case BOTH_BACKUP -> bothBackup();
      case BOTH_PRIMARY -> bothPrimary();
      case NOT_PAIRED -> notPaired();
      case PARTLY_SEEN -> {
        // Whoever was not seen has a reason of its own.
      }
    }
  }

  private void swapped() {
    if (pair.primary().isIn(FailoverRole.BACKUP)) {
      both(
          Kind.SWAPPED,
          pair.snapshot().takenAt(),
          "both: the roles are swapped since "
              + pair.rolesSince()
              + " at the latest: the normal backup is primary");
    }
  }

  private void notPaired() {
    for (SideView side : pair.sides()) {
      if (side.isIn(FailoverRole.NONE)) {
        reasons.add(
            side.reason(Kind.RELATION_BROKEN, "stands in no failover relationship (role none)"));
      }
    }
  }

  private void bothBackup() {
    Instant since = pair.rolesSince();
    String words = "both: both are backup since " + since;
    if (isConfirmed(since)) {
      both(Kind.CONFLICT_BOTH_BACKUP, since, words + ", longer than a swap can explain");
    } else if (isSeenToBegin(since) || isAskedFor()) {
      both(Kind.SWAP_MOMENT, since, words + ": the moment of a swap");
    } else {
      both(
          Kind.BACKUPS_UNSETTLED,
          since,
          words + " or before: the moment of a swap, or a conflict if it lasts");
    }
  }

  private void bothPrimary() {
    Instant since = pair.rolesSince();
    String words = "both: both say that they are primary since " + since;
    if (isConfirmed(since)) {
      both(Kind.CONFLICT_BOTH_PRIMARY, since, words + ", longer than old health can explain");
    } else {
      both(
          Kind.PRIMARIES_UNSETTLED,
          since,
          words + " or before: old health of one, or a conflict if it lasts");
    }
  }

  private boolean isConfirmed(Instant since) {
    return Duration.between(since, pair.snapshot().takenAt()).compareTo(policy.confirmWindow())
        >= 0;
  }

  /** Whether other roles were seen so shortly before that somebody watched these begin. */
  private boolean isSeenToBegin(Instant since) {
    SeenRoles former = pair.known().formerRoles();
    return former != null
        && Duration.between(former.seenAt(), since).compareTo(policy.confirmWindow()) < 0;
  }

  /** A request explains it only where other roles were seen before: else it may last for long. */
  private boolean isAskedFor() {
    return pair.known().formerRoles() != null && !pair.known().requested().isEmpty();
  }

  private void unseen(SideView side, SideView other) {
    String words = side.missing();
    if (other.isIn(FailoverRole.PRIMARY)) {
      reasons.add(side.reason(Kind.NO_STANDBY, words + "; nobody is known to stand by"));
    } else if (!side.isSilent()) {
      reasons.add(side.reason(Kind.CANNOT_LOOK, words + "; that says nothing of the appliance"));
    } else if (pair.isAliveAtSite(side)) {
      reasons.add(
          side.reason(
              Kind.PRIMARY_ALIVE_AT_SITE, words + "; but it is alive under the site's name"));
    } else if (other.isIn(FailoverRole.BACKUP)) {
      reasons.add(
          side.reason(
              Kind.PRIMARY_SILENT,
              words + "; the other side is backup, so the primary is down, or our view is cut"));
    } else if (other.isSilent()) {
      reasons.add(side.reason(Kind.VIEW_CUT, words + "; so is the other: our view may be cut"));
    } else {
      reasons.add(side.reason(Kind.SILENT, words + "; it is down, or our view is cut"));
    }
  }

  /** A look that is no look at this moment says nothing about it. */
  private void moment(SideView side) {
    if (!isOfNow(side.look())) {
      reasons.add(
          side.reason(
              Kind.LOOK_NOT_OF_NOW,
              "looked at on " + side.look().at() + ", which is not now, " + pair.moment()));
    }
  }

  private boolean isOfNow(Observation look) {
    return Duration.between(look.at(), pair.moment()).abs().compareTo(policy.longestNow()) <= 0;
  }

  private void told(SideView side) {
    ApplianceVersion version = side.version().orElse(null);
    if (version == null) {
      reasons.add(side.reason(Kind.VERSION_UNKNOWN, "does not tell its version"));
    } else if (!version.isUnderstood()) {
      reasons.add(
          side.reason(Kind.VERSION_UNKNOWN, "tells a version that is not understood: " + version));
    }
    if (ahead(side) == null) {
      reasons.add(side.reason(Kind.CLOCK_UNKNOWN, "does not show its clock"));
    }
  }

  private void versions() {
    ApplianceVersion one = pair.primary().version().orElse(null);
    ApplianceVersion other = pair.backup().version().orElse(null);
    if (one != null && other != null && !isSame(one, other)) {
      both(
          Kind.VERSIONS_DIFFER,
          pair.snapshot().takenAt(),
          "both: the normal primary runs " + one + ", the normal backup " + other);
    }
  }

  private static boolean isSame(ApplianceVersion one, ApplianceVersion other) {
    if (one.build() == null || other.build() == null) {
      return one.text().equals(other.text());
    }
    return one.build().equals(other.build())
        && Optional.ofNullable(one.product()).equals(Optional.ofNullable(other.product()));
  }

  private void clocks() {
    Duration one = ahead(pair.primary());
    Duration other = ahead(pair.backup());
    if (one == null || other == null) {
      return;
    }
    Duration skew = one.minus(other);
    if (skew.abs().compareTo(policy.toleratedSkew()) > 0) {
      both(
          Kind.CLOCK_SKEW,
          pair.snapshot().takenAt(),
          "both: the clock of the normal "
              + (skew.isNegative() ? "backup" : "primary")
              + " is "
              + SpanText.of(skew.abs())
              + " ahead of the other");
    }
  }

  /** Whether the address that only the primary answers is enabled there, and nowhere else. */
  private void sharedIp() {
    AppliancePair declared = pair.pair();
    SharedIp shared =
        declared == null
            ? null
            : declared.cutover().<@Nullable SharedIp>fold(it -> it, dns -> null, nat -> null);
    boolean mayBeOldHealth =
        pair.snapshot().layout() == RoleLayout.BOTH_PRIMARY && !isConfirmed(pair.rolesSince());
    if (shared == null || mayBeOldHealth) {
      return;
    }
    if (pair.sides().stream().allMatch(side -> holds(side, shared))) {
      both(
          Kind.SHARED_IP_TWICE,
          pair.snapshot().takenAt(),
          "both: both have the shared IP " + shared.address() + " enabled");
      return;
    }
    pair.seenPrimary()
        .filter(side -> !holds(side, shared))
        .ifPresent(
            side ->
                reasons.add(
                    side.reason(
                        Kind.SHARED_IP_NOT_AT_PRIMARY,
                        "is primary and does not have the shared IP "
                            + shared.address()
                            + " enabled"
                            + (holds(pair.otherOf(side), shared) ? ", but the other has" : ""))));
  }

  private static boolean holds(SideView side, SharedIp shared) {
    return side.look().health().filter(shared::isHeldBy).isPresent();
  }

  /** How far the clock of an appliance is ahead of ours; null if it was not shown. */
  private static @Nullable Duration ahead(SideView side) {
    return side.look()
        .<@Nullable Duration>fold(
            seen ->
                seen.applianceClock() == null
                    ? null
                    : Duration.between(seen.at(), seen.applianceClock()),
            unreadable -> null,
            silent -> null);
  }

  private void site() {
    SiteObservation site = pair.site();
    if (site == null) {
      reasons.add(
          AssessmentReason.at(
              Kind.SITE_NOT_LOOKED_AT,
              Viewpoint.SITE,
              pair.snapshot().takenAt(),
              "nobody looked there"));
      return;
    }
    Instant at = site.observation().at();
    if (!isOfNow(site.observation())) {
      String words = "looked at on " + at + ", which is not now, " + pair.moment();
      reasons.add(AssessmentReason.at(Kind.SITE_NOT_LOOKED_AT, Viewpoint.SITE, at, words));
      return;
    }
    ApplianceId answering = site.answeredBy().orElse(null);
    ApplianceId primary = pair.primaryId();
    if (answering == null) {
      String words = "nobody that can be told answers there: " + site.summary();
      reasons.add(AssessmentReason.at(Kind.SITE_UNANSWERED, Viewpoint.SITE, at, words));
    } else if (primary != null && !primary.equals(answering)) {
      String words = "leads to " + answering + ", not to the primary " + primary;
      reasons.add(AssessmentReason.at(Kind.SITE_ELSEWHERE, Viewpoint.SITE, at, words));
    }
  }

  private void dataSync() {
    pair.seenPrimary()
        .ifPresent(side -> side.look().fold(seen -> told(side, seen), u -> null, s -> null));
    Duration oldest = policy.oldestData();
    Exposure.Judged judged =
        pair.exposure(Duration.ZERO).<Exposure.@Nullable Judged>fold(it -> it, notJudged -> null);
    if (oldest != null && judged != null && judged.age().compareTo(oldest) > 0) {
      both(
          Kind.SYNC_STALE,
          judged.toldBy().at(),
          "data: the last data sync was "
              + SpanText.of(judged.age())
              + " ago, allowed are "
              + SpanText.of(oldest));
    }
  }

  private @Nullable Void told(SideView side, Observation.Seen seen) {
    if (seen.applianceHealth().lastDataSync() == null) {
      boolean never = pair.known().dataSync() == null;
      reasons.add(
          side.reason(
              never ? Kind.SYNC_NEVER_SEEN : Kind.SYNC_NOT_TOLD,
              "is primary and tells of no data sync"
                  + (never ? "; none was ever seen" : ", though one is remembered")));
    } else if (seen.dataAge().isEmpty()) {
      reasons.add(side.reason(Kind.SYNC_AGE_UNKNOWN, PairView.whyNoAge(seen)));
    }
    return null;
  }
}
