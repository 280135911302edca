// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReadinessPolicyTest {

  @Test
  void a_status_that_is_given_twice_counts_once() {
    assertThat(ReadinessPolicy.builder().goodSyncStatuses("ok", "ok").build().goodSyncStatuses())
        .containsExactly("ok");
  }

  @Test
  void a_blank_status_is_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadinessPolicy.builder().goodSyncStatuses("ok", " ").build())
        .withMessage("goodSyncStatuses has a blank word");
  }
}
