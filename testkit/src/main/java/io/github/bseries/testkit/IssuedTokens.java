// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The valid tokens of one appliance, by account. They do not come from the seed of the pair: one
 * that another pair issued, or this one before it began anew, is worth nothing here. No history
 * tells of them, so it stays the same for the same seed.
 *
 * <p>Not safe for use by several threads: the pair's lock guards it.
 *
 * @source D-AUTH, S-CFG (30 tokens for each account; one more, and the oldest is invalid), W-RAGMOB
 *     (40 characters)
 */
final class IssuedTokens {

  private static final int GREATEST_COUNT = 30;
  private static final int LENGTH = 40;

  private final SeededValues values;
  private final Map<String, List<Issued>> byClientId = new TreeMap<>();

  IssuedTokens(SeededValues values) {
    this.values = values;
  }

  String issue(SimulatedAccount account, Instant now, Duration life) {
    List<Issued> tokens = byClientId.computeIfAbsent(account.clientId(), id -> new ArrayList<>());
    tokens.removeIf(token -> !token.isValid(now));
    if (tokens.size() >= GREATEST_COUNT) {
      tokens.remove(0);
    }
    String text = values.lettersAndDigits(LENGTH);
    tokens.add(new Issued(text, account, account.generation(), now.plus(life)));
    return text;
  }

  /** Returns whose token it is; empty if it is not valid, or not valid any more. */
  Optional<SimulatedAccount> holder(String token, Instant now) {
    return byClientId.values().stream()
        .flatMap(List::stream)
        .filter(issued -> issued.text().equals(token) && issued.isValid(now))
        .map(Issued::account)
        .findFirst();
  }

  void invalidateAll() {
    byClientId.clear();
  }

  private record Issued(String text, SimulatedAccount account, long generation, Instant until) {

    boolean isValid(Instant now) {
      return now.isBefore(until) && generation == account.generation();
    }

    @Override
    public String toString() {
      return "Issued[text hidden, until " + until + "]";
    }
  }
}
