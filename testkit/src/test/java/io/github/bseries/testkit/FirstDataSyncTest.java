// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first data sync of a relationship, when something else is under way at its moment. */
class FirstDataSyncTest {

  private static final Duration SWAP = Duration.ofSeconds(5);
  private static final Duration SYNC = Duration.ofSeconds(30);

  private final SimulatedPair pair = SimulatedPair.builder().established(false).build();

  @BeforeEach
  void establish() {
    pair.a().failoverPage().establishRelationship();
  }

  @Test
  void it_waits_for_the_end_of_a_swap() {
    pair.advance(Duration.ofSeconds(57));
    pair.a().setFailoverRole(BACKUP, false, false);
    pair.advance(SWAP);

    assertThat(pair.isBusy()).as("the swap is over, the data sync has begun").isTrue();
    pair.advance(SYNC);
    assertThat(pair.b().health().lastDataSync().status()).isEqualTo("success");
  }

  @Test
  void it_is_not_needed_any_more_after_another_one_that_went_well() {
    pair.advance(Duration.ofSeconds(50));
    pair.startDataSync();
    pair.advance(SYNC);

    assertThat(pair.isBusy()).isFalse();
    assertThat(pair.a().health().lastDataSync().status()).isEqualTo("success");
  }

  @Test
  void it_follows_another_one_that_failed() {
    pair.advance(Duration.ofSeconds(50));
    pair.suffers(PairFault.SYNC_FAILS);
    pair.startDataSync();
    pair.advance(SYNC);

    assertThat(pair.isBusy()).isTrue();
    pair.advance(SYNC);
    assertThat(pair.a().health().lastDataSync().status()).isEqualTo("success");
  }
}
