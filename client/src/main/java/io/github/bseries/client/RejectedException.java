// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * The appliance answered no, in its own words: an {@code <error>}, which comes with status 200, or
 * an error in JSON, such as that of a refused token.
 *
 * @source D-CMD, D-JSON, W-CLOUD (an {@code <error>} with status 200)
 * @since 0.1
 */
public final class RejectedException extends ApplianceException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String words;
  private final Ground ground;

  /** What to do if it was not permitted. */
  private final String permit;

  RejectedException(String message, int status, String words, Ground ground, String permit) {
    super(message, false);
    this.permit = permit;
    this.status = status;
    this.words = words;
    this.ground = ground;
  }

  /**
   * What a no is about, as far as it can be told.
   *
   * @since 0.1
   */
  public enum Ground {
    /** The client id or its secret is wrong. They are not sent again until the secret changes. */
    CREDENTIALS,
    /**
     * The account is locked, after too many wrong credentials for instance.
     *
     * @source S-CFG (there is a lock-out); assumed: that its words have "locked" in them
     */
    LOCK_OUT,
    /**
     * The token was refused, and so was the next one. No other is fetched for ten minutes, unless
     * the secret changes or {@link ApiAccount#tryCredentialsAgain()} is called.
     */
    TOKEN,
    /**
     * The account may not do this, or not from this address.
     *
     * @source S-CFG, S-V2 (status 403 for a missing permission), W-CLOUD (words that name a
     *     permission, with status 200); assumed: that words with "permission" in them are about one
     */
    PERMISSION,
    /** Anything else, or it is not told. */
    OTHER
  }

  /** Returns the same, with more at the end of its message. */
  RejectedException saying(String more) {
    return new RejectedException(getMessage() + "; " + more, status, words, ground, permit);
  }

  /** Returns what the no is about. */
  public Ground ground() {
    return ground;
  }

  /** Returns the HTTP status of the answer; 200 is common. */
  public int status() {
    return status;
  }

  /** Returns what the appliance said, on one line. Its wording is not documented. */
  public String words() {
    return words;
  }

  @Override
  public String remedy() {
    return switch (ground) {
      case CREDENTIALS -> "Check the client id and its secret on the API page of the site.";
      case LOCK_OUT -> "Wait for the lock-out to end, and find out who sends wrong credentials.";
      case TOKEN -> "Look whether the account is enabled and its secret is the one in use.";
      case PERMISSION -> permit;
      case OTHER ->
          "Read what the appliance says; look whether the API is on and what the account may do.";
    };
  }
}
