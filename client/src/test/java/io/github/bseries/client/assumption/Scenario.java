// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedPairBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A situation in which the behaviours of one switch differ, and what has to be seen of each.
 *
 * @param given the pair that it needs, but for the behaviour that is tried
 * @param play what happens
 * @param seen what has to be seen, by behaviour
 */
record Scenario(
    UnaryOperator<SimulatedPairBuilder> given, Play play, Map<AssumedBehaviour, Seen> seen) {

  /** Something that happens to a pair, and what the client makes of it. */
  interface Play {

    Seen on(Stage stage) throws IOException;
  }

  static Scenario of(Play play) {
    return of(pair -> pair, play);
  }

  static Scenario of(UnaryOperator<SimulatedPairBuilder> given, Play play) {
    return new Scenario(given, play, Map.of());
  }

  Scenario shows(AssumedBehaviour behaviour, String client) {
    return shows(behaviour, Seen.by(client));
  }

  Scenario shows(AssumedBehaviour behaviour, String client, String behind) {
    return shows(behaviour, new Seen(client, behind));
  }

  private Scenario shows(AssumedBehaviour behaviour, Seen what) {
    Map<AssumedBehaviour, Seen> more = new EnumMap<>(AssumedBehaviour.class);
    more.putAll(seen);
    more.put(behaviour, what);
    return new Scenario(given, play, more);
  }

  Seen playWith(AssumedBehaviour behaviour, Path folder) throws IOException {
    SimulatedPairBuilder pair = given.apply(SimulatedPair.builder());
    try (Stage stage = new Stage(pair.assume(behaviour).build(), folder)) {
      return play.on(stage);
    }
  }
}
