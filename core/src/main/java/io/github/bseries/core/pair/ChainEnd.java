// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * Where the chain ends that begins with a server's own certificate.
 *
 * @source S2 "Recover Certificates" (all certificates up to the root are needed)
 * @since 0.1
 */
public enum ChainEnd {
  /** At a certificate that is trusted: nothing is missing. */
  TRUSTED("a trusted root"),

  /** At a self-signed certificate that is not trusted: the chain is whole, but nobody vouches. */
  UNTRUSTED_ROOT("a root that is not trusted"),

  /** At a certificate whose issuer was neither shown nor is trusted. */
  ISSUER_MISSING("a certificate whose issuer is missing");

  private final String title;

  ChainEnd(String title) {
    this.title = title;
  }

  /** Returns what a chain ends at, in words. */
  public String title() {
    return title;
  }
}
