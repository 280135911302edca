// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.file.PairFile;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.readiness.PairFacts;
import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SimulatedPairTest
class GuideLinesTest {

  private static final Path WELL_KEPT = Path.of("src/main/resources/pairs/well-kept.json");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static PairClient clientOf(PairAddresses addresses, ApiAccount account) {
    return PairClient.builder(
            ApplianceClient.builder()
                .account(account)
                .trustedCertificates(addresses.caCertificate()))
        .primary(addresses.a())
        .backup(addresses.b())
        .build();
  }

  private static ApiAccount accountOf(SimulatedAccount simulated) {
    return ApiAccount.of(simulated.clientId(), simulated.clientSecret().toCharArray());
  }

  @Test
  void those_of_access_tell_what_is_lacking(
      SimulatedPair simulated, PairAddresses addresses, SimulatedAccount simulatedAccount) {
    try (ApiAccount account = accountOf(simulatedAccount);
        PairClient pair = clientOf(addresses, account)) {
      simulated.account().changePermissions(new AccountPermissions(CommandPermission.DENY, false));

      assertThat(GuideLines.access(pair, out)).isFalse();
    }
    assertThat(text()).contains("normal primary", "normal backup", "lacking: ");
  }

  @Test
  void those_of_certificates_take_what_was_seen_for_a_fact(
      PairAddresses addresses, SimulatedAccount simulatedAccount) {
    PairFacts facts;
    try (ApiAccount account = accountOf(simulatedAccount);
        PairClient pair = clientOf(addresses, account)) {
      facts = GuideLines.certificates(pair, PairFile.read(WELL_KEPT), Instant.now(), out);
    }

    assertThat(facts.certificates())
        .extracting(CertificateComparison::forSite)
        .isEqualTo(CertificateComparison.Sameness.SAME);
    assertThat(facts.snapshot()).isNotNull();
    assertThat(text()).contains("SHA-256");
  }

  @Test
  void those_of_the_pair_file_judge_by_it() {
    assertThat(GuideLines.pairFile(WELL_KEPT).findings()).isNotEmpty();
  }
}
