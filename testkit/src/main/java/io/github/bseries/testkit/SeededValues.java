// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/**
 * Random-looking values that are the same in each run: a seed and a label make a stream of them.
 * Each user has a stream of its own, so that one more account does not change the faults. Streams
 * of neighbouring seeds, and of labels that differ in one letter, have nothing in common.
 */
final class SeededValues {

  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SplittableRandom random;

  SeededValues(long seed, String label) {
    this(new SplittableRandom(start(seed, label)));
  }

  private SeededValues(SplittableRandom random) {
    this.random = random;
  }

  /** Returns a stream that no other pair has, in this run or in another. */
  static SeededValues unrepeatable() {
    return new SeededValues(new SplittableRandom(new SecureRandom().nextLong()));
  }

  /** Mixes after each part, so that no part can make up for a difference in another one. */
  private static long start(long seed, String label) {
    long start = mixed(seed);
    for (int i = 0; i < label.length(); i++) {
      start = mixed(start + label.charAt(i));
    }
    return start;
  }

  /** Spreads each bit over all of them: the finaliser of SplitMix64. */
  private static long mixed(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns another stream, which begins here and then goes its own way. */
  SeededValues fork() {
    return new SeededValues(random.split());
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
