// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressReportsTest {

  @Test
  void an_interval_without_end_means_the_beginning_and_the_end() {
    List<DownloadProgress> told = new ArrayList<>();
    DownloadSettings settings =
        DownloadSettings.builder()
            .progress(told::add)
            .progressInterval(Duration.ofSeconds(Long.MAX_VALUE))
            .build();
    ProgressReports reports = new ProgressReports(settings, 9L, () -> 1_000_000_000L);

    reports.begun(0);
    reports.more(5);
    reports.complete(9);

    assertThat(told).extracting(DownloadProgress::bytes).containsExactly(0L, 9L);
  }
}
