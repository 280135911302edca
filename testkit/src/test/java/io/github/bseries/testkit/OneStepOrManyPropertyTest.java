// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OneStepOrManyPropertyTest {

  @Property(tries = 200)
  void the_same_span_ends_in_the_same_state_however_it_is_cut(
      @ForAll boolean primaryIsAsked,
      @ForAll boolean dataSyncFirst,
      @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> seconds) {
    SimulatedPair many = asked(primaryIsAsked, dataSyncFirst);
    SimulatedPair one = asked(primaryIsAsked, dataSyncFirst);

    seconds.forEach(step -> many.advance(Duration.ofSeconds(step)));
    one.advance(Duration.ofSeconds(seconds.stream().mapToInt(Integer::intValue).sum()));

    assertThat(many.a().health()).isEqualTo(one.a().health());
    assertThat(many.b().health()).isEqualTo(one.b().health());
  }

  private static SimulatedPair asked(boolean primaryIsAsked, boolean dataSyncFirst) {
    SimulatedPair pair = SimulatedPair.create();
    if (primaryIsAsked) {
      pair.a().setFailoverRole(FailoverRole.BACKUP, dataSyncFirst, false);
    } else {
      pair.b().setFailoverRole(FailoverRole.PRIMARY, dataSyncFirst, false);
    }
    return pair;
  }
}
