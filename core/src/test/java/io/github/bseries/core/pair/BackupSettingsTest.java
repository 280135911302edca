// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupSettingsTest {

  @Test
  void nothing_is_on_and_nothing_declared_unless_set() {
    assertThat(BackupSettings.builder().build())
        .isEqualTo(new BackupSettings(false, null, null, null, false, List.of(), List.of()));
  }

  @Test
  void each_setting_of_the_page_is_kept() {
    BackupSettings settings =
        BackupSettings.builder()
            .backupOperations(true)
            .primarySiteInstanceTimeout(Duration.ofMinutes(10))
            .automaticDataSyncInterval(Duration.ofHours(1))
            .dataSyncBandwidthLimit(new Bandwidth(1_000))
            .automaticFailover(true)
            .networkConnectivityTestIps("12.12.1.1", "2001:DB8::1")
            .sharedIps("12.12.1.52")
            .build();

    assertThat(settings)
        .isEqualTo(
            new BackupSettings(
                true,
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                new Bandwidth(1_000),
                true,
                List.of(new IpAddress("12.12.1.1"), new IpAddress("2001:db8::1")),
                List.of(new IpAddress("12.12.1.52"))));
  }

  @Test
  void unwise_settings_can_be_declared() {
    BackupSettings settings =
        BackupSettings.builder()
            .automaticFailover(true)
            .automaticDataSyncInterval(Duration.ofDays(400))
            .build();

    assertThat(settings.backupOperations()).isFalse();
    assertThat(settings.networkConnectivityTestIps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void a_time_that_is_none_is_refused_by_name(Duration none) {
    BackupSettings.Builder page = BackupSettings.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> page.primarySiteInstanceTimeout(none).build())
        .withMessage("primarySiteInstanceTimeout is " + none + ", must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackupSettings.builder().automaticDataSyncInterval(none).build())
        .withMessage("automaticDataSyncInterval is " + none + ", must be above zero");
  }

  @Test
  void the_lists_do_not_change_afterwards() {
    List<IpAddress> ips = new ArrayList<>(List.of(new IpAddress("12.12.1.1")));
    BackupSettings settings = new BackupSettings(true, null, null, null, true, ips, ips);

    ips.clear();

    assertThat(settings.networkConnectivityTestIps()).hasSize(1);
    assertThat(settings.sharedIps()).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> settings.sharedIps().clear());
  }

  @Test
  void a_test_ip_is_an_ip_address() {
    BackupSettings.Builder page = BackupSettings.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> page.networkConnectivityTestIps("gateway.example.com"));
    assertThatIllegalArgumentException().isThrownBy(() -> page.sharedIps("12.12.1"));
  }
}
