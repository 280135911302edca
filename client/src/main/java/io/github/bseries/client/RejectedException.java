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

  RejectedException(String message, int status, String words) {
    super(message, false);
    this.status = status;
    this.words = words;
  }

  /** Returns the HTTP status of the answer; 200 is common. */
  public int status() {
    return status;
  }

  /** Returns what the appliance said, on one line. Its wording is not documented. */
  public String words() {
    return words;
  }
}
