// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredFactsTest {

  @Test
  void nothing_is_declared_unless_somebody_said_it() {
    assertThat(DeclaredFacts.none().attestations()).isEmpty();
    assertThat(DeclaredFacts.none().toBuilder().build()).isEqualTo(DeclaredFacts.none());
  }

  @Test
  void each_fact_stands_where_it_was_put() {
    Attested<BackupSettings> settings = said(BackupSettings.builder().build());
    Attested<Fingerprint> key = said(new Fingerprint("ab".repeat(32)));
    Attested<List<ApplianceCertificate>> certificates = said(List.of());
    Attested<List<IpAddress>> ips = said(List.of(IpAddress.parse("12.12.1.50")));
    Attested<ApiAccess> access = said(ApiAccess.full());
    Attested<DirectoryTraffic> traffic = said(DirectoryTraffic.allowedFrom("12.12.1.50"));

    DeclaredFacts facts =
        DeclaredFacts.builder()
            .backupSettings(settings)
            .interApplianceKey(key)
            .certificates(certificates)
            .ipConfiguration(ips)
            .apiAccess(access)
            .smtpAlerts(said(true))
            .httpsFromClients(said(false))
            .directoryTraffic(traffic)
            .build();

    assertThat(facts)
        .isEqualTo(
            new DeclaredFacts(
                settings, key, certificates, ips, access, said(true), said(false), traffic));
    assertThat(facts.toBuilder().build()).isEqualTo(facts);
    assertThat(facts.attestations())
        .containsExactlyInAnyOrder(
            settings, key, certificates, ips, access, said(true), said(false), traffic);
  }

  @Test
  void a_list_of_addresses_does_not_change_afterwards() {
    List<IpAddress> ips = new ArrayList<>(List.of(IpAddress.parse("12.12.1.50")));
    DeclaredFacts facts = DeclaredFacts.builder().ipConfiguration(said(ips)).build();

    ips.clear();

    assertThat(facts.ipConfiguration()).isEqualTo(said(List.of(IpAddress.parse("12.12.1.50"))));
  }

  @Test
  void a_directory_that_is_not_used_needs_no_addresses() {
    assertThat(DirectoryTraffic.none()).isEqualTo(new DirectoryTraffic(false, List.of()));
    assertThat(DirectoryTraffic.allowedFrom("12.12.1.50"))
        .isEqualTo(new DirectoryTraffic(true, List.of(IpAddress.parse("12.12.1.50"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DirectoryTraffic(false, List.of(IpAddress.parse("12.12.1.50"))))
        .withMessage("allowedFrom is [12.12.1.50], but no directory is used; leave it empty");
  }

  @Test
  void a_duty_names_somebody_and_takes_no_less_than_no_time() {
    assertThat(new SwingDuty(" rota ", Duration.ZERO))
        .isEqualTo(new SwingDuty("rota", Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SwingDuty("  ", null))
        .withMessage("madeBy is blank; somebody has to make the change");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SwingDuty("rota", Duration.ofSeconds(-1)))
        .withMessage("takes is PT-1S, below zero");
  }

  @Test
  void full_access_allows_everything() {
    assertThat(ApiAccess.full())
        .isEqualTo(new ApiAccess(true, ApiAccess.CommandPermission.FULL_ACCESS, true));
  }

  private static <T> Attested<T> said(T value) {
    return new Attested<>(value, "ada", MadeUp.NOON);
  }
}
