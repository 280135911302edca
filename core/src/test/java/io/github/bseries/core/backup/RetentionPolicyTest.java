// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.backup.RetentionReason.DAILY;
import static io.github.bseries.core.backup.RetentionReason.HOURLY;
import static io.github.bseries.core.backup.RetentionReason.LAST;
import static io.github.bseries.core.backup.RetentionReason.LAST_GOOD;
import static io.github.bseries.core.backup.RetentionReason.MONTHLY;
import static io.github.bseries.core.backup.RetentionReason.NONE_IS_GOOD;
import static io.github.bseries.core.backup.RetentionReason.NOT_GOOD;
import static io.github.bseries.core.backup.RetentionReason.NOT_NEEDED;
import static io.github.bseries.core.backup.RetentionReason.PROTECTED;
import static io.github.bseries.core.backup.RetentionReason.WEEKLY;
import static io.github.bseries.core.backup.RetentionReason.YEARLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.ApplianceId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPolicyTest {

  private static final ApplianceId ONE = new ApplianceId("1".repeat(32));
  private static final ApplianceId OTHER = new ApplianceId("2".repeat(32));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final RetentionPolicy ONLY_ONE = utc().last(1).build();

  @Test
  void the_newest_are_kept_in_whatever_order_they_come() {
    RetentionPlan plan =
        utc()
            .last(2)
            .build()
            .plan(files("2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z", "2026-03-03T00:00:00Z"));

    assertThat(plan.kept())
        .extracting(StoredBackup::name)
        .containsExactly("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z");
    assertThat(plan.dropped())
        .extracting(StoredBackup::name)
        .containsExactly("2026-03-01T00:00:00Z");
  }

  @Test
  void of_two_files_of_one_moment_the_later_name_is_the_newer() {
    Instant moment = Instant.parse("2026-03-01T00:00:00Z");

    assertThat(
            ONLY_ONE
                .plan(
                    List.of(
                        StoredBackup.good("b", ONE, moment, 1),
                        StoredBackup.good("a", ONE, moment, 1)))
                .kept())
        .extracting(StoredBackup::name)
        .containsExactly("b");
  }

  @Test
  void the_newest_file_of_each_hour_is_kept() {
    assertThat(
            kept(
                utc().hourly(2).build(),
                "2026-03-01T08:30:00Z",
                "2026-03-01T09:00:00Z",
                "2026-03-01T09:59:59Z",
                "2026-03-01T10:00:00Z"))
        .containsExactly("2026-03-01T09:59:59Z", "2026-03-01T10:00:00Z");
  }

  @Test
  void the_hour_that_comes_twice_when_clocks_are_set_back_counts_twice() {
    assertThat(
            kept(
                RetentionPolicy.builder(BERLIN).hourly(2).build(),
                "2026-10-25T00:10:00Z",
                "2026-10-25T00:40:00Z",
                "2026-10-25T01:10:00Z"))
        .containsExactly("2026-10-25T00:40:00Z", "2026-10-25T01:10:00Z");
  }

  @Test
  void days_begin_at_midnight_of_the_zone() {
    String[] files = {"2026-03-01T22:30:00Z", "2026-03-01T23:30:00Z", "2026-03-02T01:00:00Z"};

    assertThat(kept(utc().daily(2).build(), files))
        .containsExactly("2026-03-01T23:30:00Z", "2026-03-02T01:00:00Z");
    assertThat(kept(RetentionPolicy.builder(BERLIN).daily(2).build(), files))
        .containsExactly("2026-03-01T22:30:00Z", "2026-03-02T01:00:00Z");
  }

  @Test
  void days_without_a_file_do_not_count() {
    assertThat(
            kept(
                utc().daily(2).build(),
                "2025-01-01T00:00:00Z",
                "2025-06-01T00:00:00Z",
                "2026-03-02T01:00:00Z"))
        .containsExactly("2025-06-01T00:00:00Z", "2026-03-02T01:00:00Z");
  }

  @Test
  void weeks_begin_on_monday_and_cross_the_year() {
    assertThat(
            kept(
                utc().weekly(2).build(),
                "2025-12-28T12:00:00Z",
                "2025-12-29T12:00:00Z",
                "2026-01-04T12:00:00Z",
                "2026-01-05T12:00:00Z"))
        .containsExactly("2026-01-04T12:00:00Z", "2026-01-05T12:00:00Z");
  }

  @Test
  void the_same_month_of_two_years_is_two_months() {
    assertThat(
            kept(
                utc().monthly(2).build(),
                "2025-03-01T00:00:00Z",
                "2025-03-31T00:00:00Z",
                "2026-03-01T00:00:00Z",
                "2026-03-02T00:00:00Z"))
        .containsExactly("2025-03-31T00:00:00Z", "2026-03-02T00:00:00Z");
  }

  @Test
  void the_newest_file_of_each_year_is_kept() {
    assertThat(
            kept(
                utc().yearly(2).build(),
                "2024-12-31T23:59:59Z",
                "2025-01-01T00:00:00Z",
                "2025-12-31T23:59:59Z",
                "2026-01-01T00:00:00Z"))
        .containsExactly("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z");
  }

  @Test
  void each_file_is_kept_for_every_reason_that_holds() {
    RetentionPolicy policy =
        utc().last(1).hourly(2).daily(2).weekly(2).monthly(2).yearly(2).build();

    RetentionPlan plan =
        policy.plan(files("2026-03-04T12:00:00Z", "2026-03-04T11:00:00Z", "2025-01-01T00:00:00Z"));

    assertThat(plan.decisions())
        .extracting(RetentionDecision::reasons)
        .containsExactly(
            List.of(LAST_GOOD, LAST, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY),
            List.of(HOURLY),
            List.of(DAILY, WEEKLY, MONTHLY, YEARLY));
  }

  @Test
  void appliances_do_not_take_each_others_place() {
    StoredBackup one = StoredBackup.good("one", ONE, Instant.parse("2026-03-01T00:00:00Z"), 1);
    StoredBackup other =
        StoredBackup.good("other", OTHER, Instant.parse("2020-03-01T00:00:00Z"), 1);

    assertThat(ONLY_ONE.plan(List.of(one, other)).kept()).containsExactly(one, other);
  }

  @Test
  void a_file_that_is_not_good_is_dropped_and_takes_no_place() {
    StoredBackup good = StoredBackup.good("good", ONE, Instant.parse("2020-03-01T00:00:00Z"), 1);
    StoredBackup bad = StoredBackup.bad("bad", ONE, Instant.parse("2026-03-01T00:00:00Z"), 1);

    assertThat(ONLY_ONE.plan(List.of(bad, good)).decisions())
        .containsExactly(
            new RetentionDecision(bad, List.of(NOT_GOOD)),
            new RetentionDecision(good, List.of(LAST_GOOD, LAST)));
  }

  @Test
  void nothing_is_dropped_of_an_appliance_without_a_good_file() {
    StoredBackup older = StoredBackup.bad("older", ONE, Instant.parse("2020-03-01T00:00:00Z"), 1);
    StoredBackup newer = StoredBackup.bad("newer", ONE, Instant.parse("2026-03-01T00:00:00Z"), 1);
    StoredBackup other =
        StoredBackup.good("other", OTHER, Instant.parse("2026-03-01T00:00:00Z"), 1);

    assertThat(ONLY_ONE.plan(List.of(older, newer, other)).decisions())
        .extracting(RetentionDecision::reasons)
        .containsExactly(List.of(NONE_IS_GOOD), List.of(NONE_IS_GOOD), List.of(LAST_GOOD, LAST));
  }

  @Test
  void a_protected_file_is_kept_good_or_not() {
    StoredBackup newest =
        StoredBackup.good("newest", ONE, Instant.parse("2026-03-02T00:00:00Z"), 1);
    StoredBackup old =
        StoredBackup.good("old", ONE, Instant.parse("2020-03-01T00:00:00Z"), 1).withProtection();
    StoredBackup bad =
        StoredBackup.bad("bad", ONE, Instant.parse("2020-03-01T00:00:00Z"), 1).withProtection();

    assertThat(ONLY_ONE.plan(List.of(newest, old, bad)).decisions())
        .extracting(RetentionDecision::reasons)
        .containsExactly(List.of(LAST_GOOD, LAST), List.of(PROTECTED), List.of(PROTECTED));
    assertThat(
            utc().last(1).keepProtected(false).build().plan(List.of(newest, old, bad)).decisions())
        .extracting(RetentionDecision::reasons)
        .containsExactly(List.of(LAST_GOOD, LAST), List.of(NOT_NEEDED), List.of(NOT_GOOD));
  }

  @Test
  void no_files_make_an_empty_plan() {
    RetentionPlan plan = ONLY_ONE.plan(List.of());

    assertThat(plan.decisions()).isEmpty();
    assertThat(plan.droppedBytes()).isZero();
  }

  @Test
  void the_size_of_what_is_dropped_is_added_up() {
    Instant moment = Instant.parse("2026-03-01T00:00:00Z");
    List<StoredBackup> small =
        List.of(
            StoredBackup.good("a", ONE, moment, 5),
            StoredBackup.good("b", ONE, moment, 7),
            StoredBackup.good("c", ONE, moment, 100));
    List<StoredBackup> huge =
        List.of(
            StoredBackup.good("a", ONE, moment, Long.MAX_VALUE),
            StoredBackup.good("b", ONE, moment, 1),
            StoredBackup.good("c", ONE, moment, 100));

    assertThat(ONLY_ONE.plan(small).droppedBytes()).isEqualTo(12);
    assertThat(ONLY_ONE.plan(huge).droppedBytes()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_decision_can_be_read_by_a_human() {
    RetentionPlan plan = ONLY_ONE.plan(files("2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z"));

    assertThat(plan.decisions())
        .extracting(RetentionDecision::summary)
        .containsExactly(
            "keep 2026-03-02T00:00:00Z: the newest good one of its appliance, one of the newest",
            "drop 2026-03-01T00:00:00Z: no part of the policy keeps it");
  }

  @Test
  void reasons_that_contradict_each_other_are_refused() {
    StoredBackup file = files("2026-03-02T00:00:00Z").get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionDecision(file, List.of(LAST, NOT_NEEDED)))
        .withMessage("reasons are [LAST, NOT_NEEDED], must all keep the backup or all drop it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionDecision(file, List.of()))
        .withMessage("reasons are [], must all keep the backup or all drop it");
  }

  @Test
  void two_files_of_one_name_are_refused() {
    List<StoredBackup> twice =
        List.of(
            StoredBackup.good("a", ONE, Instant.EPOCH, 1),
            StoredBackup.good("a", OTHER, Instant.EPOCH, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONLY_ONE.plan(twice))
        .withMessage("two backups have the name a");
  }

  @Test
  void a_policy_that_would_keep_nothing_on_purpose_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> utc().build())
        .withMessage("all counts are 0, so nothing would be kept on purpose");
  }

  @Test
  void a_negative_count_is_refused_by_name() {
    List<RetentionPolicy.Builder> wrong =
        List.of(
            utc().last(-1),
            utc().hourly(-1),
            utc().daily(-1),
            utc().weekly(-1),
            utc().monthly(-1),
            utc().yearly(-1));
    List<String> names = List.of("last", "hourly", "daily", "weekly", "monthly", "yearly");

    for (int i = 0; i < names.size(); i++) {
      assertThatIllegalArgumentException()
          .isThrownBy(wrong.get(i)::build)
          .withMessage(names.get(i) + " is -1, must be 0 or more");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
  void a_moment_that_cannot_be_right_is_refused(Instant takenAt) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredBackup.good("a", ONE, takenAt, 1))
        .withMessage("takenAt is " + takenAt + ", must be of the years 1970 to 9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
  void the_first_and_the_last_moment_can_be_planned_in_any_zone(Instant takenAt) {
    List<StoredBackup> files = List.of(StoredBackup.good("a", ONE, takenAt, 0));

    for (ZoneId zone : List.of(ZoneOffset.MIN, ZoneOffset.MAX)) {
      RetentionPolicy policy =
          RetentionPolicy.builder(zone).hourly(1).daily(1).weekly(1).monthly(1).yearly(1).build();

      assertThat(policy.plan(files).kept()).isEqualTo(files);
    }
  }

  @Test
  void a_file_that_cannot_be_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredBackup.bad(" ", ONE, Instant.EPOCH, 1))
        .withMessage("the name of a backup is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredBackup.bad("a", ONE, Instant.EPOCH, -1))
        .withMessage("sizeBytes is -1, must be 0 or more");
    assertThatNullPointerException()
        .isThrownBy(() -> StoredBackup.good("a", null, Instant.EPOCH, 1))
        .withMessage("appliance");
    assertThatNullPointerException()
        .isThrownBy(() -> RetentionPolicy.builder(null))
        .withMessage("zone");
  }

  private static RetentionPolicy.Builder utc() {
    return RetentionPolicy.builder(ZoneOffset.UTC);
  }

  private static List<String> kept(RetentionPolicy policy, String... moments) {
    return policy.plan(files(moments)).kept().stream().map(StoredBackup::name).toList();
  }

  private static List<StoredBackup> files(String... moments) {
    return Arrays.stream(moments)
        .map(moment -> StoredBackup.good(moment, ONE, Instant.parse(moment), 1))
        .toList();
  }
}
