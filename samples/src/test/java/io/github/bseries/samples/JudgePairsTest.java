// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgePairsTest {

  @Test
  void the_well_kept_pair_passes_everything() {
    ReadinessReport report = JudgePairs.judge("well-kept", JudgePairs.seenWithCertificates());

    assertThat(report.open()).isEmpty();
    assertThat(report.canSwitchOver()).isTrue();
    assertThat(report.canTakeOver()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared-ip", "dns-swing", "nat-swing"})
  void an_example_of_the_guide_breaks_nothing_and_opens_nothing(String example) {
    ReadinessReport report = JudgePairs.judge(example, JudgePairs.nothing());

    assertThat(report.canSwitchOver()).isFalse();
    assertThat(report.canTakeOver()).isFalse();
    assertThat(report.findings())
        .filteredOn(finding -> finding.verdict() instanceof Verdict.Violated)
        .extracting(finding -> finding.rule().id())
        .containsExactly("attestation.both-sides-attested");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings.backup-operations-off-on-normal-primary",
        "settings.automatic-failover-off-on-normal-primary",
        "settings.data-sync-at-least-daily-on-normal-backup",
        "network.test-ip-outside-subnets-of-pair",
        "pair.shared-ip-is-set-up-on-both",
        "pair.inter-appliance-keys-are-the-same",
        "certificates.are-identical",
        "certificates.not-from-lets-encrypt",
        "control.one-that-changes-roles-by-itself",
        "control.api-account-may-change-roles",
        "control.smtp-alerts-on-both-sides",
        "network.directory-traffic-from-every-address"
      })
  void each_of_the_twelve_mistakes_is_found_with_its_remedy_and_source(String id) {
    ReadinessReport report = JudgePairs.judge("twelve-mistakes", JudgePairs.seen());

    assertThat(report.open())
        .filteredOn(finding -> finding.rule().id().equals(id))
        .extracting(Finding::verdict)
        .singleElement()
        .isInstanceOf(Verdict.Violated.class);
    assertThat(report.text()).contains("violated: " + id + "\n", "remedy", "source");
  }
}
