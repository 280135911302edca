// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;

class KnownConnectionsTest {

  private static final String NAME = "40000>50000";

  private final KnownConnections known = new KnownConnections();
  private final RelayedConnection throughA = connection(false);
  private final RelayedConnection throughSite = connection(true);

  private static RelayedConnection connection(boolean ofSite) {
    return new RelayedConnection(new Socket(), new Socket(), new RelayGate(ofSite), () -> {});
  }

  @Test
  void one_that_is_open_is_meant_before_a_closed_one_of_another_relay() {
    known.opened(NAME, throughA);
    known.closed(NAME, throughA);
    known.opened(NAME, throughSite);

    assertThat(known.named(NAME)).isSameAs(throughSite);
  }

  @Test
  void one_that_closes_late_does_not_take_the_name_from_its_successor() {
    known.opened(NAME, throughA);
    known.opened(NAME, throughSite);
    known.closed(NAME, throughA);

    assertThat(known.named(NAME)).isSameAs(throughSite);
  }

  @Test
  void of_two_that_are_closed_the_younger_one_is_meant() {
    known.opened(NAME, throughSite);
    known.closed(NAME, throughSite);
    known.opened(NAME, throughA);
    known.closed(NAME, throughA);

    assertThat(known.named(NAME)).isSameAs(throughA);
  }

  @Test
  void closed_ones_are_forgotten_after_many_others_and_open_ones_never() {
    known.opened(NAME, throughA);
    known.opened("1>1", throughSite);
    known.closed("1>1", throughSite);
    for (int i = 0; i < 1024; i++) {
      known.opened(i + ">2", throughSite);
      known.closed(i + ">2", throughSite);
    }

    assertThat(known.named(NAME)).isSameAs(throughA);
    assertThat(known.named("1>1")).isNull();
    assertThat(known.named("0>2")).isSameAs(throughSite);
  }
}
