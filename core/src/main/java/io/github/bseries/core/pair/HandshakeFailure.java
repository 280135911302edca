// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * Why no certificate was seen. None of them says that the certificate is right.
 *
 * @since 0.1
 */
public enum HandshakeFailure {
  /** No address is known for the host name. */
  NAME_UNKNOWN(false, "the host name leads nowhere"),

  /** The host name could not be looked up: the resolver failed, or took too long. */
  LOOKUP_FAILED(false, "the host name could not be looked up"),

  /** No connection came about: refused, no route, or nobody answered in time. */
  NO_CONNECTION(false, "no connection came about"),

  /** A connection came about, and not one byte came over it. */
  SILENT(false, "it connected and said nothing"),

  /** TLS began, and then nothing more came in time. */
  STALLED(true, "it began and did not go on"),

  /** TLS began, and the other side ended the connection. */
  BROKEN_OFF(true, "it ended the connection"),

  /** Something answered that does not speak TLS, such as a plain HTTP port. */
  NO_TLS(true, "it does not speak TLS"),

  /** The other side speaks TLS and did not come to terms: an alert, or no version in common. */
  REFUSED(true, "TLS failed"),

  /** This side gave up: the client was closed, or the thread interrupted. */
  GIVEN_UP(false, "the look was given up");

  private final boolean answered;
  private final String title;

  HandshakeFailure(boolean answered, String title) {
    this.answered = answered;
    this.title = title;
  }

  /**
   * Returns whether something answered. If nothing did, nothing was learnt about the certificate,
   * and what was declared of it is still the best that is known.
   */
  public boolean answered() {
    return answered;
  }

  /** Returns what happened, in words. */
  public String title() {
    return title;
  }
}
