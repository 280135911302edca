// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.AccessFinding.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiReleaseTest {

  @ParameterizedTest
  @CsvSource({
    "1.11.0, LACKING, LACKING",
    "1.9.0, LACKING, LACKING",
    "1.12.0, PASSED, UNKNOWN",
    "1.17.0, PASSED, UNKNOWN",
    "1.18.0, PASSED, PASSED",
    "1.25.0, PASSED, PASSED",
    "1.24.1, PASSED, PASSED",
    "2.0.0, PASSED, PASSED",
    "2.0, PASSED, PASSED",
    "0.99.0, LACKING, LACKING",
    "'', UNKNOWN, UNKNOWN",
    "1, UNKNOWN, UNKNOWN",
    "v1.24.1, UNKNOWN, UNKNOWN",
    "1.99999.0, UNKNOWN, UNKNOWN",
    "1.24.1-beta, UNKNOWN, UNKNOWN"
  })
  void a_release_has_what_is_needed_or_has_it_not_or_cannot_be_told(
      String version, Outcome read, Outcome change) {
    assertThat(ApiRelease.judge(version, false).outcome()).isEqualTo(read);
    assertThat(ApiRelease.judge(version, true).outcome()).isEqualTo(change);
  }
}
