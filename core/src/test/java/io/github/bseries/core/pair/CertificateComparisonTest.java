// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.pair.CertificateComparison.Sameness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateComparisonTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CertificateLook FAILED =
      new CertificateLook.NotShown(NOW, HandshakeFailure.NO_TLS, "it speaks HTTP");

  private static ShownCertificate certificate(String digits, Duration left, String... names) {
    return new ShownCertificate(
        new Fingerprint(digits.repeat(32)),
        new Fingerprint("12".repeat(32)),
        "support.example.com",
        "Example CA",
        NOW.minus(Duration.ofDays(300)),
        NOW.plus(left),
        List.of(names),
        false);
  }

  private static CertificateLook.Shown shown(String digits) {
    return new CertificateLook.Shown(
        NOW,
        List.of(certificate(digits, Duration.ofDays(40), "support.example.com")),
        ChainEnd.TRUSTED);
  }

  private static CertificateComparison compared(CertificateLook primary, CertificateLook backup) {
    return new CertificateComparison(
        "support.example.com",
        new SideCertificates(primary, FAILED),
        new SideCertificates(backup, backup));
  }

  @Test
  void tells_the_same_from_different_ones_and_from_what_nobody_saw() {
    assertThat(compared(shown("ab"), shown("ab")).forSite()).isEqualTo(Sameness.SAME);
    assertThat(compared(shown("ab"), shown("cd")).forSite()).isEqualTo(Sameness.DIFFERENT);
    assertThat(compared(shown("ab"), FAILED).forSite()).isEqualTo(Sameness.UNKNOWN);
    assertThat(compared(FAILED, FAILED).forSite()).isEqualTo(Sameness.UNKNOWN);
    assertThat(compared(shown("ab"), shown("ab")).withoutName()).isEqualTo(Sameness.UNKNOWN);
  }

  @Test
  void prints_what_each_side_shows() {
    assertThat(compared(shown("ab"), shown("cd")).summary())
        .isEqualTo(
            "certificates    for support.example.com: different; without a name: cannot be compared"
                + "\n  normal primary, for the site: support.example.com of Example CA, valid until"
                + " 2026-04-10T12:00:00Z (40 days), chain ends at a trusted root, SHA-256 "
                + "ab".repeat(32)
                + ", for support.example.com"
                + "\n  normal primary, without a name: no certificate was seen: it speaks HTTP"
                + "\n  normal backup, for the site: support.example.com of Example CA, valid until"
                + " 2026-04-10T12:00:00Z (40 days), chain ends at a trusted root, SHA-256 "
                + "cd".repeat(32)
                + ", for support.example.com"
                + "\n  normal backup, without a name: the same");
  }

  @Test
  void a_chain_is_valid_as_long_as_all_of_it_is() {
    CertificateLook.Shown look =
        new CertificateLook.Shown(
            NOW,
            List.of(certificate("ab", Duration.ofDays(40)), certificate("cd", Duration.ofDays(3))),
            ChainEnd.TRUSTED);

    assertThat(look.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(look.isValidAt(NOW)).isTrue();
    assertThat(look.isValidAt(look.validUntil())).isFalse();
    assertThat(look.isValidAt(NOW.minus(Duration.ofDays(301)))).isFalse();
    assertThat(look.own().fingerprint().value()).startsWith("ab");
  }

  @ParameterizedTest
  @CsvSource({"PT0S,0", "PT23H,0", "PT24H,1", "PT-1S,-1", "PT-24H,-1", "PT-25H,-2"})
  void days_left_are_whole_ones(Duration left, long days) {
    assertThat(certificate("ab", left).daysLeft(NOW)).isEqualTo(days);
  }

  @Test
  void a_name_is_covered_by_itself_or_by_a_star() {
    ShownCertificate it = certificate("ab", Duration.ZERO, "a.example.org", "*.Example.COM");

    assertThat(it.nameFor("Support.example.com")).contains("*.Example.COM");
    assertThat(it.nameFor("a.example.org")).contains("a.example.org");
    assertThat(it.nameFor("example.com")).isEmpty();
    assertThat(certificate("ab", Duration.ZERO).nameFor("support.example.com")).isEmpty();
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CertificateLook.Shown(NOW, List.of(), ChainEnd.TRUSTED))
        .withMessageContaining("chain");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CertificateLook.NotShown(NOW, HandshakeFailure.SILENT, " "))
        .withMessageContaining("reason");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CertificateComparison(
                    "", new SideCertificates(FAILED, FAILED), new SideCertificates(FAILED, FAILED)))
        .withMessageContaining("siteName");
  }
}
