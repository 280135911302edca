// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedPair;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuietPairTest {

  @Test
  void a_quiet_pair_syncs_once_a_day_and_says_how_long_it_took() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    SimulatedPair pair =
        QuietPair.live(100, new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .matches("100 simulated days in \\d+ ms\\R");
    assertThat(pair.history().lines().filter(line -> line.endsWith("was copied to its peer")))
        .hasSize(100);
    assertThat(pair.outcome().outage()).isZero();
  }
}
