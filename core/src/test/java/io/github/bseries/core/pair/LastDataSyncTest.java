// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LastDataSyncTest {

  @Test
  void a_time_alone_is_enough() {
    assertThat(new LastDataSync(MadeUp.NOON, null, null).time()).isEqualTo(MadeUp.NOON);
  }

  @Test
  void a_time_that_could_not_be_understood_is_kept_as_text() {
    LastDataSync sync = new LastDataSync(null, "yesterday at noon", null);

    assertThat(sync.time()).isNull();
    assertThat(sync.timeText()).isEqualTo("yesterday at noon");
  }

  @Test
  void a_status_alone_is_enough_and_nothing_is_read_into_it() {
    assertThat(new LastDataSync(null, null, "Başarılı\n").status()).isEqualTo("Başarılı\n");
  }

  @Test
  void nothing_at_all_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LastDataSync(null, null, null))
        .withMessage("a last data sync must have a time, a text or a status");
  }
}
