// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SwingDuty;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttestationsOfPairAreRecentTest {

  private static final Rule RULE = new AttestationsOfPairAreRecent();

  private static final Duration OLDEST = Duration.ofDays(90);

  @Test
  void all_of_them_young_enough_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(passed("18 attested, each at most 90 d ago"));
  }

  @Test
  void one_of_the_whole_pair_that_is_too_old_does_not() {
    AppliancePair pair = WellKept.pair();
    SwingDuty duty = new SwingDuty("ada", null);

    assertThat(
            RULE.judge(WellKept.factsOf(pair.toBuilder().swingDuty(ago(duty, OLDEST)).build()))
                .isPassed())
        .isTrue();
    assertThat(
            RULE.judge(
                WellKept.factsOf(
                    pair.toBuilder().swingDuty(ago(duty, OLDEST.plusSeconds(1))).build())))
        .isEqualTo(violated("swing duty: attested by ada 90 d 1 s ago, must be at most 90 d"));
    assertThat(
            RULE.judge(
                WellKept.factsOf(
                    pair.toBuilder().unattendedAutomation(ago(false, OLDEST.plusDays(1))).build())))
        .isEqualTo(
            violated("unattended automation: attested by ada 91 d ago, must be at most 90 d"));
  }

  @ParameterizedTest
  @EnumSource
  void one_of_a_side_that_is_too_old_does_not(PairSide side) {
    assertThat(
            RULE.judge(
                WellKept.factsWith(side, it -> it.smtpAlerts(ago(true, Duration.ofDays(100))))))
        .isEqualTo(
            violated(
                "SMTP alerts of the "
                    + side.title()
                    + ": attested by ada 100 d ago, must be at most 90 d"));
  }

  @Test
  void taking_others_away_does_not_mend_one_that_is_too_old() {
    PairFacts facts =
        WellKept.factsWith(NORMAL_BACKUP, it -> it.smtpAlerts(ago(true, OLDEST.plusDays(1))));

    Removals.attestations().entrySet().stream()
        .filter(removal -> !removal.getKey().equals("NORMAL_BACKUP SMTP_ALERTS"))
        .forEach(
            removal ->
                assertThat(RULE.judge(removal.getValue().apply(facts)))
                    .as(removal.getKey())
                    .isInstanceOf(Verdict.Violated.class));
  }

  @Test
  void one_that_is_yet_to_come_does_not() {
    assertThat(
            RULE.judge(
                WellKept.factsWith(
                    NORMAL_BACKUP, it -> it.smtpAlerts(ago(true, Duration.ofHours(-15))))))
        .isEqualTo(
            violated(
                "SMTP alerts of the normal backup: attested at 2026-03-02T03:00:00Z,"
                    + " which is yet to come"));
  }

  @Test
  void a_day_that_has_begun_somewhere_passes() {
    assertThat(
            RULE.judge(
                    WellKept.factsWith(
                        NORMAL_BACKUP, it -> it.smtpAlerts(ago(true, Duration.ofHours(-14)))))
                .isPassed())
        .isTrue();
  }

  @Test
  void where_nothing_was_attested_it_is_not_judged() {
    AppliancePair pair = WellKept.pair();
    AppliancePair bare =
        AppliancePair.builder()
            .siteHostName(pair.siteHostName())
            .normalPrimary(pair.normalPrimary().withDeclared(DeclaredFacts.none()))
            .normalBackup(pair.normalBackup().withDeclared(DeclaredFacts.none()))
            .cutover(pair.cutover())
            .build();

    assertThat(RULE.judge(WellKept.factsOf(bare))).isEqualTo(notJudged("nothing was attested"));
  }

  @Test
  void every_attestation_of_a_side_has_its_name() {
    assertThat(Stream.of(DeclaredFacts.class.getRecordComponents()).map(RecordComponent::getType))
        .hasSameSizeAs(SideFact.values());
    DeclaredFacts declared = WellKept.pair().normalBackup().declared();
    assertThat(Stream.of(SideFact.values()).<Object>map(fact -> fact.in(declared)))
        .containsExactlyInAnyOrderElementsOf(declared.attestations());
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }

  private static <T> Attested<T> ago(T value, Duration age) {
    return new Attested<>(value, "ada", NOW.minus(age));
  }
}
