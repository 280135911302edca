// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.StatusPage;
import io.github.bseries.core.pair.Attested;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttestationsOfRecoveryKitAreRecentTest {

  private static final Rule RULE = new AttestationsOfRecoveryKitAreRecent();

  @Test
  void all_of_them_young_enough_passes() {
    assertThat(RULE.judge(with(kit(Duration.ofDays(90)))))
        .isEqualTo(passed("3 attested, each at most 90 d ago"));
  }

  @Test
  void those_that_are_too_old_do_not() {
    assertThat(RULE.judge(with(kit(Duration.ofDays(91)))))
        .isEqualTo(
            violated(
                Stream.of(
                        "recovery kit of the normal primary",
                        "recovery kit of the normal backup",
                        "recovery kit: Vault encryption key")
                    .map(what -> what + ": attested by ada 91 d ago, must be at most 90 d")
                    .collect(Collectors.joining("; "))));
  }

  @Test
  void a_kit_with_nothing_in_it_is_not_judged() {
    assertThat(RULE.judge(with(RecoveryKit.none()))).isEqualTo(notJudged("nothing was attested"));
  }

  @Test
  void without_a_kit_it_is_not_judged() {
    assertThat(RULE.judge(WellKept.facts().toBuilder().recoveryKit(null).build()))
        .isEqualTo(notJudged("no recovery kit was declared"));
  }

  private static RecoveryKit kit(Duration age) {
    StatusPage page = new StatusPage("1", null, null);
    ApplianceKit side =
        ApplianceKit.none().withStatusPage(new Attested<>(page, "ada", NOW.minus(age)));
    return RecoveryKit.builder()
        .normalPrimary(side)
        .normalBackup(side)
        .vaultKey(new Attested<>(KitPart.lacking(), "ada", NOW.minus(age)))
        .build();
  }

  private static PairFacts with(RecoveryKit kit) {
    return WellKept.facts().toBuilder().recoveryKit(kit).build();
  }
}
