// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an assessment rests on.
 *
 * @param kind what was found
 * @param view where it was seen; null if it rests on both sides together, or on what is remembered
 * @param at the moment of the look or of the fact, on our clock
 * @param sentence what was found, for a human to read, beginning with the side. Its form may change
 * @since 0.1
 */
public record AssessmentReason(Kind kind, @Nullable Viewpoint view, Instant at, String sentence) {

  /** Checks that nothing needed is null. */
  public AssessmentReason {
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
    requireNonNull(sentence, "sentence");
  }

  static AssessmentReason at(Kind kind, Viewpoint view, Instant at, String words) {
    return new AssessmentReason(kind, view, at, view.title() + ": " + words);
  }

  /**
   * Returns what one look at one address tells by itself; empty if it saw an appliance that is well
   * and has nothing to say.
   */
  public static List<AssessmentReason> of(Viewpoint view, Observation look) {
    return look.fold(
        seen -> of(view, seen),
        unreadable ->
            List.of(
                at(
                    Kind.CANNOT_LOOK,
                    view,
                    unreadable.at(),
                    "unreadable: " + unreadable.reason() + "; that says nothing of the appliance")),
        silent ->
            List.of(
                at(
                    Kind.SILENT,
                    view,
                    silent.at(),
                    "silent: " + silent.reason() + "; it is down, or our view is cut")));
  }

  private static List<AssessmentReason> of(Viewpoint view, Observation.Seen seen) {
    ApplianceHealth health = seen.applianceHealth();
    List<AssessmentReason> reasons = new ArrayList<>();
    String words =
        health.errorMessages().stream().map(Quoted::of).collect(Collectors.joining(", "));
    if (!health.success()) {
      String ails = "ails: " + (words.isEmpty() ? "it does not say why" : words);
      reasons.add(at(ailing(health.failoverRole()), view, seen.at(), ails));
    } else if (!words.isEmpty()) {
      reasons.add(at(Kind.SAYS_ERRORS, view, seen.at(), "is well, but says " + words));
    }
    return List.copyOf(reasons);
  }

  private static Kind ailing(FailoverRole role) {
    return switch (role) {
      case PRIMARY -> Kind.PRIMARY_AILS;
      case BACKUP -> Kind.BACKUP_AILS;
      case NONE -> Kind.UNPAIRED_AILS;
    };
  }

  /** Returns how much this matters. */
  public Gravity gravity() {
    return kind.gravity();
  }

  /** Returns the gravity of the heaviest of these; fine if there is none. */
  public static Gravity heaviest(Collection<AssessmentReason> reasons) {
    return reasons.stream().map(AssessmentReason::gravity).reduce(Gravity.FINE, Gravity::heavier);
  }

  /**
   * What can be found. The first ones each make a state of the same name; the others stand beside
   * any state.
   *
   * @since 0.1
   */
  public enum Kind {
    /** Another appliance answers than was declared for the address. */
    WRONG_APPLIANCE(PairState.WRONG_APPLIANCE),
    /** One appliance answers at both addresses. */
    ONE_APPLIANCE_TWICE(PairState.ONE_APPLIANCE_TWICE),
    /** An appliance stands in no failover relationship. */
    RELATION_BROKEN(PairState.RELATION_BROKEN),
    /** Both have been primary for too long. */
    CONFLICT_BOTH_PRIMARY(PairState.CONFLICT_BOTH_PRIMARY),
    /** Both have been backup for too long. */
    CONFLICT_BOTH_BACKUP(PairState.CONFLICT_BOTH_BACKUP),
    /** Both say that they are primary. */
    PRIMARIES_UNSETTLED(PairState.PRIMARIES_UNSETTLED),
    /** Both say that they are backup, and it is not known since when. */
    BACKUPS_UNSETTLED(PairState.BACKUPS_UNSETTLED),
    /** Both are backup, in a swap that is under way. */
    SWAP_MOMENT(PairState.SWAP_MOMENT),
    /** The primary is silent at its own address, and answers under the site's name. */
    PRIMARY_ALIVE_AT_SITE(PairState.PRIMARY_ALIVE_AT_SITE),
    /** The primary is silent. */
    PRIMARY_SILENT(PairState.PRIMARY_SILENT),
    /** Both are silent. */
    VIEW_CUT(PairState.VIEW_CUT),
    /** Something answers, but not with a health. */
    CANNOT_LOOK(PairState.CANNOT_LOOK),
    /** The primary ails. */
    PRIMARY_AILS(PairState.PRIMARY_AILS),
    /** The primary was seen, and the other was not. */
    NO_STANDBY(PairState.NO_STANDBY),
    /** The backup ails. */
    BACKUP_AILS(PairState.BACKUP_AILS),
    /** A role change was asked for and not yet seen. */
    SWAP_PENDING(PairState.SWAP_PENDING),
    /** The normal backup is primary. */
    SWAPPED(PairState.SWAPPED),

    /** An appliance ails that stands in no failover relationship. */
    UNPAIRED_AILS(Gravity.CRITICAL),
    /** An appliance is silent, and it is not known whether it is the primary. */
    SILENT(Gravity.UNKNOWN),
    /** Both appliances have the shared IP enabled: their addresses collide. */
    SHARED_IP_TWICE(Gravity.CRITICAL),
    /** The appliance that is primary does not have the shared IP enabled: users miss it. */
    SHARED_IP_NOT_AT_PRIMARY(Gravity.ATTENTION),
    /** A look is too old for the moment of the assessment, or lies after it. */
    LOOK_NOT_OF_NOW(Gravity.UNKNOWN),
    /** An appliance says that it is well, and tells of an error nevertheless. */
    SAYS_ERRORS(Gravity.ATTENTION),
    /** The last data sync is older than it may be. */
    SYNC_STALE(Gravity.ATTENTION),
    /** The primary tells of no data sync, and none is remembered: perhaps there never was one. */
    SYNC_NEVER_SEEN(Gravity.ATTENTION),
    /** The primary tells of no data sync, though one is remembered. */
    SYNC_NOT_TOLD(Gravity.ATTENTION),
    /** The primary tells of a data sync whose age cannot be told. */
    SYNC_AGE_UNKNOWN(Gravity.ATTENTION),
    /** The appliances run different software, and so cannot stand in for each other. */
    VERSIONS_DIFFER(Gravity.ATTENTION),
    /** An appliance does not tell its version, or in a way that is not understood. */
    VERSION_UNKNOWN(Gravity.ATTENTION),
    /** The name of the site leads to another appliance than the primary. */
    SITE_ELSEWHERE(Gravity.ATTENTION),
    /** Under the name of the site, nobody answers that can be told. */
    SITE_UNANSWERED(Gravity.ATTENTION),
    /** Nobody looked under the name of the site, or not now. */
    SITE_NOT_LOOKED_AT(Gravity.ATTENTION),
    /** The clocks of the two appliances are too far apart. */
    CLOCK_SKEW(Gravity.ATTENTION),
    /** An appliance did not show its clock. */
    CLOCK_UNKNOWN(Gravity.ATTENTION);

    private final Gravity gravity;
    private final @Nullable PairState state;

    Kind(PairState state) {
      this.gravity = state.gravity();
      this.state = state;
    }

    Kind(Gravity gravity) {
      this.gravity = gravity;
      this.state = null;
    }

    /** Returns how much this matters. */
    public Gravity gravity() {
      return gravity;
    }

    /** Returns the state that this makes, unless there is one before it; empty if it makes none. */
    public Optional<PairState> state() {
      return Optional.ofNullable(state);
    }
  }
}
