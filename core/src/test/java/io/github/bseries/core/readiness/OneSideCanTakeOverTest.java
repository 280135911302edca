// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.WellKept.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import org.junit.jupiter.api.Test;

class OneSideCanTakeOverTest {

  private static final Rule RULE = new OneSideCanTakeOver();

  @Test
  void a_backup_that_has_all_of_it_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(Verdict.passed("the normal backup has all of it"));
  }

  @Test
  void two_backups_that_lack_different_things_are_no_standby() {
    PairFacts facts =
        WellKept.factsWith(NORMAL_PRIMARY, it -> it.httpsFromClients(said(false))).toBuilder()
            .snapshot(bothBackup(false))
            .build();

    assertThat(new BackupStandsBy().judge(facts).isPassed()).isTrue();
    assertThat(new HttpsFromClientsReachesBackup().judge(facts).isPassed()).isTrue();
    assertThat(RULE.judge(facts)).isInstanceOf(Verdict.Violated.class);
  }

  @Test
  void of_two_backups_one_that_has_all_of_it_is_enough() {
    PairFacts facts = WellKept.facts().toBuilder().snapshot(bothBackup(true)).build();

    assertThat(RULE.judge(facts).isPassed()).isTrue();
  }

  @Test
  void an_expired_certificate_with_a_key_and_a_valid_one_without_are_not_enough() {
    PairFacts facts =
        Certificates.facts(
            NORMAL_BACKUP,
            Certificates.until(WellKept.NOW.minusSeconds(1)),
            Certificates.withoutKey());

    assertThat(new BackupCoversSiteName().judge(facts).isPassed()).isTrue();
    assertThat(new BackupCertificateIsValid().judge(facts).isPassed()).isFalse();
    assertThat(new CertificatesAreIdentical().judge(facts).isPassed()).isFalse();
    assertThat(RULE.judge(facts)).isInstanceOf(Verdict.Violated.class);
  }

  private static PairSnapshot bothBackup(boolean well) {
    return new PairSnapshot(
        WellKept.seen(as(WellKept.primaryHealth(), BACKUP, true)),
        WellKept.seen(as(WellKept.backupHealth(), BACKUP, well)),
        null);
  }

  private static ApplianceHealth as(ApplianceHealth it, FailoverRole role, boolean success) {
    return new ApplianceHealth(
        it.applianceId(),
        it.hostName(),
        it.version(),
        success,
        it.errorMessages(),
        role,
        it.enabledSharedIps(),
        it.lastDataSync());
  }

  @Test
  void nothing_is_known_of_a_pair_at_which_nobody_looked() {
    assertThat(RULE.judge(WellKept.facts().toBuilder().snapshot(null).build()))
        .isInstanceOf(Verdict.NotJudged.class);
  }
}
