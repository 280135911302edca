// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

/**
 * How one call ended.
 *
 * @param <T> what was made of the body
 */
public sealed interface HttpResult<T> {

  /**
   * An answer came, whole as far as HTTP can tell.
   *
   * @param head what stood before the body
   * @param body what was made of the body
   * @param <T> the same
   */
  record Answered<T>(AnswerHead head, T body) implements HttpResult<T> {}

  /**
   * No whole answer came.
   *
   * @param requestBegun whether a byte of the request may have gone out. Bytes of the TLS handshake
   *     do not count
   * @param progress how far the other side got
   * @param retryable whether a later call may fare better
   * @param reason what happened, for a human to read
   * @param <T> what would have been made of the body
   */
  record Failed<T>(boolean requestBegun, Progress progress, boolean retryable, String reason)
      implements HttpResult<T> {}

  /** How far the other side got before a call failed. */
  enum Progress {
    /** No byte came back. */
    SILENT,
    /** This side ended the call before a byte came back; nobody knows whether one would have. */
    GIVEN_UP,
    /** Bytes came back, but not the head of an answer. */
    SPOKE,
    /** The head of an answer came, and its body broke off or did not end. */
    ANSWER_BEGUN
  }
}
