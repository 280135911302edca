// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class PairAssessmentPropertyTest {

  private static final AssessmentPolicy POLICY =
      AssessmentPolicy.defaults().withOldestData(Duration.ofHours(1));

  private static final ApplianceId THIRD = new ApplianceId("3".repeat(32));

  private static PairAssessment assess(PairSnapshot snapshot, PairHistory history) {
    return PairAssessment.of(pair(ONE, OTHER), snapshot, history, POLICY, NOON.plusSeconds(300));
  }

  private static AppliancePair pair(ApplianceId primary, ApplianceId backup) {
    return AppliancePair.builder()
        .siteHostName("support.example.com")
        .normalPrimary(Appliance.at("site1.example.com").withId(primary))
        .normalBackup(Appliance.at("site2.example.com").withId(backup))
        .cutover(SharedIp.at("12.12.1.52"))
        .build();
  }

  @Property
  void every_look_with_every_past_has_a_state_and_a_reason_for_it(
      @ForAll("snapshots") PairSnapshot snapshot, @ForAll("histories") PairHistory history) {
    PairAssessment assessment = assess(snapshot, history);

    boolean normal = assessment.state() == PairState.NORMAL;

    assertThat(normal || !assessment.reasons().isEmpty()).isTrue();
    if (normal) {
      assertThat(snapshot.primary().role()).contains(FailoverRole.PRIMARY);
      assertThat(snapshot.backup().role()).contains(FailoverRole.BACKUP);
    }
    if (!normal) {
      assertThat(assessment.gravity()).isNotEqualTo(Gravity.FINE);
    }
  }

  @Property
  void the_same_facts_give_the_same_assessment(
      @ForAll("snapshots") PairSnapshot snapshot, @ForAll("histories") PairHistory history) {
    assertThat(assess(snapshot, history)).isEqualTo(assess(snapshot, history));
  }

  @Property
  void a_snapshot_that_was_taken_in_already_gives_the_same_assessment(
      @ForAll("snapshots") PairSnapshot snapshot, @ForAll("histories") PairHistory history) {
    assertThat(assess(snapshot, history.after(pair(ONE, OTHER), snapshot)))
        .isEqualTo(assess(snapshot, history));
  }

  @Property
  void exchanged_names_give_the_mirrored_assessment(
      @ForAll("snapshots") PairSnapshot snapshot, @ForAll("histories") PairHistory history) {
    PairAssessment one = assess(snapshot, history);
    PairAssessment other =
        PairAssessment.of(
            pair(OTHER, ONE), mirrored(snapshot), mirrored(history), POLICY, NOON.plusSeconds(300));

    assertThat(other.state()).isEqualTo(mirrored(one.state()));
    assertThat(withoutSwapped(other.reasons(), false))
        .isEqualTo(withoutSwapped(one.reasons(), true));
    assertThat(other.exposure()).isEqualTo(one.exposure());
  }

  @Property
  void knowing_less_is_never_better(
      @ForAll("snapshots") PairSnapshot snapshot,
      @ForAll("histories") PairHistory history,
      @ForAll Lost lost) {
    Gravity knowingMore = assess(snapshot, history).gravity();
    PairHistory remembered = lost == Lost.HISTORY ? forgotten(history) : history;

    Gravity knowingLess = assess(without(lost, snapshot), remembered).gravity();

    assertThat(knowingLess.isBetterThan(knowingMore))
        .describedAs("%s without %s became %s", knowingMore, lost, knowingLess)
        .isFalse();
  }

  @Property
  void unknown_is_never_fine(
      @ForAll("snapshots") PairSnapshot snapshot, @ForAll("histories") PairHistory history) {
    boolean somethingMissing =
        snapshot.layout() == RoleLayout.PARTLY_SEEN || snapshot.site() == null;

    assertThat(somethingMissing && assess(snapshot, history).gravity() == Gravity.FINE).isFalse();
  }

  /** A fact that is taken away. */
  enum Lost {
    PRIMARY_SILENT,
    PRIMARY_UNREADABLE,
    BACKUP_SILENT,
    BACKUP_UNREADABLE,
    CLOCK_OF_PRIMARY,
    CLOCK_OF_BACKUP,
    SYNC_OF_PRIMARY,
    SYNC_OF_BACKUP,
    VERSION_OF_PRIMARY,
    SITE,
    HISTORY
  }

  private static PairSnapshot without(Lost lost, PairSnapshot it) {
    Observation primary = it.primary();
    Observation backup = it.backup();
    return switch (lost) {
      case PRIMARY_SILENT ->
          new PairSnapshot(new Observation.Silent(primary.at(), "gone"), backup, it.site());
      case PRIMARY_UNREADABLE ->
          new PairSnapshot(new Observation.Unreadable(primary.at(), "HTML"), backup, it.site());
      case BACKUP_SILENT ->
          new PairSnapshot(primary, new Observation.Silent(backup.at(), "gone"), it.site());
      case BACKUP_UNREADABLE ->
          new PairSnapshot(primary, new Observation.Unreadable(backup.at(), "HTML"), it.site());
      case CLOCK_OF_PRIMARY -> new PairSnapshot(withoutClock(primary), backup, it.site());
      case CLOCK_OF_BACKUP -> new PairSnapshot(primary, withoutClock(backup), it.site());
      case SYNC_OF_PRIMARY -> new PairSnapshot(stripped(primary, true), backup, it.site());
      case SYNC_OF_BACKUP -> new PairSnapshot(primary, stripped(backup, true), it.site());
      case VERSION_OF_PRIMARY -> new PairSnapshot(stripped(primary, false), backup, it.site());
      case SITE -> new PairSnapshot(primary, backup, null);
      case HISTORY -> it;
    };
  }

  private static Observation withoutClock(Observation look) {
    return look.fold(
        seen -> new Observation.Seen(seen.applianceHealth(), seen.at(), null), u -> u, s -> s);
  }

  private static Observation stripped(Observation look, boolean ofSync) {
    return look.fold(
        seen -> {
          ApplianceHealth it = seen.applianceHealth();
          ApplianceHealth health =
              Night.health(
                  it.applianceId(),
                  it.failoverRole(),
                  ofSync ? null : it.lastDataSync(),
                  it.success(),
                  ofSync ? it.version() : null);
          return new Observation.Seen(health, seen.at(), seen.applianceClock());
        },
        u -> u,
        s -> s);
  }

  private static PairHistory forgotten(PairHistory history) {
    PairHistory none = PairHistory.none();
    for (RequestedRole request : history.requested()) {
      none = none.withRequest(request);
    }
    return none;
  }

  private static PairSnapshot mirrored(PairSnapshot it) {
    return new PairSnapshot(/* primary= */ it.backup(), /* backup= */ it.primary(), it.site());
  }

  private static PairHistory mirrored(PairHistory it) {
    return new PairHistory(
        /* primary= */ it.backup(),
        /* backup= */ it.primary(),
        mirrored(it.roles()),
        mirrored(it.formerRoles()),
        it.dataSync(),
        it.requested());
  }

  private static @Nullable SeenRoles mirrored(@Nullable SeenRoles it) {
    return it == null
        ? null
        : new SeenRoles(
            /* primary= */ it.backup(), /* backup= */ it.primary(), it.since(), it.seenAt());
  }

  private static PairState mirrored(PairState state) {
    return switch (state) {
      case NORMAL -> PairState.SWAPPED;
      case SWAPPED -> PairState.NORMAL;
      default -> state;
    };
  }

  private static List<String> withoutSwapped(List<AssessmentReason> reasons, boolean mirror) {
    return reasons.stream()
        .filter(reason -> reason.kind() != AssessmentReason.Kind.SWAPPED)
        .map(reason -> reason.kind() + " " + view(reason.view(), mirror) + " " + reason.at())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static @Nullable Viewpoint view(@Nullable Viewpoint view, boolean mirror) {
    if (!mirror || view == null || view == Viewpoint.SITE) {
      return view;
    }
    return view == Viewpoint.NORMAL_PRIMARY ? Viewpoint.NORMAL_BACKUP : Viewpoint.NORMAL_PRIMARY;
  }

  @Provide
  Arbitrary<PairSnapshot> snapshots() {
    return snapshots(Arbitraries.of(ONE, ONE, ONE, OTHER, THIRD), Arbitraries.just(300L));
  }

  @Provide
  Arbitrary<PairHistory> histories() {
    Arbitrary<PairSnapshot> earlier =
        snapshots(Arbitraries.of(ONE, ONE, OTHER), Arbitraries.longs().between(0, 299));
    Arbitrary<List<RequestedRole>> requests =
        Combinators.combine(
                Arbitraries.of(ONE, OTHER),
                Arbitraries.of(FailoverRole.PRIMARY, FailoverRole.BACKUP),
                Arbitraries.longs().between(0, 299))
            .as((id, role, at) -> new RequestedRole(id, role, false, Night.at(at)))
            .list()
            .ofMaxSize(1);
    return Combinators.combine(earlier.list().ofMaxSize(4), requests)
        .as(
            (looks, asked) -> {
              PairHistory history = PairHistory.none();
              for (PairSnapshot look : looks) {
                history = history.after(look);
              }
              for (RequestedRole request : asked) {
                history = history.withRequest(request);
              }
              return history;
            });
  }

  private static Arbitrary<PairSnapshot> snapshots(
      Arbitrary<ApplianceId> ids, Arbitrary<Long> seconds) {
    return seconds.flatMap(
        at ->
            Combinators.combine(
                    looks(ids, at),
                    looks(ids.map(PairAssessmentPropertyTest::twin), at),
                    looks(ids, at).map(Night::site).injectNull(0.2))
                .as(PairSnapshot::new));
  }

  /** The other side has the other id, as a rule. */
  private static ApplianceId twin(ApplianceId id) {
    return id.equals(ONE) ? OTHER : id.equals(OTHER) ? ONE : id;
  }

  private static Arbitrary<Observation> looks(Arbitrary<ApplianceId> ids, long seconds) {
    Arbitrary<Observation> seen =
        Combinators.combine(
                ids,
                Arbitraries.of(
                    FailoverRole.PRIMARY,
                    FailoverRole.PRIMARY,
                    FailoverRole.BACKUP,
                    FailoverRole.BACKUP,
                    FailoverRole.NONE),
                Arbitraries.of(60L, 0L, -60L, -7200L).injectNull(0.2),
                Arbitraries.of(true, true, true, false),
                Arbitraries.of(0L, 0L, 3600L).injectNull(0.1))
            .as(
                (id, role, synced, success, skew) ->
                    new Observation.Seen(
                        Night.health(
                            id, role, sync(after(synced, seconds)), success, Night.VERSION),
                        Night.at(seconds),
                        after(skew, seconds)));
    return Arbitraries.frequencyOf(
        Tuple.of(5, seen),
        Tuple.of(1, Arbitraries.just(Night.silent(seconds))),
        Tuple.of(1, Arbitraries.just(Night.unreadable(seconds))));
  }

  private static @Nullable LastDataSync sync(@Nullable Instant time) {
    return time == null ? null : new LastDataSync(time, null, "success");
  }

  private static @Nullable Instant after(@Nullable Long offset, long seconds) {
    return offset == null ? null : Night.at(seconds + offset);
  }
}
