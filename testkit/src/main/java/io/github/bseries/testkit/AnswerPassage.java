// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

/**
 * What becomes of the bytes of an answer on their way to the caller.
 *
 * @param passingBytes how many of them pass, 0 or more, counted as they travel: encrypted and with
 *     headers
 * @param end what happens to the connection after them
 * @param bytesPerSecond how many of them pass in a second of the machine's time, 1 or more
 * @since 0.1
 */
public record AnswerPassage(long passingBytes, End end, int bytesPerSecond) {

  /** All bytes pass, at once. */
  public static final AnswerPassage WHOLE =
      new AnswerPassage(Long.MAX_VALUE, End.CLOSED, Integer.MAX_VALUE);

  /** No byte passes, and the connection stays open. */
  public static final AnswerPassage SILENT = new AnswerPassage(0, End.OPEN, Integer.MAX_VALUE);

  /** No byte passes, and the connection is reset. */
  public static final AnswerPassage RESET = new AnswerPassage(0, End.RESET, Integer.MAX_VALUE);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public AnswerPassage {
    requireNonNull(end, "end");
    if (passingBytes < 0) {
      throw new IllegalArgumentException("passingBytes is " + passingBytes + ", must be 0 or more");
    }
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException(
          "bytesPerSecond is " + bytesPerSecond + ", must be 1 or more");
    }
  }

  /** Returns that so many bytes pass, and the connection is closed after them. */
  public static AnswerPassage cutAfter(long bytes) {
    return new AnswerPassage(bytes, End.CLOSED, Integer.MAX_VALUE);
  }

  /** Returns that all bytes pass, so many in a second. */
  public static AnswerPassage slow(int bytesPerSecond) {
    return new AnswerPassage(Long.MAX_VALUE, End.CLOSED, bytesPerSecond);
  }

  /**
   * What happens to the connection when no more bytes may pass.
   *
   * @since 0.1
   */
  public enum End {
    /** It stays open, and silent. */
    OPEN,

    /** It is closed. */
    CLOSED,

    /** It is reset. */
    RESET
  }
}
