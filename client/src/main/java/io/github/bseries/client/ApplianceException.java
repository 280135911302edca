// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * There is no usable answer to a call that changes nothing, or a call that would change something
 * was never sent.
 *
 * <p>What became of a change that was sent is never an exception, but a {@link
 * io.github.bseries.core.failover.RoleChange}. Messages say what was asked of whom, what came, and
 * what to look at; none holds a secret or a body.
 *
 * @since 0.1
 */
public abstract sealed class ApplianceException extends RuntimeException
    permits UnreachableException,
        RejectedException,
        UnreadableAnswerException,
        LimitReachedException {

  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  ApplianceException(String message, boolean retryable) {
    super(message);
    this.retryable = retryable;
  }

  /**
   * Returns whether the same call may fare better a little later, without anybody changing
   * anything.
   */
  public final boolean isRetryable() {
    return retryable;
  }

  /** Returns what a person can do now, in one sentence. Its wording may change. */
  public abstract String remedy();
}
