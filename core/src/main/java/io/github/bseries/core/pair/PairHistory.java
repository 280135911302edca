// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Observation.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a pair from one look to the next.
 *
 * <p>It is needed when it matters most: the time of the last data sync is visible on the primary,
 * which is gone then; two backups are a moment in a swap or a conflict, depending on how long they
 * have been there; and no appliance tells of a role change that it was asked for. The memory is
 * bounded, whatever happens to a pair. It is made again from its components.
 *
 * <p>A snapshot that was taken in before, or that arrives late, changes nothing. If our own clock
 * was set back by more than five minutes, the next looks count nevertheless; spans that would then
 * begin in the future begin anew, so they come out too short, never too long. Set back by less, the
 * memory stands still until the clock has caught up. A clock that was set forward is not noticed.
 * After a clock was set back, moments in here may lie in the future: that is no age.
 *
 * @param primary the memory of the normal primary, whatever its role was
 * @param backup the memory of the normal backup, whatever its role was
 * @param roles the roles that both were last seen in; null if they were never seen together, or if
 *     one of them was seen in another role since, with the other side unseen
 * @param formerRoles the last roles that were seen before those and differ, or that do not hold any
 *     more; null if no change was ever seen. The roles changed between {@code formerRoles.seenAt}
 *     and {@code roles.since}
 * @param dataSync the look that last told of a data sync; null if none ever did, or if a look since
 *     showed no relationship, or another appliance. Its {@code dataAge} is the age at that look
 * @param requested the role changes that were asked for and not yet seen, in the order in which
 *     they were asked; at most {@value #MOST_REQUESTED}
 * @source S-V2 (the last data sync is told by the primary only), S1 "Resolve Conflicts in a
 *     Failover Setup"
 * @since 0.1
 */
public record PairHistory(
    SideHistory primary,
    SideHistory backup,
    @Nullable SeenRoles roles,
    @Nullable SeenRoles formerRoles,
    @Nullable Seen dataSync,
    List<RequestedRole> requested) {

  /** How many role changes that were not seen yet are remembered at most. */
  public static final int MOST_REQUESTED = 16;

  /** Which of several tales of a data sync is believed: that of a primary, then the later one. */
  private static final Comparator<Seen> BY_WORTH =
      Comparator.<Seen, Boolean>comparing(PairHistory::isPrimary)
          .thenComparing(seen -> syncTime(seen).orElse(Instant.MIN))
          .thenComparing(Seen::at)
          .thenComparing(seen -> seen.applianceHealth().applianceId().value());

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if there are more than {@value #MOST_REQUESTED} requests, or
   *     if {@code dataSync} tells of no data sync
   */
  public PairHistory {
    requireNonNull(primary, "primary");
    requireNonNull(backup, "backup");
    requested = List.copyOf(requireNonNull(requested, "requested"));
    if (requested.size() > MOST_REQUESTED) {
      throw new IllegalArgumentException(
          "requested has " + requested.size() + " entries, must be at most " + MOST_REQUESTED);
    }
    if (dataSync != null && dataSync.applianceHealth().lastDataSync() == null) {
      throw new IllegalArgumentException("dataSync is a look that tells of no data sync");
    }
  }

  /** Returns the memory of a pair at which nobody looked yet. */
  public static PairHistory none() {
    return new PairHistory(SideHistory.none(), SideHistory.none(), null, null, null, List.of());
  }

  /**
   * Returns this memory after one more look.
   *
   * <p>A request whose role is seen now is not pending any more. If one appliance answered at both
   * addresses, a side is remembered only if that same appliance was there before.
   */
  public PairHistory after(PairSnapshot snapshot) {
    return after(null, snapshot);
  }

  /**
   * Returns this memory after one more look at a pair whose people declared it. Where another
   * appliance answers than was declared, nothing is taken in of what it tells: that address is
   * remembered as unreadable.
   *
   * @param pair what was declared; null if nothing was: then nothing is held against whoever
   *     answers
   * @param snapshot what was seen
   */
  public PairHistory after(@Nullable AppliancePair pair, PairSnapshot snapshot) {
    PairHistory after = afterOwn(pair, Strangers.without(pair, snapshot));
    return after.withRequested(
        requested.stream().filter(request -> !request.isSeenIn(snapshot)).toList());
  }

  private PairHistory afterOwn(@Nullable AppliancePair pair, PairSnapshot snapshot) {
    boolean twice = snapshot.isOneApplianceTwice();
    boolean primaryNext = isNews(primary, snapshot.primary(), twice);
    boolean backupNext = isNews(backup, snapshot.backup(), twice);
    Optional<FailoverRole> ofPrimary = primaryNext ? snapshot.primary().role() : Optional.empty();
    Optional<FailoverRole> ofBackup = backupNext ? snapshot.backup().role() : Optional.empty();
    SeenRoles now = roles;
    if (!twice && ofPrimary.isPresent() && ofBackup.isPresent()) {
      Instant at = snapshot.takenAt();
      now = new SeenRoles(ofPrimary.get(), ofBackup.get(), at, at).continuing(roles);
    } else if (roles != null && roles.isContradictedBy(ofPrimary, ofBackup)) {
      now = null;
    }
    boolean changed = roles != null && (now == null || !now.isSameAs(roles));
    return new PairHistory(
        primaryNext ? primary.after(snapshot.primary()) : primary,
        backupNext ? backup.after(snapshot.backup()) : backup,
        now,
        changed ? roles : formerRoles,
        dataSyncAfter(
            pair,
            snapshot,
            (primaryNext && primary.endsDataSync(snapshot.primary()))
                || (backupNext && backup.endsDataSync(snapshot.backup()))),
        requested);
  }

  /**
   * Whether this is one of the two: by the declared id, or else as it was last seen. Where nothing
   * is known of a side, it may be that one.
   */
  boolean mayBeOneOf(@Nullable AppliancePair pair, ApplianceId id) {
    return Stream.of(PairSide.values()).anyMatch(side -> isOrMayBe(idOf(pair, side), id));
  }

  private static boolean isOrMayBe(@Nullable ApplianceId known, ApplianceId id) {
    return known == null || known.equals(id);
  }

  private @Nullable ApplianceId idOf(@Nullable AppliancePair pair, PairSide side) {
    ApplianceId declared = pair == null ? null : side.of(pair).id();
    return declared == null ? side.of(this).knownId().orElse(null) : declared;
  }

  private static boolean isNews(SideHistory side, Observation look, boolean twice) {
    return side.isNext(look) && (!twice || side.isOfSameAppliance(look));
  }

  /**
   * A backup is believed only where it tells of a later sync than is known, and whoever answers
   * under the site's name only if it is one of the two.
   */
  private @Nullable Seen dataSyncAfter(
      @Nullable AppliancePair pair, PairSnapshot snapshot, boolean over) {
    Seen best =
        snapshot
            .looks()
            .filter(look -> isOfPair(pair, look, snapshot))
            .flatMap(PairHistory::telling)
            .max(BY_WORTH)
            .orElse(null);
    if (over || best == null || dataSync == null) {
      return best == null && !over ? dataSync : best;
    }
    Instant known = syncTime(dataSync).orElse(Instant.MIN);
    Instant told = syncTime(best).orElse(Instant.MIN);
    boolean worthMore =
        isPrimary(best) ? told.isAfter(Instant.MIN) || known.equals(told) : told.isAfter(known);
    return worthMore && LookOrder.isNext(dataSync.at(), best.at()) ? best : dataSync;
  }

  private boolean isOfPair(@Nullable AppliancePair pair, Observation look, PairSnapshot snapshot) {
    SiteObservation site = snapshot.site();
    if (site == null || look != site.observation()) {
      return true;
    }
    return site.answeredBy()
        .filter(id -> Stream.of(PairSide.values()).anyMatch(it -> isAt(it, pair, snapshot, id)))
        .isPresent();
  }

  /** Whether this is, or may be, the appliance of that side: as seen there now, or as known. */
  private boolean isAt(
      PairSide side, @Nullable AppliancePair pair, PairSnapshot snapshot, ApplianceId id) {
    return side.of(snapshot)
        .health()
        .map(health -> health.applianceId().equals(id))
        .orElseGet(() -> isOrMayBe(idOf(pair, side), id));
  }

  private static Stream<Seen> telling(Observation look) {
    Stream<Seen> seen = look.fold(Stream::of, u -> Stream.of(), s -> Stream.of());
    return seen.filter(it -> it.applianceHealth().lastDataSync() != null);
  }

  private static Optional<Instant> syncTime(Seen seen) {
    return Optional.ofNullable(seen.applianceHealth().lastDataSync()).map(LastDataSync::time);
  }

  private static boolean isPrimary(Seen seen) {
    return seen.applianceHealth().failoverRole() == FailoverRole.PRIMARY;
  }

  /**
   * Returns this memory with a role change that is asked for. To be called before the request goes
   * out: afterwards it may be too late. The same request twice is remembered once.
   *
   * @throws IllegalStateException if {@value #MOST_REQUESTED} requests are still pending. None of
   *     them is dropped for a new one, since a request that is forgotten may still be carried out
   */
  public PairHistory withRequest(RequestedRole request) {
    requireNonNull(request, "request");
    if (requested.contains(request)) {
      return this;
    }
    if (requested.size() == MOST_REQUESTED) {
      throw new IllegalStateException(
          MOST_REQUESTED + " role changes were asked for and not seen; dismiss some of them first");
    }
    List<RequestedRole> more = new ArrayList<>(requested);
    more.add(request);
    return withRequested(more);
  }

  /**
   * Returns this memory without a request, since somebody made sure that it will not be carried out
   * any more. A request that is not pending changes nothing.
   */
  public PairHistory dismissing(RequestedRole request) {
    requireNonNull(request, "request");
    return withRequested(requested.stream().filter(it -> !it.equals(request)).toList());
  }

  private PairHistory withRequested(List<RequestedRole> requests) {
    return new PairHistory(primary, backup, roles, formerRoles, dataSync, requests);
  }
}
