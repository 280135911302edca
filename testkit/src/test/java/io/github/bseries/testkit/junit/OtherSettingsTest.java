// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OtherSettingsTest {

  @RegisterExtension
  static final SimulatedPairExtension TINY_BACKUPS =
      SimulatedPairExtension.with(() -> SimulatedPair.builder().backupBytes(10).build());

  @Test
  void a_registered_extension_makes_pairs_of_another_kind(SimulatedPair pair) {
    assertThat(pair.a().backup().orElseThrow().bytes()).isEqualTo(10);
  }
}
