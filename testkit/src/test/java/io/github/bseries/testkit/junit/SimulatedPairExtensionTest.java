// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SteppableTime;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@SimulatedPairTest
class SimulatedPairExtensionTest {

  private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();
  private static final Set<SimulatedPair> PAIRS = ConcurrentHashMap.newKeySet();

  private final SimulatedPair ofTheConstructor;

  SimulatedPairExtensionTest(SimulatedPair pair) {
    this.ofTheConstructor = pair;
  }

  @AfterAll
  static void nothing_is_left() {
    assertThat(FILES).isNotEmpty().noneMatch(Files::exists);
  }

  @RepeatedTest(2)
  void all_parameters_of_a_test_belong_together(
      SimulatedPair pair,
      SimulatedPairServer server,
      PairAddresses addresses,
      SimulatedAccount account) {
    assertThat(pair).isSameAs(ofTheConstructor).isSameAs(server.pair());
    assertThat(addresses).isEqualTo(server.addresses());
    assertThat(account).isSameAs(pair.account());
    assertThat(pair.time()).isInstanceOf(SteppableTime.class);
    assertThat(addresses.caCertificate()).exists();
    FILES.add(addresses.caCertificate());
  }

  @RepeatedTest(2)
  void each_test_has_a_pair_of_its_own(SimulatedPair pair) {
    assertThat(PAIRS.add(pair)).isTrue();
  }

  @Test
  void a_pair_needs_no_server(SimulatedPair pair) {
    assertThat(pair.a().isOn()).isTrue();
  }
}
