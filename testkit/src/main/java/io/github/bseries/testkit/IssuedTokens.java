// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The valid tokens of one appliance, by account. Not safe for use by several threads: the pair's
 * lock guards it.
 *
 * @source D-AUTH, S-CFG (30 tokens for each account; one more, and the oldest is invalid), W-RAGMOB
 *     (40 characters, 3600 seconds)
 */
final class IssuedTokens {

  static final Duration LIFE = Duration.ofHours(1);
  private static final int GREATEST_COUNT = 30;
  private static final int LENGTH = 40;

  private final SeededValues values;
  private final Map<String, List<Issued>> byClientId = new TreeMap<>();

  IssuedTokens(SeededValues values) {
    this.values = values;
  }

  String issue(String clientId, Instant now) {
    List<Issued> tokens = byClientId.computeIfAbsent(clientId, id -> new ArrayList<>());
    tokens.removeIf(token -> !token.isValid(now));
    if (tokens.size() >= GREATEST_COUNT) {
      tokens.remove(0);
    }
    Issued issued = new Issued(values.lettersAndDigits(LENGTH), now.plus(LIFE));
    tokens.add(issued);
    return issued.text();
  }

  boolean isValid(String token, Instant now) {
    return byClientId.values().stream()
        .flatMap(List::stream)
        .anyMatch(issued -> issued.text().equals(token) && issued.isValid(now));
  }

  void invalidateAll() {
    byClientId.clear();
  }

  private record Issued(String text, Instant until) {

    boolean isValid(Instant now) {
      return now.isBefore(until);
    }

    @Override
    public String toString() {
      return "Issued[text hidden, until " + until + "]";
    }
  }
}
