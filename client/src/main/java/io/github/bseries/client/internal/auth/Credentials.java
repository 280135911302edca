// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

/** What proves who calls, as it was when it was read. Not a record: its text must not show it. */
public final class Credentials {

  private final String authorization;
  private final String fingerprint;

  /**
   * Makes credentials.
   *
   * @param authorization what the {@code Authorization} header has to say
   * @param fingerprint tells these from others, and does not tell what they are
   */
  public Credentials(String authorization, String fingerprint) {
    this.authorization = authorization;
    this.fingerprint = fingerprint;
  }

  /** Returns what the {@code Authorization} header has to say. */
  public String authorization() {
    return authorization;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** Returns nothing of them. */
  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
