// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.SwingDuty;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CutoverFitsRecoveryTimeTest {

  private static final Rule RULE = new CutoverFitsRecoveryTime();

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void with_a_shared_ip_only_the_timeout_counts() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed("Primary Site Instance Timeout 5 min, lag of shared IP; promised are 1 h"));
    assertThat(RULE.judge(promising(WellKept.facts(), Duration.ofMinutes(5))).isPassed()).isTrue();
    assertThat(RULE.judge(promising(WellKept.facts(), Duration.ofSeconds(299))))
        .isEqualTo(
            violated(
                "Primary Site Instance Timeout 5 min, lag of shared IP; promised are 4 min 59 s"));
  }

  @Test
  void with_a_dns_swing_all_three_count() {
    assertThat(RULE.judge(Changed.cutover(Changed.dnsSwing(Duration.ofMinutes(45)))))
        .isEqualTo(
            passed(
                "Primary Site Instance Timeout 5 min, swing 10 min, lag of DNS swing 45 min;"
                    + " promised are 1 h"));
    assertThat(RULE.judge(Changed.cutover(Changed.dnsSwing(Duration.ofSeconds(45 * 60 + 1)))))
        .isEqualTo(
            violated(
                "Primary Site Instance Timeout 5 min, swing 10 min, lag of DNS swing 45 min 1 s;"
                    + " promised are 1 h"));
  }

  @Test
  void how_long_people_take_to_decide_is_not_known() {
    assertThat(RULE.judge(Changed.withoutAutomaticFailover()))
        .isEqualTo(
            notJudged(
                "time until people notice and decide: nobody declares it, and automatic failover of"
                    + " the normal backup is off"));
    assertThat(
            RULE.judge(
                WellKept.factsWith(
                    NORMAL_BACKUP, WellKept.backupSettings().backupOperations(false).build())))
        .isEqualTo(
            notJudged(
                "time until people notice and decide: nobody declares it, and backup operations of"
                    + " the normal backup are off"));
  }

  @Test
  void a_swing_of_unknown_length_is_not_judged() {
    PairFacts facts = swungBy(new SwingDuty("ada", null));

    assertThat(RULE.judge(facts)).isEqualTo(notJudged("time of the swing: not declared"));
    assertThat(RULE.judge(Removals.swingDuty().apply(facts)))
        .isEqualTo(notJudged("swing duty: not declared"));
  }

  @Test
  void what_is_too_long_already_is_broken_whatever_is_missing() {
    PairFacts facts = Changed.cutover(Changed.dnsSwing(HOUR.plusSeconds(1)));

    assertThat(
            RULE.judge(
                Removals.attested(NORMAL_BACKUP, SideFact.BACKUP_SETTINGS)
                    .apply(Removals.swingDuty().apply(facts))))
        .isEqualTo(violated("lag of DNS swing 1 h 1 s; promised are 1 h"));
  }

  @Test
  void a_timeout_that_was_not_declared_is_not_judged() {
    BackupSettings settings =
        BackupSettings.builder().backupOperations(true).automaticFailover(true).build();

    assertThat(RULE.judge(WellKept.factsWith(NORMAL_BACKUP, settings)))
        .isEqualTo(notJudged("Primary Site Instance Timeout of the normal backup: not declared"));
  }

  @Test
  void the_longest_times_there_are_do_not_overflow() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    assertThat(RULE.judge(swungBy(new SwingDuty("ada", longest))))
        .isInstanceOf(Verdict.Violated.class);
    assertThat(RULE.judge(promising(swungBy(new SwingDuty("ada", longest)), longest)).isPassed())
        .isTrue();
  }

  @Test
  void without_a_promise_it_is_not_judged() {
    assertThat(RULE.judge(Removals.recoveryTime().apply(WellKept.facts())))
        .isEqualTo(notJudged("recovery time: nobody promised any"));
  }

  @Test
  void without_the_page_of_the_normal_backup_it_is_not_judged() {
    assertThat(RULE.judge(Changed.without(NORMAL_BACKUP, SideFact.BACKUP_SETTINGS)))
        .isEqualTo(notJudged("backup settings of the normal backup: not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }

  private static PairFacts promising(PairFacts facts, Duration recoveryTime) {
    return facts.toBuilder()
        .policy(ReadinessPolicy.builder().recoveryTime(recoveryTime).build())
        .build();
  }

  private static PairFacts swungBy(SwingDuty duty) {
    return WellKept.factsOf(
        WellKept.pair().toBuilder()
            .cutover(new NatSwing(null))
            .swingDuty(WellKept.said(duty))
            .build());
  }
}
