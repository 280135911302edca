// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * No answer came: nothing was sent at all, or only a call that changes nothing. Nothing is sent
 * when the secret of the account cannot be read, either.
 *
 * <p>That does not mean that nobody is there. {@link #isSilent()} tells whether any byte came back.
 *
 * @since 0.1
 */
public final class UnreachableException extends ApplianceException {

  private static final long serialVersionUID = 1L;

  private final boolean silent;

  UnreachableException(String message, boolean silent, boolean retryable) {
    super(message, retryable);
    this.silent = silent;
  }

  /** Returns the same for a look in which something had answered before. */
  UnreachableException afterAnAnswer() {
    if (!silent) {
      return this;
    }
    UnreachableException heard =
        new UnreachableException(
            getMessage() + ", though it had answered a moment before", false, isRetryable());
    heard.initCause(this);
    return heard;
  }

  /**
   * Returns whether not one byte came back. False for a certificate that is not trusted, for one of
   * another name, for a connection that ended before the answer began, and for a call that was
   * ended on this side, by closing the client or interrupting the thread.
   */
  public boolean isSilent() {
    return silent;
  }

  @Override
  public String remedy() {
    return isRetryable()
        ? "Try again in a while; if it stays so, look at the network, the firewall and the power of"
            + " the appliance."
        : "Mend what the message names, such as a name, a certificate or a secret; then try again.";
  }
}
