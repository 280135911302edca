// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

/**
 * An API account of the simulated site; both appliances know it.
 *
 * <p>Its secret is worth nothing, and is kept out of every text all the same: code that handles
 * real ones is tried with it.
 *
 * @source D-TEST, S-CFG (40 hexadecimal digits; a secret of 44 characters with a plus sign in it)
 * @since 0.1
 */
public final class SimulatedAccount {

  private final String clientId;
  private final String clientSecret;

  SimulatedAccount(String clientId, String clientSecret) {
    this.clientId = requireNonNull(clientId, "clientId");
    this.clientSecret = requireNonNull(clientSecret, "clientSecret");
  }

  static SimulatedAccount from(SeededValues values) {
    // A plus and a slash: whoever puts them into a form or a URL unescaped gets a 401.
    String secret = values.lettersAndDigits(20) + "+" + values.lettersAndDigits(11) + "/";
    return new SimulatedAccount(values.hex(40), secret + values.lettersAndDigits(10) + "=");
  }

  /** Returns the client id, 40 hexadecimal digits. */
  public String clientId() {
    return clientId;
  }

  /** Returns the client secret, 44 characters. */
  public String clientSecret() {
    return clientSecret;
  }

  boolean matches(String otherId, String otherSecret) {
    return clientId.equals(otherId) && clientSecret.equals(otherSecret);
  }

  /** Returns the client id; never the secret. */
  @Override
  public String toString() {
    return "SimulatedAccount[" + clientId + ", secret hidden]";
  }
}
