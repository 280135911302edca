// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.Random;

/**
 * Random-looking values that are the same in each run: a seed and a label make a stream of them.
 * Each user has a stream of its own, so that one more token for a does not change the tokens of b.
 */
final class SeededValues {

  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Random random;

  SeededValues(long seed, String label) {
    this(new Random(seed * 1_000_003 + label.hashCode()));
  }

  private SeededValues(Random random) {
    this.random = random;
  }

  /** Returns another stream, which begins here and then goes its own way. */
  SeededValues fork() {
    return new SeededValues(new Random(random.nextLong()));
  }

  String hex(int length) {
    return text(HEX, length);
  }

  String lettersAndDigits(int length) {
    return text(LETTERS_AND_DIGITS, length);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Returns a number from 0 up to, and without, 1. */
  double fraction() {
    return random.nextDouble();
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
